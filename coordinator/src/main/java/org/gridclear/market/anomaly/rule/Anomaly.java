package org.gridclear.market.anomaly.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * What a rule found at one place of a version; of several periods the worst one.
 *
 * @param rule id of the rule
 * @param type what the rule looks at
 * @param severity how grave it is
 * @param place what it is about
 * @param periods the worst period and how many there are
 * @param value the value there
 * @param threshold what it is held against, in the same unit
 * @param unit unit of the two
 */
public record Anomaly(
    String rule,
    AnomalyType type,
    AnomalySeverity severity,
    Place place,
    Periods periods,
    double value,
    double threshold,
    String unit) {
  private static final double SMALL = 0.1;
  private static final MathContext SMALL_DIGITS = new MathContext(3);

  /**
   * When it is.
   *
   * @param worst the worst period, counted from 1; 0 for the whole horizon
   * @param count how many periods; 0 for the whole horizon
   */
  public record Periods(int worst, int count) {
    /** The whole horizon. */
    public static final Periods WHOLE = new Periods(0, 0);

    /** In words, "" for the whole horizon. */
    public String text() {
      return count == 0
          ? ""
          : " in period " + worst + (count == 1 ? "" : ", the worst of " + count);
    }
  }

  /** The anomaly on one line, without its severity. */
  public String text() {
    return "%s %s%s: %s (%s)"
        .formatted(rule, place.text(), periods.text(), type.text(), measured());
  }

  /**
   * The value, its unit and the threshold; counts have no decimals, small shares all that count.
   */
  public String measured() {
    return "%s %s, threshold %s".formatted(number(value), unit, number(threshold));
  }

  private static String number(double number) {
    if (number != 0 && Math.abs(number) < SMALL) {
      return new BigDecimal(number, SMALL_DIGITS).stripTrailingZeros().toPlainString();
    }
    return String.format(Locale.ROOT, number == Math.rint(number) ? "%.0f" : "%.3f", number);
  }
}
