package org.gridclear.clearing.bound;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gridclear.clearing.warmstart.Inequality;
import org.gridclear.solver.LinearModel;

/**
 * Rounds an inequality over whole and continuous columns to one that cuts off a point, if there is
 * one (Marchand, Wolsey 2001, Aggregation and mixed integer rounding to solve MIPs). With columns
 * counted from a bound, whole ones from the nearer, {@code Σ a·x ≤ b} becomes, divided by δ and
 * with {@code f = b/δ − ⌊b/δ⌋}, {@code Σ_whole (⌊a/δ⌋ + (frac(a/δ) − f)⁺/(1 − f))·x + Σ_other
 * min(0, a/δ)/(1 − f)·x ≤ ⌊b/δ⌋}. Model (50).
 */
public final class MixedRounding {
  private static final double FRACTION_MIN = 0.01;
  private static final double OPEN_MIN = 1e-6;
  private static final double DISTANCE_MIN = 1e-4;
  private static final double ALMOST = 1e-9;
  private static final double[] PARTS = {2, 4, 8};

  private final int[] columns;
  private final double[] value;
  private final double[] x;
  private final double[] bound;
  private final boolean[] fromUpper;
  private final boolean[] whole;
  private final boolean[] binary;
  private double right;
  private double divisor;
  private double distance = DISTANCE_MIN;

  private MixedRounding(LinearModel linear, Inequality sum, double[] point) {
    this.columns = sum.columns();
    this.value = sum.values().clone();
    this.x = new double[columns.length];
    this.bound = new double[columns.length];
    this.fromUpper = new boolean[columns.length];
    this.whole = new boolean[columns.length];
    this.binary = new boolean[columns.length];
    this.right = sum.upper();
    for (int k = 0; k < columns.length; k++) {
      whole[k] = linear.isInteger(columns[k]);
      double lower = linear.columnLower(columns[k]);
      double upper = linear.columnUpper(columns[k]);
      lower = whole[k] ? Math.ceil(lower - ALMOST) : lower;
      upper = whole[k] ? Math.floor(upper + ALMOST) : upper;
      binary[k] = whole[k] && upper - lower == 1;
      double at = point[columns[k]];
      fromUpper[k] = upper - at < at - lower;
      bound[k] = fromUpper[k] ? upper : lower;
      right -= value[k] * bound[k];
      value[k] = lower == upper ? 0 : fromUpper[k] ? -value[k] : value[k];
      x[k] = Math.max(0, fromUpper[k] ? upper - at : at - lower);
    }
  }

  /**
   * The rounded inequality that lies furthest beyond a point.
   *
   * @param linear bounds of the columns and which are whole
   * @param sum an inequality that holds
   * @return empty if none cuts the point off
   */
  public static Optional<Inequality> cut(LinearModel linear, Inequality sum, double[] point) {
    MixedRounding rounding = new MixedRounding(linear, sum, point);
    if (!Double.isFinite(rounding.right)) {
      return Optional.empty();
    }
    rounding.chooseDivisor();
    if (rounding.divisor == 0) {
      return Optional.empty();
    }
    rounding.chooseSides();
    return Optional.of(rounding.rounded());
  }

  private void chooseDivisor() {
    IntStream.range(0, value.length)
        .filter(k -> whole[k] && x[k] > OPEN_MIN)
        .mapToDouble(k -> Math.abs(value[k]))
        .filter(size -> size > OPEN_MIN)
        .distinct()
        .sorted()
        .forEach(this::tryDivisor);
    double best = divisor;
    for (double part : PARTS) {
      tryDivisor(best / part);
    }
  }

  private void tryDivisor(double by) {
    double reached = by > 0 ? distance(by) : 0;
    if (reached > distance) {
      distance = reached;
      divisor = by;
    }
  }

  /** Counts statuses that are between their bounds from the other one where that is better. */
  private void chooseSides() {
    int[] open =
        IntStream.range(0, value.length)
            .filter(k -> binary[k] && x[k] > OPEN_MIN)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> -x[k]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int k : open) {
      turn(k);
      double reached = distance(divisor);
      if (reached > distance) {
        distance = reached;
      } else {
        turn(k);
      }
    }
  }

  private void turn(int k) {
    bound[k] += fromUpper[k] ? -1 : 1;
    fromUpper[k] = !fromUpper[k];
    right -= value[k];
    value[k] = -value[k];
    x[k] = 1 - x[k];
  }

  /** How far the point lies beyond the rounded inequality; 0 where rounding says nothing. */
  private double distance(double by) {
    double scaled = right / by;
    double fraction = scaled - Math.floor(scaled);
    if (fraction < FRACTION_MIN || fraction > 1 - FRACTION_MIN) {
      return 0;
    }
    double excess = -Math.floor(scaled);
    double squares = 0;
    for (int k = 0; k < value.length; k++) {
      double rounded = rounded(k, by, fraction);
      excess += rounded * x[k];
      squares += rounded * rounded;
    }
    return squares == 0 ? 0 : excess / Math.sqrt(squares);
  }

  private double rounded(int k, double by, double fraction) {
    double scaled = value[k] / by;
    if (!whole[k]) {
      return Math.min(0, scaled) / (1 - fraction);
    }
    double floor = Math.floor(scaled + ALMOST);
    return floor + Math.max(0, scaled - floor - fraction) / (1 - fraction);
  }

  private Inequality rounded() {
    double scaled = right / divisor;
    double upper = Math.floor(scaled);
    double fraction = scaled - upper;
    int[] kept = new int[columns.length];
    double[] values = new double[columns.length];
    int size = 0;
    for (int k = 0; k < columns.length; k++) {
      double rounded = rounded(k, divisor, fraction);
      if (Math.abs(rounded) > ALMOST) {
        double signed = fromUpper[k] ? -rounded : rounded;
        upper += signed * bound[k];
        kept[size] = columns[k];
        values[size++] = signed;
      }
    }
    return new Inequality(Arrays.copyOf(kept, size), Arrays.copyOf(values, size), upper);
  }
}
