package org.gridclear.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers at their precision: so many decimals at most, fifteen digits at most, no exponent, no
 * trailing zeros, no negative zero.
 */
public final class NumberText {
  private static final int DIGITS_MAX = 15;
  private static final MathContext DIGITS = new MathContext(DIGITS_MAX, RoundingMode.HALF_EVEN);
  private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
  private static final double EXACT_MAX = 1e15;

  private NumberText() {}

  /** The number as text; infinite ones are {@code INF} and {@code -INF}, what is none is "". */
  public static String of(double value, int decimals) {
    if (Double.isNaN(value)) {
      return "";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "INF" : "-INF";
    }
    if (decimals < POWERS.length && Math.abs(value) * POWERS[decimals] < EXACT_MAX) {
      return scaled(Math.round(Math.abs(value) * POWERS[decimals]), decimals, value < 0);
    }
    BigDecimal rounded = decimal(value, decimals);
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }

  /** The number that the text says; infinite ones as they are. */
  public static double rounded(double value, int decimals) {
    return Double.isFinite(value) ? Double.parseDouble(of(value, decimals)) : value;
  }

  private static BigDecimal decimal(double value, int decimals) {
    return BigDecimal.valueOf(value)
        .setScale(decimals, RoundingMode.HALF_EVEN)
        .round(DIGITS)
        .stripTrailingZeros();
  }

  private static String scaled(long units, int decimals, boolean negative) {
    if (units == 0) {
      return "0";
    }
    long power = (long) POWERS[decimals];
    StringBuilder text = new StringBuilder(20).append(negative ? "-" : "").append(units / power);
    long rest = units % power;
    if (rest != 0) {
      String digits = Long.toString(rest);
      text.append('.').append("0".repeat(decimals - digits.length()));
      int end = digits.length();
      while (digits.charAt(end - 1) == '0') {
        end--;
      }
      text.append(digits, 0, end);
    }
    return text.toString();
  }
}
