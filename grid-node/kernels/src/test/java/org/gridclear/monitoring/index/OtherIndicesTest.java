package org.gridclear.monitoring.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.gridclear.monitoring.structure.OfferedCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Indices of prices, energy, flows and plans on markets of a few numbers, by hand. */
// Rows: J-03, K-04
class OtherIndicesTest {
  private static double[] of(double... values) {
    return values;
  }

  private static OfferedCurve curve(double least, double most, double yuanPerMwh) {
    return new OfferedCurve(of(least, most), of(least * yuanPerMwh, most * yuanPerMwh));
  }

  /** (300 − 200)/300 for 30 MW and (300 − 360)/300 for 10 MW. */
  @Test
  void theLernerIndexIsWeightedByEnergyAndCutWhereItIsAskedFor() {
    SmallMarket market =
        new SmallMarket(1, 300)
            .unit("u1", "a", "gas", of(30), of(90), of(1), curve(0, 90, 200))
            .unit("u2", "b", "gas", of(10), of(90), of(1), curve(0, 90, 360))
            .unit("idle", "b", "gas", of(0), of(90), of(1), curve(0, 90, 1))
            .unit("silent", "b", "gas", of(500), of(900));
    Measured plain = market.measured(IndexKernel.LERNER);
    assertEquals((30 / 3.0 - 10 * 0.2) / 40, plain.byPeriod()[0], 1e-12);
    assertEquals("the offer stands for the marginal cost", plain.note());
    Measured cut = market.number("cutNegative", 1).measured(IndexKernel.LERNER);
    assertEquals((30 / 3.0) / 40, cut.byPeriod()[0], 1e-12);
  }

  @Test
  void thereIsNoLernerIndexAtAPriceOfNothing() {
    Measured found =
        new SmallMarket(1, 0, -10, 100)
            .unit("u1", "a", "gas", of(30, 30, 30), of(90, 90, 90), of(1, 1, 1), curve(0, 90, 50))
            .measured(IndexKernel.LERNER);
    assertTrue(Double.isNaN(found.byPeriod()[0]));
    assertTrue(Double.isNaN(found.byPeriod()[1]));
    assertEquals(0.5, found.byPeriod()[2], 1e-12);
  }

  /**
   * Price 200, band 10 %: what is offered above 180 and at most at 220. The offers at 180 lie below
   * the band's foot, those at 220 are in it.
   */
  @ParameterizedTest
  @CsvSource({
    "180, 0",
    "180.5, 0.5",
    "200, 0.5",
    "220, 0.5",
    "220.5, 0",
    "179, 0",
  })
  void depthIsWhatIsOfferedWithinTheBand(double offered, double depth) {
    Measured found =
        new SmallMarket(1, 200)
            .unit("u1", "a", "gas", of(0), of(90), of(1), curve(40, 90, offered))
            .unit("u2", "a", "gas", of(0), of(90))
            .load(100)
            .measured(IndexKernel.MARKET_DEPTH);
    assertEquals(depth, found.byPeriod()[0], 1e-12);
  }

  @Test
  void theBandOfANegativePriceHasAWidthToo() {
    SmallMarket market =
        new SmallMarket(1, -200, -200)
            .unit("u1", "a", "gas", of(0, 0), of(90, 90), of(1, 1), curve(40, 90, -190))
            .load(100, 0);
    double[] found = market.measured(IndexKernel.MARKET_DEPTH).byPeriod();
    assertEquals(0.5, found[0], 1e-12);
    assertTrue(Double.isNaN(found[1]), "no demand");
    double[] narrow = market.number("band", 0.04).measured(IndexKernel.MARKET_DEPTH).byPeriod();
    assertEquals(0, narrow[0], 0);
  }

  /** 40 MW at 200 and 10 MW at 500 above the least outputs. */
  @Test
  void theOfferPriceIsThatOfWhatIsOfferedAboveTheLeastOutput() {
    Measured found =
        new SmallMarket(1, 200)
            .unit("u1", "a", "gas", of(0), of(90), of(1), curve(50, 90, 200))
            .unit("u2", "a", "gas", of(0), of(90), of(0), curve(20, 30, 500))
            .unit("u3", "a", "gas", of(0), of(90))
            .measured(IndexKernel.OFFER_PRICE);
    assertEquals((40 * 200 + 10 * 500) / 50.0, found.byPeriod()[0], 1e-9);
    Measured none =
        new SmallMarket(1, 200)
            .unit("u1", "a", "gas", of(0), of(90), of(1), curve(50, 50, 200))
            .measured(IndexKernel.OFFER_PRICE);
    assertFalse(none.defined());
  }

  @Test
  void fuelsAreSharesOfAllEnergyWhateverTheirCase() {
    Measured found =
        new SmallMarket(0.25, 1, 1)
            .unit("u1", "", "Coal", of(30, 30), of(90, 90))
            .unit("u2", "", "COAL", of(0, 40), of(90, 90))
            .unit("u3", "", "peat", of(60, 0), of(90, 90))
            .unit("u4", "", "gas", of(20, 20), of(90, 90))
            .measured(IndexKernel.FUEL_MIX);
    assertArrayEquals(of(0.5), found.byPeriod(), 1e-12);
    assertEquals(Set.of("coal", "peat", "gas"), found.elements().keySet());
    assertEquals(0.3, found.elements().get("peat"), 1e-12);
    assertEquals(0.2, found.elements().get("gas"), 1e-12);
    Measured none =
        new SmallMarket(1, 1).unit("u1", "", "coal", of(0), of(90)).measured(IndexKernel.FUEL_MIX);
    assertFalse(none.defined());
    assertEquals("nothing is generated", none.note());
  }

  /** 0.9 t × 100 MW × 0.5 h, and 0.4 t × 20 MW × 0.5 h. */
  @Test
  void emissionsAreTonsOfTheEnergyOfEachPeriod() {
    SmallMarket market =
        new SmallMarket(0.5, 1, 1)
            .unit("u1", "", "COAL", of(100, 60), of(100, 100))
            .unit("u2", "", "gas", of(20, 0), of(90, 90))
            .unit("u3", "", "wind", of(70, 70), of(90, 90));
    Measured found = market.measured(IndexKernel.EMISSIONS);
    assertArrayEquals(of(45 + 4, 27), found.byPeriod(), 1e-12);
    assertEquals(Map.of("Coal", 72.0, "gas", 4.0, "wind", 0.0), found.elements());
    Measured unknown =
        market
            .unit("u4", "", "peat", of(0, 0), of(9, 9))
            .unit("u5", "", "oil", of(0, 0), of(9, 9))
            .measured(IndexKernel.EMISSIONS);
    assertEquals("the catalogue does not know the fuels oil, peat", unknown.note());
  }

  @Test
  void reserveCostsItsPriceForTheLengthOfThePeriod() {
    Measured found =
        new SmallMarket(0.5, 1, 1)
            .reserve("spin", of(20, 10), of(8, 0))
            .reserve("spin", of(5, 5), of(4, 4))
            .reserve("slow", of(40, 0), of(1, 9))
            .measured(IndexKernel.ANCILLARY_COST);
    assertArrayEquals(of(80 + 10 + 20, 10), found.byPeriod(), 1e-12);
    assertEquals(Map.of("spin", 100.0, "slow", 20.0), found.elements());
  }

  @Test
  void theMarginIsThatOfTheFullestFlowOfTheWholeGrid() {
    Measured found =
        new SmallMarket(1, 1, 1, 1)
            .flow("ab", true, of(-80, 20, 0), of(100, 100, 0), of(0, 0, 0))
            .flow("bc", true, of(30, 45, 0), of(60, 50, 0), of(0, 0, 0))
            .flow("ab after bc", false, of(99, 99, 99), of(100, 100, 100), of(0, 0, 0))
            .measured(IndexKernel.TRANSMISSION_MARGIN);
    assertEquals(0.2, found.byPeriod()[0], 1e-12, "the other way is as full");
    assertEquals(0.1, found.byPeriod()[1], 1e-12);
    assertTrue(Double.isNaN(found.byPeriod()[2]), "no limit above 0");
    assertEquals(0.2, found.elements().get("ab"), 1e-12);
    assertEquals(0.1, found.elements().get("bc"), 1e-12);
    assertEquals(Set.of("ab", "bc"), found.elements().keySet());
    assertEquals("of the limits that were in the model", found.note());
  }

  @Test
  void aFlowPastItsLimitHasAMarginBelowZero() {
    Measured found =
        new SmallMarket(1, 1)
            .flow("ab", true, of(110), of(100), of(0))
            .flow("lost", true, of(Double.NaN), of(100), of(0))
            .measured(IndexKernel.TRANSMISSION_MARGIN);
    assertEquals(-0.1, found.byPeriod()[0], 1e-12);
    assertEquals(Set.of("ab"), found.elements().keySet(), "an unknown flow has no margin");
  }

  /** Both sides of a limit cost something: a shadow price may have either sign. */
  @Test
  void congestionCountsLimitsAndTheirHoursAndTheirRent() {
    SmallMarket market =
        new SmallMarket(0.5, 1, 1)
            .flow("ab", true, of(-80, 70), of(80, 80), of(-12, 0))
            .flow("bc", false, of(60, 60), of(60, 60), of(5, 4));
    Measured counted = market.measured(IndexKernel.CONGESTED);
    assertArrayEquals(of(2, 1), counted.byPeriod(), 0);
    assertEquals(Map.of("ab", 0.5, "bc", 1.0), counted.elements());
    Measured rent = market.measured(IndexKernel.CONSTRAINT_RENT);
    assertArrayEquals(of(480 + 150, 120), rent.byPeriod(), 1e-12);
    assertEquals(Map.of("ab", 480.0, "bc", 270.0), rent.elements());
  }

  @Test
  void aForecastIsHeldAgainstWhatCameTrue() {
    Measured found =
        new SmallMarket(1, 1)
            .seen(of(110, 80), of(100, 100))
            .measured(IndexKernel.FORECAST_ACCURACY);
    assertArrayEquals(of(0.85), found.byPeriod(), 1e-12);
    assertEquals(
        "no load-forecast-short for every hour",
        new SmallMarket(1, 1).seen(null, of(1)).measured(IndexKernel.FORECAST_ACCURACY).note());
    assertEquals(
        "no load-actual for every hour",
        new SmallMarket(1, 1).seen(of(1), null).measured(IndexKernel.FORECAST_ACCURACY).note());
  }

  /** Quarters: the plan of an hour is the mean of its four. */
  @Test
  void quartersOfAPlanAreHeldAgainstTheHourOfTheMeter() {
    double[] quarters = {10, 20, 30, 40, 80, 80, 80, 80};
    Measured found =
        new SmallMarket(0.25, new double[8])
            .unit("u1", "", "gas", quarters, quarters)
            .unit("u2", "", "gas", new double[8], new double[8])
            .unit("u3", "", "gas", quarters, quarters)
            .output("u1", 20, 90)
            .output("u2", 0, 0)
            .measured(IndexKernel.PLAN_EXECUTION);
    assertArrayEquals(of(1 - (5 + 10) / 105.0), found.byPeriod(), 1e-12);
    assertEquals(Set.of("u1"), found.elements().keySet(), "u2 had no plan to keep");
    assertEquals("1 units without unit-output-live", found.note());
  }

  /** One period of two hours: both hours of the meter are held against it. */
  @Test
  void aLongPeriodIsThePlanOfEachOfItsHours() {
    Measured found =
        new SmallMarket(2, 1, 1)
            .unit("u1", "", "gas", of(50, 100), of(100, 100))
            .output("u1", 50, 40, 100, 130)
            .measured(IndexKernel.PLAN_EXECUTION);
    assertArrayEquals(of(1 - 40 / 300.0), found.byPeriod(), 1e-12);
    assertEquals("", found.note());
  }

  @Test
  void eachHourOfAFourHourPeriodIsHeldAgainstIt() {
    Measured found =
        new SmallMarket(4, 1)
            .unit("u1", "", "gas", of(50), of(100))
            .output("u1", 50, 50, 40, 60)
            .measured(IndexKernel.PLAN_EXECUTION);
    assertArrayEquals(of(0.9), found.byPeriod(), 1e-12);
  }

  @Test
  void anHourBeyondThePlanIsNotHeldAgainstNothing() {
    Measured found =
        new SmallMarket(1, 1, 1)
            .unit("u1", "", "gas", of(50, 100), of(100, 100))
            .output("u1", 50, 100, 100)
            .measured(IndexKernel.PLAN_EXECUTION);
    assertFalse(found.defined());
    assertTrue(found.elements().isEmpty());
  }

  @Test
  void pricesOfTheDayVary() {
    SmallMarket market = new SmallMarket(1, 100, 200, 100).load(1, 1, 1);
    assertArrayEquals(of(0.75), market.measured(IndexKernel.VOLATILITY).byPeriod(), 1e-12);
    // Mean 400/3, deviations 33.3, 66.7, 33.3.
    double mean = 400 / 3.0;
    double deviation = Math.sqrt((2 * Math.pow(100 - mean, 2) + Math.pow(200 - mean, 2)) / 3);
    assertArrayEquals(
        of(deviation / mean), market.measured(IndexKernel.PRICE_VARIATION).byPeriod(), 1e-12);
  }

  @ParameterizedTest
  @EnumSource(IndexKernel.class)
  void aKernelIsFoundByItsWordAlone(IndexKernel kernel) {
    assertEquals(kernel, IndexKernel.of(kernel.word()).orElseThrow());
    assertTrue(kernel.word().matches("[a-z]+(-[a-z]+)*"), kernel.word());
    assertTrue(IndexKernel.of(kernel.name()).isEmpty());
    Map<String, Double> numbers = kernel.defaults();
    numbers.put("more", 1.0);
    assertFalse(kernel.defaults().containsKey("more"), "the defaults are the kernel's own");
  }
}
