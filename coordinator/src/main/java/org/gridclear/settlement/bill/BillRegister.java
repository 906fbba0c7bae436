package org.gridclear.settlement.bill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridclear.file.DamagedFileException;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.register.AppendOnly;
import org.jspecify.annotations.Nullable;

/**
 * Every bill and credit note that was issued, by number (S-01): {@code bill-register.csv} in the
 * settlement folder, which is only ever added to, so that a number never comes twice over closes
 * and corrections. Held by one process at a time. What bills say of mitigated offers is beside it,
 * in {@code bill-mitigations.csv}.
 */
public final class BillRegister implements AutoCloseable {
  private static final String NAME = "bill-register.csv";
  private static final String HEADER =
      "number,kind,month,entity,member,from,to,books,yuan,published,sha256,cancels";

  private static final String MITIGATIONS = "bill-mitigations.csv";
  private static final String MITIGATIONS_HEADER = "bill,sha256,date,market,unit,mitigation";

  private final AppendOnly file;
  private final AppendOnly mitigations;
  private final Map<String, Set<MitigatedOffer>> mitigated = new HashMap<>();
  private final @Nullable FileChannel lock;
  private final Map<String, Issued> byNumber = new LinkedHashMap<>();
  private final Set<String> standing = new HashSet<>();
  private final Map<String, List<Issued>> ofEntity = new HashMap<>();
  private final Map<String, Integer> serials = new HashMap<>();

  /**
   * A document that was issued.
   *
   * @param number its number
   * @param kind {@code bill} or {@code credit}
   * @param month month, such as 2026-10
   * @param entity entity
   * @param member member that it was issued to
   * @param from first day
   * @param to last day
   * @param books books it was made from, see {@link BillRegister#books}
   * @param yuan its total
   * @param published time of publication
   * @param sha256 SHA-256 of its PDF
   * @param cancels number of the bill that it cancels; - for none
   */
  public record Issued(
      String number,
      String kind,
      String month,
      String entity,
      String member,
      String from,
      String to,
      String books,
      String yuan,
      String published,
      String sha256,
      String cancels) {
    static Issued of(String[] c) {
      return new Issued(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8], c[9], c[10], c[11]);
    }
  }

  private BillRegister(Path folder, @Nullable FileChannel lock) {
    this.file = new AppendOnly(folder.resolve(NAME), HEADER);
    this.mitigations = new AppendOnly(folder.resolve(MITIGATIONS), MITIGATIONS_HEADER);
    this.lock = lock;
    for (String[] cells : file.rows()) {
      if (cells.length != 12) {
        throw new IllegalArgumentException(
            "%s: a row has %d cells, 12 are needed; it is damaged."
                .formatted(file.file(), cells.length));
      }
      keep(Issued.of(cells));
    }
    mitigations.rows().forEach(this::keepMitigated);
  }

  /**
   * Opens the register of a settlement folder and keeps others from it until it is closed.
   *
   * @throws IllegalArgumentException if there is no such folder
   * @throws org.gridclear.file.DamagedFileException if it is not what was written
   */
  public static BillRegister open(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "The settlement folder %s, which has the register of bills, is not there; name it with --register."
              .formatted(folder));
    }
    try {
      FileChannel lock =
          FileChannel.open(
              folder.resolve("bill-register.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      return locked(folder, lock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A register that cannot be read is left to whoever mends it. */
  private static BillRegister locked(Path folder, FileChannel lock) throws IOException {
    try {
      lock.lock();
      return new BillRegister(folder, lock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * The register of a settlement folder as it is now, to be read alone; empty if there is none.
   *
   * @throws org.gridclear.file.DamagedFileException if it is not what was written
   */
  public static BillRegister reading(Path folder) {
    return new BillRegister(folder, null);
  }

  /** Everything that was issued, in order. */
  public List<Issued> all() {
    return List.copyOf(byNumber.values());
  }

  /** Name of the books of a close in its chain: their hash and how many came before. */
  public static String books(CloseFolder close) {
    int version = 1;
    for (var each = close.previous(); each.isPresent(); each = each.get().previous()) {
      version++;
    }
    return close.record().bookHash() + "/" + version;
  }

  private void keep(Issued issued) {
    if (byNumber.put(issued.number(), issued) != null) {
      throw new IllegalArgumentException(
          "%s has the number %s twice; it is damaged.".formatted(file.file(), issued.number()));
    }
    String serial = issued.number().substring(issued.number().lastIndexOf('-') + 1);
    if (!serial.matches("\\d{1,9}")) {
      throw new IllegalArgumentException(
          "%s has the number %s, which ends with no serial number; it is damaged."
              .formatted(file.file(), issued.number()));
    }
    serials.merge(issued.month() + "," + issued.entity(), Integer.valueOf(serial), Math::max);
    if (issued.kind().equals("credit")) {
      if (!standing.remove(issued.cancels())) {
        throw new IllegalArgumentException(
            "%s has the credit note %s of %s, which is no bill that stands; it is damaged."
                .formatted(file.file(), issued.number(), issued.cancels()));
      }
    } else {
      standing.add(issued.number());
      ofEntity.computeIfAbsent(issued.entity(), key -> new ArrayList<>()).add(issued);
    }
  }

  private void keepMitigated(String[] cells) {
    if (cells.length != 6) {
      throw new DamagedFileException(
          mitigations.file(), "a row has %d cells, 6 are needed".formatted(cells.length));
    }
    try {
      keep(cells[0], cells[1], MitigatedOffer.of(cells));
    } catch (DateTimeParseException | NumberFormatException e) {
      throw new DamagedFileException(
          mitigations.file(),
          "the row of %s has %s or %s, which is no date or no number of a mitigation"
              .formatted(cells[0], cells[2], cells[5]));
    }
  }

  private void keep(String number, String sha256, MitigatedOffer offer) {
    mitigated.computeIfAbsent(number + " " + sha256, key -> new LinkedHashSet<>()).add(offer);
  }

  /** What a bill that was issued says of mitigated offers. */
  public List<MitigatedOffer> mitigated(Issued issued) {
    return List.copyOf(mitigated.getOrDefault(issued.number() + " " + issued.sha256(), Set.of()));
  }

  /** Notes what a bill says of mitigated offers: before it is issued, so that nothing is missed. */
  void addMitigated(Bill bill, String sha256) {
    for (MitigatedOffer offer : bill.mitigated()) {
      mitigations.add(
          bill.number(),
          sha256,
          offer.date().toString(),
          offer.market(),
          offer.unit(),
          Long.toString(offer.mitigation()));
      keep(bill.number(), sha256, offer);
    }
  }

  /** A document by its number. */
  public Optional<Issued> find(String number) {
    return Optional.ofNullable(byNumber.get(number));
  }

  /** Whether a bill stands, and no credit note cancels it. */
  public boolean stands(String number) {
    return standing.contains(number);
  }

  /** The last bill of an entity to a member that stands. */
  public Optional<Issued> last(String month, String entity, String member) {
    return ofEntity.getOrDefault(entity, List.of()).stream()
        .filter(issued -> issued.month().equals(month) && issued.member().equals(member))
        .filter(issued -> stands(issued.number()))
        .reduce((first, last) -> last);
  }

  /** The bill of an entity to a member from these books that stands. */
  Optional<Issued> of(String month, String entity, String member, String books) {
    return ofEntity.getOrDefault(entity, List.of()).stream()
        .filter(issued -> issued.month().equals(month) && issued.member().equals(member))
        .filter(issued -> issued.books().equals(books) && stands(issued.number()))
        .reduce((first, last) -> last);
  }

  /** Whether a bill of an entity from these books stands. */
  boolean has(String books, String entity) {
    return ofEntity.getOrDefault(entity, List.of()).stream()
        .anyMatch(issued -> issued.books().equals(books) && stands(issued.number()));
  }

  /** The next number of a month and entity; each call gives another one. */
  String reserve(String prefix, String month, String entity) {
    int serial = serials.merge(month + "," + entity, 1, Integer::sum);
    return "%s%s-%s-%d".formatted(prefix, month.replace("-", ""), entity, serial);
  }

  /**
   * Notes that a document is issued.
   *
   * @throws IllegalStateException if it is open to be read alone
   */
  public void add(Issued issued) {
    if (lock == null) {
      throw new IllegalStateException("The register of bills is open to be read alone.");
    }
    file.add(
        issued.number(),
        issued.kind(),
        issued.month(),
        issued.entity(),
        issued.member(),
        issued.from(),
        issued.to(),
        issued.books(),
        issued.yuan(),
        issued.published(),
        issued.sha256(),
        issued.cancels());
    keep(issued);
  }

  @Override
  public void close() {
    try {
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
