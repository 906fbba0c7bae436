package org.gridclear.figures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Series that are collected, against small ones counted by hand. */
class FigureSeriesTest {
  private static double[] of(double... values) {
    return values;
  }

  private static ResultFigures figures(FigureSeries series) {
    return series.figures("t", "yuan", 60, List.of("00:00", "01:00"), of(1.005, 2), List.of());
  }

  @Test
  void fuelsAreAddedUpAndTheOneWithTheMostEnergyComesFirst() {
    FigureSeries series = new FigureSeries(2);
    series.fuel("wind", of(1, 2));
    series.fuel("", of(30, 40));
    series.unit("u", "coal", "b", new boolean[] {true, true}, of(100, 50.126));
    series.fuel("wind", of(0.004, 0.006));
    ResultFigures figures = figures(series);
    assertEquals(
        List.of("coal", "thermal", "wind"),
        figures.fuels().stream().map(ResultFigures.Fuel::fuel).toList());
    assertArrayEquals(of(100, 50.13), figures.fuels().get(0).mw(), 1e-12, "to the hundredth");
    assertArrayEquals(of(1, 2.01), figures.fuels().get(2).mw(), 1e-12);
    assertArrayEquals(of(1, 2), figures.loadMw(), 0.0051);
  }

  @Test
  void unitsComeByTheirFirstPeriodOnThenByTheirEnergyAndThoseThatStayOffLast() {
    FigureSeries series = new FigureSeries(2);
    series.unit("off", "", "b", new boolean[] {false, false}, of(0, 0));
    series.unit("late", "", "b", new boolean[] {false, true}, of(0, 90));
    series.unit("small", "", "b", new boolean[] {true, true}, of(10, 10));
    series.unit("large", "", "b", new boolean[] {true, false}, of(50, 0));
    ResultFigures.Units units = figures(series).units();
    assertEquals(4, units.count());
    assertEquals(
        List.of("large", "small", "late", "off"),
        units.rows().stream().map(ResultFigures.Unit::id).toList());
    assertEquals(
        List.of("10", "11", "01", "00"),
        units.rows().stream().map(ResultFigures.Unit::on).toList());
    assertEquals(
        List.of(1, 1, 2, 0), units.rows().stream().map(ResultFigures.Unit::firstOn).toList());
  }

  @Test
  void ofVeryManyUnitsTheFirstAreShownAndAllCounted() {
    FigureSeries series = new FigureSeries(1);
    for (int k = 0; k < 3_001; k++) {
      series.unit("u" + k, "", "b", new boolean[] {true}, of(k));
    }
    ResultFigures.Units units = figures(series).units();
    assertEquals(3_001, units.count());
    assertEquals(3_000, units.rows().size());
    assertEquals("u3000", units.rows().get(0).id());
  }

  @Test
  void theBandHasTheLowestAndHighestBusAndTheMeanByLoad() {
    FigureSeries series = new FigureSeries(2);
    series.price("a", 0, 300);
    series.price("b", 0, -5);
    series.price("c", 0, 300);
    series.price("a", 1, 200);
    series.price("b", 1, 100);
    series.mean(0, 300, 30);
    series.mean(0, 100, 10);
    ResultFigures.Band band = figures(series).lmp();
    assertArrayEquals(of(-5, 100), band.min(), 1e-12);
    assertArrayEquals(of(300, 200), band.max(), 1e-12);
    assertArrayEquals(of(250, 150), band.mean(), 1e-12, "without load the middle");
    assertEquals(List.of("b", "b"), band.minBus());
    assertEquals(List.of("a", "a"), band.maxBus(), "the first of two");
  }

  @Test
  void aPeriodWithoutAPriceHasNoneAndIsNoPeak() {
    FigureSeries series = new FigureSeries(2);
    series.price("a", 1, 7);
    ResultFigures figures = figures(series);
    assertArrayEquals(of(Double.NaN, 7), figures.lmp().min(), 0);
    assertArrayEquals(of(Double.NaN, 7), figures.lmp().mean(), 0);
    assertArrayEquals(of(Double.NaN, 7), figures.lmp().max(), 0);
    assertEquals(Arrays.asList(null, "a"), figures.lmp().minBus());
    assertEquals(List.of(2), figures.peaks().stream().map(ResultFigures.Peak::period).toList());
    ResultFigures none = figures(new FigureSeries(2));
    assertNull(none.lmp());
    assertTrue(none.peaks().isEmpty());
  }

  @Test
  void theDearestPeriodsAreNamedWithTheDearestOfWhatBinds() {
    FigureSeries series = new FigureSeries(5);
    double[] prices = {10, 50, 30, 40, 20};
    for (int t = 0; t < 5; t++) {
      series.price("b" + t, t, prices[t]);
    }
    series.limit(1, "small", "", 1);
    series.limit(1, "against", "", -80.004);
    series.limit(1, "large", "out", 60);
    series.limit(1, "middle", "", 7);
    series.limit(0, "cheap", "", 900);
    List<ResultFigures.Peak> peaks = figures(series).peaks();
    assertEquals(List.of(2, 4, 3), peaks.stream().map(ResultFigures.Peak::period).toList());
    assertEquals("b1", peaks.get(0).bus());
    assertEquals(50, peaks.get(0).lmp(), 0);
    assertEquals(
        List.of(
            new ResultFigures.Limit("against", "", -80),
            new ResultFigures.Limit("large", "out", 60),
            new ResultFigures.Limit("middle", "", 7)),
        peaks.get(0).limits());
    assertTrue(peaks.get(1).limits().isEmpty());
  }

  @Test
  void reserveIsKeptToTheHundredthAndALoadThatMayNotBeSeenIsNotThere() {
    FigureSeries series = new FigureSeries(1);
    series.reserve("spin", of(10.004), of(12.006), of(3.333));
    ResultFigures figures =
        series.figures("t", "EUR", 15, List.of("00:00"), null, List.of("a notice"));
    ResultFigures.Reserve reserve = figures.reserves().get(0);
    assertArrayEquals(of(10), reserve.requiredMw(), 1e-12);
    assertArrayEquals(of(12.01), reserve.heldMw(), 1e-12);
    assertArrayEquals(of(3.33), reserve.price(), 1e-12);
    assertNull(figures.loadMw());
    assertEquals("EUR", figures.currency());
    assertEquals(15, figures.minutes());
    assertEquals(List.of("a notice"), figures.notices());
  }
}
