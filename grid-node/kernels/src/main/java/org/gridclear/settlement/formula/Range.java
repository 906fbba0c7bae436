package org.gridclear.settlement.formula;

import java.math.BigInteger;
import java.util.stream.Stream;

/**
 * Least and greatest value that a number can have.
 *
 * @param min least
 * @param max greatest
 */
record Range(BigInteger min, BigInteger max) {
  static Range of(long value) {
    return new Range(BigInteger.valueOf(value), BigInteger.valueOf(value));
  }

  static Range within(long bound) {
    return new Range(BigInteger.valueOf(-bound), BigInteger.valueOf(bound));
  }

  Range plus(Range other) {
    return new Range(min.add(other.min), max.add(other.max));
  }

  Range negated() {
    return new Range(max.negate(), min.negate());
  }

  Range times(Range other) {
    var corners =
        Stream.of(
                min.multiply(other.min),
                min.multiply(other.max),
                max.multiply(other.min),
                max.multiply(other.max))
            .sorted()
            .toList();
    return new Range(corners.get(0), corners.get(3));
  }

  Range times(long factor) {
    return times(of(factor));
  }

  Range absolute() {
    BigInteger greatest = min.abs().max(max.abs());
    return new Range(min.signum() > 0 ? min : BigInteger.ZERO, greatest);
  }

  Range least(Range other) {
    return new Range(min.min(other.min), max.min(other.max));
  }

  Range greatest(Range other) {
    return new Range(min.max(other.min), max.max(other.max));
  }

  Range either(Range other) {
    return new Range(min.min(other.min), max.max(other.max));
  }

  /** Range of the value divided by a positive number and rounded. */
  Range over(long divisor) {
    BigInteger by = BigInteger.valueOf(divisor);
    return new Range(min.divide(by).subtract(BigInteger.ONE), max.divide(by).add(BigInteger.ONE));
  }

  boolean fits() {
    return min.bitLength() <= 62 && max.bitLength() <= 62;
  }
}
