package org.gridclear.market.declaration.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.gridclear.market.declaration.AncillaryOffer;
import org.gridclear.market.declaration.SelfSchedule;
import org.gridclear.market.declaration.StartPrice;
import org.gridclear.market.declaration.StepCurves;
import org.gridclear.market.declaration.StorageOffer;
import org.gridclear.market.declaration.ThermalOffer;
import org.gridclear.market.declaration.UnitKind;
import org.gridclear.market.declaration.WholeSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of costs, starts, schedules, storage, services and sizes of prices at their bounds. */
// Rows
class CostAndStorageRulesTest extends Declarations {
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
