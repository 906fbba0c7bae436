package org.gridclear.clearing.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.market.BusLoad;
import org.gridclear.market.Commitment;
import org.gridclear.market.InitialState;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.LinearConstraint;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.RangeKind;
import org.gridclear.market.rule.Scope;
import org.gridclear.market.rule.Span;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.Series;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.gridclear.validate.IssueLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cases of the four markets (C-03, C-04, E-02, F-01, A-15). */
// Rows, E-05, F-01, F-02
class MarketRunTest {
  private static MarketDay day() {
    return SyntheticMarket.complete(
        BuiltInNetworks.read("ieee14"), Horizon.dayOfHours(), SyntheticOptions.DEFAULT);
  }

  /** The first unit runs in hours 2 to 7 at 50, 51, … MW, the others all day at 10 MW. */
  private static InitialConditions boundary(MarketDay day) {
    return new InitialConditions(
        day.horizon(),
        day.thermalUnits().stream()
            .map(
                unit -> {
                  boolean first = unit.equals(day.thermalUnits().get(0));
                  boolean[] on = new boolean[24];
                  double[] mw = new double[24];
                  for (int t = 0; t < 24; t++) {
                    on[t] = !first || (t >= 2 && t < 8);
                    mw[t] = !on[t] ? 0 : first ? 48 + t : 10;
                  }
                  return new InitialConditions.UnitPath(
                      unit.id(), new InitialState(!first, 5, first ? 0 : 10), on, mw);
                })
            .toList(),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void longCycleRepeatsTheDayOnFinerPeriods() {
    MarketDay week =
        new MarketRun(Market.LT_RUC, 0, 0, 7, 15, MarketRun.FAST_START_HOURS, true).of(day(), null);
    assertEquals(7 * 96, week.periodCount());
    assertEquals(15, week.horizon().minutesPerPeriod());
    assertEquals(day().loadMw(5), week.loadMw(3 * 96 + 5 * 4 + 3), 1e-9);
    assertEquals(6, week.horizon().dayOf(671));
  }

  /** Two days of 24 hours, the second with half as much load again. */
  private static MarketDay twoDays() {
    MarketDay both =
        SyntheticMarket.complete(
            BuiltInNetworks.read("ieee14"), new Horizon(48, 60), SyntheticOptions.DEFAULT);
    return both.withBusLoads(
        both.busLoads().stream()
            .map(
                load ->
                    new BusLoad(
                        load.bus(),
                        Series.of(
                            IntStream.range(0, 48)
                                .mapToDouble(t -> (t < 24 ? 10 : 15) + t * 0.01)
                                .toArray())))
            .toList());
  }

  private static MarketRun days(int days, int minutes, boolean repeat) {
    return new MarketRun(Market.LT_RUC, 0, 0, days, minutes, MarketRun.FAST_START_HOURS, repeat);
  }

  @Test
  void longCycleUsesTheDaysOfACaseOneByOne() {
    MarketDay case48 = twoDays();
    double buses = case48.busLoads().size();
    for (int days : new int[] {0, 2}) {
      MarketDay cut = days(days, 0, true).of(case48, null);
      assertEquals(48, cut.periodCount());
      assertEquals(10.05 * buses, cut.loadMw(5), 1e-9);
      assertEquals(15.29 * buses, cut.loadMw(29), 1e-9);
    }
    assertEquals(24, days(1, 0, false).of(case48, null).periodCount());
    MarketDay three = days(3, 30, true).of(case48, null);
    assertEquals(144, three.periodCount());
    assertEquals(15.29 * buses, three.loadMw(2 * 29 + 1), 1e-9);
    assertEquals(15.29 * buses, three.loadMw(2 * 53), 1e-9, "the last day goes on");
    MarketDay finer = days(0, 15, false).of(case48, null);
    assertEquals(192, finer.periodCount(), "a finer grid without days is not dropped");
  }

  @Test
  void daysThatACaseDoesNotHaveAreRefusedOrRepeatedAndNoticed() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> days(7, 0, false).of(twoDays(), null));
    assertTrue(
        refused.getMessage().contains("24 of which make a day, and 7 days"), refused.getMessage());
    assertTrue(refused.getMessage().contains("--repeat-days"), refused.getMessage());
    MarketDay part = HorizonWindow.head(twoDays(), 30);
    IllegalArgumentException parts =
        assertThrows(IllegalArgumentException.class, () -> days(2, 0, true).of(part, null));
    assertTrue(parts.getMessage().contains("only whole days"), parts.getMessage());
    IssueLog log = new IssueLog("two");
    days(7, 0, true).notices(twoDays(), log);
    assertEquals(1, log.issues().size());
    assertTrue(log.issues().get(0).line().contains("repeated to the end of day 7"));
    IssueLog none = new IssueLog("two");
    days(2, 0, true).notices(twoDays(), none);
    days(0, 15, false).notices(twoDays(), none);
    assertEquals(List.of(), none.issues());
  }

  @Test
  void aConstraintThatLooksBackIsClearedOnlyFromTheFirstPeriodOn() {
    MarketDay day = day();
    String unit = day.thermalUnits().get(0).id();
    Series one = Series.constant(1, 24);
    LinearConstraint rise =
        new LinearConstraint(
            "rise",
            true,
            List.of(
                new LinearConstraint.Term(unit, LinearConstraint.Quantity.OUTPUT, one),
                new LinearConstraint.Term(unit, LinearConstraint.Quantity.OUTPUT, 1, one)),
            one.map(x -> Double.NEGATIVE_INFINITY),
            one,
            1);
    MarketDay tied = day.withRules(day.rules().withLinear(List.of(), List.of(rise)));
    MarketRun head = new MarketRun(Market.DA, 0, 4, 0, 0, MarketRun.FAST_START_HOURS);
    assertEquals(1, head.of(tied, null).rules().linear().get(0).max().at(0));
    MarketRun later = new MarketRun(Market.DA, 5, 4, 0, 0, MarketRun.FAST_START_HOURS);
    assertThrows(IllegalArgumentException.class, () -> later.of(tied, null));
    assertThrows(IllegalArgumentException.class, () -> head.of(tied, boundary(day)));
    MarketRun week = new MarketRun(Market.LT_RUC, 0, 0, 7, 0, MarketRun.FAST_START_HOURS);
    assertThrows(IllegalArgumentException.class, () -> week.of(tied, null));
    Series max = later.window(tied, null).rules().linear().get(0).max();
    assertEquals(Series.of(Double.POSITIVE_INFINITY, 1, 1, 1), max);
  }

  @Test
  void realTimeTakesOverStateTimeAndStatuses() {
    MarketRun run = new MarketRun(Market.RT, 5, 4, 0, 0, MarketRun.FAST_START_HOURS);
    MarketDay cut = run.of(day(), boundary(day()));
    ThermalUnit first = cut.thermalUnits().get(0);
    assertEquals(new InitialState(true, 3, 52), first.initial());
    assertEquals(
        List.of(Commitment.ON, Commitment.ON, Commitment.ON, Commitment.OFF), first.commitment());
    ThermalUnit other = cut.thermalUnits().get(1);
    assertEquals(new InitialState(true, 10, 10), other.initial());
    assertEquals("05:00", cut.horizon().label(0));
  }

  @Test
  void intradayLeavesFastStartUnitsFree() {
    MarketDay day = day();
    MarketRun run = new MarketRun(Market.ID, 5, 4, 0, 0, 1000);
    assertEquals(
        Commitment.FREE, run.of(day, boundary(day)).thermalUnits().get(0).commitment().get(3));
    MarketRun strict = new MarketRun(Market.ID, 5, 4, 0, 0, -1);
    assertEquals(
        Commitment.OFF, strict.of(day, boundary(day)).thermalUnits().get(0).commitment().get(3));
  }

  // Rows: E-03
  /** SCED has every status of the run before; SCUC leaves units of an hour or less free. */
  @Test
  void whatIntradayDecidesIsAModeOfTheRun() {
    MarketDay day = day();
    assertTrue(free(IntradayMode.SCUC, day) > 0);
    assertEquals(0, free(IntradayMode.SCED, day));
  }

  private static long free(IntradayMode mode, MarketDay day) {
    MarketRun run = new MarketRun(Market.ID, 5, 4, 0, 0, mode.fastStartHoursMax());
    return run.of(day, boundary(day)).thermalUnits().stream()
        .filter(unit -> unit.commitment().contains(Commitment.FREE))
        .count();
  }

  // Rows: E-03
  @Test
  void aModeIsOfIntradayAlone() {
    for (Market market : List.of(Market.DA, Market.LT_RUC, Market.RT)) {
      String said =
          assertThrows(IllegalArgumentException.class, () -> IntradayMode.SCED.in(market))
              .getMessage();
      assertTrue(said.startsWith("The mode sced is of intraday (id) alone; "), said);
    }
    assertThrows(IllegalArgumentException.class, () -> IntradayMode.of("SCOPF"));
  }

  @Test
  void energyOfTheDayThatWasGeneratedCounts() {
    MarketDay day = day();
    String unit = day.thermalUnits().get(0).id();
    RangeConstraint energy =
        new RangeConstraint(
            "e",
            RangeKind.ENERGY,
            Scope.unit(unit),
            true,
            0,
            24,
            Span.DAY,
            Series.constant(0, 24),
            Series.constant(500, 24),
            "",
            0,
            -1);
    MarketDay ruled = day.withRules(day.rules().withRanges(List.of(energy)));
    MarketRun run = new MarketRun(Market.RT, 5, 4, 0, 0, MarketRun.FAST_START_HOURS);
    RangeConstraint cut = run.of(ruled, boundary(day)).rules().ranges().get(0);
    assertEquals(50 + 51 + 52, cut.used(), 1e-9);
    assertEquals(4, cut.to());
  }

  @Test
  void aMarketThatInheritsNeedsSomethingToInherit() {
    MarketRun run = MarketRun.whole(Market.RT);
    assertThrows(IllegalArgumentException.class, () -> run.of(day(), null));
    MarketRun outside = new MarketRun(Market.DA, 20, 9, 0, 0, 1);
    assertThrows(IllegalArgumentException.class, () -> outside.of(day(), null));
  }

  private static String refusal(int from, int periods) {
    return assertThrows(
            IllegalArgumentException.class,
            () -> new MarketRun(Market.DA, from, periods, 0, 0, 1).of(day(), null))
        .getMessage();
  }

  @Test
  void periodsThatTheDayHasNotAreNamedAsTheyWereGiven() {
    assertEquals("The first period (30) must lie in 1..24.", refusal(29, 0));
    assertEquals("The first period (0) must lie in 1..24.", refusal(-1, 0));
    assertEquals("The periods (20..26) must lie in 1..24.", refusal(19, 7));
    assertTrue(refusal(0, -3).contains("Periods (-3)"));
  }

  /** It runs since hour 2, with 51 MW in hour 3; only the statuses of a plan can bind it. */
  @ParameterizedTest
  @EnumSource(
      value = Market.class,
      names = {"ID", "RT"})
  void aUnitThatThePlanDoesNotKnowGoesOnFromWhatItDid(Market market) {
    MarketDay day = day();
    InitialConditions all = boundary(day);
    InitialConditions plan = of(all, all.units().subList(1, all.units().size()), 24);
    InitialConditions before = of(all, all.units(), 4);
    MarketRun run = new MarketRun(market, 4, 6, 0, 0, MarketRun.FAST_START_HOURS);
    MarketDay window = run.of(day, before, plan);
    ThermalUnit first = window.thermalUnits().get(0);
    assertEquals(new InitialState(true, 2, 51), first.initial());
    assertEquals(1, first.startsOfDay());
    assertEquals(day.thermalUnits().get(0).commitment().subList(4, 10), first.commitment());
    MarketDay known = run.of(day, before, all);
    assertEquals(Commitment.ON, known.thermalUnits().get(0).commitment().get(0));
  }

  /** The first hours of what units did. */
  private static InitialConditions of(
      InitialConditions all, List<InitialConditions.UnitPath> units, int hours) {
    return new InitialConditions(
        new Horizon(hours, 60),
        units.stream()
            .map(
                path ->
                    new InitialConditions.UnitPath(
                        path.unit(),
                        path.before(),
                        Arrays.copyOf(path.on(), hours),
                        Arrays.copyOf(path.mw(), hours)))
            .toList(),
        all.storage(),
        all.reservoirs(),
        all.hvdc());
  }
}
