package org.gridclear.settlement.analysis;

import static org.gridclear.settlement.analysis.MonthFigures.price;
import static org.gridclear.settlement.analysis.MonthFigures.quantity;
import static org.gridclear.settlement.analysis.MonthFigures.yuan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.settlement.rule.ChargeRule;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/**
 * What was sold against what was bought, of each traded good and day: energy, mean price, fee
 * (S-14). Of contracts both sides are equal; elsewhere losses and congestion lie between them,
 * within limits.
 *
 * @param lines one by good and day, and one by good for the month
 */
public record TwoSides(List<Line> lines) {
  /**
   * How far apart the sides may be.
   *
   * @param share greatest difference of energy over the greater side
   * @param yuanPerMwh greatest difference of the mean prices
   */
  public record Limits(BigDecimal share, BigDecimal yuanPerMwh) {
    /** A twentieth of the energy, 200 yuan/MWh. */
    public static final Limits USUAL = new Limits(new BigDecimal("0.05"), new BigDecimal("200"));
  }

  /**
   * A good over a day or the month.
   *
   * @param item item of the good
   * @param period day, or month
   * @param sold what is sold, 0.0001 of its unit
   * @param bought what is bought
   * @param sellersMilliYuan what sellers get, 0.001 yuan
   * @param buyersMilliYuan what buyers pay
   * @param exact whether both sides have to be equal
   * @param verdict empty if they are within the limits, else what is not
   */
  public record Line(
      String item,
      String period,
      long sold,
      long bought,
      long sellersMilliYuan,
      long buyersMilliYuan,
      boolean exact,
      String verdict) {
    /** Difference of the energies over the greater one. */
    BigDecimal share() {
      long most = Math.max(sold, bought);
      return most == 0
          ? BigDecimal.ZERO
          : BigDecimal.valueOf(sold - bought)
              .divide(BigDecimal.valueOf(most), 6, RoundingMode.HALF_UP);
    }

    private Line judged(Limits limits) {
      BigDecimal apart =
          price(buyersMilliYuan, bought).subtract(price(sellersMilliYuan, sold)).abs();
      List<String> beyond = new ArrayList<>();
      if (exact ? sold != bought : share().abs().compareTo(limits.share()) > 0) {
        beyond.add("energy");
      }
      if (exact
          ? sellersMilliYuan != buyersMilliYuan
          : sold != 0 && bought != 0 && apart.compareTo(limits.yuanPerMwh()) > 0) {
        beyond.add(exact ? "fee" : "price");
      }
      return new Line(
          item,
          period,
          sold,
          bought,
          sellersMilliYuan,
          buyersMilliYuan,
          exact,
          String.join(" and ", beyond));
    }
  }

  public TwoSides {
    lines = List.copyOf(lines);
  }

  /** Compares both sides of a month. */
  static TwoSides of(MonthFigures figures, Limits limits) {
    RuleBook book = figures.month().book();
    List<RuleBook.Item> items = figures.items();
    Map<Integer, long[][]> sums = new TreeMap<>();
    int days = figures.month().days();
    figures.days(
        (entity, item, day, quantity, amount) -> {
          long[][] of = sums.computeIfAbsent(item, k -> new long[days + 1][4]);
          int side = quantity < 0 ? 1 : 0;
          for (int period : new int[] {day - 1, days}) {
            of[period][side] += Math.abs(quantity);
            of[period][2 + side] += side == 0 ? amount : -amount;
          }
        });
    List<Line> lines = new ArrayList<>();
    sums.forEach(
        (item, periods) -> {
          String code = items.get(item).code();
          if (items.get(item).account().equals("energy") && periods[days][1] != 0) {
            for (int d = 0; d <= days; d++) {
              long[] of = periods[d];
              String period = d == days ? "month" : figures.month().date(d + 1).toString();
              lines.add(
                  new Line(code, period, of[0], of[1], of[2], of[3], exact(book, code), "")
                      .judged(limits));
            }
          }
        });
    return new TwoSides(lines);
  }

  private static boolean exact(RuleBook book, String item) {
    return book.charges().stream()
        .anyMatch(rule -> rule.item().equals(item) && rule.over() == ChargeRule.Over.CONTRACT);
  }

  /** Whether all are within the limits. */
  public boolean within() {
    return lines.stream().allMatch(line -> line.verdict().isEmpty());
  }

  Table table() {
    Table.Rows rows =
        new Table.Rows(
            "two-sides",
            "Both sides of each traded good, by day and over the month.",
            Column.text("item", "Item of the good."),
            Column.text("period", "Day, or month."),
            Column.quantity("soldMwh", "What is sold."),
            Column.quantity("boughtMwh", "What is bought."),
            Column.number("share", "Difference over the greater side."),
            Column.money("sellersYuan", "What sellers get."),
            Column.money("buyersYuan", "What buyers pay."),
            Column.number("sellersYuanPerMwh", "Mean price of the sellers."),
            Column.number("buyersYuanPerMwh", "Mean price of the buyers."),
            Column.text("beyond", "What is beyond its limit; empty if nothing is."));
    for (Line line : lines) {
      rows.add(
          line.item(),
          line.period(),
          quantity(line.sold()),
          quantity(line.bought()),
          line.share().doubleValue(),
          yuan(line.sellersMilliYuan()),
          yuan(line.buyersMilliYuan()),
          price(line.sellersMilliYuan(), line.sold()).doubleValue(),
          price(line.buyersMilliYuan(), line.bought()).doubleValue(),
          line.verdict());
    }
    return rows.table();
  }
}
