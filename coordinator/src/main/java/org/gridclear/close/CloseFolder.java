package org.gridclear.close;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gridclear.io.Json;
import org.gridclear.io.PackFile;
import org.gridclear.scenario.resolved.EntityBlock;
import org.gridclear.scenario.resolved.PriceDay;
import org.gridclear.scenario.resolved.SettlementBytes;
import org.gridclear.scenario.resolved.SettlementMonth;
import org.gridclear.settlement.ChargeKernel;
import org.gridclear.settlement.ChargePrograms;
import org.gridclear.settlement.ChargeResult;
import org.gridclear.worker.api.ChargeBytes;
import org.gridclear.worker.api.Wire;
import tools.jackson.core.JacksonException;

/**
 * A close on disk: its record, its month, and packed inputs, charges and shares. A correction keeps
 * only what it changed and looks the rest up in the close before.
 */
public final class CloseFolder implements AutoCloseable {
  static final String RECORD = "close.json";
  static final String MONTH = "month.bin";
  static final String PACK = "books.bin";

  private final Path path;
  private final CloseRecord record;
  private final SettlementMonth month;
  private final PackFile.Reader pack;
  private final CloseFolder previous;
  private ChargePrograms programs;

  private CloseFolder(
      Path path,
      CloseRecord record,
      SettlementMonth month,
      PackFile.Reader pack,
      CloseFolder previous) {
    this.path = path;
    this.record = record;
    this.month = month;
    this.pack = pack;
    this.previous = previous;
  }

  /**
   * Opens a close.
   *
   * @throws IllegalArgumentException if the folder is none, or a close that it builds on is gone
   */
  public static CloseFolder open(Path path) {
    return open(path, path);
  }

  /**
   * Opens a close that is still aside.
   *
   * @param place where it will stand, from which it names the close before
   */
  public static CloseFolder open(Path path, Path place) {
    try {
      byte[] text = Files.readAllBytes(path.resolve(RECORD));
      CloseRecord record = Json.MAPPER.readValue(text, CloseRecord.class);
      SettlementMonth month =
          Wire.unpack(Files.readAllBytes(path.resolve(MONTH)), SettlementMonth.class);
      CloseFolder previous =
          record.previous().isEmpty()
              ? null
              : open(place.toAbsolutePath().resolve(record.previous()).normalize());
      return new CloseFolder(
          path, record, month, new PackFile.Reader(path.resolve(PACK)), previous);
    } catch (IOException | JacksonException e) {
      throw new IllegalArgumentException(
          "%s is no folder of a close: %s".formatted(path, Json.firstLine(e.getMessage())), e);
    }
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

  byte[] block(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("%s has no %s.".formatted(path, name)));
  }

  Optional<byte[]> find(String name) {
    Optional<byte[]> own = pack.get(name);
    return own.isPresent() || previous == null ? own : previous.find(name);
  }

  /** Charges of a unit, by its number. */
  public ChargeResult charges(int unit) {
    return ChargeBytes.unpack(block(record.unitKeys().get(unit))).result();
  }

  /** Number of an entity. */
  public int entity(String id) {
    for (int e = 0; e < month.entities().size(); e++) {
      if (month.entities().get(e).id().equals(id)) {
        return e;
      }
    }
    throw new IllegalArgumentException("There is no entity %s in %s.".formatted(id, record.name()));
  }

  /** Prices and the block of an entity of one day. */
  ChargeKernel.Day day(int day, int entity) {
    PriceDay prices = SettlementBytes.prices(block(record.priceHashes().get(day - 1)));
    String hash = record.blockHashes().get(day - 1).get(entity / EntityBlock.ENTITIES);
    return new ChargeKernel.Day(prices, List.of(SettlementBytes.block(block(hash))));
  }

  /** Shares of all entities in an allocation on a day; null where nothing was shared. */
  public long[] shares(int day, int allocation) {
    return pack.get(shareName(record.bookHash(), day, allocation))
        .map(CloseFolder::longs)
        .orElse(null);
  }

  /** Share of one entity in an allocation on a day; 0 where nothing was shared. */
  long share(int day, int allocation, int entity) {
    String name = shareName(record.bookHash(), day, allocation);
    return pack.get(name, 8 * entity, 8)
        .map(packed -> ByteBuffer.wrap(packed).getLong())
        .orElse(0L);
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

  /** The rules of the month as programs, compiled at the first call. */
  ChargePrograms programs() {
    if (programs == null) {
      programs = new ChargePrograms(month);
    }
    return programs;
  }

  @Override
  public void close() {
    try {
      pack.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (previous != null) {
      previous.close();
    }
  }
}
