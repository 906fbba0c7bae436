package org.gridclear.report.clearing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Periods of a clearing as intervals of the settlement (AMB-31), by hand. */
// Rows: F-02, A-22
class IntervalMeansTest {
  private static double[] of(int periods, double... first) {
    return Arrays.copyOf(first, periods);
  }

  @ParameterizedTest
  @CsvSource({
    "24, 60, 24, true", "96, 15, 24, true", "288, 5, 96, true", "24, 60, 96, true",
    "48, 30, 24, true", "24, 60, 48, true", "23, 60, 24, false", "96, 15, 48, true",
    "36, 40, 24, false", "4, 360, 24, true", "25, 60, 24, false"
  })
  void periodsHaveToMakeADayOfIntervals(int periods, int minutes, int intervals, boolean fits) {
    if (fits) {
      assertEquals(intervals, IntervalMeans.of(periods, minutes, intervals).intervals());
    } else {
      assertThrows(
          IllegalArgumentException.class, () -> IntervalMeans.of(periods, minutes, intervals));
    }
  }

  /** Quarters of 10, 20, 30, 40 MW: 25 MW over the hour, 25 MWh; a second hour of 0.00006 MW. */
  @Test
  void powerIsTheMeanAndEnergyTheMeanTimesTheInterval() {
    IntervalMeans hours = IntervalMeans.of(96, 15, 24);
    double[] mw = of(96, 10, 20, 30, 40, 0.00006, 0.00006, 0.00006, 0.00006);
    assertArrayEquals(new long[] {250_000, 1, 0}, Arrays.copyOf(hours.power(mw), 3));
    assertArrayEquals(new long[] {250_000, 1, 0}, Arrays.copyOf(hours.energy(mw), 3));
    IntervalMeans quarters = IntervalMeans.of(288, 5, 96);
    double[] fives = of(288, 12, 24, 30, 4);
    assertArrayEquals(new long[] {220_000, 13_333}, Arrays.copyOf(quarters.power(fives), 2));
    // 22 MW over a quarter are 5.5 MWh; 4/3 MW are 0.3333 MWh.
    assertArrayEquals(new long[] {55_000, 3_333}, Arrays.copyOf(quarters.energy(fives), 2));
  }

  @Test
  void longerPeriodsAreTheSameInEachOfTheirIntervals() {
    IntervalMeans quarters = IntervalMeans.of(24, 60, 96);
    double[] mw = of(24, 8, 16);
    assertArrayEquals(
        new long[] {80_000, 80_000, 80_000, 80_000, 160_000}, Arrays.copyOf(quarters.power(mw), 5));
    assertArrayEquals(
        new long[] {20_000, 20_000, 20_000, 20_000, 40_000}, Arrays.copyOf(quarters.energy(mw), 5));
  }

  /** Σ price · energy / Σ energy; the plain mean where nothing was cleared. */
  @Test
  void pricesAreWeightedByWhatWasCleared() {
    IntervalMeans hours = IntervalMeans.of(96, 15, 24);
    double[] prices = of(96, 100, 200, 300, 400, 100, 200, 300, 401, -50);
    double[] weights = of(96, 1, 0, 0, 3);
    // (100 + 3 · 400)/4 = 325; (100 + 200 + 300 + 401)/4 = 250.25; −50/4 = −12.5.
    assertArrayEquals(
        new long[] {325_000, 250_250, -12_500}, Arrays.copyOf(hours.price(prices, weights), 3));
  }
}
