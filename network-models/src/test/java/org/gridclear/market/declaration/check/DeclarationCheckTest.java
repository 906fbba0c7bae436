package org.gridclear.market.declaration.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.gridclear.market.Commitment;
import org.gridclear.market.declaration.AncillaryOffer;
import org.gridclear.market.declaration.DeclarationParameters;
import org.gridclear.market.declaration.DeclarationParameters.Bounds;
import org.gridclear.market.declaration.DemandBid;
import org.gridclear.market.declaration.RegisteredUnit;
import org.gridclear.market.declaration.RenewableOffer;
import org.gridclear.market.declaration.Segment;
import org.gridclear.market.declaration.SelfSchedule;
import org.gridclear.market.declaration.StartPrice;
import org.gridclear.market.declaration.StepCurve;
import org.gridclear.market.declaration.StepCurves;
import org.gridclear.market.declaration.StorageOffer;
import org.gridclear.market.declaration.Terms;
import org.gridclear.market.declaration.ThermalOffer;
import org.gridclear.market.declaration.UnitKind;
import org.gridclear.market.declaration.WholeSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each rule of a declaration at its bound: what just meets it passes, the next number does not, and
 * the objection says where, what and how much is allowed. Three periods; a unit of 20 to 100 MW.
 */
// Rows
class DeclarationCheckTest {
  private static final long MW = 10_000;
  private static final long YUAN = 1_000;

  private static final DeclarationParameters PARAMETERS =
      new DeclarationParameters(
          "da",
          LocalDate.of(2026, 1, 1),
          60,
          new DeclarationParameters.Moment(1, LocalTime.of(8, 0)),
          new DeclarationParameters.Moment(1, LocalTime.of(12, 0)),
          new Bounds(-200 * YUAN, 1500 * YUAN),
          10,
          3,
          5 * MW,
          1_000_000 * YUAN,
          50_000 * YUAN,
          5,
          List.of(
              new DeclarationParameters.Product("agc", new Bounds(0, 50 * YUAN), 12 * YUAN, 10),
              new DeclarationParameters.Product("spin", new Bounds(0, 100 * YUAN), 0, 0)),
          new DeclarationParameters.Defaults(3, true));

  private static RegisteredUnit unit(UnitKind kind) {
    return new RegisteredUnit(
        "U", "u", kind, "north", OptionalLong.of(20 * MW), OptionalLong.of(100 * MW));
  }

  private static List<String> objections(UnitKind kind, Terms terms, String... unread) {
    return objections(unit(kind), terms, unread);
  }

  private static List<String> objections(RegisteredUnit unit, Terms terms, String... unread) {
    return new DeclarationCheck(PARAMETERS, unit, 3)
        .objections(terms, Set.of(unread)).stream()
            .map(
                each ->
                    String.join(
                        " | ", each.rule().name(), each.place(), each.value(), each.advice()))
            .toList();
  }

  private static WholeSeries mw(double value) {
    return WholeSeries.of(Math.round(value * MW));
  }

  private static WholeSeries mw(double first, double second, double third) {
    return new WholeSeries(
        List.of(Math.round(first * MW), Math.round(second * MW), Math.round(third * MW)));
  }

  private static WholeSeries yuan(double value) {
    return WholeSeries.of(Math.round(value * YUAN));
  }

  private static StepCurve curve(double... endsAndPrices) {
    Segment[] segments = new Segment[endsAndPrices.length / 2];
    for (int k = 0; k < segments.length; k++) {
      segments[k] =
          new Segment(
              Math.round(endsAndPrices[2 * k] * MW), Math.round(endsAndPrices[2 * k + 1] * YUAN));
    }
    return new StepCurve(List.of(segments));
  }

  private static StepCurves one(StepCurve curve) {
    return new StepCurves(List.of(curve));
  }

  /** An offer that meets every rule, with one part changed. */
  private record Offer(
      WholeSeries minMw,
      WholeSeries maxMw,
      double noLoadYuan,
      StepCurves segments,
      List<StartPrice> starts,
      Optional<ThermalOffer.Ramps> ramps,
      List<Commitment> commitment) {
    static Offer good() {
      return new Offer(
          mw(20),
          mw(100),
          850,
          one(curve(60, 300, 100, 340)),
          List.of(start(StartPrice.State.HOT, 0, 1000), start(StartPrice.State.COLD, 8, 1000)),
          Optional.empty(),
          List.of(Commitment.FREE));
    }

    Offer limits(WholeSeries least, WholeSeries most) {
      return new Offer(least, most, noLoadYuan, segments, starts, ramps, commitment);
    }

    Offer noLoad(double yuan) {
      return new Offer(minMw, maxMw, yuan, segments, starts, ramps, commitment);
    }

    Offer curves(StepCurve... curves) {
      return new Offer(
          minMw, maxMw, noLoadYuan, new StepCurves(List.of(curves)), starts, ramps, commitment);
    }

    Offer starting(StartPrice... prices) {
      return new Offer(minMw, maxMw, noLoadYuan, segments, List.of(prices), ramps, commitment);
    }

    Offer ramping(long up, long down) {
      return new Offer(
          minMw,
          maxMw,
          noLoadYuan,
          segments,
          starts,
          Optional.of(new ThermalOffer.Ramps(up, down)),
          commitment);
    }

    Offer committed(int periods) {
      return new Offer(
          minMw,
          maxMw,
          noLoadYuan,
          segments,
          starts,
          ramps,
          Collections.nCopies(periods, Commitment.ON));
    }

    List<String> objections(String... unread) {
      return DeclarationCheckTest.objections(
          UnitKind.THERMAL,
          new ThermalOffer(
              minMw, maxMw, Math.round(noLoadYuan * YUAN), segments, starts, ramps, commitment),
          unread);
    }
  }

  private static StartPrice start(StartPrice.State state, double hours, double yuan) {
    return new StartPrice(state, Math.round(hours * 100), Math.round(yuan * YUAN));
  }

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

  private static RenewableOffer wind(WholeSeries least, WholeSeries most, WholeSeries price) {
    return new RenewableOffer(RenewableOffer.Basis.FORECAST, least, most, price);
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

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0; ''",
        "50000; ''",
        "-0.001; NOT_NEGATIVE | U noLoadYuanPerH | -0.001 | Give 0 or more.",
        "50000.001; COST_IN_BOUNDS | U noLoadYuanPerH | 50000.001 | Give 50000 at most."
      })
  void theNoLoadCostLiesBetweenNothingAndItsCap(double yuan, String objection) {
    assertEquals(objection, String.join(",", Offer.good().noLoad(yuan).objections()));
  }

  @Test
  void startsAreHotWarmColdOfRisingTimeAndCost() {
    StartPrice hot = start(StartPrice.State.HOT, 0, 1000);
    assertEquals(
        List.of(),
        Offer.good()
            .starting(
                hot, start(StartPrice.State.WARM, 0.01, 1000), start(StartPrice.State.COLD, 8, 1e6))
            .objections());
    assertEquals(
        List.of("FIELD_GIVEN | U starts | none | Give a hot start; its cost may be 0."),
        Offer.good().starting().objections());
    assertEquals(
        List.of(
            "STARTS_IN_ORDER | U starts warm | 5 yuan after 0 h | The first is hot, after 0 h."),
        Offer.good().starting(start(StartPrice.State.WARM, 0, 5)).objections());
    assertEquals(
        List.of(
            "STARTS_IN_ORDER | U starts hot | 5 yuan after 0.5 h | The first is hot, after 0 h."),
        Offer.good().starting(start(StartPrice.State.HOT, 0.5, 5)).objections());
    for (StartPrice next :
        List.of(
            start(StartPrice.State.HOT, 4, 2000),
            start(StartPrice.State.WARM, 0, 2000),
            start(StartPrice.State.WARM, 4, 999.999))) {
      List<String> found = Offer.good().starting(hot, next).objections();
      assertEquals(1, found.size(), found.toString());
      assertEquals("It follows hot, 1000 yuan after 0 h.", found.get(0).split(" \\| ", -1)[3]);
    }
    assertEquals(
        List.of("COST_IN_BOUNDS | U starts cold yuan | 1000000.001 | Give 1000000 at most."),
        Offer.good().starting(hot, start(StartPrice.State.COLD, 8, 1_000_000.001)).objections());
    assertEquals(
        List.of("NOT_NEGATIVE | U starts hot yuan | -0.001 | Give 0 or more."),
        Offer.good().starting(start(StartPrice.State.HOT, 0, -0.001)).objections());
  }

  @Test
  void rampsAreAboveNothing() {
    String advice =
        " | 0 | Give more than 0 MW/h, or leave the ramps out for those of the network.";
    assertEquals(
        List.of(
            "NOT_NEGATIVE | U rampUpMwPerH" + advice, "NOT_NEGATIVE | U rampDownMwPerH" + advice),
        Offer.good().ramping(0, 0).objections());
    assertEquals(List.of(), Offer.good().ramping(1, 1).objections());
  }

  @Test
  void aScheduleIsOffOrAtLeastTheLeastOutput() {
    assertEquals(List.of(), objections(UnitKind.THERMAL, new SelfSchedule(mw(0, 20, 100))));
    assertEquals(
        List.of(
            "WITHIN_CAPACITY | U mw in period 3 | 100.0001 | The registry has 100 MW.",
            "LIMITS_ORDERED | U mw in period 1-2 | 0.0001 | It runs at 20 MW or more; 0 is off."),
        objections(UnitKind.THERMAL, new SelfSchedule(mw(0.0001, 19.9999, 100.0001))));
    assertEquals(
        List.of("NOT_NEGATIVE | U mw in period 2 | -0.0001 | Give 0 or more."),
        objections(UnitKind.THERMAL, new SelfSchedule(mw(0, -0.0001, 50))));
    assertEquals(List.of(), objections(UnitKind.HYDRO, new SelfSchedule(mw(0, 1, 2))));
  }

  private static List<String> storage(
      WholeSeries charge, WholeSeries discharge, WholeSeries bid, WholeSeries offer) {
    return objections(
        UnitKind.STORAGE, new StorageOffer(charge, discharge, bid, offer, Optional.empty()));
  }

  @Test
  void storageBidsNoMoreThanItsLeastOfferOfTheDay() {
    WholeSeries offers = new WholeSeries(List.of(400_000L, 300_000L, 500_000L));
    assertEquals(
        List.of(), storage(mw(9), mw(9), new WholeSeries(List.of(300_000L, 10_000L, 0L)), offers));
    assertEquals(
        List.of(
            "NO_GAIN_IN_CIRCLES | U bidYuanPerMwh | 300.01"
                + " | Its least offer of the day is 300 yuan/MWh; bid no more than that."),
        storage(mw(9), mw(9), new WholeSeries(List.of(10_000L, 0L, 300_010L)), offers));
    assertEquals(
        List.of(),
        objections(
            UnitKind.STORAGE,
            new StorageOffer(mw(9), mw(9), yuan(301), yuan(300), Optional.empty()),
            "offerYuanPerMwh"));
  }

  @Test
  void storageRatesAreNotNegativeAndWhatItGivesWithinItsCapacity() {
    assertEquals(List.of(), storage(mw(150), mw(100), yuan(-200), yuan(1500)));
    assertEquals(
        List.of(
            "NOT_NEGATIVE | U maxChargeMw | -0.0001 | Give 0 or more.",
            "WITHIN_CAPACITY | U maxDischargeMw | 100.0001 | The registry has 100 MW.",
            "PRICE_IN_BOUNDS | U bidYuanPerMwh | -200.01 | Give -200 to 1500 yuan/MWh.",
            "PRICE_IN_BOUNDS | U offerYuanPerMwh | 1500.01 | Give -200 to 1500 yuan/MWh."),
        storage(mw(-0.0001), mw(100.0001), yuan(-200.01), yuan(1500.01)));
    assertEquals(
        List.of("NOT_NEGATIVE | U maxDischargeMw | -0.0001 | Give 0 or more."),
        storage(mw(0), mw(-0.0001), yuan(0), yuan(0)));
  }

  private static List<String> levels(WholeSeries least, WholeSeries most, double end) {
    return objections(
        UnitKind.STORAGE,
        new StorageOffer(
            mw(1),
            mw(1),
            yuan(0),
            yuan(0),
            Optional.of(new StorageOffer.Levels(least, most, Math.round(end * MW)))));
  }

  @Test
  void storageLevelsAreInOrderAndTheEndIsNotAboveTheLast() {
    assertEquals(List.of(), levels(mw(0, 5, 9), mw(1, 5, 9), 9));
    assertEquals(
        List.of(
            "NOT_NEGATIVE | U minLevelMwh in period 1 | -0.0001 | Give 0 or more.",
            "LIMITS_ORDERED | U minLevelMwh in period 2 | 5.0001, maxLevelMwh 5"
                + " | Give a minLevelMwh that is not above maxLevelMwh.",
            "LIMITS_ORDERED | U endMinLevelMwh | 9.0001"
                + " | The greatest level of the last period is 9 MWh."),
        levels(mw(-0.0001, 5.0001, 0), mw(90, 5, 9), 9.0001));
  }

  private static AncillaryOffer.ProductOffer product(
      String id, double mw, double yuan, double mileage) {
    return new AncillaryOffer.ProductOffer(id, mw(mw), yuan(yuan), Math.round(mileage * YUAN));
  }

  private static List<String> ancillary(AncillaryOffer.ProductOffer... products) {
    return objections(UnitKind.THERMAL, new AncillaryOffer(List.of(products)));
  }

  @Test
  void eachProductIsTradedOnceWithinItsOwnBounds() {
    assertEquals(List.of(), ancillary(product("agc", 100, 50, 12), product("spin", 0, 100, 0)));
    assertEquals(
        List.of(
            "WITHIN_CAPACITY | U products agc maxMw | 100.0001 | The registry has 100 MW.",
            "PRICE_IN_BOUNDS | U products agc yuanPerMwh | 50.01 | Give 0 to 50 yuan/MWh.",
            "PRICE_IN_BOUNDS | U products agc mileageYuanPerMw | 12.001 | Give 0 to 12 yuan/MW.",
            "NOT_NEGATIVE | U products spin maxMw | -0.0001 | Give 0 or more.",
            "PRICE_IN_BOUNDS | U products spin mileageYuanPerMw | -0.001 | Give 0 to 0 yuan/MW."),
        ancillary(product("agc", 100.0001, 50.01, 12.001), product("spin", -0.0001, 1, -0.001)));
    assertEquals(
        List.of(
            "PRODUCT_TRADED | U products black | not traded | Traded are: agc, spin.",
            "PRODUCT_TRADED | U products agc | twice | Offer each product once."),
        ancillary(product("black", 1, 1, 0), product("agc", 1, 1, 0), product("agc", 1, 1, 0)));
    assertEquals(
        List.of("FIELD_GIVEN | U products | none | Name a product, or withdraw the declaration."),
        ancillary());
  }

  // Sizes of prices: not refused, but noticed.

  private static List<String> sizes(Terms terms, Terms before) {
    return PriceSize.notices("U", terms, Optional.ofNullable(before), PARAMETERS).stream()
        .map(each -> String.join(" | ", each.rule().name(), each.value(), each.advice()))
        .toList();
  }

  private static Terms price(double yuan) {
    return new DemandBid(one(curve(10, yuan, 20, 0)));
  }

  @Test
  void aPriceThatCouldBePerKilowattHourIsNoticed() {
    assertEquals(
        List.of("PRICE_DIMENSION | 1.5 | If it is in yuan/kWh, give 1500."),
        sizes(price(1.5), null));
    assertEquals(List.of(), sizes(price(1.501), null));
    assertEquals(List.of(), sizes(price(0), null));
    assertEquals(List.of(), sizes(price(-5), price(100)));
    assertEquals(List.of(), sizes(new AncillaryOffer(List.of(product("agc", 1, 0.5, 0))), null));
  }

  @Test
  void aPriceFiveTimesTheLastOneOrAFifthIsNoticed() {
    assertEquals(
        List.of("PRICE_JUMP | 500 | The last declaration had 100."), sizes(price(500), price(100)));
    assertEquals(
        List.of("PRICE_JUMP | 100 | The last declaration had 500."), sizes(price(100), price(500)));
    assertEquals(List.of(), sizes(price(499.999), price(100)));
    assertEquals(List.of(), sizes(price(100.001), price(500)));
    assertEquals(List.of(), sizes(price(500), price(0)));
    assertEquals(List.of(), sizes(price(500), null));
  }

  @Test
  void theGreatestPriceIsTakenOfEveryKind() {
    assertEquals(
        OptionalLong.of(340_000),
        PriceSize.greatest(
            new ThermalOffer(
                mw(1),
                mw(2),
                999_999,
                new StepCurves(List.of(curve(1, 5, 2, 300), curve(1, 5, 2, 340))),
                List.of(),
                Optional.empty(),
                List.of())));
    assertEquals(OptionalLong.of(7_000), PriceSize.greatest(price(7)));
    assertEquals(OptionalLong.of(8_000), PriceSize.greatest(wind(mw(0), mw(1), yuan(8))));
    assertEquals(
        OptionalLong.of(9_000),
        PriceSize.greatest(new StorageOffer(mw(1), mw(1), yuan(99), yuan(9), Optional.empty())));
    assertEquals(
        OptionalLong.of(6_000),
        PriceSize.greatest(
            new AncillaryOffer(List.of(product("agc", 1, 6, 50), product("spin", 1, 5, 0)))));
    assertEquals(OptionalLong.empty(), PriceSize.greatest(new SelfSchedule(mw(1))));
  }

  @Test
  void anObjectionIsOneLineThatSaysWhetherItRefuses() {
    Objection refused = new Objection(DeclarationRule.PRICE_STEP, "U mw", "3", "Give a multiple.");
    Objection notice = new Objection(DeclarationRule.PRICE_JUMP, "U price", "3", "");
    assertEquals(
        "REFUSED %s U mw = 3; rule: %s. Give a multiple."
            .formatted(DeclarationRule.PRICE_STEP.id(), DeclarationRule.PRICE_STEP.text()),
        refused.line());
    assertEquals(
        "NOTICE DEC-40 U price = 3; rule: prices are of the size of the last declaration.",
        notice.line());
    assertEquals(true, Objection.refuse(List.of(notice, refused)));
    assertEquals(false, Objection.refuse(List.of(notice)));
    assertEquals(Optional.of(DeclarationRule.PRICE_JUMP), DeclarationRule.byId("DEC-40"));
    assertEquals(Optional.empty(), DeclarationRule.byId("DEC-99"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"0; 1", "0,1,2; 1-3", "0,2; 1, 3", "1,2,5,7,8; 2-3, 6, 8-9", "4,5; 5-6"})
  void periodsAreToldAsRunsFromOneOn(String periods, String text) {
    assertEquals(
        text,
        ObjectionLog.text(
            java.util.Arrays.stream(periods.split(",", -1)).map(Integer::valueOf).toList()));
  }
}
