package org.gridclear.settlement.close;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gridclear.file.DamagedFileException;
import org.gridclear.file.DecimalText;
import org.gridclear.file.PackFile;
import org.gridclear.file.Sha256;
import org.gridclear.json.Json;
import org.gridclear.settlement.charge.ChargeKernel;
import org.gridclear.settlement.charge.ChargePrograms;
import org.gridclear.settlement.charge.ChargeResult;
import org.gridclear.settlement.folder.InputFiles;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.MonthIndex;
import org.gridclear.settlement.input.PriceDay;
import org.gridclear.settlement.input.SettlementBytes;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.worker.api.ChargeBytes;
import org.gridclear.worker.api.Wire;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A close on disk: its record, its month, the files it was made from, and packed blocks, charges
 * and shares. A correction keeps only what it changed and looks the rest up in the close before.
 * Everything is compared with the seal of its close before it is used.
 */
public final class CloseFolder implements AutoCloseable {
  static final String RECORD = "close.json";
  static final String MONTH = "month.bin";
  static final String PACK = "books.bin";
  static final String INPUTS = "inputs.bin";

  private final Path path;
  private final CloseRecord record;
  private final SettlementMonth month;
  private final Seal seal;
  private final PackFile.Reader pack;
  private final PackFile.Reader inputs;
  private final @Nullable CloseFolder previous;
  private final MonthIndex index;
  private @Nullable ChargePrograms programs;

  private CloseFolder(
      Path path,
      CloseRecord record,
      SettlementMonth month,
      Seal seal,
      PackFile.Reader pack,
      PackFile.Reader inputs,
      @Nullable CloseFolder previous) {
    this.path = path;
    this.record = record;
    this.month = month;
    this.seal = seal;
    this.pack = pack;
    this.inputs = inputs;
    this.previous = previous;
    this.index = new MonthIndex(month);
  }

  /**
   * Opens a close.
   *
   * @throws IllegalArgumentException if the folder is none, or a close that it builds on is gone
   * @throws org.gridclear.file.DamagedFileException if a file is not what was sealed
   */
  public static CloseFolder open(Path path) {
    return open(path, Seal.read(path), path);
  }

  /**
   * Opens a close that is still aside.
   *
   * @param place where it will stand, from which it names the close before
   */
  public static CloseFolder openAside(Path path, Path place) {
    return open(path, Seal.readDraft(path), place);
  }

  private static CloseFolder open(Path path, Seal seal, Path place) {
    try {
      CloseRecord record = Json.MAPPER.readValue(seal.content(RECORD), CloseRecord.class);
      SettlementMonth month = Wire.unpack(seal.content(MONTH), SettlementMonth.class);
      return open(path, record, month, seal, place);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "%s is a close of another version of this program: %s"
              .formatted(path, Json.firstLine(e.getMessage())),
          e);
    }
  }

  private static CloseFolder open(
      Path path, CloseRecord record, SettlementMonth month, Seal seal, Path place) {
    PackFile.Reader pack = seal.pack(PACK);
    PackFile.Reader inputs = null;
    try {
      inputs = seal.pack(INPUTS);
      return new CloseFolder(path, record, month, seal, pack, inputs, before(record, place));
    } catch (RuntimeException e) {
      closeAll(pack, inputs);
      throw e;
    }
  }

  private static void closeAll(PackFile.@Nullable Reader... readers) {
    for (PackFile.Reader reader : readers) {
      try {
        if (reader != null) {
          reader.close();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static @Nullable CloseFolder before(CloseRecord record, Path place) {
    if (record.previous().isEmpty()) {
      return null;
    }
    Path path = place.toAbsolutePath().resolve(record.previous()).normalize();
    CloseFolder previous = open(path);
    if (!previous.seal().hash().equals(record.previousSeal())) {
      previous.close();
      throw new DamagedFileException(
          path.resolve(Seal.NAME),
          "it is not the seal of the close that %s corrects".formatted(record.id()));
    }
    return previous;
  }

  /** What binds its files. */
  public Seal seal() {
    return seal;
  }

  /** Numbers of its entities, price points and contracts. */
  public MonthIndex index() {
    return index;
  }

  /** The files that it was made from. */
  public InputFiles files() {
    return new KeptFiles(this);
  }

  /** A kept file by its SHA-256. */
  byte[] input(String sha256) {
    return inputs
        .get(sha256)
        .map(packed -> unpacked(packed, sha256))
        .or(() -> previous == null ? Optional.empty() : Optional.of(previous.input(sha256)))
        .orElseThrow(
            () ->
                new DamagedFileException(path.resolve(INPUTS), "it has no file of hash " + sha256));
  }

  private byte[] unpacked(byte[] packed, String sha256) {
    try {
      byte[] content = DecimalText.unpack(packed);
      if (Sha256.hex(content).equals(sha256)) {
        return content;
      }
    } catch (IOException e) {
      throw damagedInput(sha256, ", " + e.getMessage());
    }
    throw damagedInput(sha256, "");
  }

  private DamagedFileException damagedInput(String sha256, String why) {
    return new DamagedFileException(
        path.resolve(INPUTS), "file %s differs from its hash%s".formatted(sha256, why));
  }

  /** Whether it or a close before keeps a file of this SHA-256. */
  boolean keeps(String sha256) {
    return inputs.names().contains(sha256) || (previous != null && previous.keeps(sha256));
  }

  /** The folder. */
  public Path path() {
    return path;
  }

  /** What is written down about it. */
  public CloseRecord record() {
    return record;
  }

  /** What was settled. */
  public SettlementMonth month() {
    return month;
  }

  /** The close that it corrects. */
  public Optional<CloseFolder> previous() {
    return Optional.ofNullable(previous);
  }

  /** A packed block of entities or prices by its hash. */
  public byte[] block(String name) {
    return find(name)
        .orElseThrow(() -> new DamagedFileException(path.resolve(PACK), "it has no block " + name));
  }

  Optional<byte[]> find(String name) {
    Optional<byte[]> own = pack.get(name);
    return own.isPresent() || previous == null ? own : previous.find(name);
  }

  /** Charges of a unit, by its number. */
  public ChargeResult charges(int unit) {
    return ChargeBytes.unpack(block(record.unitKeys().get(unit)), index).result();
  }

  /** Number of an entity. */
  public int entity(String id) {
    if (!has(id)) {
      throw new IllegalArgumentException(
          "There is no entity %s in %s.".formatted(id, record.name()));
    }
    return index.entity(id);
  }

  /** Prices of a day of the month. */
  public PriceDay prices(int day) {
    return SettlementBytes.prices(block(record.priceHashes().get(day - 1)), index);
  }

  /** Whether it settles an entity of this id. */
  public boolean has(String id) {
    return index.hasEntity(id);
  }

  /** Prices and the block of an entity of one day. */
  public ChargeKernel.Day day(int day, int entity) {
    return new ChargeKernel.Day(prices(day), List.of(entities(day, entity)));
  }

  /** The block of an entity of one day. */
  public EntityBlock entities(int day, int entity) {
    String hash = record.blockHashes().get(day - 1).get(entity / EntityBlock.ENTITIES);
    return SettlementBytes.block(block(hash), index);
  }

  /** Shares of all entities in an allocation on a day; null where nothing was shared. */
  public long @Nullable [] shares(int day, int allocation) {
    return pack.get(shareName(record.bookHash(), day, allocation))
        .map(CloseFolder::longs)
        .orElse(null);
  }

  /** Share of one entity in an allocation on a day; 0 where nothing was shared. */
  long share(int day, int allocation, int entity) {
    long[] shares = shares(day, allocation);
    return shares == null ? 0 : shares[entity];
  }

  /** Balances of the pools at the end, 0.001 yuan. */
  public long[] balances() {
    return longs(block(balanceName(record.bookHash())));
  }

  static String balanceName(String bookHash) {
    return "balances/" + bookHash.substring(0, 16);
  }

  static String shareName(String bookHash, int day, int allocation) {
    return "shares/%s/%d/%d".formatted(bookHash.substring(0, 16), day, allocation);
  }

  static byte[] bytes(long[] values) {
    ByteBuffer buffer = ByteBuffer.allocate(8 * values.length);
    buffer.asLongBuffer().put(values);
    return buffer.array();
  }

  private static long[] longs(byte[] packed) {
    long[] values = new long[packed.length / 8];
    ByteBuffer.wrap(packed).asLongBuffer().get(values);
    return values;
  }

  /** Units of the quantities of the items, in the order of the book; empty where there is none. */
  public List<String> quantityUnits() {
    return programs().quantityUnits();
  }

  /** The rules of the month as programs, compiled at the first call. */
  public synchronized ChargePrograms programs() {
    if (programs == null) {
      programs = new ChargePrograms(month);
    }
    return programs;
  }

  @Override
  public void close() {
    closeAll(pack, inputs);
    if (previous != null) {
      previous.close();
    }
  }
}
