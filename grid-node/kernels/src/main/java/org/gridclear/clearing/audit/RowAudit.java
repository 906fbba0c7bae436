package org.gridclear.clearing.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.ConstraintPrice;
import org.gridclear.clearing.result.Relaxation;

/**
 * Checks a row that is given as data: the value within its limits but for what is reported relaxed,
 * no more of that than is needed, at its price, and a shadow price only where a limit holds.
 */
final class RowAudit {
  private static final double ROOM = 10 * Tolerance.MW;

  private final ClearingResult result;
  private final RelaxedRows relaxed;
  private final boolean priced;
  private final List<Finding> findings;
  private final Map<String, Double> prices;

  /**
   * Checks of the rows of a result.
   *
   * @param priced whether the shadow prices are those of the schedule
   */
  RowAudit(ClearingResult result, boolean priced, List<Finding> findings) {
    this.result = result;
    this.relaxed = RelaxedRows.of(result);
    this.priced = priced;
    this.findings = findings;
    this.prices = prices(result);
  }

  /** Shadow prices by the names of their rows. */
  static Map<String, Double> prices(ClearingResult result) {
    Map<String, Double> prices = new HashMap<>();
    for (ConstraintPrice price : result.shadowPrices()) {
      String row = row(price.constraint(), price.element(), price.period());
      prices.merge(row, price.yuanPerUnit(), Double::sum);
    }
    return prices;
  }

  /**
   * A row.
   *
   * @param constraint id in the catalogue
   * @param id of the constraint
   * @param period the period; -1 for more than one
   * @param day the day; -1 for the horizon
   * @param priceOf the period under which its shadow price stands
   * @param value what is counted
   * @param min least value
   * @param max greatest value
   * @param penaltyYuan price of leaving the range by one unit; infinite where nothing is to
   */
  record Row(
      String constraint,
      String id,
      int period,
      int day,
      int priceOf,
      double value,
      double min,
      double max,
      double penaltyYuan) {
    String element() {
      return "constraint " + id;
    }

    double missing() {
      return Math.max(0, Math.max(min - value, value - max));
    }
  }

  void run(Row row) {
    String element = row.element();
    double reported =
        row.period() >= 0
            ? relaxed.inPeriod(element, row.period())
            : relaxed.onDay(element, row.day());
    double tolerance = Tolerance.MW * 5 + 1e-6 * Math.abs(row.value());
    if (row.missing() > reported + tolerance) {
      String text = "%s lies outside %s..%s, reported %s";
      report("range", row, text.formatted(row.value(), row.min(), row.max(), reported));
    }
    if (priced) {
      if (row.penaltyYuan() > 0 && reported > row.missing() + tolerance) {
        report("relaxation", row, reported + " reported, outside by " + row.missing());
      }
      penalties(row);
      price(row, ROOM + tolerance);
    }
  }

  private void penalties(Row row) {
    for (Relaxation each : result.relaxations()) {
      boolean own =
          each.element().equals(row.element())
              && each.period() == row.period()
              && (each.period() >= 0 || each.day() == row.day());
      double paid = each.amount() * row.penaltyYuan();
      if (own
          && Double.isFinite(paid)
          && Math.abs(paid - each.penaltyYuan()) > 0.01 + 1e-6 * paid) {
        report("penalty", row, each.penaltyYuan() + " yuan, at its price " + paid);
      }
    }
  }

  /** The more of a limit that holds, the less a schedule costs; what gives way costs its price. */
  private void price(Row row, double room) {
    double yuan = prices.getOrDefault(row(row.constraint(), row.id(), row.priceOf()), 0.0);
    double most = row.penaltyYuan();
    double tolerance = 0.01 + 1e-6 * (Double.isFinite(most) ? most : Math.abs(yuan));
    boolean low = row.value() <= row.min() + room;
    boolean high = row.value() >= row.max() - room;
    double from = high ? -most : 0;
    double to = low ? most : 0;
    if (Double.isFinite(most)) {
      from = row.value() < row.min() - room ? most : from;
      to = row.value() > row.max() + room ? -most : to;
    }
    if (yuan < from - tolerance || yuan > to + tolerance) {
      report("shadow price", row, "%s lies outside %s..%s".formatted(yuan, from, to));
    }
  }

  /** The name of a row among {@link #prices}. */
  static String row(String constraint, String element, int period) {
    return constraint + " " + period + " " + element;
  }

  private void report(String check, Row row, String text) {
    findings.add(new Finding(check, row.element(), row.period(), text));
  }
}
