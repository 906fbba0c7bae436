package org.gridclear.settlement.allocation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Shares of money add up, each is the exact one rounded down or up, the largest rests first. */
// Rows: S-07
class LargestRemainderTest {
  @Test
  void sharesAreProportionalAndTheRestGoesToTheLargestRemaindersThenTheFirst() {
    assertArrayEquals(new long[] {50, 30, 20}, share(100, 5, 3, 2));
    assertArrayEquals(new long[] {4, 3, 3}, share(10, 1, 1, 1));
    assertArrayEquals(new long[] {-4, -3, -3}, share(-10, 1, 1, 1));
    assertArrayEquals(new long[] {1, 0, 0}, share(1, 1, 1, 1));
    assertArrayEquals(new long[] {0, 0, 1}, share(1, 1, 1, 2));
    assertArrayEquals(new long[] {0, 7, 0}, share(7, 0, 3, 0));
    assertArrayEquals(new long[] {3, 6, 0}, share(9, 1, 2, 0));
  }

  private static long[] share(long amount, long... drivers) {
    return LargestRemainder.share(amount, drivers);
  }

  @Test
  void nothingIsSharedWhereNobodyDrivesOrThereIsNothing() {
    assertArrayEquals(new long[] {0, 0}, share(10, 0, 0));
    assertArrayEquals(new long[] {0, 0}, share(0, 3, 4));
    assertArrayEquals(new long[0], share(10));
  }

  @Test
  void driversThatAddUpToMoreAreRefused() {
    long half = 1L << 61;
    assertArrayEquals(new long[] {1, 1}, share(2, half - 1, half));
    assertThrows(ArithmeticException.class, () -> share(2, half, half));
    assertThrows(ArithmeticException.class, () -> share(2, Long.MAX_VALUE, 1));
  }

  @Test
  void sharesOfAnySizeAreThoseOfWholeNumbersWithoutBounds() {
    for (long seed = 0; seed < 4000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int size = 1 + random.nextInt(9);
      int bits = 1 + random.nextInt(58);
      long[] drivers =
          IntStream.range(0, size).mapToLong(i -> random.nextLong(1L << bits)).toArray();
      long amount =
          random.nextLong(1L << (1 + random.nextInt(61))) * (random.nextBoolean() ? 1 : -1);
      long[] shares = LargestRemainder.share(amount, drivers);
      long weight = Arrays.stream(drivers).sum();
      assertEquals(weight == 0 ? 0 : amount, Arrays.stream(shares).sum(), "seed " + seed);
      assertArrayEquals(expected(amount, drivers), shares, "seed " + seed);
    }
  }

  private static long[] expected(long amount, long[] drivers) {
    BigInteger weight = BigInteger.valueOf(Arrays.stream(drivers).sum());
    long[] shares = new long[drivers.length];
    if (weight.signum() == 0) {
      return shares;
    }
    BigInteger whole = BigInteger.valueOf(amount).abs();
    BigInteger[] rests = new BigInteger[drivers.length];
    BigInteger left = whole;
    for (int i = 0; i < drivers.length; i++) {
      BigInteger[] parts =
          whole.multiply(BigInteger.valueOf(drivers[i])).divideAndRemainder(weight);
      shares[i] = parts[0].longValueExact();
      rests[i] = parts[1];
      left = left.subtract(parts[0]);
    }
    Integer[] order = IntStream.range(0, drivers.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparing((Integer i) -> rests[i]).reversed());
    for (int k = 0; k < left.intValueExact(); k++) {
      shares[order[k]]++;
    }
    for (int i = 0; amount < 0 && i < shares.length; i++) {
      shares[i] = -shares[i];
    }
    return shares;
  }
}
