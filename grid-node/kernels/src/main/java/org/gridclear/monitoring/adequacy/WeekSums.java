package org.gridclear.monitoring.adequacy;

/**
 * Sums over sampled weeks, by week of the year. Sums of blocks are added in the order of their
 * samples, so the bits do not depend on who sampled which.
 *
 * @param samples how many samples, {@code [week]}
 * @param lostHours hours in which load was lost
 * @param lostHoursSquared squares of those of a sample
 * @param lostKwh energy that was not served, kWh
 * @param lostMwhSquared squares of that of a sample, MWh²
 * @param events how often a loss of load began
 */
public record WeekSums(
    long[] samples,
    long[] lostHours,
    long[] lostHoursSquared,
    long[] lostKwh,
    double[] lostMwhSquared,
    long[] events) {
  /** No samples. */
  public static WeekSums empty(int weeks) {
    return new WeekSums(
        new long[weeks],
        new long[weeks],
        new long[weeks],
        new long[weeks],
        new double[weeks],
        new long[weeks]);
  }

  void add(int week, long hours, long kwh, long began) {
    samples[week]++;
    lostHours[week] += hours;
    lostHoursSquared[week] += hours * hours;
    lostKwh[week] += kwh;
    double mwh = kwh / 1000.0;
    lostMwhSquared[week] += mwh * mwh;
    events[week] += began;
  }

  /** These and those that follow them. */
  public WeekSums plus(WeekSums next) {
    WeekSums sum = empty(samples.length);
    for (int w = 0; w < samples.length; w++) {
      sum.samples[w] = samples[w] + next.samples[w];
      sum.lostHours[w] = lostHours[w] + next.lostHours[w];
      sum.lostHoursSquared[w] = lostHoursSquared[w] + next.lostHoursSquared[w];
      sum.lostKwh[w] = Math.addExact(lostKwh[w], next.lostKwh[w]);
      sum.lostMwhSquared[w] = lostMwhSquared[w] + next.lostMwhSquared[w];
      sum.events[w] = events[w] + next.events[w];
    }
    return sum;
  }

  /**
   * A mean and how well it is known.
   *
   * @param value the mean of a year
   * @param halfWidth half the width of its interval of 95 % confidence; NaN where a week has fewer
   *     than two samples
   */
  public record Estimate(double value, double halfWidth) {
    private static final double NORMAL_95 = 1.959963984540054;

    private static Estimate of(double value, double variance) {
      return new Estimate(value, NORMAL_95 * Math.sqrt(variance));
    }

    /** Whether a number lies in the interval. */
    public boolean holds(double number) {
      return Math.abs(number - value) <= halfWidth;
    }
  }

  /** Loss of load expectation, h of all weeks. */
  public Estimate loleHours() {
    double value = 0;
    double variance = 0;
    for (int w = 0; w < samples.length; w++) {
      double n = samples[w];
      double mean = lostHours[w] / n;
      value += mean;
      variance += (lostHoursSquared[w] - n * mean * mean) / (n - 1) / n;
    }
    return Estimate.of(value, variance);
  }

  /** Expected energy not served, MWh of all weeks. */
  public Estimate eensMwh() {
    double value = 0;
    double variance = 0;
    for (int w = 0; w < samples.length; w++) {
      double n = samples[w];
      double mean = lostKwh[w] / 1000.0 / n;
      value += mean;
      variance += Math.max(0, lostMwhSquared[w] - n * mean * mean) / (n - 1) / n;
    }
    return Estimate.of(value, variance);
  }

  /** How often a loss of load begins, times in all weeks. */
  public double lossesOfLoad() {
    double value = 0;
    for (int w = 0; w < samples.length; w++) {
      value += events[w] / (double) samples[w];
    }
    return value;
  }
}
