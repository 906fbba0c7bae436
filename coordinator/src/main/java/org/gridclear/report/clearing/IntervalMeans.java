package org.gridclear.report.clearing;

/**
 * Brings numbers by period to whole numbers by settlement interval. Periods may be shorter than an
 * interval or longer; of shorter ones the mean counts, for prices weighted (AMB-31).
 *
 * @param periods periods of a day
 * @param intervals settlement intervals of a day
 */
public record IntervalMeans(int periods, int intervals) {
  private static final int MINUTES = 24 * 60;

  /**
   * For the periods of a day.
   *
   * @param minutes length of a period
   * @throws IllegalArgumentException if they do not make a day of such intervals
   */
  public static IntervalMeans of(int periods, int minutes, int intervals) {
    int length = MINUTES / intervals;
    boolean whole = minutes % length == 0 || length % minutes == 0;
    if (!whole || periods * minutes != MINUTES) {
      throw new IllegalArgumentException(
          "%d periods of %d minutes are no day of %d intervals; clear one whole day."
              .formatted(periods, minutes, intervals));
    }
    return new IntervalMeans(periods, intervals);
  }

  private int first(int interval) {
    return interval * periods / intervals;
  }

  /** Last period of an interval; it is the first where periods are longer. */
  private int after(int interval) {
    return Math.max(first(interval) + 1, first(interval + 1));
  }

  /** Energy of each interval in 0.0001 MWh, of power by period. */
  public long[] energy(double[] mw) {
    return values(mw, new double[mw.length], 24.0 / intervals * 1e4);
  }

  /** Power of each interval in 0.0001 MW. */
  public long[] power(double[] mw) {
    return values(mw, new double[mw.length], 1e4);
  }

  /**
   * Price of each interval in 0.001 yuan/MWh.
   *
   * @param weights weight of each period; the plain mean counts where there is none
   */
  public long[] price(double[] yuanPerMwh, double[] weights) {
    return values(yuanPerMwh, weights, 1e3);
  }

  private long[] values(double[] ofPeriod, double[] weights, double scale) {
    long[] values = new long[intervals];
    for (int i = 0; i < intervals; i++) {
      double sum = 0;
      double weight = 0;
      double plain = 0;
      for (int p = first(i); p < after(i); p++) {
        sum += ofPeriod[p] * weights[p];
        weight += weights[p];
        plain += ofPeriod[p];
      }
      double mean = weight > 0 ? sum / weight : plain / (after(i) - first(i));
      values[i] = Math.round(mean * scale);
    }
    return values;
  }
}
