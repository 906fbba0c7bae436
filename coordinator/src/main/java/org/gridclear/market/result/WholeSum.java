package org.gridclear.market.result;

import java.math.BigInteger;

/** A sum of products of whole numbers, exact in 128 bits, so that no order of adding matters. */
final class WholeSum {
  private long high;
  private long low;

  /** Adds a product. */
  void add(long a, long b) {
    long more = a * b;
    long sum = low + more;
    high += Math.multiplyHigh(a, b) + (Long.compareUnsigned(sum, more) < 0 ? 1 : 0);
    low = sum;
  }

  BigInteger value() {
    BigInteger unsigned =
        BigInteger.valueOf(low >>> 1).shiftLeft(1).add(BigInteger.valueOf(low & 1));
    return BigInteger.valueOf(high).shiftLeft(Long.SIZE).add(unsigned);
  }
}
