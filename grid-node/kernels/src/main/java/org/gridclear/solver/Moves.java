package org.gridclear.solver;

/**
 * How far values may move from where they are, in units of a small step: a bound that is met allows
 * moves to one side only, one that is not met any move. Where the bounds themselves move by a step,
 * the values that meet them move with them.
 *
 * @param lower least move of every value
 * @param upper greatest move of every value
 */
public record Moves(double[] lower, double[] upper) {
  private static final double MET = 1e-6;
  private static final double MET_SHARE = 1e-9;

  /**
   * The moves from a point.
   *
   * @param lower lower bounds
   * @param upper upper bounds
   * @param values values within them
   * @param steps by how much the bounds move; empty where they stay
   */
  public static Moves from(double[] lower, double[] upper, double[] values, double[] steps) {
    double[] least = new double[values.length];
    double[] most = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double step = i < steps.length ? steps[i] : 0;
      boolean fixed = lower[i] == upper[i];
      least[i] =
          fixed || values[i] - lower[i] <= tolerance(lower[i]) ? step : Double.NEGATIVE_INFINITY;
      most[i] =
          fixed || upper[i] - values[i] <= tolerance(upper[i]) ? step : Double.POSITIVE_INFINITY;
    }
    return new Moves(least, most);
  }

  private static double tolerance(double bound) {
    return Double.isInfinite(bound) ? 0 : MET + MET_SHARE * Math.abs(bound);
  }
}
