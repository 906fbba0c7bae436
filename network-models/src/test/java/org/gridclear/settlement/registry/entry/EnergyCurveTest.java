package org.gridclear.settlement.registry.entry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.gridclear.settlement.registry.Validity;
import org.gridclear.settlement.registry.entry.EnergyCurve.DayType;
import org.gridclear.settlement.registry.entry.Trade.Decomposition;
import org.junit.jupiter.api.Test;

/** Totals as curves. */
// Rows
class EnergyCurveTest {
  private static DayType type(LocalDate day) {
    if (day.getDayOfMonth() <= 3 && day.getMonthValue() == 10) {
      return DayType.HOLIDAY;
    }
    return day.getDayOfWeek().getValue() >= 6 ? DayType.WEEKEND : DayType.WORKDAY;
  }

  private static EnergyCurve curve(long total, String from, String to, Decomposition weights) {
    return new EnergyCurve(
        total, new Validity(LocalDate.parse(from), LocalDate.parse(to)), weights);
  }

  private static List<Long> drawn(SplittableRandom random, int count) {
    List<Long> weights = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      weights.add((long) random.nextInt(1, 1000));
    }
    return weights;
  }

  @Test
  void everyLevelAddsUpToTheOneAbove() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 40; round++) {
      int profile = List.of(0, 24, 48, 96).get(random.nextInt(4));
      int intervals = List.of(24, 48, 96).get(random.nextInt(3));
      long total = random.nextLong(1, 5_000_000_000L);
      EnergyCurve curve =
          curve(
              total,
              "2026-09-15",
              "2027-03-02",
              new Decomposition(drawn(random, 7), drawn(random, 3), drawn(random, profile)));
      long sum = 0;
      for (int m = 0; m < 7; m++) {
        long[][] month = curve.of(curve.months().get(m), EnergyCurveTest::type, intervals);
        long ofMonth = Arrays.stream(month).flatMapToLong(Arrays::stream).sum();
        assertEquals(curve.byMonth()[m], ofMonth);
        sum += ofMonth;
      }
      assertEquals(total, sum);
    }
  }

  @Test
  void aPartIsWithinOneLastDecimalOfItsExactShare() {
    Decomposition weights = new Decomposition(List.of(), List.of(5L, 3L, 2L), List.of());
    EnergyCurve curve = curve(1_000_003, "2026-10-01", "2026-10-31", weights);
    long[][] month = curve.of(YearMonth.of(2026, 10), EnergyCurveTest::type, 24);
    long all = 0;
    for (int day = 1; day <= 31; day++) {
      all += List.of(5, 3, 2).get(type(LocalDate.of(2026, 10, day)).ordinal());
    }
    for (int day = 1; day <= 31; day++) {
      int weight = List.of(5, 3, 2).get(type(LocalDate.of(2026, 10, day)).ordinal());
      BigDecimal exact =
          new BigDecimal(1_000_003L * weight)
              .divide(new BigDecimal(all), 20, RoundingMode.HALF_EVEN);
      BigDecimal off = exact.subtract(new BigDecimal(Arrays.stream(month[day - 1]).sum())).abs();
      assertTrue(off.compareTo(BigDecimal.ONE) < 0, "day " + day + ": " + off);
    }
  }

  @Test
  void theLargestRemaindersAreRoundedUpAndTheEarlierOfTwo() {
    assertArrayEquals(
        new long[] {4, 3, 3}, EnergyCurve.shared(10, new long[] {1, 1, 1}, "weights"));
    assertArrayEquals(
        new long[] {1, 2, 7}, EnergyCurve.shared(10, new long[] {14, 16, 70}, "weights"));
    assertArrayEquals(
        new long[] {Long.MAX_VALUE / 2 + 1, Long.MAX_VALUE / 2},
        EnergyCurve.shared(Long.MAX_VALUE, new long[] {9, 9}, "weights"));
  }

  @Test
  void daysOutsideHaveNoneAndMonthsOutsideNeither() {
    EnergyCurve curve =
        curve(310, "2026-10-31", "2026-11-02", new Decomposition(List.of(), List.of(), List.of()));
    assertArrayEquals(new long[] {103, 207}, curve.byMonth());
    long[][] october = curve.of(YearMonth.of(2026, 10), EnergyCurveTest::type, 24);
    assertEquals(0, Arrays.stream(october).limit(30).flatMapToLong(Arrays::stream).sum());
    assertEquals(103, Arrays.stream(october[30]).sum());
    long[][] december = curve.of(YearMonth.of(2026, 12), EnergyCurveTest::type, 24);
    assertEquals(0, Arrays.stream(december).flatMapToLong(Arrays::stream).sum());
  }

  @Test
  void aProfileOfHoursIsSpreadAndOneOfQuartersAddedUp() {
    List<Long> hours = new ArrayList<>();
    List<Long> quarters = new ArrayList<>();
    for (long h = 0; h < 24; h++) {
      hours.add(h);
      quarters.addAll(List.of(h, h, h, h));
    }
    EnergyCurve ofHours =
        curve(276, "2026-10-05", "2026-10-05", new Decomposition(List.of(), List.of(), hours));
    EnergyCurve ofQuarters =
        curve(276, "2026-10-05", "2026-10-05", new Decomposition(List.of(), List.of(), quarters));
    long[] byHour = ofQuarters.of(YearMonth.of(2026, 10), EnergyCurveTest::type, 24)[4];
    assertArrayEquals(hours.stream().mapToLong(Long::longValue).toArray(), byHour);
    assertArrayEquals(
        ofHours.of(YearMonth.of(2026, 10), EnergyCurveTest::type, 96)[4],
        ofQuarters.of(YearMonth.of(2026, 10), EnergyCurveTest::type, 96)[4]);
  }

  @Test
  void energyThatNoDayMayTakeIsRefused() {
    EnergyCurve curve =
        curve(
            5,
            "2026-10-03",
            "2026-10-04",
            new Decomposition(List.of(), List.of(1L, 0L, 0L), List.of()));
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> curve.of(YearMonth.of(2026, 10), day -> DayType.WEEKEND, 24));
    assertTrue(refused.getMessage().contains("2026-10"), refused.getMessage());
  }
}
