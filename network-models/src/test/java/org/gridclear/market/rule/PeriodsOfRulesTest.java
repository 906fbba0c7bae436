package org.gridclear.market.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.market.rule.LinearConstraint.Quantity;
import org.gridclear.market.rule.LinearConstraint.Term;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.PeriodMap;
import org.gridclear.quantity.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Offers, ranges, constraints and curves of four hours on other periods. */
// Rows: A-27, B-01
class PeriodsOfRulesTest extends RulesOfFourHours {
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
}
