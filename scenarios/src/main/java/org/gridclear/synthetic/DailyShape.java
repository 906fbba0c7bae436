package org.gridclear.synthetic;

import java.util.SplittableRandom;
import org.gridclear.quantity.Horizon;

/** Shapes of a day as hourly values that are interpolated to the horizon's periods. */
final class DailyShape {
  private static final double[] LOAD = {
    0.66, 0.63, 0.61, 0.60, 0.61, 0.65, 0.73, 0.82, 0.88, 0.91, 0.93, 0.94,
    0.92, 0.91, 0.90, 0.90, 0.92, 0.96, 1.00, 0.99, 0.95, 0.88, 0.79, 0.71
  };
  private static final double[] SUN = {
    0, 0, 0, 0, 0, 0.02, 0.12, 0.30, 0.50, 0.68, 0.80, 0.86, 0.87, 0.83, 0.74, 0.60, 0.42, 0.22,
    0.07, 0, 0, 0, 0, 0
  };

  private DailyShape() {}

  /** Load as a share of the day's peak. */
  static double load(Horizon horizon, int t) {
    return at(LOAD, horizon, t);
  }

  /** Solar output as a share of capacity on a clear day. */
  static double sun(Horizon horizon, int t) {
    return at(SUN, horizon, t);
  }

  private static double at(double[] hourly, Horizon horizon, int t) {
    double hour = (t + 0.5) * horizon.hoursPerPeriod() - 0.5 + horizon.startMinute() / 60.0;
    int before = (int) Math.floor(hour);
    double share = hour - before;
    return (1 - share) * hourly[Math.floorMod(before, 24)]
        + share * hourly[Math.floorMod(before + 1, 24)];
  }

  /**
   * A slowly wandering factor around 1: an autoregressive walk with an hourly memory of 0.8.
   *
   * @param deviation standard deviation of the factor
   */
  static double[] wander(SplittableRandom random, Horizon horizon, double deviation) {
    double memory = Math.pow(0.8, horizon.hoursPerPeriod());
    double[] factor = new double[horizon.periodCount()];
    double state = random.nextGaussian();
    for (int t = 0; t < factor.length; t++) {
      factor[t] = 1 + deviation * state;
      state = memory * state + Math.sqrt(1 - memory * memory) * random.nextGaussian();
    }
    return factor;
  }
}
