package org.gridclear.settlement.carry;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridclear.settlement.bill.BillRegister;
import org.gridclear.settlement.bill.CarriedLine;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.Ledger;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.reader.SettlementSource;
import org.gridclear.settlement.rule.RuleBook;

/**
 * What a corrected month is settled by in a later one: the differences of its last version to the
 * one that was carried or billed before, else to the first, which was published; one line by entity
 * and item, with the earlier bill's number. The lines and what the accounts hold more add up to 0.
 *
 * @param month earlier month
 * @param from books that were settled
 * @param to books of the correction
 * @param lines lines of the later month
 * @param open differences of members that have no entity in the later month any more
 * @param accountsMilliYuan what the accounts of the earlier month hold more, 0.001 yuan
 */
public record CarryOver(
    YearMonth month,
    String from,
    String to,
    List<CarriedLine> lines,
    List<CarriedLine> open,
    long accountsMilliYuan) {
  /** Months back that may be settled again (S-28). */
  static final int MONTHS_MAX = 24;

  private record Key(String member, String entity, String item) {}

  public CarryOver {
    lines = List.copyOf(lines);
    open = List.copyOf(open);
  }

  /** Sum of the lines, 0.001 yuan. */
  public long milliYuan() {
    return lines.stream().mapToLong(CarriedLine::milliYuan).sum();
  }

  /**
   * What a correction is settled by on a day of a later month.
   *
   * @param target the later month
   * @throws IllegalArgumentException if it is too old, was carried or billed by itself, or corrects
   *     nothing
   */
  public static CarryOver of(CloseFolder correction, SettlementSource target, LocalDate date) {
    YearMonth month = correction.month().month();
    long back = ChronoUnit.MONTHS.between(month, target.month().month());
    if (back < 1 || back > MONTHS_MAX) {
      throw new IllegalArgumentException(
          "%s lies %d months before %s; 1 to %d can be settled again."
              .formatted(month, back, target.month().month(), MONTHS_MAX));
    }
    Path folder = Path.of(correction.record().source());
    CarryRegister carried = new CarryRegister(folder);
    String to = BillRegister.books(correction);
    carried
        .of(to)
        .ifPresent(
            each -> {
              throw new IllegalArgumentException(
                  "%s was carried into %s at %s."
                      .formatted(correction.record().id(), each.into(), each.time()));
            });
    BillRegister bills = BillRegister.reading(folder);
    if (billed(bills, to)) {
      throw new IllegalArgumentException(
          "%s has bills of its own; what was billed is not carried."
              .formatted(correction.record().id()));
    }
    CloseFolder settled = settled(correction, carried, bills);
    Map<Key, long[]> differences = new TreeMap<>(Comparator.comparing(Key::toString));
    add(settled, -1, differences);
    add(correction, 1, differences);
    return lines(correction, settled, bills, differences, new Places(target, date));
  }

  private static boolean billed(BillRegister bills, String books) {
    return bills.all().stream().anyMatch(each -> each.books().equals(books));
  }

  /** The version that was carried or billed last; else the first, which was published. */
  private static CloseFolder settled(
      CloseFolder correction, CarryRegister carried, BillRegister bills) {
    CloseFolder first = correction;
    for (Optional<CloseFolder> each = correction.previous();
        each.isPresent();
        each = each.get().previous()) {
      first = each.get();
      String books = BillRegister.books(first);
      if (carried.of(books).isPresent() || billed(bills, books)) {
        return first;
      }
    }
    if (first == correction) {
      throw new IllegalArgumentException(
          "%s corrects nothing; name the close of a correction.".formatted(correction.path()));
    }
    return first;
  }

  private static void add(CloseFolder close, int sign, Map<Key, long[]> sums) {
    List<RuleBook.Item> items = close.month().book().items();
    for (int unit = 0; unit < close.record().unitKeys().size(); unit++) {
      Ledger ledger = Ledger.of(close, unit);
      for (int e = ledger.from(); e < ledger.to(); e++) {
        SettlementMonth.EntityName name = close.month().entities().get(e);
        for (int d = 0; d < ledger.amounts().length; d++) {
          for (int i = 0; i < items.size(); i++) {
            int at = (e - ledger.from()) * ledger.items() + i;
            long quantity = ledger.quantities()[d][at];
            long amount = ledger.amounts()[d][at];
            if (quantity != 0 || amount != 0) {
              Key key = new Key(name.on(d + 1).member(), name.id(), items.get(i).code());
              long[] sum = sums.computeIfAbsent(key, k -> new long[2]);
              sum[0] += sign * quantity;
              sum[1] += sign * amount;
            }
          }
        }
      }
    }
  }

  private static CarryOver lines(
      CloseFolder correction,
      CloseFolder settled,
      BillRegister bills,
      Map<Key, long[]> differences,
      Places places) {
    YearMonth month = correction.month().month();
    List<CarriedLine> lines = new ArrayList<>();
    List<CarriedLine> open = new ArrayList<>();
    long sum = 0;
    for (Map.Entry<Key, long[]> each : differences.entrySet()) {
      long[] by = each.getValue();
      if (by[1] != 0) {
        Key key = each.getKey();
        Optional<String> entity = places.of(key.member(), key.entity());
        String bill =
            bills
                .last(month.toString(), key.entity(), key.member())
                .map(BillRegister.Issued::number)
                .orElse("-");
        (entity.isPresent() ? lines : open)
            .add(
                new CarriedLine(
                    entity.orElse(key.member()),
                    month,
                    bill,
                    key.entity(),
                    key.item(),
                    by[0],
                    by[1]));
        sum += by[1];
      }
    }
    return new CarryOver(
        month, BillRegister.books(settled), BillRegister.books(correction), lines, open, -sum);
  }
}
