package org.gridclear.monitoring.structure;

/** How much prices vary (EQ-15). */
public final class PriceVariation {
  private PriceVariation() {}

  /**
   * Volatility: the standard deviation of the changes from period to period, over the mean price.
   *
   * @param yuanPerMwh prices by period
   * @return NaN for fewer than three periods, a missing price, or a mean that is not above 0
   */
  public static double volatility(double[] yuanPerMwh) {
    double[] changes = new double[Math.max(0, yuanPerMwh.length - 1)];
    for (int t = 0; t < changes.length; t++) {
      changes[t] = yuanPerMwh[t + 1] - yuanPerMwh[t];
    }
    double mean = mean(yuanPerMwh);
    return changes.length < 2 || !(mean > 0) ? Double.NaN : deviation(changes) / mean;
  }

  /**
   * The standard deviation of the prices over their mean.
   *
   * @param yuanPerMwh prices by period
   * @return NaN for fewer than two periods, a missing price, or a mean that is not above 0
   */
  public static double coefficient(double[] yuanPerMwh) {
    double mean = mean(yuanPerMwh);
    return yuanPerMwh.length < 2 || !(mean > 0) ? Double.NaN : deviation(yuanPerMwh) / mean;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return values.length == 0 ? Double.NaN : sum / values.length;
  }

  /** Of the whole population, for a day is not a sample of itself. */
  private static double deviation(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / values.length);
  }
}
