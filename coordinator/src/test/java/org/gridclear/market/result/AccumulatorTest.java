package org.gridclear.market.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.gridclear.account.Right;
import org.gridclear.account.Scope;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.day.BlockLayout.ValueColumn;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.table.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Figures of groups, by hand and by exact arithmetic of another kind. */
// Rows: D-16
class AccumulatorTest {
  private static Accumulator of(long... valuesAndMinutes) {
    Accumulator all = new Accumulator(true);
    for (int i = 0; i < valuesAndMinutes.length; i += 2) {
      all.add(valuesAndMinutes[i], (int) valuesAndMinutes[i + 1]);
    }
    return all;
  }

  /** 10.0 MW over an hour and 40.0 over a quarter: (10·60 + 40·15)/75 = 16, 20 MWh. */
  @Test
  void numbersCountAsLongAsTheyHold() {
    Accumulator two = of(100, 60, 400, 15);
    assertEquals(16.0, two.mean(1));
    assertEquals(20.0, two.energyMwh(1));
    assertEquals(1.25, two.hours());
    assertEquals(10.0, two.min(1));
    assertEquals(40.0, two.max(1));
    assertEquals(2, two.count());
    assertEquals(0, two.missed());
  }

  @Test
  void nothingHasNoFigures() {
    Accumulator none = of();
    none.missing();
    none.missing();
    assertNull(none.min(1));
    assertNull(none.max(1));
    assertNull(none.mean(1));
    assertNull(none.weightedMean(1));
    assertEquals(2, none.missed());
    assertEquals(0, none.count());
    assertEquals(0.0, none.hours());
    assertEquals(0.0, none.energyMwh(1));
  }

  @Test
  void negativeNumbersAreLeast() {
    Accumulator prices = of(-300, 60, 100, 60, -50, 60);
    assertEquals(-300.0, prices.min(0));
    assertEquals(100.0, prices.max(0));
    assertEquals(-83.33, of(-30000, 60, 10000, 60, -5000, 60).mean(2));
  }

  /** Prices 100 with 1 MW over an hour and 400 with 9 MW over 20 min: (100·1 + 400·3)/4 = 325. */
  @Test
  void weightedMeanIsWeightedByEnergy() {
    Accumulator two = of(100, 60, 400, 20);
    two.weight(100, 10, 60);
    two.weight(400, 90, 20);
    assertEquals(325.0, two.weightedMean(0));
    two.unweighted();
    assertNull(two.weightedMean(0), "a number without its weight");
  }

  @Test
  void weightsOfNothingGiveNoMean() {
    Accumulator zero = of(100, 60);
    zero.weight(100, 0, 60);
    assertNull(zero.weightedMean(0));
  }

  @ParameterizedTest
  @CsvSource({"1, 2, 0", "3, 2, 2", "5, 2, 2", "7, 2, 4", "-1, 2, 0", "-3, 2, -2"})
  void meansAreRoundedHalfToEven(long sum, int count, double mean) {
    Accumulator all = of();
    for (int i = 0; i < count - 1; i++) {
      all.add(0, 60);
    }
    all.add(sum, 60);
    assertEquals(mean, all.mean(0) + 0.0);
  }

  /** Of four hours of 40, 30, 20 and 10: 30 or more is reached half of the time. */
  @ParameterizedTest
  @CsvSource({
    "0, 40", "1, 40", "25, 40", "26, 30", "50, 30", "51, 20", "75, 20", "76, 10", "100, 10"
  })
  void durationCurveIsWhatIsReachedForAShareOfTheTime(int percent, double value) {
    Accumulator hours = of(20, 60, 40, 60, 10, 60, 30, 60);
    assertArrayEquals(new double[] {value}, hours.curve(new int[] {percent}, 0));
  }

  @Test
  void durationCurveCountsTimeAndNotNumbers() {
    Accumulator uneven = of(10, 45, 40, 15);
    assertArrayEquals(new double[] {40, 40, 10, 10}, uneven.curve(new int[] {0, 25, 26, 100}, 0));
    Accumulator many = new Accumulator(true);
    for (int i = 0; i < 1000; i++) {
      many.add(i, 60);
    }
    assertArrayEquals(
        new double[] {9.99, 9.90, 5.00, 0.0}, many.curve(new int[] {0, 1, 50, 100}, 2), 1e-12);
  }

  @Test
  void sumsOfProductsAreThoseOfExactArithmetic() {
    Random random = new Random(5);
    WholeSum sum = new WholeSum();
    BigInteger expected = BigInteger.ZERO;
    for (int i = 0; i < 2000; i++) {
      long a = random.nextLong() >> random.nextInt(64);
      long b = random.nextLong() >> (1 + random.nextInt(63));
      sum.add(a, b);
      expected = expected.add(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)));
      assertEquals(expected, sum.value());
    }
    assertTrue(expected.bitLength() > 64, "beyond a long");
  }

  @Test
  void sumOfOneProductKeepsItsSign() {
    for (long[] each :
        List.of(
            new long[] {-1, 1},
            new long[] {1, 1},
            new long[] {Long.MIN_VALUE, 1},
            new long[] {Long.MAX_VALUE, -3},
            new long[] {0, -5})) {
      WholeSum sum = new WholeSum();
      sum.add(each[0], each[1]);
      assertEquals(BigInteger.valueOf(each[0]).multiply(BigInteger.valueOf(each[1])), sum.value());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "12345, 2, 123.45",
    "-12345, 3, -12.345",
    "0, 4, 0",
    "1, 12, 1e-12",
    "1, 13, 1e-13",
    "9007199254740993, 1, 900719925474099.3",
    "5, 0, 5"
  })
  void cellsAreTheNumbersNearestToTheDecimal(long value, int decimals, double number) {
    assertEquals(number, Cells.number(value, decimals));
    assertEquals(number, Cells.of(new ValueColumn("mw", Column.Type.NUMBER, decimals), value));
  }

  @Test
  void cellsOfFlagsAndCountsAreOfTheirKind() {
    assertEquals(true, Cells.of(new ValueColumn("on", Column.Type.FLAG, 0), 1));
    assertEquals(false, Cells.of(new ValueColumn("on", Column.Type.FLAG, 0), 0));
    assertEquals(7L, Cells.of(new ValueColumn("n", Column.Type.WHOLE, 0), 7));
    assertNull(Cells.of(new ValueColumn("mw", Column.Type.NUMBER, 1), ResultBlock.MISSING));
  }

  private static final LocalDate DATE = LocalDate.of(2026, 10, 1);

  @ParameterizedTest
  @CsvSource({"0, true", "3659, true", "3660, false", "-1, false"})
  void rangesHaveTenYearsAtMost(int days, boolean allowed) {
    LocalDate to = DATE.plusDays(days);
    if (allowed) {
      assertEquals(to, DayQuery.of(Market.DA, DATE, to).to());
    } else {
      assertThrows(IllegalArgumentException.class, () -> DayQuery.of(Market.DA, DATE, to));
    }
  }

  @Test
  void groupIsNamedOnce() {
    assertEquals(List.of("day", "zone"), StatisticsQuery.figures("day", "zone").by());
    assertThrows(
        IllegalArgumentException.class, () -> StatisticsQuery.figures("zone", "day", "zone"));
  }

  /** docs/market.md: prices and balance for the market, units for their owners. */
  @ParameterizedTest
  @EnumSource(ResultKind.class)
  void kindsAreSeenByTheRightForThem(ResultKind kind) {
    boolean own =
        List.of("UNITS", "COMMITMENT", "OFFERS", "LOADS", "STORAGE").contains(kind.name());
    boolean both = kind == ResultKind.RESERVES;
    Viewer market = new Viewer(Scope.ALL, Set.of(Right.READ_MARKET));
    Viewer member = new Viewer(Scope.ALL, Set.of(Right.READ_OWN));
    Viewer nobody = new Viewer(Scope.ALL, Set.of());
    assertEquals(!own || both, market.sees("da", kind));
    assertEquals(own || both, member.sees("da", kind));
    assertEquals(false, nobody.sees("da", kind));
    assertEquals(true, Viewer.LOCAL.sees("da", kind));
  }

  @ParameterizedTest
  @CsvSource({
    "OPERATE_MARKET, true",
    "APPROVE_DAY, true",
    "READ_RESULTS, true",
    "READ_DECLARATIONS, true",
    "READ_MARKET, false",
    "READ_OWN, false",
    "SETTLE, false"
  })
  void draftsAreForThoseWhoBringThemOn(Right right, boolean drafts) {
    assertEquals(drafts, Viewer.of(Scope.ALL, Set.of(right)).drafts());
    assertEquals(drafts, Viewer.of(Scope.ALL, EnumSet.of(Right.READ_OWN, right)).drafts());
  }

  @Test
  void alarmsAreToldWholeToWhoSeesEverything() {
    assertEquals("a: b: c", Viewer.LOCAL.told("a: b: c"));
  }
}
