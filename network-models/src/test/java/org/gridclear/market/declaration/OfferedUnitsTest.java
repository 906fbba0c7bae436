package org.gridclear.market.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.gridclear.market.Commitment;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.LimitRule;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.StartCategory;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.quantity.Series;
import org.junit.jupiter.api.Test;

/** Declared values as the data of a case, against values by hand. */
// Rows
class OfferedUnitsTest {
  private static final int PERIODS = 3;

  private static ThermalUnit unit(Commitment... commitment) {
    return new ThermalUnit(
        "G",
        "b",
        "coal",
        List.of(new OfferCurve(List.of(50.0, 100.0), List.of(1.0, 2.0))),
        Series.constant(50, PERIODS),
        Series.constant(100, PERIODS),
        10,
        20,
        60,
        70,
        4,
        5,
        2,
        List.of(new StartCategory(0, 7)),
        List.of(commitment),
        null,
        java.util.Set.of("spin"),
        3,
        LimitRule.RAMP_AND_LIMIT,
        0,
        0);
  }

  private static ThermalUnit unit() {
    return unit(Commitment.FREE, Commitment.OFF, Commitment.FREE);
  }

  private static StepCurves curves(Segment... segments) {
    return new StepCurves(List.of(new StepCurve(List.of(segments))));
  }

  private static ThermalOffer offer(long min, long max, long noLoad, StepCurves curves) {
    return new ThermalOffer(
        WholeSeries.of(min),
        WholeSeries.of(max),
        noLoad,
        curves,
        List.of(
            new StartPrice(StartPrice.State.HOT, 0, 1_000_000),
            new StartPrice(StartPrice.State.COLD, 1250, 2_500_500)),
        Optional.of(new ThermalOffer.Ramps(1_200_000, 905_000)),
        List.of(Commitment.ON));
  }

  /** 20 MW at 100, 40 at 200, 40 at 300; no-load 500: at 30 MW 500 + 2000 + 2000. */
  @Test
  void theCostOfAnHourIsNoLoadAndEnergyFromZero() {
    ThermalOffer offer =
        offer(
            300_000,
            1_000_000,
            500_000,
            curves(
                new Segment(200_000, 100_000),
                new Segment(600_000, 200_000),
                new Segment(1_000_000, 300_000)));
    ThermalUnit offered = OfferedUnits.of(unit(), offer, PERIODS);
    assertEquals(
        List.of(new OfferCurve(List.of(30.0, 60.0, 100.0), List.of(4500.0, 10500.0, 22500.0))),
        offered.offers());
    assertEquals(Series.constant(30, PERIODS), offered.pMinMw());
    assertEquals(
        List.of(new StartCategory(0, 1000), new StartCategory(12.5, 2500.5)),
        offered.startCategories());
    assertEquals(120, offered.rampUpMwPerH());
    assertEquals(90.5, offered.rampDownMwPerH());
    assertEquals(60, offered.startRampMw());
    assertEquals(List.of(Commitment.ON, Commitment.OFF, Commitment.ON), offered.commitment());
    assertEquals(unit().reserves(), offered.reserves());
    assertEquals(3, offered.stopYuan());
  }

  /** Cost of an hour at an output by summing each 0.0001 MW step would be too slow: by segments. */
  @Test
  void randomOffersCostAtEachBreakpointWhatTheirSegmentsSay() {
    Random random = new Random(5);
    for (int n = 0; n < 200; n++) {
      long end = 0;
      long price = -50_000;
      Segment[] segments = new Segment[1 + random.nextInt(10)];
      for (int k = 0; k < segments.length; k++) {
        end += 1 + random.nextInt(500_000);
        price += random.nextInt(90_000);
        segments[k] = new Segment(end, price);
      }
      long min = random.nextInt((int) end + 1);
      ThermalOffer offer = offer(min, end, random.nextInt(9_000_000), curves(segments));
      OfferCurve curve = OfferedUnits.curve(offer, 0);
      assertEquals(min / 1e4, curve.firstMw());
      assertEquals(end / 1e4, curve.lastMw());
      for (int k = 0; k < curve.mw().size(); k++) {
        double cost = offer.noLoadYuanPerH() / 1e3;
        double from = 0;
        for (Segment segment : segments) {
          double to = Math.min(segment.toMw() / 1e4, curve.mw().get(k));
          cost += Math.max(0, to - from) * segment.yuanPerMwh() / 1e3;
          from = Math.max(from, to);
        }
        assertEquals(cost, curve.yuanPerH().get(k), 1e-6 * Math.max(1, Math.abs(cost)));
      }
    }
  }

  @Test
  void aScheduleRunsAtItsOutputAndIsOffAtZero() {
    SelfSchedule schedule = new SelfSchedule(new WholeSeries(List.of(0L, 605_000L, 1_000_000L)));
    ThermalUnit offered =
        OfferedUnits.of(unit(Commitment.FREE, Commitment.FREE, Commitment.FREE), schedule, PERIODS);
    assertEquals(List.of(Commitment.OFF, Commitment.ON, Commitment.ON), offered.commitment());
    assertEquals(new OfferCurve(List.of(60.5), List.of(0.0)), offered.offer(1));
    assertEquals(60.5, offered.pMinMw().at(1));
    assertEquals(60.5, offered.pMaxMw().at(1));
    ProfiledUnit wind =
        new ProfiledUnit(
            "W", "b", "wind", Series.of(0, 0, 0), Series.of(9, 9, 9), Series.of(1, 1, 1));
    assertEquals(Series.of(0, 60.5, 100), OfferedUnits.of(wind, schedule, PERIODS).minMw());
  }

  @Test
  void whatDataHaveOutOfServiceStaysOut() {
    ThermalUnit out =
        unit(Commitment.FREE, Commitment.OFF, Commitment.FREE)
            .withLimits(Series.of(50, 50, 0), Series.of(100, 100, 0));
    SelfSchedule schedule = new SelfSchedule(WholeSeries.of(600_000));
    ThermalUnit scheduled = OfferedUnits.of(out, schedule, PERIODS);
    assertEquals(List.of(Commitment.ON, Commitment.OFF, Commitment.OFF), scheduled.commitment());
    assertEquals(Series.of(60, 100, 0), scheduled.pMaxMw());
    ThermalUnit offered =
        OfferedUnits.of(out, offer(300_000, 900_000, 0, curves(new Segment(900_000, 5))), PERIODS);
    assertEquals(List.of(Commitment.ON, Commitment.OFF, Commitment.OFF), offered.commitment());
    assertEquals(Series.of(90, 90, 0), offered.pMaxMw());
    assertEquals(Series.of(30, 30, 0), offered.pMinMw());
  }

  @Test
  void periodsOfACaseAreThoseOfTheDateInWhichTheyLie() {
    DeclarationParameters hourly = DeclaredDays.PARAMETERS;
    org.junit.jupiter.api.Assertions.assertArrayEquals(
        new int[] {2, 2, 2, 3}, hourly.periods(135, 15, 4, 24));
    assertThrows(IllegalArgumentException.class, () -> hourly.periods(0, 120, 12, 24));
    assertThrows(IllegalArgumentException.class, () -> hourly.periods(0, 60, 25, 24));
    assertThrows(IllegalArgumentException.class, () -> hourly.periods(30, 60, 2, 24));
    Declaration declared =
        DeclaredDays.declared("G", new SelfSchedule(new WholeSeries(List.of(5L, 6L, 7L))));
    assertEquals(
        new SelfSchedule(new WholeSeries(List.of(6L, 6L, 7L))),
        declared.in("E", new int[] {1, 1, 2}).terms());
    assertEquals("E", declared.in("E", new int[] {0}).unit());
  }

  @Test
  void datesOfAClockChangeHaveTheirPeriods() {
    java.time.ZoneId berlin = java.time.ZoneId.of("Europe/Berlin");
    DeclarationParameters hourly = DeclaredDays.PARAMETERS;
    assertEquals(23, hourly.periodCount(java.time.LocalDate.of(2026, 3, 29), berlin));
    assertEquals(25, hourly.periodCount(java.time.LocalDate.of(2026, 10, 25), berlin));
    assertEquals(24, hourly.periodCount(java.time.LocalDate.of(2026, 10, 26), berlin));
  }

  @Test
  void aLimitLiesOnTheForecastAndAForecastReplacesIt() {
    ProfiledUnit wind =
        new ProfiledUnit(
            "W", "b", "wind", Series.of(0, 0, 0), Series.of(9, 3, 5), Series.of(1, 1, 1));
    WholeSeries max = WholeSeries.of(45_000);
    WholeSeries min = WholeSeries.of(40_000);
    WholeSeries price = new WholeSeries(List.of(-1_500L, 0L, 2L));
    ProfiledUnit limited =
        OfferedUnits.of(wind, new RenewableOffer(RenewableOffer.Basis.LIMIT, min, max, price), 3);
    assertEquals(Series.of(4.5, 3, 4.5), limited.maxMw());
    assertEquals(Series.of(4, 3, 4), limited.minMw());
    assertEquals(Series.of(-1.5, 0, 0.002), limited.priceYuanPerMwh());
    ProfiledUnit forecast =
        OfferedUnits.of(
            wind, new RenewableOffer(RenewableOffer.Basis.FORECAST, min, max, price), 3);
    assertEquals(Series.of(4.5, 4.5, 4.5), forecast.maxMw());
  }

  @Test
  void whatStorageBidsIsACostBelowZeroOfCharging() {
    Series any = Series.constant(1, PERIODS);
    StorageUnit unit =
        new StorageUnit(
            "S", "b", any, any, any, any, any, any, any, any, any, any, any, List.of(), 5, 6, 99);
    StorageUnit offered =
        OfferedUnits.of(
            unit,
            new StorageOffer(
                WholeSeries.of(50_000),
                WholeSeries.of(40_000),
                WholeSeries.of(200_000),
                WholeSeries.of(350_000),
                Optional.of(
                    new StorageOffer.Levels(
                        WholeSeries.of(10_000), WholeSeries.of(200_000), 30_000))),
            PERIODS);
    assertEquals(-200, offered.chargeYuanPerMwh().at(1));
    assertEquals(350, offered.dischargeYuanPerMwh().at(2));
    assertEquals(5, offered.maxChargeMw().at(0));
    assertEquals(20, offered.maxLevelMwh().at(0));
    assertEquals(3, offered.endMinLevelMwh());
    assertEquals(20, offered.endMaxLevelMwh());
    assertEquals(5, offered.initialLevelMwh());
  }

  @Test
  void eachStepOfABidIsALoadOfItsWidth() {
    DemandBid bid =
        new DemandBid(
            new StepCurves(
                List.of(
                    new StepCurve(List.of(new Segment(100_000, 900_000))),
                    new StepCurve(
                        List.of(new Segment(50_000, 800_000), new Segment(120_000, 300_000))),
                    new StepCurve(List.of()))));
    assertEquals(
        List.of(
            new FlexibleLoad("U/1", "b", Series.of(10, 5, 0), Series.of(900, 800, 0)),
            new FlexibleLoad("U/2", "b", Series.of(0, 7, 0), Series.of(0, 300, 0))),
        OfferedUnits.of("U", "b", bid, PERIODS));
  }

  @Test
  void whatTheCaseDoesNotHaveIsNamed() {
    var day = DeclaredDays.of(unit());
    Declaration known =
        DeclaredDays.declared("G", offer(0, 1_000_000, 0, curves(new Segment(1_000_000, 5))));
    Declaration unknown =
        DeclaredDays.declared("H", offer(0, 1_000_000, 0, curves(new Segment(1_000_000, 5))));
    DeclaredDay.Units units =
        DeclaredDay.of(day, List.of(known), DeclaredDays.PARAMETERS, Map.of());
    assertEquals(100, units.thermalUnits().get(0).offer(0).lastMw());
    String said =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    DeclaredDay.of(day, List.of(known, unknown), DeclaredDays.PARAMETERS, Map.of()))
            .getMessage();
    assertTrue(said.contains("not in the case: H"), said);
    assertThrows(
        IllegalArgumentException.class,
        () -> DeclaredDay.of(day, List.of(known, known), DeclaredDays.PARAMETERS, Map.of()));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            DeclaredDay.of(
                day,
                List.of(DeclaredDays.declared("G", new DemandBid(curves(new Segment(1, 1))))),
                DeclaredDays.PARAMETERS,
                Map.of()));
  }
}
