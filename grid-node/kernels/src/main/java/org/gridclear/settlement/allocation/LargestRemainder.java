package org.gridclear.settlement.allocation;

import java.math.BigInteger;
import java.util.Arrays;

/** Shares a whole number in proportion to drivers so that the parts add up (48). */
public final class LargestRemainder {
  private LargestRemainder() {}

  /**
   * Shares of an amount.
   *
   * @param amount what is shared; negative amounts are shared like their opposite
   * @param drivers not negative; their sum is below 2^62
   * @return one share per driver, adding up to the amount; zeros if all drivers are 0
   * @throws ArithmeticException if the drivers add up to more
   */
  public static long[] share(long amount, long[] drivers) {
    long weight = 0;
    for (long driver : drivers) {
      weight = Math.addExact(weight, driver);
    }
    long[] shares = new long[drivers.length];
    if (weight == 0 || amount == 0) {
      return shares;
    }
    if (weight >= 1L << 62) {
      throw new ArithmeticException("Drivers add up to more than 2^62.");
    }
    long whole = Math.abs(amount);
    long[] rests = new long[drivers.length];
    long given = 0;
    for (int i = 0; i < drivers.length; i++) {
      long quotient = quotient(whole, drivers[i], weight);
      shares[i] = quotient;
      rests[i] = whole * drivers[i] - quotient * weight;
      given += quotient;
    }
    giveRest(shares, rests, (int) (whole - given));
    for (int i = 0; amount < 0 && i < shares.length; i++) {
      shares[i] = -shares[i];
    }
    return shares;
  }

  /**
   * ⌊a·b/w⌋ with b ≤ w: an estimate in floating point, off by at most 2, made exact with the
   * remainder, which is right modulo 2^64 and small.
   */
  private static long quotient(long a, long b, long w) {
    if (Math.multiplyHigh(a, b) == 0 && a * b >= 0) {
      return a * b / w;
    }
    if (a >= 1L << 52 || w >= 1L << 60) {
      return BigInteger.valueOf(a)
          .multiply(BigInteger.valueOf(b))
          .divide(BigInteger.valueOf(w))
          .longValueExact();
    }
    long quotient = (long) ((double) a * b / w);
    long rest = a * b - quotient * w;
    while (Math.abs(rest) >= w) {
      long step = rest / w;
      quotient += step;
      rest -= step * w;
    }
    return rest < 0 ? quotient - 1 : quotient;
  }

  private static void giveRest(long[] shares, long[] rests, int count) {
    if (count == 0) {
      return;
    }
    long[] sorted = rests.clone();
    Arrays.sort(sorted);
    long least = sorted[sorted.length - count];
    int left = count;
    for (int i = 0; i < rests.length; i++) {
      if (rests[i] > least) {
        shares[i]++;
        left--;
      }
    }
    for (int i = 0; left > 0 && i < rests.length; i++) {
      if (rests[i] == least) {
        shares[i]++;
        left--;
      }
    }
  }
}
