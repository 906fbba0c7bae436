package org.gridclear.market.result;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Figures of the numbers of a group, each weighted with how long it holds. */
final class Accumulator {
  private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);
  private static final int HOURS_DECIMALS = 6;

  private final WholeSum sum = new WholeSum();
  private final WholeSum weighted = new WholeSum();
  private final WholeSum weights = new WholeSum();
  private final boolean curve;
  private long[] values = new long[0];
  private int[] lengths = new int[0];
  private int kept;
  private long min = Long.MAX_VALUE;
  private long max = Long.MIN_VALUE;
  private long minutes;
  private long count;
  private long missing;
  private boolean unweighted;

  Accumulator(boolean curve) {
    this.curve = curve;
  }

  /** Adds a number that holds for some minutes. */
  void add(long value, int length) {
    min = Math.min(min, value);
    max = Math.max(max, value);
    sum.add(value, length);
    minutes += length;
    count++;
    if (curve) {
      keep(value, length);
    }
  }

  /** Adds its weight. */
  void weight(long value, long weight, int length) {
    weighted.add(value, Math.multiplyExact(weight, (long) length));
    weights.add(weight, length);
  }

  /** Counts a number that is not there. */
  void missing() {
    missing++;
  }

  /** Says that a number has no weight, so that there is no weighted mean. */
  void unweighted() {
    unweighted = true;
  }

  private void keep(long value, int length) {
    if (kept == values.length) {
      values = Arrays.copyOf(values, Math.max(64, 2 * kept));
      lengths = Arrays.copyOf(lengths, values.length);
    }
    values[kept] = value;
    lengths[kept++] = length;
  }

  long count() {
    return count;
  }

  long missed() {
    return missing;
  }

  @Nullable Double min(int decimals) {
    return count == 0 ? null : (Double) Cells.number(min, decimals);
  }

  @Nullable Double max(int decimals) {
    return count == 0 ? null : (Double) Cells.number(max, decimals);
  }

  @Nullable Double mean(int decimals) {
    return quotient(sum.value(), decimals, BigInteger.valueOf(minutes), 0, decimals);
  }

  /** Mean weighted by what was added as weight; null where the weights are 0 or one is missing. */
  @Nullable Double weightedMean(int decimals) {
    return unweighted ? null : quotient(weighted.value(), decimals, weights.value(), 0, decimals);
  }

  private static @Nullable Double quotient(
      BigInteger sum, int scale, BigInteger by, int byScale, int decimals) {
    if (by.signum() == 0) {
      return null;
    }
    return (Double)
        new BigDecimal(sum, scale)
            .divide(new BigDecimal(by, byScale), decimals, RoundingMode.HALF_EVEN)
            .doubleValue();
  }

  Double hours() {
    return (Double)
        BigDecimal.valueOf(minutes)
            .divide(MINUTES_PER_HOUR, HOURS_DECIMALS, RoundingMode.HALF_EVEN)
            .doubleValue();
  }

  /** Sum of power over time; decimals are those of the power. */
  Double energyMwh(int decimals) {
    return (Double)
        new BigDecimal(sum.value(), decimals)
            .divide(MINUTES_PER_HOUR, decimals, RoundingMode.HALF_EVEN)
            .doubleValue();
  }

  /**
   * The greatest number that is reached or exceeded for at least a share of the time: the duration
   * curve. Share 0 is the maximum, share 100 the minimum.
   */
  double[] curve(int[] percents, int decimals) {
    Integer[] order = new Integer[kept];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Long.compare(values[b], values[a]));
    double[] points = new double[percents.length];
    long passed = 0;
    int at = 0;
    for (int p = 0; p < percents.length; p++) {
      while (at < kept - 1 && (passed + lengths[order[at]]) * 100 < minutes * percents[p]) {
        passed += lengths[order[at++]];
      }
      points[p] = Cells.number(values[order[at]], decimals);
    }
    return points;
  }
}
