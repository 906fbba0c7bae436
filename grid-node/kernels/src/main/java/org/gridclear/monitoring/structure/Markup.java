package org.gridclear.monitoring.structure;

/** How far prices lie above cost (EQ-13). */
public final class Markup {
  private Markup() {}

  /**
   * The Lerner index (P − MC)/P: 0 where the price is the marginal cost, 1 where that is 0.
   *
   * @param yuanPerMwh the price
   * @param costYuanPerMwh the marginal cost
   * @return NaN where the price is not above 0
   */
  public static double lerner(double yuanPerMwh, double costYuanPerMwh) {
    return yuanPerMwh > 0 ? (yuanPerMwh - costYuanPerMwh) / yuanPerMwh : Double.NaN;
  }

  /**
   * A mean weighted by energy; what is not defined, or has no weight, does not count.
   *
   * @param index numbers
   * @param weightMw weight of each, MW
   * @return NaN where nothing counts
   */
  public static double weighted(double[] index, double[] weightMw) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < index.length; i++) {
      if (!Double.isNaN(index[i]) && weightMw[i] > 0) {
        sum += index[i] * weightMw[i];
        weights += weightMw[i];
      }
    }
    return weights > 0 ? sum / weights : Double.NaN;
  }
}
