package org.gridclear.market.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.market.rule.LinearConstraint.Quantity;
import org.gridclear.market.rule.LinearConstraint.Term;
import org.gridclear.network.Contingency;
import org.gridclear.network.Flowgate;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.PeriodMap;
import org.gridclear.quantity.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of four hours on a part of them, on half hours and on two-hour periods. */
// Rows: A-27, B-01
class PeriodsOfRulesTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;
  private static final Horizon HOURS = new Horizon(4, 60);
  private static final PeriodMap PART = PeriodMap.part(HOURS, 1, 3);
  private static final PeriodMap FINER = PeriodMap.days(HOURS, 0, 30, false);
  private static final PeriodMap LONGER = PeriodMap.days(HOURS, 0, 120, false);
  private static final Series ONE_TO_FOUR = Series.of(1, 2, 3, 4);
  private static final Series TENS = Series.of(10, 20, 30, 40);

  private static final Series PART_OF_ONE_TO_FOUR = Series.of(2, 3);
  private static final Series FINER_ONE_TO_FOUR = Series.of(1, 1, 2, 2, 3, 3, 4, 4);
  private static final Series LONGER_ONE_TO_FOUR = Series.of(1.5, 3.5);

  @Test
  void anOfferOfReserveFollowsThePeriods() {
    ReserveOffer offer = new ReserveOffer("g", "r", ONE_TO_FOUR, TENS, 5, 6);
    assertEquals(
        new ReserveOffer("g", "r", PART_OF_ONE_TO_FOUR, Series.of(20, 30), 5, 6), offer.on(PART));
    assertEquals(
        new ReserveOffer("g", "r", LONGER_ONE_TO_FOUR, Series.of(15, 35), 5, 6), offer.on(LONGER));
    assertEquals(60, offer.yuanPerMwh(2)); // 30 and 5 yuan/MW for 6 MW of movement
  }

  @Test
  void aVariableAndAFlowgateLimitFollowThePeriods() {
    DecisionVariable variable =
        new DecisionVariable(
            "v", true, ONE_TO_FOUR, TENS, Series.of(7, 8, 9, 10), DecisionVariable.Part.ANCILLARY);
    assertEquals(
        new DecisionVariable(
            "v",
            true,
            PART_OF_ONE_TO_FOUR,
            Series.of(20, 30),
            Series.of(8, 9),
            DecisionVariable.Part.ANCILLARY),
        variable.on(PART));
    FlowgateLimit limit = new FlowgateLimit("f", ONE_TO_FOUR, null);
    assertEquals(new FlowgateLimit("f", FINER_ONE_TO_FOUR, null), limit.on(FINER));
    FlowgateLimit reverse = new FlowgateLimit("f", null, ONE_TO_FOUR);
    assertEquals(new FlowgateLimit("f", null, LONGER_ONE_TO_FOUR), reverse.on(LONGER));
  }

  @Test
  void anHvdcScheduleKeepsItsRampPerHourAndItsChanges() {
    HvdcSchedule schedule = new HvdcSchedule("d", true, ONE_TO_FOUR, TENS, 50, 3, 4, 2);
    assertEquals(
        new HvdcSchedule("d", true, FINER_ONE_TO_FOUR, TENS_FINER, 50, 3, 4, 2),
        schedule.on(FINER));
    assertEquals(
        new HvdcSchedule("d", false, ONE_TO_FOUR, TENS, 50, 3, 4, 2), schedule.switched(false));
    assertEquals(new HvdcSchedule("d", true, ONE_TO_FOUR, TENS, 50, 9, 4, 1), schedule.after(9, 1));
    assertEquals(
        new HvdcSchedule("d", true, ONE_TO_FOUR, TENS, 50, 3, 4, 0),
        new HvdcSchedule("d", true, ONE_TO_FOUR, TENS, 50, 3, 4));
  }

  private static final Series TENS_FINER = Series.of(10, 10, 20, 20, 30, 30, 40, 40);

  private static RangeConstraint range(int from, int to) {
    return new RangeConstraint(
        "e",
        RangeKind.ENERGY,
        Scope.SYSTEM,
        true,
        from,
        to,
        Span.DAY,
        ONE_TO_FOUR,
        TENS,
        "",
        6,
        -1);
  }

  @Test
  void aRangeIsCutToThePeriodsThatAreLeft() {
    RangeConstraint cut = range(0, 2).on(PART).get(0);
    assertEquals(0, cut.from());
    assertEquals(1, cut.to());
    assertEquals(PART_OF_ONE_TO_FOUR, cut.min());
    assertEquals(Series.of(20, 30), cut.max());
    assertEquals(6, cut.used());
    assertEquals(List.of(), range(0, 1).on(PART));
    assertEquals(List.of(), range(3, 4).on(PART));
  }

  @Test
  void aRangeOnLongerPeriodsCountsInAllThatItTouches() {
    RangeConstraint longer = range(1, 2).on(LONGER).get(0);
    assertEquals(0, longer.from());
    assertEquals(1, longer.to());
    assertEquals(2, range(1, 3).on(LONGER).get(0).to());
    RangeConstraint finer = range(1, 3).on(FINER).get(0);
    assertEquals(2, finer.from());
    assertEquals(6, finer.to());
  }

  @Test
  void aRangeWhosePeriodsComeApartIsOneForEachRunAndUsesUpOnlyTheFirst() {
    PeriodMap apart = new PeriodMap(new Horizon(4, 60), new int[] {0, 3, 0, 1}, 1, 1, true);
    List<RangeConstraint> runs = range(0, 2).on(apart);
    assertEquals(List.of("e", "e #2"), runs.stream().map(RangeConstraint::id).toList());
    assertEquals(List.of(0, 2), runs.stream().map(RangeConstraint::from).toList());
    assertEquals(List.of(1, 4), runs.stream().map(RangeConstraint::to).toList());
    assertEquals(List.of(6.0, 0.0), runs.stream().map(RangeConstraint::used).toList());
  }

  @Test
  void aRangeLessTakesOffFromAPeriodOn() {
    RangeConstraint less = range(0, 4).lessFrom(2, 0.5);
    assertEquals(Series.of(1, 2, 2.5, 3.5), less.min());
    assertEquals(Series.of(10, 20, 29.5, 39.5), less.max());
    assertEquals(range(0, 4), less.withUsed(6).lessFrom(2, -0.5));
    assertEquals(8, range(0, 4).withUsed(8).used());
    assertFalse(range(0, 4).switched(false).inEffect());
  }

  @ParameterizedTest
  @CsvSource({"-1, 3000", "-0.5, 3000", "0, 0", "12, 12"})
  void aNegativePenaltyIsThatOfTheKind(double given, double penalty) {
    RangeConstraint range =
        new RangeConstraint(
            "e",
            RangeKind.ENERGY,
            Scope.SYSTEM,
            true,
            0,
            4,
            Span.DAY,
            ONE_TO_FOUR,
            TENS,
            "",
            0,
            given);
    assertEquals(penalty, range.penalty());
  }

  @Test
  void kindsSayTheirSpanAndWhetherTheyNeedAName() {
    assertEquals(Span.DAY, RangeKind.STARTS.span());
    assertEquals(Span.DAY, RangeKind.STOPS.span());
    assertEquals(Span.DAY, RangeKind.ENERGY.span());
    assertEquals(Span.DAY, RangeKind.EMISSION.span());
    assertEquals(Span.HORIZON, RangeKind.FUEL.span());
    assertEquals(Span.HORIZON, RangeKind.EMISSION_TOTAL.span());
    assertEquals(Span.PERIOD, RangeKind.OUTPUT.span());
    assertEquals(
        List.of(
            RangeKind.UNIT_RESERVE,
            RangeKind.AWARD,
            RangeKind.EMISSION,
            RangeKind.FUEL,
            RangeKind.EMISSION_TOTAL),
        java.util.Arrays.stream(RangeKind.values()).filter(RangeKind::hasItem).toList());
    assertEquals(
        List.of(RangeKind.UNIT_RESERVE, RangeKind.AWARD),
        java.util.Arrays.stream(RangeKind.values()).filter(RangeKind::isReserve).toList());
  }

  private static LinearConstraint linear(int lag) {
    return new LinearConstraint(
        "c",
        true,
        List.of(
            new Term("g", Quantity.OUTPUT, ONE_TO_FOUR), new Term("h", Quantity.START, lag, TENS)),
        Series.of(-1, -2, -3, -4),
        Series.of(5, 6, 7, 8),
        9);
  }

  @Test
  void aConstraintFollowsThePeriodsOfItsLimitsAndFactors() {
    assertEquals(
        new LinearConstraint(
            "c",
            true,
            List.of(
                new Term("g", Quantity.OUTPUT, PART_OF_ONE_TO_FOUR),
                new Term("h", Quantity.START, 0, Series.of(20, 30))),
            Series.of(-2, -3),
            Series.of(6, 7),
            9),
        linear(0).on(PART));
    assertFalse(linear(0).looksBack());
    assertTrue(linear(1).looksBack());
    assertFalse(linear(1).switched(false).inEffect());
  }

  @Test
  void aConstraintThatLooksBackHoldsOnlyWhereWhatItLooksAtIsThere() {
    LinearConstraint from = linear(1).on(PART); // begins with the second hour: the first is gone
    assertEquals(Series.of(-INFINITE, -3), from.min());
    assertEquals(Series.of(INFINITE, 7), from.max());
    LinearConstraint whole = linear(2).on(PeriodMap.same(HOURS));
    assertEquals(Series.of(-1, -2, -3, -4), whole.min());
    PeriodMap jump = new PeriodMap(new Horizon(4, 60), new int[] {0, 1, 3, 0}, 1, 1, false);
    assertEquals(Series.of(-1, -2, -INFINITE, -INFINITE), linear(1).on(jump).min());
    PeriodMap back = new PeriodMap(new Horizon(4, 60), new int[] {0, 2, 3, 1}, 1, 1, false);
    assertEquals(Series.of(5, INFINITE, INFINITE, INFINITE), linear(2).on(back).max());
  }

  @Test
  void curvesAndBandsCountMorePeriodsOnAFinerGrid() {
    Trajectory curve = new Trajectory("g", true, List.of(5.0, 10.0), List.of(7.0));
    assertEquals(
        new Trajectory("g", true, List.of(5.0, 5.0, 10.0, 10.0), List.of(7.0, 7.0)),
        curve.finer(2));
    assertEquals(
        new Trajectory("g", false, List.of(5.0, 10.0), List.of(7.0)), curve.switched(false));
    OutputBands bands = bands(2).after(1, List.of(3));
    assertEquals(
        new OutputBands(
            "g",
            OutputBands.Kind.MILL,
            true,
            List.of(new OutputBands.Band(10, 20)),
            6,
            4,
            3,
            List.of(3)),
        bands.finer(3));
    assertEquals(3, bands.crossingsBefore(0));
    assertEquals(0, bands(2).crossingsBefore(0));
    assertFalse(bands.switched(false).inEffect());
    assertEquals(bands, bands.switched(true));
  }

  private static OutputBands bands(int dwell) {
    return new OutputBands(
        "g", OutputBands.Kind.MILL, true, List.of(new OutputBands.Band(10, 20)), dwell, 4);
  }

  private static Reservoir lake() {
    return new Reservoir(
        "l",
        List.of("g"),
        true,
        1.5,
        Series.of(11, 12, 13, 14),
        Series.of(21, 22, 23, 24),
        Series.of(31, 32, 33, 34),
        25,
        26,
        Series.of(41, 42, 43, 44),
        Series.of(51, 52, 53, 54),
        Series.of(61, 62, 63, 64),
        "m",
        1,
        70,
        List.of(71.0, 72.0, 73.0),
        80);
  }

  @Test
  void aReservoirKeepsItsEndLevelAtTheEndAloneAndHasItsLeastElsewhere() {
    Reservoir part = lake().on(PART);
    assertEquals(
        new Reservoir(
            "l",
            List.of("g"),
            true,
            1.5,
            Series.of(12, 13),
            Series.of(22, 23),
            Series.of(32, 33),
            25,
            23,
            Series.of(42, 43),
            Series.of(52, 53),
            Series.of(62, 63),
            "m",
            1,
            70,
            List.of(71.0, 72.0, 73.0),
            80),
        part);
    assertEquals(26, lake().on(PeriodMap.part(HOURS, 2, 4)).endMinMm3());
  }

  @Test
  void releasesBeforeTheFirstPeriodFollowTheGrid() {
    assertEquals(
        List.of(71.0, 71.0, 72.0, 72.0, 73.0, 73.0), lake().on(FINER).releasesBeforeM3PerS());
    // pairs from the last one back: the first has one release of the list and one before it
    assertEquals(List.of(70.5, 72.5), lake().on(LONGER).releasesBeforeM3PerS());
    assertEquals(73, lake().releasedM3PerS(-1));
    assertEquals(71, lake().releasedM3PerS(-3));
    assertEquals(70, lake().releasedM3PerS(-4));
  }

  @Test
  void aReservoirAfterARunBeginsWhereItEnded() {
    Reservoir after = lake().after(29, List.of(75.0), 27);
    assertEquals(29, after.initialMm3());
    assertEquals(27, after.endMinMm3());
    assertEquals(List.of(75.0), after.releasesBeforeM3PerS());
    assertEquals(lake(), after.after(25, List.of(71.0, 72.0, 73.0), 26));
    assertFalse(lake().switched(false).inEffect());
    assertEquals(lake(), lake().switched(false).switched(true));
  }

  @Test
  void aModeHoldsFromItsFirstPeriodToBeforeItsLastAndIsCutByRuns() {
    OperatingMode mode =
        new OperatingMode("storm", 1, 3, List.of(new OperatingMode.Factor("r", 1.5)));
    assertEquals(
        List.of(false, true, true, false),
        List.of(mode.holds(0), mode.holds(1), mode.holds(2), mode.holds(3)));
    assertEquals(1.5, mode.factor("r"));
    assertEquals(1, mode.factor("other"));
    assertEquals(List.of(new OperatingMode("storm", 2, 6, mode.requirements())), mode.on(FINER));
    PeriodMap apart = new PeriodMap(new Horizon(4, 60), new int[] {1, 0, 2, 1}, 1, 1, true);
    assertEquals(
        List.of(
            new OperatingMode("storm", 0, 1, mode.requirements()),
            new OperatingMode("storm", 2, 4, mode.requirements())),
        mode.on(apart));
  }

  private static SecurityCut cut(int period) {
    return new SecurityCut(2, false, "br", "c", period, true, 1.5, 90, 7, true);
  }

  @Test
  void cutsMoveWithTheirPeriodAndAreThoseOfAllThatBecomeOne() {
    ContingencySet set = new ContingencySet(true, List.of(), List.of(cut(0), cut(1), cut(2)));
    assertEquals(List.of(cut(0), cut(1)), set.on(PART).cuts());
    assertEquals(List.of(cut(0), cut(1), cut(2), cut(3), cut(4), cut(5)), set.on(FINER).cuts());
    assertEquals(List.of(cut(0), cut(0), cut(1)), set.on(LONGER).cuts());
    ContingencySet without = new ContingencySet(true, List.of());
    assertSame(without, without.on(PART));
  }

  @Test
  void aCutIsNamedByElementOutageAndPeriodFromOne() {
    assertEquals("cut of branch br in period 3 after the outage of c", cut(2).name());
    assertEquals(
        "cut of flowgate f in period 1",
        new SecurityCut(0, true, "f", "", 0, true, 0, 1, 0, true).name());
  }

  @Test
  void aContingencySetIsEmptyWhereNothingCounts() {
    assertTrue(ContingencySet.NONE.isEmpty());
    assertFalse(ContingencySet.NONE.ofEveryBranch(true).isEmpty());
    assertFalse(new ContingencySet(false, List.of(Contingency.ofBranch("b"))).isEmpty());
    assertTrue(ContingencySet.NONE.withCuts(List.of(cut(0))).isEmpty());
  }

  @Test
  void limitsOfAFlowgateReplaceThoseOfTheNetworkEachByItself() {
    Flowgate gate = new Flowgate("f", List.of(new Flowgate.Term("b", 1)), 100, 200);
    FlowgateLimit forward = new FlowgateLimit("f", ONE_TO_FOUR, null);
    assertEquals(3, FlowgateLimit.forwardMw(gate, forward, 2));
    assertEquals(200, FlowgateLimit.reverseMw(gate, forward, 2));
    FlowgateLimit reverse = forward.withMw(TENS).withReverseMw(ONE_TO_FOUR);
    assertEquals(30, FlowgateLimit.forwardMw(gate, reverse, 2));
    assertEquals(3, FlowgateLimit.reverseMw(gate, reverse, 2));
    assertEquals(100, FlowgateLimit.forwardMw(gate, null, 2));
    assertEquals(200, FlowgateLimit.reverseMw(gate, null, 2));
    assertEquals(
        new FlowgateLimit("f", Series.of(0.5, INFINITE), null),
        new FlowgateLimit("f", Series.of(1, INFINITE), null).scaled(0.5));
    assertEquals(INFINITE, FlowgateLimit.scaled(INFINITE, 0));
    assertSame(reverse, FlowgateLimit.byFlowgate(List.of(reverse)).get("f"));
  }

  @Test
  void aScopeIsWhatItNames() {
    assertTrue(Scope.SYSTEM.isSystem());
    assertEquals("system", Scope.SYSTEM.label());
    assertEquals("g", Scope.unit("g").label());
    assertFalse(Scope.unit("g").isSystem());
    assertEquals("g, h", new Scope(List.of("g", "h"), "", "").label());
    assertEquals("group p", new Scope(List.of(), "p", "").label());
    assertFalse(new Scope(List.of(), "p", "").isSystem());
    assertEquals("zone z", new Scope(List.of(), "", "z").label());
    assertFalse(new Scope(List.of(), "", "z").isSystem());
  }

  @Test
  void aProductThatSaysNoServiceIsThatOfItsKind() {
    for (ReserveProduct.Kind kind : ReserveProduct.Kind.values()) {
      ReserveProduct product =
          new ReserveProduct("p", kind, ReserveProduct.Direction.DOWN, 10, null);
      boolean regulates = kind == ReserveProduct.Kind.REGULATION;
      assertEquals(regulates, product.followsAgc());
      assertEquals(
          regulates ? AncillaryService.SECONDARY_REGULATION : AncillaryService.RESERVE,
          product.service());
      assertEquals(15, product.within(15).minutes());
    }
  }

  @Test
  void servicesSayWhetherTheyAreTradedAndRegulate() {
    assertEquals(
        List.of(
            AncillaryService.PRIMARY_REGULATION,
            AncillaryService.SECONDARY_REGULATION,
            AncillaryService.TERTIARY_REGULATION,
            AncillaryService.RESERVE),
        java.util.Arrays.stream(AncillaryService.values())
            .filter(AncillaryService::traded)
            .toList());
    assertEquals(
        List.of(
            AncillaryService.PRIMARY_REGULATION,
            AncillaryService.SECONDARY_REGULATION,
            AncillaryService.TERTIARY_REGULATION),
        java.util.Arrays.stream(AncillaryService.values())
            .filter(AncillaryService::regulates)
            .toList());
  }
}
