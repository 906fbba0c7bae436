package org.gridclear.monitoring.structure;

/** How well what was foreseen came true (EQ-15). */
public final class Execution {
  private Execution() {}

  /**
   * Accuracy of a forecast: 1 − the mean of |forecast − actual| / actual.
   *
   * @return 1 for a forecast without error; NaN where a number is missing or an actual one is not
   *     above 0
   */
  public static double forecastAccuracy(double[] forecastMw, double[] actualMw) {
    double sum = 0;
    for (int t = 0; t < actualMw.length; t++) {
      if (!(actualMw[t] > 0)) {
        return Double.NaN;
      }
      sum += Math.abs(forecastMw[t] - actualMw[t]) / actualMw[t];
    }
    return actualMw.length == 0 ? Double.NaN : 1 - sum / actualMw.length;
  }

  /**
   * Execution of a plan: 1 − Σ|actual − plan| / Σ plan.
   *
   * @return 1 for a plan that was kept; NaN where a number is missing or nothing was planned
   */
  public static double ofPlan(double[] planMw, double[] actualMw) {
    double off = 0;
    double plan = 0;
    for (int t = 0; t < planMw.length; t++) {
      off += Math.abs(actualMw[t] - planMw[t]);
      plan += planMw[t];
    }
    return plan > 0 ? 1 - off / plan : Double.NaN;
  }
}
