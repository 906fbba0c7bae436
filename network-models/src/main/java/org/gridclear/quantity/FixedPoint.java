package org.gridclear.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Whole numbers of a smallest unit: 12.345 with 3 decimals is 12 345. */
public final class FixedPoint {
  /** Digits before the point that a long can have. */
  private static final int DIGITS_MAX = 19;

  /** Decimals of energy, in MWh (S-07). */
  public static final int MWH_DECIMALS = 4;

  /** Decimals of power, in MW. */
  public static final int MW_DECIMALS = 4;

  /** Decimals of prices, in yuan/MWh (S-07). */
  public static final int PRICE_DECIMALS = 3;

  /** Decimals of amounts, in yuan (S-07). */
  public static final int YUAN_DECIMALS = 3;

  private static final long[] POWERS = new long[19];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = 10 * POWERS[i - 1];
    }
  }

  private FixedPoint() {}

  /** 10 to the power of 0 to 18. */
  public static long pow10(int exponent) {
    return POWERS[exponent];
  }

  /**
   * Nearest whole number of {@code value / 10^decimals}, halves away from zero (EQ-28), for values
   * of up to 62 bits. Common divisors are literals, so that the compiler multiplies instead.
   */
  public static long round(long value, int decimals) {
    return switch (decimals) {
      case 0 -> value;
      case 1 -> (value + (value < 0 ? -5L : 5L)) / 10L;
      case 2 -> (value + (value < 0 ? -50L : 50L)) / 100L;
      case 3 -> (value + (value < 0 ? -500L : 500L)) / 1_000L;
      case 4 -> (value + (value < 0 ? -5_000L : 5_000L)) / 10_000L;
      case 5 -> (value + (value < 0 ? -50_000L : 50_000L)) / 100_000L;
      case 6 -> (value + (value < 0 ? -500_000L : 500_000L)) / 1_000_000L;
      default -> divide(value, POWERS[decimals]);
    };
  }

  /** Nearest whole number of a quotient, halves away from zero; the divisor is positive. */
  public static long divide(long value, long divisor) {
    long quotient = value / divisor;
    long rest = Math.abs(value - quotient * divisor);
    if (rest >= divisor - rest) {
      return value < 0 ? quotient - 1 : quotient + 1;
    }
    return quotient;
  }

  /**
   * The whole number of a decimal text.
   *
   * @throws NumberFormatException if it is no number or has more decimals
   * @throws ArithmeticException if it does not fit in 63 bits
   */
  public static long parse(String text, int decimals) {
    BigDecimal value = new BigDecimal(text.strip());
    if (value.precision() - (long) value.scale() > DIGITS_MAX) {
      // Before its digits are written out: 1e999999999 has a thousand million of them.
      throw new ArithmeticException("more than %d digits".formatted(DIGITS_MAX));
    }
    try {
      return value.setScale(decimals, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    } catch (ArithmeticException e) {
      if (value.stripTrailingZeros().scale() > decimals) {
        NumberFormatException worse =
            new NumberFormatException("more than %d decimals".formatted(decimals));
        worse.initCause(e);
        throw worse;
      }
      throw e;
    }
  }

  /**
   * The whole number of a decimal text of a file.
   *
   * @param place where it stands, for messages
   * @throws IllegalArgumentException naming place and value, if it is none or too long
   */
  public static long parse(String place, String text, int decimals) {
    try {
      return parse(text, decimals);
    } catch (NumberFormatException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "%s: '%s' is no number of at most %d decimals and %d digits: %s; give one."
              .formatted(place, text, decimals, DIGITS_MAX, reason(e)),
          e);
    }
  }

  /** What {@link BigDecimal} says of a text that is no number helps nobody. */
  private static String reason(RuntimeException e) {
    return e instanceof NumberFormatException && e.getCause() == null
        ? "not a number"
        : String.valueOf(e.getMessage());
  }

  /** Plain text with all decimals. */
  public static String format(long value, int decimals) {
    return append(new StringBuilder(20), value, decimals).toString();
  }

  /** An amount in milli-yuan as a text in yuan, such as 12.500. */
  public static String yuan(long milliYuan) {
    return format(milliYuan, YUAN_DECIMALS);
  }

  /**
   * An amount in milli-yuan.
   *
   * @throws IllegalArgumentException if it is not whole milli-yuan, or too large
   */
  public static long milliYuan(BigDecimal yuan) {
    try {
      return parse(yuan.toString(), YUAN_DECIMALS);
    } catch (NumberFormatException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "The amount (%s yuan) cannot be used: %s.".formatted(yuan, e.getMessage()), e);
    }
  }

  /** Adds the plain text with all decimals. */
  public static StringBuilder append(StringBuilder text, long value, int decimals) {
    if (value < 0) {
      text.append('-');
    }
    long power = POWERS[decimals];
    text.append(Math.abs(value / power));
    if (decimals > 0) {
      text.append('.');
      long rest = Math.abs(value % power);
      for (int d = decimals - 1; d >= 0; d--) {
        text.append((char) ('0' + rest / POWERS[d] % 10));
      }
    }
    return text;
  }
}
