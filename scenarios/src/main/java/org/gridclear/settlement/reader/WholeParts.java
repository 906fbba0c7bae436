package org.gridclear.settlement.reader;

import java.util.Arrays;
import org.gridclear.quantity.FixedPoint;

/** Energy cut into whole numbers of 0.0001 MWh that add up, by largest remainder. */
final class WholeParts {
  /** Above every remainder: units of a share, of decimals that are dropped. */
  private static final long REMAINDER_MAX = 1L << 32;

  private WholeParts() {}

  /**
   * Intervals of a day whose sum is rounded once.
   *
   * @param exact energy of each interval with more decimals, not negative
   * @param dropped decimals that are dropped
   * @return energy of each interval; their sum is the rounded sum of {@code exact} (EQ-28), the
   *     earlier of two intervals with the same remainder is rounded up first
   */
  static int[] ofDay(long[] exact, int dropped) {
    long unit = FixedPoint.pow10(dropped);
    int[] parts = new int[exact.length];
    long[] remainders = new long[exact.length];
    long sum = 0;
    long given = 0;
    for (int t = 0; t < exact.length; t++) {
      parts[t] = (int) (exact[t] / unit);
      remainders[t] = exact[t] % unit;
      sum += exact[t];
      given += parts[t];
    }
    giveRest(parts, remainders, (int) (FixedPoint.divide(sum, unit) - given));
    return parts;
  }

  /**
   * A quantity shared by weights.
   *
   * @param total what is shared, not negative
   * @param weights not negative, together at most {@code whole}
   * @param whole weight of everything
   * @param parts takes one part per weight; together the rounded share of their sum, so the whole
   *     where the weights are the whole; the first of two with the same remainder is rounded up
   *     first
   * @param remainders room for as many
   */
  static void byWeight(int total, long[] weights, long whole, int[] parts, long[] remainders) {
    long weight = 0;
    long given = 0;
    for (int k = 0; k < weights.length; k++) {
      parts[k] = (int) (total * weights[k] / whole);
      remainders[k] = total * weights[k] % whole;
      weight += weights[k];
      given += parts[k];
    }
    giveRest(parts, remainders, (int) (FixedPoint.divide(total * weight, whole) - given));
  }

  private static void giveRest(int[] parts, long[] remainders, int rest) {
    if (rest == 0) {
      return;
    }
    long[] order = new long[parts.length];
    for (int k = 0; k < order.length; k++) {
      order[k] = (REMAINDER_MAX - remainders[k]) * parts.length + k;
    }
    Arrays.sort(order);
    for (int i = 0; i < rest; i++) {
      parts[(int) (order[i] % parts.length)]++;
    }
  }
}
