package org.gridclear.monitoring.structure;

import java.util.Arrays;

/** How concentrated a market is (EQ-10). */
public final class Concentration {
  private Concentration() {}

  /**
   * The Herfindahl-Hirschman index: the sum of the squares of the shares in percent, from 10 000 /
   * n for n equal owners to 10 000 for one. 20, 30 and 50 % give 3 800.
   *
   * @param mwByOwner what each owner has, MW, 0 or more
   * @return NaN where nobody has anything
   */
  public static double hhi(double[] mwByOwner) {
    double total = total(mwByOwner);
    if (!(total > 0)) {
      return Double.NaN;
    }
    double sum = 0;
    for (double mw : mwByOwner) {
      double percent = 100 * mw / total;
      sum += percent * percent;
    }
    return sum;
  }

  /**
   * The share of the largest owners.
   *
   * @param mwByOwner what each owner has, MW, 0 or more
   * @param count how many of the largest
   * @return in 0..1; NaN where nobody has anything
   */
  public static double largestShare(double[] mwByOwner, int count) {
    double total = total(mwByOwner);
    if (!(total > 0)) {
      return Double.NaN;
    }
    double[] rising = mwByOwner.clone();
    Arrays.sort(rising);
    double sum = 0;
    for (int i = Math.max(0, rising.length - count); i < rising.length; i++) {
      sum += rising[i];
    }
    return sum / total;
  }

  private static double total(double[] mwByOwner) {
    double total = 0;
    for (double mw : mwByOwner) {
      if (mw < 0) {
        throw new IllegalArgumentException("A share of %s MW is below 0.".formatted(mw));
      }
      total += mw;
    }
    return total;
  }
}
