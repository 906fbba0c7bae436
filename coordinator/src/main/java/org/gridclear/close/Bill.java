package org.gridclear.close;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.member.Label;
import org.gridclear.member.RuleBook;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.scenario.resolved.SettlementMonth;

/**
 * The monthly bill of an entity (S-01 to S-12). Quantities in 0.0001 MWh, prices in 0.001 yuan/MWh,
 * amounts in 0.001 yuan, positive where the exchange pays.
 *
 * @param number unique number
 * @param entity addressee
 * @param publishedAt time of publication, to the minute
 * @param from first day of the period
 * @param to last day of the period
 * @param lines one per item
 * @param resettlements differences to an earlier bill that was issued
 * @param remark remark
 */
public record Bill(
    String number,
    SettlementMonth.EntityName entity,
    String publishedAt,
    String from,
    String to,
    List<Line> lines,
    List<Resettlement> resettlements,
    String remark) {
  /**
   * A fee.
   *
   * @param code item
   * @param name name of the item
   * @param account group of items (S-12)
   * @param quantity quantity
   * @param price mean price; 0 where there is no quantity
   * @param amount amount
   */
  public record Line(
      String code, Label name, String account, long quantity, long price, long amount) {
    /** Who pays whom: collect or pay (S-08). */
    public String direction() {
      return amount < 0 ? "collect" : "pay";
    }
  }

  /**
   * What an item differs by from an earlier bill (S-06).
   *
   * @param billNumber number of the earlier bill
   * @param code item
   * @param name name of the item
   * @param amount difference
   */
  public record Resettlement(String billNumber, String code, Label name, long amount) {}

  /** Algebraic sum of the items; of the differences where the month was billed before (S-09). */
  public long total() {
    return resettlements.isEmpty()
        ? lines.stream().mapToLong(Line::amount).sum()
        : resettlements.stream().mapToLong(Resettlement::amount).sum();
  }

  /**
   * The bills of all entities of a unit of a close.
   *
   * @param billed the close whose bills were issued before, null if there was none
   */
  public static List<Bill> of(CloseFolder close, int unit, CloseFolder billed, String publishedAt) {
    Ledger ledger = Ledger.of(close, unit);
    Ledger before = billed == null ? null : Ledger.of(billed, unit);
    List<Bill> bills = new ArrayList<>();
    for (int e = ledger.from(); e < ledger.to(); e++) {
      bills.add(bill(close, ledger, billed, before, e, publishedAt));
    }
    return bills;
  }

  private static Bill bill(
      CloseFolder close,
      Ledger ledger,
      CloseFolder billed,
      Ledger before,
      int e,
      String publishedAt) {
    SettlementMonth month = close.month();
    List<RuleBook.Item> items = month.book().items();
    List<Line> lines = new ArrayList<>();
    List<Resettlement> resettlements = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      RuleBook.Item item = items.get(i);
      long quantity = ledger.quantity(e, i);
      long amount = ledger.amount(e, i);
      if (quantity != 0 || amount != 0) {
        lines.add(
            new Line(
                item.code(),
                item.name(),
                item.account(),
                quantity,
                price(amount, quantity),
                amount));
      }
      if (before != null && before.amount(e, i) != amount) {
        String old = number(billed, month.entities().get(e).id());
        resettlements.add(
            new Resettlement(old, item.code(), item.name(), amount - before.amount(e, i)));
      }
    }
    return new Bill(
        number(close, month.entities().get(e).id()),
        month.entities().get(e),
        publishedAt,
        month.date(1).toString(),
        month.date(month.days()).toString(),
        lines,
        resettlements,
        close.record().reason());
  }

  /** Amount over quantity, as a magnitude with the sign of the price. */
  private static long price(long amount, long quantity) {
    if (quantity == 0) {
      return 0;
    }
    long sign = quantity < 0 ? -1 : 1;
    return FixedPoint.divide(
        sign * Math.multiplyExact(amount, FixedPoint.pow10(FixedPoint.MWH_DECIMALS)),
        sign * quantity);
  }

  /** Number of the bill of an entity: month, entity, version of the close. */
  public static String number(CloseFolder close, String entity) {
    int version = 1;
    for (var each = close.previous(); each.isPresent(); each = each.get().previous()) {
      version++;
    }
    return "B%s-%s-%d".formatted(close.record().month().replace("-", ""), entity, version);
  }
}
