package org.gridclear.settlement.payment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What holds for payments and credit.
 *
 * @param dueDays working days from the invoice until it is due
 * @param lateFeePpm late fee of a day, millionths of what is open
 * @param reference what a member owes in a period, for its deposit (T-02)
 * @param multiple of the reference that is deposited, 0.0001 (T-03)
 * @param coefficients of the deposit by rating, 0.0001 (T-01)
 * @param shortageDays working days to make good a shortage of deposit (T-06)
 * @param penaltyPpm penalty of a day after that, millionths of the shortage
 * @param sharing what a default is shared by (T-08)
 */
public record PaymentTerms(
    int dueDays,
    long lateFeePpm,
    Reference reference,
    long multiple,
    Map<String, Long> coefficients,
    int shortageDays,
    long penaltyPpm,
    Sharing sharing) {
  /** What holds where nothing was set. */
  public static final PaymentTerms STANDARD =
      new PaymentTerms(
          5,
          500,
          Reference.MAXIMUM,
          10_000,
          Map.of("A", 8_000L, "B", 10_000L, "C", 12_000L),
          3,
          500,
          Sharing.CREDITORS);

  private static final int DAYS_MAX = 60;
  private static final long PPM_MAX = 10_000;
  private static final long FACTOR_MAX = 1_000_000;
  private static final long MILLION = 1_000_000;

  /** What a member owes in a period. */
  public enum Reference {
    /** The largest payable bill. */
    MAXIMUM,
    /** The mean of the payable bills of the last twelve months. */
    YEAR,
    /** The mean of the payable bills of the last three months. */
    THREE_MONTHS
  }

  /** Whom a default falls on. */
  public enum Sharing {
    /** Those that the exchange pays in the month, by what they get. */
    CREDITORS,
    /** All others with an invoice in the month, by its amount whatever its sign. */
    ALL
  }

  public PaymentTerms {
    coefficients = Collections.unmodifiableMap(new TreeMap<>(coefficients));
    check("days until due", dueDays, 1, DAYS_MAX);
    check("days of a shortage", shortageDays, 1, DAYS_MAX);
    check("late fee", lateFeePpm, 0, PPM_MAX);
    check("penalty", penaltyPpm, 0, PPM_MAX);
    check("multiple", multiple, 0, FACTOR_MAX);
    coefficients.forEach((rating, factor) -> check("coefficient " + rating, factor, 0, FACTOR_MAX));
    if (coefficients.isEmpty() || reference == null || sharing == null) {
      throw new IllegalArgumentException("Give reference, sharing and coefficients by rating.");
    }
  }

  private static void check(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "The %s (%d) must lie in %d..%d.".formatted(what, value, least, most));
    }
  }

  /** Millionths of an amount over days, r of the exact product. */
  static long perMillion(long milliYuanDays, long ppm) {
    return BigDecimal.valueOf(milliYuanDays)
        .multiply(BigDecimal.valueOf(ppm))
        .divide(BigDecimal.valueOf(MILLION), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
