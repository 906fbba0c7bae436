package org.gridclear.market.assembly;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares a load by factors so that the parts add up to it exactly: each has the whole multiples of
 * the last decimal that its share covers, and what is left goes one by one to the largest
 * remainders, of equal ones to the first.
 */
final class LoadSharing {
  /** Decimals of a part, in MW. */
  static final int DECIMALS = 6;

  private LoadSharing() {}

  /**
   * The parts.
   *
   * @param load in MW
   * @param factors at least one, not negative, and not all 0
   */
  static List<BigDecimal> share(BigDecimal load, List<BigDecimal> factors) {
    int scale = Math.max(DECIMALS, load.scale());
    BigInteger whole = load.abs().setScale(scale).unscaledValue();
    int factorScale = factors.stream().mapToInt(BigDecimal::scale).max().orElse(0);
    List<BigInteger> weights =
        factors.stream().map(factor -> factor.setScale(factorScale).unscaledValue()).toList();
    BigInteger sum = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
    List<BigInteger> parts = new ArrayList<>();
    List<BigInteger> rests = new ArrayList<>();
    BigInteger given = BigInteger.ZERO;
    for (BigInteger weight : weights) {
      BigInteger[] quotient = whole.multiply(weight).divideAndRemainder(sum);
      parts.add(quotient[0]);
      rests.add(quotient[1]);
      given = given.add(quotient[0]);
    }
    int left = whole.subtract(given).intValueExact();
    IntStream.range(0, parts.size())
        .boxed()
        .sorted(Comparator.comparing((Integer k) -> rests.get(k)).reversed().thenComparing(k -> k))
        .limit(left)
        .forEach(k -> parts.set(k, parts.get(k).add(BigInteger.ONE)));
    boolean negative = load.signum() < 0;
    return parts.stream()
        .map(part -> new BigDecimal(negative ? part.negate() : part, scale))
        .toList();
  }
}
