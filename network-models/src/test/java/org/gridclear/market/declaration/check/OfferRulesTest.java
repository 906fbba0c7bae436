package org.gridclear.market.declaration.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.gridclear.market.declaration.DemandBid;
import org.gridclear.market.declaration.RegisteredUnit;
import org.gridclear.market.declaration.SelfSchedule;
import org.gridclear.market.declaration.StepCurve;
import org.gridclear.market.declaration.StorageOffer;
import org.gridclear.market.declaration.UnitKind;
import org.gridclear.market.declaration.WholeSeries;
import org.junit.jupiter.api.Test;

/** Each rule of an offer at its bound: what just meets it passes, the next number does not. */
// Rows
class OfferRulesTest extends Declarations {
  @Test
  void aGoodOfferMeetsEveryRule() {
    assertEquals(List.of(), Offer.good().objections());
    assertEquals(List.of(), Offer.good().committed(3).ramping(1, 1).objections());
  }

  @Test
  void aKindThatIsNotThatOfTheUnitIsSaidAloneWithTheRegisteredOne() {
    assertEquals(
        List.of("KIND_FITS | U kind | demand | The registry has it as thermal."),
        objections(UnitKind.THERMAL, new DemandBid(one(curve(-1, 9999)))));
  }

  @Test
  void outputLiesBetweenTheRegisteredOnes() {
    assertEquals(
        List.of(
            "WITHIN_CAPACITY | U maxMw in period 2 | 100.0001 | The registry has 100 MW.",
            "CAPACITY_OFFERED | U maxMw in period 1, 3 | 99.9999 | The registry has 100 MW.",
            "WITHIN_CAPACITY | U minMw in period 3 | 19.9999"
                + " | The registry has 20 MW as its least output."),
        Offer.good()
            .limits(mw(20, 20.0001, 19.9999), mw(99.9999, 100.0001, 99.9999))
            .curves(
                curve(60, 300, 99.9999, 340),
                curve(60, 300, 100, 340),
                curve(60, 300, 99.9999, 340))
            .objections("segments"));
  }

  @Test
  void whereTheRegistrySaysNothingNoMoreThanAnyUnitHasIsTaken() {
    RegisteredUnit unknown =
        new RegisteredUnit(
            "U", "u", UnitKind.RENEWABLE, "north", OptionalLong.empty(), OptionalLong.empty());
    assertEquals(List.of(), objections(unknown, wind(mw(0), mw(100_000), yuan(0))));
    assertEquals(
        List.of("WITHIN_CAPACITY | U maxMw | 100000.0001 | No unit has more than 100000 MW."),
        objections(unknown, wind(mw(0), mw(100_000.0001), yuan(0))));
  }

  @Test
  void limitsAreInOrderAndNotNegativePeriodByPeriod() {
    assertEquals(
        List.of(), objections(UnitKind.RENEWABLE, wind(mw(0, 5, 7), mw(0, 5, 8), yuan(0))));
    assertEquals(
        List.of(
            "NOT_NEGATIVE | U minMw in period 1 | -0.0001 | Give 0 or more.",
            "LIMITS_ORDERED | U minMw in period 2-3 | 5.0001, maxMw 5"
                + " | Give a minMw that is not above maxMw."),
        objections(UnitKind.RENEWABLE, wind(mw(-0.0001, 5.0001, 8.0001), mw(5, 5, 8), yuan(0))));
  }

  @Test
  void aSeriesHasOneNumberForEachPeriodOrOne() {
    WholeSeries two = new WholeSeries(List.of(1L, 1L));
    String advice = " | 2 values | Give 3 values, one per period, or one number.";
    assertEquals(
        List.of(
            "PERIODS_WHOLE | U minMw" + advice,
            "PERIODS_WHOLE | U maxMw" + advice,
            "PERIODS_WHOLE | U yuanPerMwh" + advice),
        objections(UnitKind.RENEWABLE, wind(two, two, two)));
    assertEquals(
        List.of("PERIODS_WHOLE | U mw" + advice),
        objections(UnitKind.THERMAL, new SelfSchedule(two)));
    assertEquals(
        List.of(
            "PERIODS_WHOLE | U maxChargeMw" + advice,
            "PERIODS_WHOLE | U maxDischargeMw" + advice,
            "PERIODS_WHOLE | U bidYuanPerMwh" + advice,
            "PERIODS_WHOLE | U offerYuanPerMwh" + advice,
            "PERIODS_WHOLE | U minLevelMwh" + advice,
            "PERIODS_WHOLE | U maxLevelMwh" + advice),
        objections(
            UnitKind.STORAGE,
            new StorageOffer(
                two, two, two, two, Optional.of(new StorageOffer.Levels(two, two, 9)))));
    assertEquals(
        List.of("PERIODS_WHOLE | U minMw" + advice, "PERIODS_WHOLE | U maxMw" + advice),
        Offer.good().limits(two, two).objections());
    assertEquals(
        List.of(
            "PERIODS_WHOLE | U segments | 2 curves | Give 3, one per period, or one.",
            "PERIODS_WHOLE | U commitment | 2 values | Give 3, one per period, or one."),
        Offer.good().curves(curve(100, 1), curve(100, 1)).committed(2).objections());
  }

  @Test
  void aCurveHasOneToTheMostSegments() {
    assertEquals(List.of(), Offer.good().curves(curve(40, 1, 60, 2, 100, 3)).objections());
    assertEquals(
        List.of("SEGMENT_COUNT | U segments | 4 segments | Give 1 to 3."),
        Offer.good().curves(curve(40, 1, 60, 2, 80, 3, 100, 4)).objections());
    assertEquals(
        List.of("SEGMENT_COUNT | U segments | 0 segments | Give 1 to 3."),
        Offer.good().curves(curve()).objections());
  }

  @Test
  void segmentsRiseByTheLeastWidth() {
    assertEquals(List.of(), Offer.good().curves(curve(5, 1, 95, 2, 100, 3)).objections());
    assertEquals(
        List.of(
            "SEGMENTS_RISE | U segments 1 toMw | 4.9999 | It must end at 5 MW or more. Ends count"
                + " from 0 MW; if these are widths, the ends are 4.9999, 104.9999."),
        Offer.good().curves(curve(4.9999, 1, 100, 2)).objections());
    assertEquals(
        List.of(
            "SEGMENTS_RISE | U segments 2 toMw | 64.9999 | It must end at 65 MW or more. Ends"
                + " count from 0 MW; if these are widths, the ends are 60, 124.9999, 224.9999."),
        Offer.good().curves(curve(60, 1, 64.9999, 2, 100, 3)).objections());
    assertEquals(
        List.of(
            "SEGMENTS_RISE | U segments 1 toMw | 0 | It must end at 5 MW or more. Ends count from"
                + " 0 MW."),
        Offer.good().curves(curve(0, 1, 100, 2)).objections());
  }

  @Test
  void anOfferDoesNotFallAndABidDoesNotRise() {
    assertEquals(List.of(), Offer.good().curves(curve(60, 300, 100, 300)).objections());
    assertEquals(
        List.of(
            "PRICES_IN_ORDER | U segments 2 yuanPerMwh | 299.99"
                + " | The segment before has 300; offer cheaper output first."),
        Offer.good().curves(curve(60, 300, 100, 299.99)).objections());
    assertEquals(
        List.of(), objections(UnitKind.DEMAND, new DemandBid(one(curve(60, 300, 100, 300)))));
    assertEquals(
        List.of(
            "PRICES_IN_ORDER | U segments 2 yuanPerMwh | 300.01"
                + " | The segment before has 300; bid the highest price first."),
        objections(UnitKind.DEMAND, new DemandBid(one(curve(60, 300, 100, 300.01)))));
  }

  @Test
  void pricesLieWithinTheirBoundsOnTheirStep() {
    assertEquals(List.of(), Offer.good().curves(curve(60, -200, 100, 1500)).objections());
    assertEquals(
        List.of(
            "PRICE_IN_BOUNDS | U segments 1 yuanPerMwh | -200.01 | Give -200 to 1500 yuan/MWh.",
            "PRICE_IN_BOUNDS | U segments 2 yuanPerMwh | 1500.01 | Give -200 to 1500 yuan/MWh."),
        Offer.good().curves(curve(60, -200.01, 100, 1500.01)).objections());
    assertEquals(
        List.of(
            "PRICE_STEP | U segments 1 yuanPerMwh | 300.005 | Give a multiple of 0.01 yuan/MWh."),
        Offer.good().curves(curve(60, 300.005, 100, 340)).objections());
    WholeSeries prices = new WholeSeries(List.of(1_500_010L, 5L, -200_010L));
    assertEquals(
        List.of(
            "PRICE_IN_BOUNDS | U yuanPerMwh in period 1, 3 | 1500.01"
                + " | Give -200 to 1500 yuan/MWh.",
            "PRICE_STEP | U yuanPerMwh in period 2 | 0.005 | Give a multiple of 0.01 yuan/MWh."),
        objections(UnitKind.RENEWABLE, wind(mw(0), mw(9), prices)));
  }

  @Test
  void curvesOfPeriodsAreNamedByTheirPeriodAndTheSameOnesJudgedOnce() {
    StepCurve falls = curve(60, 300, 100, 200);
    assertEquals(
        List.of(
            "PRICES_IN_ORDER | U segments of period 2 2 yuanPerMwh | 200"
                + " | The segment before has 300; offer cheaper output first."),
        Offer.good().curves(curve(60, 1, 100, 2), falls, falls).objections());
  }

  @Test
  void anOfferEndsAtItsGreatestOutputPeriodByPeriod() {
    assertEquals(
        List.of(
            "ENDS_AT_MAXIMUM | U segments | end at 99.9999 MW, maxMw 100"
                + " | Ends count from 0 MW; the last one is maxMw."),
        Offer.good().curves(curve(60, 1, 99.9999, 2)).objections());
    assertEquals(
        List.of(
            "CAPACITY_OFFERED | U maxMw in period 2-3 | 90 | The registry has 100 MW.",
            "ENDS_AT_MAXIMUM | U segments in period 3 | end at 90 MW, maxMw 80"
                + " | Ends count from 0 MW; the last one is maxMw."),
        Offer.good()
            .limits(mw(20), mw(100, 90, 80))
            .curves(curve(100, 1), curve(90, 1), curve(90, 1))
            .objections());
    assertEquals(
        List.of("WITHIN_CAPACITY | U segments | end at 100.0001 MW | The registry has 100 MW."),
        objections(UnitKind.DEMAND, new DemandBid(one(curve(100.0001, 1)))));
    assertEquals(List.of(), objections(UnitKind.DEMAND, new DemandBid(one(curve(100, 1)))));
  }

  @Test
  void whatCouldNotBeReadIsNotJudgedAgain() {
    assertEquals(
        List.of(),
        Offer.good()
            .limits(mw(20), mw(300))
            .curves(curve(60, 9999, 100, 1))
            .objections("maxMw", "segments"));
    assertEquals(List.of(), Offer.good().limits(mw(30), mw(29)).objections("maxMw"));
    assertEquals(
        List.of("WITHIN_CAPACITY | U minMw | 1 | The registry has 20 MW as its least output."),
        Offer.good().limits(mw(1), mw(99)).objections("maxMw"));
  }
}
