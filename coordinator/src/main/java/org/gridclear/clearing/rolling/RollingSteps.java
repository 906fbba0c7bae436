package org.gridclear.clearing.rolling;

import org.gridclear.quantity.Horizon;

/**
 * How windows go on.
 *
 * @param step periods whose commitment a window decides
 * @param ahead periods after them that it looks at
 */
public record RollingSteps(int step, int ahead) {
  /** Checks the sizes. */
  public RollingSteps {
    if (step <= 0 || ahead < 0) {
      throw new IllegalArgumentException(
          "A window must decide at least one period and look ahead (%d, %d)."
              .formatted(step, ahead));
    }
  }

  /**
   * Steps in periods of a horizon.
   *
   * @throws IllegalArgumentException if they are not whole periods
   */
  public static RollingSteps ofHours(double stepHours, double aheadHours, Horizon horizon) {
    return new RollingSteps(periods(stepHours, horizon), periods(aheadHours, horizon));
  }

  private static int periods(double hours, Horizon horizon) {
    double periods = hours * 60 / horizon.minutesPerPeriod();
    if (periods != Math.rint(periods)) {
      throw new IllegalArgumentException(
          "%s h are not whole periods of %d min.".formatted(hours, horizon.minutesPerPeriod()));
    }
    return (int) periods;
  }
}
