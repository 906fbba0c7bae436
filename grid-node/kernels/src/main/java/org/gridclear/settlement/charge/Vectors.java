package org.gridclear.settlement.charge;

import java.util.Arrays;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.formula.Instruction;

/**
 * Loops over vectors of whole numbers. Divisors are literals so that the compiler multiplies
 * instead. Comparisons go by the sign of the difference, which it does in vectors: what rules are
 * proved to stay within, 62 bits, does not overflow in it.
 */
final class Vectors {
  private Vectors() {}

  static void two(Instruction.Code code, long[] a, long[] b, long[] to, int n) {
    switch (code) {
      case ADD -> {
        for (int i = 0; i < n; i++) {
          to[i] = a[i] + b[i];
        }
      }
      case SUBTRACT -> {
        for (int i = 0; i < n; i++) {
          to[i] = a[i] - b[i];
        }
      }
      case MULTIPLY -> {
        for (int i = 0; i < n; i++) {
          to[i] = a[i] * b[i];
        }
      }
      case MINIMUM -> minimum(a, b, to, n);
      case MAXIMUM -> maximum(a, b, to, n);
      default -> compare(code, a, b, to, n);
    }
  }

  private static void minimum(long[] a, long[] b, long[] to, int n) {
    for (int i = 0; i < n; i++) {
      long difference = a[i] - b[i];
      to[i] = b[i] + (difference & difference >> 63);
    }
  }

  private static void maximum(long[] a, long[] b, long[] to, int n) {
    for (int i = 0; i < n; i++) {
      long difference = a[i] - b[i];
      to[i] = a[i] - (difference & difference >> 63);
    }
  }

  private static void compare(Instruction.Code code, long[] a, long[] b, long[] to, int n) {
    switch (code) {
      case LESS -> {
        for (int i = 0; i < n; i++) {
          to[i] = (a[i] - b[i]) >>> 63;
        }
      }
      case LESS_EQUAL -> {
        for (int i = 0; i < n; i++) {
          to[i] = 1 - ((b[i] - a[i]) >>> 63);
        }
      }
      case EQUAL -> {
        for (int i = 0; i < n; i++) {
          to[i] = 1 - ((a[i] - b[i] | b[i] - a[i]) >>> 63);
        }
      }
      default -> throw new IllegalStateException("No comparison: " + code);
    }
  }

  static void sign(Instruction.Code code, long[] a, long[] to, int n) {
    boolean absolute = code == Instruction.Code.ABSOLUTE;
    for (int i = 0; i < n; i++) {
      to[i] = absolute ? Math.abs(a[i]) : -a[i];
    }
  }

  static void scale(long[] a, long factor, long[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = a[i] * factor;
    }
  }

  static void select(long[] mask, long[] then, long[] otherwise, long[] to, int n) {
    for (int i = 0; i < n; i++) {
      long chosen = (mask[i] | -mask[i]) >> 63;
      to[i] = then[i] & chosen | otherwise[i] & ~chosen;
    }
  }

  static void sum(long[] a, long[] to, int rows, int intervals) {
    for (int r = 0; r < rows; r++) {
      long sum = 0;
      for (int i = r * intervals; i < (r + 1) * intervals; i++) {
        sum += a[i];
      }
      Arrays.fill(to, r * intervals, (r + 1) * intervals, sum);
    }
  }

  /** 1 where a value becomes positive, in the first interval of a row too. */
  static void begins(long[] a, long[] to, int rows, int intervals) {
    for (int r = 0; r < rows; r++) {
      boolean on = false;
      for (int i = r * intervals; i < (r + 1) * intervals; i++) {
        boolean now = a[i] > 0;
        to[i] = now && !on ? 1 : 0;
        on = now;
      }
    }
  }

  /** Quotients; those of sums and attributes are the same over a row, and are found once. */
  static void divide(long[] a, long[] b, long factor, long[] to, int n) {
    long dividend = 0;
    long divisor = 0;
    long quotient = 0;
    for (int i = 0; i < n; i++) {
      if (a[i] != dividend || b[i] != divisor) {
        dividend = a[i];
        divisor = b[i];
        long sign = divisor < 0 ? -1 : 1;
        quotient = divisor == 0 ? 0 : FixedPoint.divide(sign * dividend * factor, sign * divisor);
      }
      to[i] = quotient;
    }
  }

  static void round(long[] a, int decimals, long[] to, int n) {
    int done = WideVectors.whole(decimals, n);
    WideVectors.round(a, decimals, to, done);
    for (int i = done; i < n; i++) {
      to[i] = FixedPoint.round(a[i], decimals);
    }
  }

  /**
   * Rounds values and posts them: less in the pool, more in the totals.
   *
   * @return their sum
   */
  static long roundAndPost(
      long[] a, int at, int decimals, long[] pools, int poolAt, long[] totals, int n) {
    int done = WideVectors.whole(decimals, n);
    long sum =
        done == 0 ? 0 : WideVectors.roundAndPost(a, at, decimals, pools, poolAt, totals, done);
    for (int i = done; i < n; i++) {
      long amount = FixedPoint.round(a[at + i], decimals);
      sum += amount;
      pools[poolAt + i] -= amount;
      totals[i] += amount;
    }
    return sum;
  }
}
