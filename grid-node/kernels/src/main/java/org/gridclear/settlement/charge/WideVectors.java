package org.gridclear.settlement.charge;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.gridclear.quantity.FixedPoint;

/**
 * Loops over eight whole numbers at a time where the processor has 512-bit vectors and the compiler
 * does not find them itself.
 */
final class WideVectors {
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_512;

  /** Whether this machine has such vectors; elsewhere they would be slower than plain loops. */
  private static final boolean THERE = LongVector.SPECIES_PREFERRED.vectorBitSize() >= 512;

  private static final int DECIMALS_MIN = 4;

  /** Added to a number below 2^51 it leaves the nearest whole number in the low bits. */
  private static final double MAGIC = 0x1.8p52;

  private static final long MAGIC_BITS = Double.doubleToRawLongBits(MAGIC);

  private WideVectors() {}

  /** How many of {@code n} values are rounded here; the rest is left to a plain loop. */
  static int whole(int decimals, int n) {
    return THERE && decimals >= DECIMALS_MIN ? LONGS.loopBound(n) : 0;
  }

  /**
   * Rounds values (EQ-28). Exact: a floating-point quotient serves as an estimate only, and is put
   * right with its remainder.
   *
   * <p>With p = 10^decimals ≥ 10^4 and |x| &lt; 2^62 the quotient q stays below 2^49, so the
   * estimate is off by less than 0.2, the nearest whole number by less than 0.7, and the remainder
   * x − q·p lies within ±0.7·p: it is negative exactly where q is one too large.
   */
  private static LongVector rounded(LongVector value, long p, double inverse) {
    LongVector sign = value.lanewise(VectorOperators.ASHR, 63);
    LongVector x = value.lanewise(VectorOperators.ABS).add(p / 2);
    DoubleVector estimate = (DoubleVector) x.convert(VectorOperators.L2D, 0);
    LongVector q = estimate.mul(inverse).add(MAGIC).reinterpretAsLongs().sub(MAGIC_BITS);
    LongVector tooLarge = x.sub(q.mul(p)).lanewise(VectorOperators.ASHR, 63);
    return q.add(tooLarge).lanewise(VectorOperators.XOR, sign).sub(sign);
  }

  /** Rounds the first {@code n} values, a multiple of eight. */
  static void round(long[] a, int decimals, long[] to, int n) {
    long p = FixedPoint.pow10(decimals);
    double inverse = 1.0 / p;
    for (int i = 0; i < n; i += LONGS.length()) {
      rounded(LongVector.fromArray(LONGS, a, i), p, inverse).intoArray(to, i);
    }
  }

  /** As {@link Vectors#roundAndPost}, for a multiple of eight. */
  static long roundAndPost(
      long[] a, int at, int decimals, long[] pools, int poolAt, long[] totals, int n) {
    long p = FixedPoint.pow10(decimals);
    double inverse = 1.0 / p;
    LongVector sum = LongVector.zero(LONGS);
    for (int i = 0; i < n; i += LONGS.length()) {
      LongVector amount = rounded(LongVector.fromArray(LONGS, a, at + i), p, inverse);
      sum = sum.add(amount);
      LongVector.fromArray(LONGS, pools, poolAt + i).sub(amount).intoArray(pools, poolAt + i);
      LongVector.fromArray(LONGS, totals, i).add(amount).intoArray(totals, i);
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }
}
