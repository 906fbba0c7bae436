package org.gridclear.monitoring.index;

/** How the numbers of the periods become that of the day. */
public enum DayFigure {
  /** Their mean. */
  MEAN,
  /** Their sum. */
  SUM,
  /** The least. */
  LOWEST,
  /** The greatest. */
  HIGHEST;

  /** The number of the day; periods without one do not count; NaN where none has one. */
  public double of(double[] byPeriod) {
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    int count = 0;
    for (double value : byPeriod) {
      if (!Double.isNaN(value)) {
        sum += value;
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
        count++;
      }
    }
    if (count == 0) {
      return Double.NaN;
    }
    return switch (this) {
      case MEAN -> sum / count;
      case SUM -> count < byPeriod.length ? Double.NaN : sum;
      case LOWEST -> least;
      case HIGHEST -> greatest;
    };
  }
}
