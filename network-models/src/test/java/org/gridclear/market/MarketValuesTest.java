package org.gridclear.market;

import static org.gridclear.quantity.RecordChanges.apart;
import static org.gridclear.quantity.RecordChanges.only;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.gridclear.market.rule.OperatingRules;
import org.gridclear.market.rule.ReserveOffer;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.market.rule.Scope;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Network;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.PeriodMap;
import org.gridclear.quantity.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of a market day: what they compute, and that a copy changes what it says alone. */
class MarketValuesTest {
  private static final OfferCurve CURVE =
      new OfferCurve(List.of(10.0, 30.0, 60.0), List.of(100.0, 500.0, 1400.0));

  private static Series of(double first) {
    return Series.of(first, first + 0.25, first + 0.5, first + 0.75);
  }

  private static final ThermalUnit UNIT =
      new ThermalUnit(
          "g",
          "bus",
          "coal",
          List.of(CURVE),
          of(1),
          of(2),
          3,
          4,
          5,
          6,
          7,
          8,
          9,
          List.of(new StartCategory(1, 2)),
          List.of(Commitment.FREE, Commitment.ON, Commitment.OFF, Commitment.FREE),
          new InitialState(true, 3, 20),
          Set.of("r"),
          10,
          LimitRule.LIMIT_FOR_RAMP,
          11,
          12);

  private static final StorageUnit STORE =
      new StorageUnit(
          "s",
          "bus",
          of(1),
          of(2),
          of(3),
          of(4),
          of(5),
          of(6),
          of(7),
          of(8),
          of(9),
          of(10),
          of(11),
          List.of(true, false, true, false),
          12,
          13,
          14);

  private static final ReserveRequirement REQUIRED =
      new ReserveRequirement(
          "r", "p", Scope.unit("g"), of(1), 2, 3, true, of(4), ReserveRequirement.Method.GREATEST);

  private static final MarketDay DAY =
      new MarketDay(
          "day",
          List.of("made"),
          new Horizon(4, 60),
          Network.copperPlate("n", "a"),
          List.of(UNIT),
          List.of(new ProfiledUnit("w", "a", "wind", of(0), of(1), of(2))),
          List.of(STORE),
          List.of(new BusLoad("a", of(30)), new BusLoad("a", of(-10)), new BusLoad("b", of(4))),
          List.of(new FlexibleLoad("f", "a", of(1), of(2))),
          List.of(new Interchange("t", "a", of(1))),
          List.of(REQUIRED),
          List.of(new BranchLimit("ab", of(5))),
          List.of(new BranchOutage("ab", 1, 2)),
          Penalties.DEFAULT,
          OperatingRules.NONE,
          "EUR");

  @Test
  void aCopyOfAUnitChangesWhatItSays() {
    apart(UNIT);
    only(UNIT, UNIT.withOffers(List.of(CURVE.scaled(2))), "offers");
    only(UNIT, UNIT.withLimits(of(50), of(60)), "pMinMw", "pMaxMw");
    only(UNIT, UNIT.withCommitment(List.of(Commitment.ON)), "commitment");
    only(UNIT, UNIT.withStartCategories(List.of()), "startCategories");
    only(UNIT, UNIT.withRamps(70, 80), "rampUpMwPerH", "rampDownMwPerH");
    only(UNIT, UNIT.withInitial(null), "initial");
    only(
        UNIT,
        UNIT.after(new InitialState(false, 1, 0), 90, List.of(Commitment.OFF), 91),
        "initial",
        "startsOfDay",
        "commitment",
        "stopAfterPeriods");
    only(
        UNIT,
        UNIT.in(List.of(CURVE.scaled(3)), of(50), of(60), List.of(Commitment.OFF)),
        "offers",
        "pMinMw",
        "pMaxMw",
        "commitment");
    assertEquals(70, UNIT.withRamps(70, 80).rampUpMwPerH());
    assertEquals(of(50), UNIT.withLimits(of(50), of(60)).pMinMw());
    assertEquals(90, UNIT.after(null, 90, List.of(), 91).startsOfDay());
  }

  @Test
  void aCopyOfStorageChangesWhatItSays() {
    apart(STORE);
    only(STORE, STORE.withLevels(20, 21), "initialLevelMwh", "endMinLevelMwh");
    assertEquals(20, STORE.withLevels(20, 21).initialLevelMwh());
    StorageUnit offering = STORE.withOffer(of(40), of(60), of(70), of(80));
    only(
        STORE,
        offering,
        "maxChargeMw",
        "maxDischargeMw",
        "chargeYuanPerMwh",
        "dischargeYuanPerMwh");
    assertEquals(
        List.of(of(40), of(60), of(70), of(80)),
        List.of(
            offering.maxChargeMw(),
            offering.maxDischargeMw(),
            offering.chargeYuanPerMwh(),
            offering.dischargeYuanPerMwh()));
    StorageUnit rated = STORE.withRates(of(30), of(40), of(50), of(60));
    only(STORE, rated, "minChargeMw", "maxChargeMw", "minDischargeMw", "maxDischargeMw");
    assertEquals(
        List.of(of(30), of(40), of(50), of(60)),
        List.of(
            rated.minChargeMw(),
            rated.maxChargeMw(),
            rated.minDischargeMw(),
            rated.maxDischargeMw()));
  }

  @Test
  void theLevelAtTheEndDoesNotExceedTheLimitOfTheLastPeriod() {
    StorageUnit wide = STORE.withLevelLimits(of(0), of(30), 1);
    only(STORE, wide, "minLevelMwh", "maxLevelMwh", "endMinLevelMwh");
    assertEquals(14, wide.endMaxLevelMwh());
    assertEquals(9.75, STORE.withLevelLimits(of(0), of(9), 1).endMaxLevelMwh());
  }

  @Test
  void aCopyOfARequirementChangesWhatItSays() {
    apart(REQUIRED);
    only(REQUIRED, REQUIRED.withMw(of(9)), "mw");
    only(REQUIRED, REQUIRED.withShortfall(of(9)), "shortfallYuanPerMwh");
    only(REQUIRED, REQUIRED.withShares(8, 9), "loadShare", "renewableShare");
    assertEquals(8, REQUIRED.withShares(8, 9).loadShare());
    assertEquals(4.5, REQUIRED.shortfallYuanPerMwh(2, 99));
    assertEquals(99, REQUIRED.withShortfall(of(-1)).shortfallYuanPerMwh(0, 99));
    assertEquals(0, REQUIRED.withShortfall(of(-0.25)).shortfallYuanPerMwh(1, 99));
  }

  @Test
  void aCopyOfADayChangesWhatItSays() {
    only(DAY, DAY.withHorizon(new Horizon(4, 15)), "horizon");
    only(DAY, DAY.withThermalUnits(List.of()), "thermalUnits");
    only(DAY, DAY.withBusLoads(List.of()), "busLoads");
    only(DAY, DAY.withReserves(List.of()), "reserves");
    only(DAY, DAY.withBranchOutages(List.of()), "branchOutages");
    only(DAY, DAY.withCurrency(MarketDay.YUAN), "currency");
    only(DAY, DAY.withPenalties(new Penalties(1, 2, 3, 4, 5, 6)), "penalties");
    only(
        DAY,
        DAY.withResources(List.of(), List.of(), List.of(), List.of()),
        "profiledUnits",
        "storageUnits",
        "flexibleLoads",
        "interchanges");
    only(
        DAY,
        DAY.withRules(
            OperatingRules.NONE.withReserveOffers(
                List.of(new ReserveOffer("g", "r", of(1), of(2), 0, 0)))),
        "rules");
    assertEquals(24.75, DAY.loadMw(1), "30.25 - 9.75 + 4.25");
  }

  @Test
  void segmentsHaveTheirWidthAndTheSlopeBetweenTheirEnds() {
    assertEquals(2, CURVE.segmentCount());
    assertEquals(List.of(20.0, 30.0), List.of(CURVE.widthMw(0), CURVE.widthMw(1)));
    assertEquals(List.of(20.0, 30.0), List.of(CURVE.priceYuanPerMwh(0), CURVE.priceYuanPerMwh(1)));
    assertEquals(
        new OfferCurve(List.of(10.0, 30.0, 70.0), List.of(100.0, 500.0, 1700.0)),
        CURVE.endingAt(70));
    assertEquals(
        new OfferCurve(List.of(10.0, 30.0, 40.0), List.of(100.0, 500.0, 800.0)),
        CURVE.endingAt(40));
    assertEquals(List.of(50.0, 250.0, 700.0), CURVE.scaled(0.5).yuanPerH());
    assertThrows(
        IllegalArgumentException.class, () -> new OfferCurve(List.of(1.0), List.of(1.0, 2.0)));
    assertThrows(IllegalArgumentException.class, () -> new OfferCurve(List.of(), List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    // normal, emergency rating; limit of the day and after outages; expected
    "0, 0, , , Infinity, Infinity",
    "50, 0, , , 50, 50",
    "50, 60, , , 50, 60",
    "50, 60, 40, , 40, 60",
    "50, 0, 40, , 40, 40",
    "50, 60, 40, 45, 40, 45",
    "0, 0, 40, 45, 40, 45",
    "50, 60, 0, 0, 0, 0"
  })
  void limitsOfADayTakeThePlaceOfRatings(
      double normal, double emergency, Double mw, Double afterMw, double intact, double after) {
    Branch branch =
        new Branch(
            "ab",
            "a",
            "b",
            BranchKind.LINE,
            0,
            1,
            0,
            1,
            0,
            new Branch.Ratings(normal, 55, emergency),
            true);
    BranchLimit limit =
        mw == null
            ? null
            : new BranchLimit(
                "ab",
                Series.of(-1, mw),
                afterMw == null ? null : Series.of(-1, afterMw),
                null,
                false);
    assertEquals(intact, BranchLimit.normalMw(branch, limit, 1));
    assertEquals(after, BranchLimit.emergencyMw(branch, limit, 1));
  }

  @Test
  void aPenaltyThatALimitDoesNotNameIsThatOfTheDay() {
    BranchLimit limit = new BranchLimit("ab", of(1), of(2), Series.of(7, 0, -1, 9), true);
    only(limit, limit.withMw(of(8)), "mw");
    assertEquals(
        List.of(7.0, 0.0, 99.0),
        List.of(
            limit.penaltyYuanPerMwh(0, 99),
            limit.penaltyYuanPerMwh(1, 99),
            limit.penaltyYuanPerMwh(2, 99)));
    assertEquals(99, new BranchLimit("ab", of(1)).penaltyYuanPerMwh(0, 99));
    BranchLimit part = limit.on(PeriodMap.part(DAY.horizon(), 1, 3));
    assertEquals(Series.of(1.25, 1.5), part.mw());
    assertEquals(Series.of(2.25, 2.5), part.emergencyMw());
    assertEquals(Series.of(0, -1), part.penaltyYuanPerMwh());
  }

  @Test
  void thePriceOfTheBalanceMayDifferByPeriod() {
    Penalties same = new Penalties(1, 2, 3, 4, 5, 6);
    apart(same);
    assertEquals(1, same.balanceYuanPerMwh(3));
    assertEquals(same, same.on(PeriodMap.part(DAY.horizon(), 1, 3)));
    Penalties byPeriod = same.withBalance(of(7));
    only(same, byPeriod, "balanceByPeriod");
    assertEquals(7.75, byPeriod.balanceYuanPerMwh(3));
    assertEquals(7.5, byPeriod.on(PeriodMap.part(DAY.horizon(), 1, 3)).balanceYuanPerMwh(1));
  }

  @Test
  void aUnitThatMayHoldReserveWhileOffIsKeptOff() {
    ReserveProduct cold =
        new ReserveProduct(
            "cold", ReserveProduct.Kind.NON_SPINNING, ReserveProduct.Direction.UP, 10);
    ReserveProduct spin =
        new ReserveProduct("r", ReserveProduct.Kind.SPINNING, ReserveProduct.Direction.UP, 10);
    OperatingRules spins = OperatingRules.of(List.of(spin), List.of());
    OperatingRules both = OperatingRules.of(List.of(cold, spin), List.of());
    assertEquals(Commitment.OFF, NonSpinning.keptOff(UNIT, spins), "it holds r, which spins");
    assertEquals(Commitment.OFF, NonSpinning.keptOff(UNIT, both), "it does not hold cold");
    for (String unit : List.of("g", "other")) {
      OperatingRules offered =
          both.withReserveOffers(List.of(new ReserveOffer(unit, "cold", of(1), of(2), 0, 0)));
      assertEquals(
          unit.equals("g") ? Commitment.KEPT_OFF : Commitment.OFF,
          NonSpinning.keptOff(UNIT, offered));
    }
  }
}
