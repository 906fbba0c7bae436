package org.gridclear.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gridclear.market.MarketDay;
import org.gridclear.market.StartCategory;
import org.gridclear.market.ThermalUnit;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Generator;
import org.gridclear.network.GeneratorCost;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days that are made of a network of two buses, against what the rules of making say. */
class SyntheticMarketTest {
  private static final Horizon HOURS = Horizon.dayOfHours();

  private static Generator unit(String id, String fuel, double least, double most) {
    return unit(id, fuel, least, most, null);
  }

  private static Generator unit(
      String id, String fuel, double least, double most, GeneratorCost cost) {
    return new Generator(id, "a", fuel, 0, 0, -50, 50, 1, least, most, 0, 1, true, cost);
  }

  private static Branch line(String id, double mva) {
    Branch.Ratings ratings = mva > 0 ? new Branch.Ratings(mva, mva, mva) : Branch.Ratings.UNLIMITED;
    return new Branch(id, "a", "b", BranchKind.LINE, 0.01, 0.1, 0, 1, 0, ratings, true);
  }

  private static Network network(double loadMw, double mva, Generator... units) {
    return new Network(
        "two",
        100,
        List.of(Bus.of("a", "").with(BusType.REFERENCE), Bus.of("b", "")),
        List.of(line("ab", mva)),
        List.of(units),
        List.of(new Load("d", "b", loadMw, 0)),
        List.of(),
        List.of(),
        List.of());
  }

  private static MarketDay day(Network network, Horizon horizon) {
    return SyntheticMarket.complete(network, horizon, SyntheticOptions.DEFAULT);
  }

  private static ThermalUnit first(MarketDay day) {
    return day.thermalUnits().get(0);
  }

  @Test
  void theLoadOfADayHasItsPeakInTheEveningAndItsValleyAtNight() {
    double[] load = IntStream.range(0, 24).mapToDouble(t -> DailyShape.load(HOURS, t)).toArray();
    assertEquals(1, load[18], 1e-12);
    assertEquals(1, Arrays.stream(load).max().orElseThrow(), 1e-12);
    assertEquals(0.60, Arrays.stream(load).min().orElseThrow(), 1e-12);
    assertEquals(load[3], Arrays.stream(load).min().orElseThrow(), 1e-12);
    double[] sun = IntStream.range(0, 24).mapToDouble(t -> DailyShape.sun(HOURS, t)).toArray();
    assertEquals(0, sun[0] + sun[4] + sun[19] + sun[23], 0);
    assertEquals(sun[12], Arrays.stream(sun).max().orElseThrow(), 0);
  }

  @Test
  void shortPeriodsLieBetweenTheHoursAndLongOnesHaveTheirMiddle() {
    Horizon halves = new Horizon(48, 30);
    // The middle of the half hour from 17:30 is 17:45: a quarter of the way to that of hour 18.
    assertEquals(0.75 * 0.96 + 0.25 * 1.00, DailyShape.load(halves, 35), 1e-12);
    assertEquals(0.25 * 0.71 + 0.75 * 0.66, DailyShape.load(halves, 0), 1e-12, "over midnight");
    assertEquals((0.66 + 0.63) / 2, DailyShape.load(new Horizon(12, 120), 0), 1e-12);
    assertEquals(DailyShape.load(HOURS, 5), DailyShape.load(new Horizon(48, 60), 29), 1e-12);
  }

  @Test
  void theShapeIsThatOfTheClockWhereverTheHorizonBegins() {
    Horizon noon = new Horizon(24, 60, 720);
    for (int t = 0; t < 24; t++) {
      assertEquals(DailyShape.load(HOURS, (t + 12) % 24), DailyShape.load(noon, t), 1e-12);
      assertEquals(DailyShape.sun(HOURS, (t + 12) % 24), DailyShape.sun(noon, t), 1e-12);
    }
    Horizon quarterPast = new Horizon(4, 15, 17 * 60 + 30);
    assertEquals(DailyShape.load(new Horizon(96, 15), 70), DailyShape.load(quarterPast, 0), 1e-12);
  }

  @Test
  void aWalkStaysAroundOneAndForgetsByTheHour() {
    int days = 28;
    double[] walk = DailyShape.wander(new SplittableRandom(5), new Horizon(days * 24, 60), 0.1);
    double mean = Arrays.stream(walk).average().orElseThrow();
    double variance = Arrays.stream(walk).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    double covariance =
        IntStream.range(1, walk.length)
            .mapToDouble(t -> (walk[t] - mean) * (walk[t - 1] - mean))
            .average()
            .orElseThrow();
    assertEquals(1, mean, 0.03);
    assertEquals(0.1, Math.sqrt(variance), 0.02);
    assertEquals(0.8, covariance / variance, 0.08);
    double[] none = DailyShape.wander(new SplittableRandom(5), HOURS, 0);
    assertArrayEquals(Series.constant(1, 24).toArray(), none, 0);
  }

  @Test
  void aDrawBelongsToItsSeedAndName() {
    long one = Draw.of(1, "a").nextLong();
    assertEquals(one, Draw.of(1, "a").nextLong());
    assertNotEquals(one, Draw.of(2, "a").nextLong());
    assertNotEquals(one, Draw.of(1, "b").nextLong());
    assertNotEquals(Draw.of(1, "甲").nextLong(), Draw.of(1, "乙").nextLong());
  }

  @ParameterizedTest
  @CsvSource({
    "Nuclear, 50, NUCLEAR", "HYDRO, 50, HYDRO", "Coal, 50, COAL", "lignite, 50, COAL",
    "NG, 79.9, GAS_GT", "NG, 80, GAS_CC", "Gas CC, 400, GAS_CC", "oil, 500, GAS_GT",
    "DFO, 5, GAS_GT", "'', 200, COAL", "'', 199.9, GAS_CC", "'', 100.1, GAS_CC",
    "'', 100, GAS_GT", "wood, 300, COAL",
  })
  void aTechnologyIsThatOfTheFuelElseOfTheSize(String fuel, double mw, Technology expected) {
    assertEquals(expected, Technology.of(fuel, mw));
  }

  @Test
  void aUnitWithoutCostIsOfferedByItsTechnologyInFourSegments() {
    ThermalUnit unit = first(day(network(100, 500, unit("g", "coal", 0, 200)), HOURS));
    assertEquals(90, unit.pMinMw().at(0), 1e-12, "45 % of 200");
    assertEquals(200, unit.pMaxMw().at(0), 0);
    assertEquals(90, unit.rampUpMwPerH(), 1e-12, "45 % an hour");
    assertEquals(8, unit.minUpHours(), 0);
    assertEquals(6, unit.minDownHours(), 0);
    var offer = unit.offer(0);
    assertEquals(4, offer.segmentCount());
    assertEquals(List.of(90.0, 117.5, 145.0, 172.5, 200.0), offer.mw());
    double price = offer.priceYuanPerMwh(0);
    assertTrue(price >= 0.85 * 310 && price <= 1.15 * 310, "price " + price);
    assertEquals(90 * price * 1.03, offer.firstYuanPerH(), 1e-6);
    for (int k = 1; k < 4; k++) {
      assertEquals(price * (1 + 0.05 * k), offer.priceYuanPerMwh(k), 1e-6);
    }
    List<StartCategory> starts = unit.startCategories();
    assertEquals(List.of(6.0, 14.0, 32.0), starts.stream().map(StartCategory::offHours).toList());
    double cold = starts.get(2).costYuan();
    assertTrue(cold >= 0.8 * 120 * 200 && cold <= 1.2 * 120 * 200, "cold start " + cold);
    assertEquals(0.5 * cold, starts.get(0).costYuan(), 0.51);
    assertEquals(0.7 * cold, starts.get(1).costYuan(), 0.51);
  }

  @Test
  void whatTheFileSaysIsKept() {
    GeneratorCost cost = new GeneratorCost(1234, 0, List.of(10.0, 20.0), List.of(), List.of());
    ThermalUnit unit = first(day(network(50, 500, unit("g", "coal", 33, 200, cost)), HOURS));
    assertEquals(33, unit.pMinMw().at(0), 0);
    assertEquals(1, unit.startCategories().size());
    assertEquals(1234, unit.startCategories().get(0).costYuan(), 0);
    assertEquals(1, unit.offer(0).segmentCount(), "a straight line");
    assertEquals(20, unit.offer(0).priceYuanPerMwh(0), 1e-12);
    assertEquals(10 + 20 * 33, unit.offer(0).firstYuanPerH(), 1e-9);
  }

  @Test
  void whatIsMadeIsNamedWithItsCount() {
    MarketDay day =
        day(
            network(
                100,
                500,
                unit("g", "coal", 0, 200),
                unit("w", "wind", 0, 20),
                unit("s", "Solar", 0, 20)),
            HOURS);
    assertTrue(day.synthetic().contains("offers of 3 of 3 units"), day.synthetic().toString());
    assertTrue(day.synthetic().contains("least outputs of 1 of 3 units"));
    assertTrue(day.synthetic().contains("renewable forecasts of 2 of 3 units"));
    assertFalse(day.synthetic().contains("branch ratings"));
    MarketDay unrated = day(network(100, 0, unit("g", "coal", 0, 200)), HOURS);
    assertTrue(unrated.synthetic().contains("branch ratings"));
    assertTrue(unrated.synthetic().contains("offers of 1 of 1 unit"));
  }

  @Test
  void windAndSunHaveAForecastWithinTheirCapacityAndNeverBelowTheirLeast() {
    MarketDay day =
        day(
            network(
                50,
                500,
                unit("g", "coal", 0, 200),
                unit("w", "wind", 3, 20),
                unit("s", "pv", 0, 20)),
            HOURS);
    var wind = day.profiledUnits().get(0);
    var sun = day.profiledUnits().get(1);
    assertEquals("wind", wind.fuel());
    assertEquals("solar", sun.fuel());
    assertEquals(3, wind.minMw().at(0), 0);
    assertTrue(wind.maxMw().min() >= 3 && wind.maxMw().max() <= 20, wind.maxMw().toString());
    assertEquals(0, sun.maxMw().at(0), 0);
    assertTrue(sun.maxMw().at(12) > 0 && sun.maxMw().max() <= 20, sun.maxMw().toString());
  }

  @Test
  void loadFollowsTheShapeAndReserveIsItsShare() {
    Network network = network(100, 500, unit("g", "coal", 0, 200));
    MarketDay day = day(network, HOURS);
    Series load = day.busLoads().get(0).mw();
    for (int t = 0; t < 24; t++) {
      assertEquals(1, load.at(t) / (100 * DailyShape.load(HOURS, t)), 0.08, "period " + t);
      assertEquals(0.04 * load.at(t), day.reserves().get(0).mw().at(t), 0.0051);
    }
    MarketDay doubled =
        SyntheticMarket.complete(network, HOURS, new SyntheticOptions(1, 1.5, 0.25, 0, 0.04));
    assertEquals(1.5 * load.at(7), doubled.busLoads().get(0).mw().at(7), 0.0011);
    assertEquals(0, doubled.reserves().get(0).mw().max(), 0);
  }

  @Test
  void theCheapestUnitsRunFirstUntilTheLoadIsCoveredWithAMargin() {
    GeneratorCost[] costs = new GeneratorCost[3];
    for (int k = 0; k < 3; k++) {
      costs[k] = new GeneratorCost(0, 0, List.of(0.0, 30.0 - 10 * k), List.of(), List.of());
    }
    // At midnight about 66 of 100 MW: the 10 and the 20 yuan unit cover 1.15 × that, not the 30.
    MarketDay day =
        day(
            network(
                100,
                500,
                unit("dear", "coal", 10, 50, costs[0]),
                unit("middle", "coal", 10, 50, costs[1]),
                unit("cheap", "coal", 10, 50, costs[2])),
            HOURS);
    List<Boolean> on = new ArrayList<>();
    double mw = 0;
    for (ThermalUnit unit : day.thermalUnits()) {
      on.add(unit.initial().on());
      mw += unit.initial().powerMw();
    }
    assertEquals(List.of(false, true, true), on);
    assertEquals(day.busLoads().get(0).mw().at(0), mw, 0.011);
    assertEquals(0, first(day).initial().powerMw(), 0);
  }

  /** Limits of three decimals: a power that is rounded to two must not leave them. */
  @ParameterizedTest
  @CsvSource({"10.006, 60.006, 500", "10.004, 60.004, 1"})
  void theFirstPowerLiesWithinTheLimitsWhateverTheirDecimals(
      double least, double most, double loadMw) {
    ThermalUnit unit = first(day(network(loadMw, 900, unit("g", "coal", least, most)), HOURS));
    assertTrue(unit.initial().on());
    double mw = unit.initial().powerMw();
    assertTrue(mw >= least && mw <= most, mw + " MW");
  }

  @Test
  void aVerySmallUnitHasNoLeastOutputAboveItsGreatest() {
    ThermalUnit unit = first(day(network(1, 900, unit("g", "nuclear", 0, 0.08)), HOURS));
    assertTrue(unit.pMinMw().at(0) <= 0.08, unit.pMinMw().toString());
  }

  @Test
  void ratingsAreMadeAboveTheFlowsOfTheDay() {
    MarketDay day = day(network(100, 0, unit("g", "coal", 0, 200)), HOURS);
    double peak = day.busLoads().get(0).mw().max();
    Branch.Ratings ratings = day.network().branches().get(0).ratings();
    // The only flow is the median: never tight, 1.4 to 1.9 of it.
    assertTrue(ratings.normalMva() >= Math.rint(1.4 * peak) - 1, "" + ratings);
    assertTrue(ratings.normalMva() <= Math.rint(1.9 * peak) + 1, "" + ratings);
    assertEquals(ratings.normalMva(), Math.rint(ratings.normalMva()), 0);
    assertTrue(ratings.emergencyMva() > ratings.normalMva());
    MarketDay small = day(network(1, 0, unit("g", "coal", 0, 200)), HOURS);
    assertTrue(small.network().branches().get(0).ratings().normalMva() >= 20, "the floor");
  }

  @Test
  void aUnitWithoutFiniteLimitsIsRefusedByName() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> day(network(1, 9, unit("g", "coal", 0, Double.POSITIVE_INFINITY)), HOURS))
            .getMessage();
    assertTrue(message.contains("generator (g) at bus (a)"), message);
  }

  @Test
  void theSameSeedGivesTheSameDayAndAnotherAnother() {
    Network network = network(100, 0, unit("g", "coal", 0, 200), unit("h", "", 0, 50));
    assertEquals(day(network, HOURS).busLoads(), day(network, HOURS).busLoads());
    assertEquals(day(network, HOURS).thermalUnits(), day(network, HOURS).thermalUnits());
    MarketDay other =
        SyntheticMarket.complete(network, HOURS, new SyntheticOptions(2, 1, 0.25, 0.04, 0.04));
    assertNotEquals(day(network, HOURS).busLoads(), other.busLoads());
  }

  @Test
  void snapshotsAreSpreadOverTheDay() {
    Network network = network(100, 9, unit("g", "coal", 0, 200));
    List<OperatingPoint> four = SyntheticSnapshots.ofDay(network, 4);
    assertEquals(
        List.of("00:00", "06:00", "12:00", "18:00"),
        four.stream().map(OperatingPoint::name).toList());
    List<OperatingPoint> many = SyntheticSnapshots.ofDay(network, 1440);
    assertEquals("23:59", many.get(1439).name());
    assertEquals(1440, many.stream().map(OperatingPoint::name).distinct().count());
    assertEquals(1, SyntheticSnapshots.ofDay(network, 1).size());
    assertThrows(IllegalArgumentException.class, () -> SyntheticSnapshots.ofDay(network, 0));
    assertThrows(IllegalArgumentException.class, () -> SyntheticSnapshots.ofDay(network, 1441));
  }
}
