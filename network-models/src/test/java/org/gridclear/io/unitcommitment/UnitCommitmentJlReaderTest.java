package org.gridclear.io.unitcommitment;

import static org.gridclear.json.Documents.assertErrors;
import static org.gridclear.json.Documents.notices;
import static org.gridclear.json.Documents.remove;
import static org.gridclear.json.Documents.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Set;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.BusLoad;
import org.gridclear.market.Commitment;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.InitialState;
import org.gridclear.market.LimitRule;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.Penalties;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.StartCategory;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.network.Bus;
import org.gridclear.network.Contingency;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.Series;
import org.gridclear.validate.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every number of a UnitCommitment.jl file, per hour: that format counts money and ramps per
 * period.
 */
// Rows: A-11
class UnitCommitmentJlReaderTest extends UnitCommitmentJlFile {
  @Test
  void aThermalUnitIsPricedAndRampedPerHour() {
    assertEquals(
        new ThermalUnit(
            "g1",
            "b1",
            "",
            List.of(new OfferCurve(List.of(10.5, 50.5, 70.5), List.of(201.0, 1001.0, 1801.0))),
            both(10.5),
            both(70.5),
            63, // 31.5 MW in half an hour
            65,
            33.5,
            34.5,
            2,
            1,
            -1,
            List.of(new StartCategory(1, 30.5), new StartCategory(4, 40.5)),
            List.of(Commitment.ON, Commitment.FREE),
            new InitialState(true, 12, 40.5),
            Set.of("r1"),
            15.5,
            LimitRule.STOP_WITHOUT_RESERVE,
            0,
            0),
        read().thermalUnits().get(0));
  }

  @Test
  void whatAThermalUnitLeavesOutIsTheDefaultOfTheFormat() {
    assertEquals(
        new ThermalUnit(
            "g2",
            "b2",
            "",
            List.of(new OfferCurve(List.of(5.5, 65.5), List.of(101.0, 2001.0))),
            both(5.5),
            both(65.5),
            2e6,
            2e6,
            1e6,
            1e6,
            1,
            1,
            -1,
            List.of(new StartCategory(0, 0)),
            List.of(Commitment.FREE, Commitment.FREE),
            new InitialState(false, 3.5, 0),
            Set.of("r1"),
            0,
            LimitRule.STOP_WITHOUT_RESERVE,
            0,
            0),
        read().thermalUnits().get(1));
  }

  @Test
  void aCurveThatVariesIsOneCurvePerPeriodWithItsOwnLimits() {
    set(document, "[10.5, [50.5, 51.5], [70.5, 71.5]]", "Generators", "g1", MW);
    set(document, "[[100, 110], 500, 900]", "Generators", "g1", COST);
    ThermalUnit unit = read().thermalUnits().get(0);
    assertEquals(
        List.of(
            new OfferCurve(List.of(10.5, 50.5, 70.5), List.of(200.0, 1000.0, 1800.0)),
            new OfferCurve(List.of(10.5, 51.5, 71.5), List.of(220.0, 1000.0, 1800.0))),
        unit.offers());
    assertEquals(both(10.5), unit.pMinMw());
    assertEquals(Series.of(70.5, 71.5), unit.pMaxMw());
  }

  @Test
  void aCurveOfUnequalOrNoPointsIsRefused() {
    set(document, "[1, 2]", "Generators", "g1", COST);
    remove(document, "Generators", "g2", MW);
    remove(document, "Generators", "g2", COST);
    MarketDay day = read();
    assertErrors(
        log,
        "SERIES_LENGTH | unit g1 | Production cost curve ($) | 2"
            + " | Give as many costs as outputs (3), at least one.",
        "SERIES_LENGTH | unit g2 | Production cost curve ($) | 0"
            + " | Give as many costs as outputs (0), at least one.");
    OfferCurve none = new OfferCurve(List.of(0.0), List.of(0.0));
    assertEquals(List.of(none), day.thermalUnits().get(0).offers());
  }

  @Test
  void aProfiledUnitIsPricedPerHour() {
    assertEquals(
        List.of(
            new ProfiledUnit("g3", "b1", "profiled", both(1.5), Series.of(10.5, 11.5), both(7))),
        read().profiledUnits());
  }

  @Test
  void storageKeepsItsLevelsAndRatesAndIsPricedPerHour() {
    assertEquals(
        List.of(
            new StorageUnit(
                "su1",
                "b2",
                both(1.5),
                Series.of(90.5, 91.5),
                both(1.25),
                both(10.5),
                both(2.25),
                both(11.5),
                both(5),
                both(7),
                both(0.8),
                both(0.85),
                both(0.01),
                List.of(false, true),
                40.5,
                20.5,
                60.5)),
        read().storageUnits());
  }

  @Test
  void storageThatLeavesOutWhatItMayIsLosslessAndEndsWithinItsLimits() {
    set(
        document,
        """
        {"Bus": "b1", "Minimum level (MWh)": [3, 4], "Maximum level (MWh)": [80, 70],
         "Maximum charge rate (MW)": 7, "Maximum discharge rate (MW)": 8,
         "Charge cost ($/MW)": 0, "Discharge cost ($/MW)": 1}
        """,
        "Storage units",
        "su1");
    assertEquals(
        List.of(
            new StorageUnit(
                "su1",
                "b1",
                Series.of(3, 4),
                Series.of(80, 70),
                both(0),
                both(7),
                both(0),
                both(8),
                both(0),
                both(2),
                both(1),
                both(1),
                both(0),
                List.of(true, true),
                0,
                4,
                70)),
        read().storageUnits());
  }

  @Test
  void oneFlagOfSimultaneityHoldsInAllPeriodsAndThreeOfTwoAreRefused() {
    String flags = "Allow simultaneous charging and discharging";
    set(document, "[false]", "Storage units", "su1", flags);
    assertEquals(List.of(false, false), read().storageUnits().get(0).simultaneous());
    assertErrors(log);
    set(document, "[false, false, true]", "Storage units", "su1", flags);
    assertEquals(List.of(true, true), read().storageUnits().get(0).simultaneous());
    assertErrors(
        log,
        "SERIES_LENGTH | storage su1 | "
            + flags
            + " | 3 values | Give 2 values, one per period, or one.");
  }

  @Test
  void loadsFlexibleLoadsAndReservesKeepTheirPeriods() {
    MarketDay day = read();
    assertEquals(new Horizon(2, 30), day.horizon());
    assertEquals(
        List.of(new BusLoad("b1", Series.of(20.5, 21.5)), new BusLoad("b2", both(30.5))),
        day.busLoads());
    assertEquals(List.of(new FlexibleLoad("p1", "b2", both(5.5), both(47))), day.flexibleLoads());
    assertEquals(
        List.of(
            new ReserveRequirement("r1", Series.of(4.5, 5.5), -1)
                .withShortfall(Series.of(101, INFINITE))),
        day.reserves());
    assertEquals(MarketDay.CURRENCY_UNITS, day.currency());
  }

  @Test
  void branchesHaveTheReactanceOfTheirSusceptanceAndLimitsOfTheirOwn() {
    MarketDay day = read();
    assertEquals(List.of(Bus.of("b1", ""), Bus.of("b2", "")), day.network().buses());
    assertEquals(
        List.of(line("l1", 1 / 29.5, true), line("l2", 1 / 20.5, true)), day.network().branches());
    assertEquals(
        List.of(
            new BranchLimit("l1", both(25.5), Series.of(35.5, 36.5), Series.of(1001, 1003), true)),
        day.branchLimits());
  }

  @ParameterizedTest
  @CsvSource({
    "Normal flow limit (MW), 12.5, Infinity",
    "Emergency flow limit (MW), Infinity, 12.5"
  })
  void oneLimitAloneLeavesTheOtherInfinite(String field, double normal, double emergency) {
    set(document, "12.5", "Transmission lines", "l2", field);
    assertEquals(
        new BranchLimit("l2", both(normal), both(emergency), both(10_000), true),
        read().branchLimits().get(1));
  }

  @Test
  void aLineWithoutSusceptanceCarriesNothingAndSaysSo() {
    set(document, "0", "Transmission lines", "l2", "Susceptance (S)");
    assertEquals(line("l2", 1, false), read().network().branches().get(1));
    assertEquals(
        List.of(
            "TAKEN_AS | branch l2 | Susceptance (S) | 0"
                + " | It carries nothing and is taken as out of service."),
        notices(log, Rule.TAKEN_AS).stream().filter(text -> text.contains("branch")).toList());
  }

  @Test
  void busesWithoutAnyLineAreOnePlace() {
    remove(document, "Transmission lines");
    remove(document, "Contingencies");
    set(document, "{\"Load (MW)\": 1}", "Buses", "b3");
    assertEquals(
        List.of(joined("one place 1", "b2"), joined("one place 2", "b3")),
        read().network().branches());
    assertEquals(
        List.of(
            "TAKEN_AS | bus b2 and 1 more |  | no branch"
                + " | No branch is given: the buses are one place."),
        notices(log, Rule.TAKEN_AS).stream().filter(text -> text.contains("bus b")).toList());
  }

  @Test
  void contingenciesTakeOutLinesAndUnitsUnderBothNamesOfTheFormat() {
    set(
        document,
        """
        {"c1": {"Affected lines": ["l1"], "Affected units": ["g1"]},
         "c2": {"Affected lines": ["l2", "l1"], "Affected generators": ["g2"],
                "Affected units": ["g3"]}}
        """,
        "Contingencies");
    MarketDay day = read();
    assertEquals(
        List.of(
            new Contingency("c1", List.of("l1"), List.of("g1"), List.of()),
            new Contingency("c2", List.of("l2", "l1"), List.of("g2", "g3"), List.of())),
        day.rules().contingencies().listed());
    assertFalse(day.rules().contingencies().everyBranch());
    assertEquals(
        List.of(
            "TAKEN_AS | contingency c2 | Affected lines | [l2, l1]"
                + " | All its lines go out together; UnitCommitment.jl 0.4 takes the first"
                + " alone."),
        notices(log, Rule.TAKEN_AS).stream().filter(text -> text.contains("c2")).toList());
  }

  @Test
  void penaltiesArePerHour() {
    assertEquals(
        new Penalties(
            1801,
            Penalties.DEFAULT.reserveYuanPerMwh(),
            10_000,
            10_000,
            10_000,
            Penalties.DEFAULT.scheduleYuanPerMwh()),
        read().penalties());
  }

  @Test
  void aPenaltyThatVariesIsKeptByPeriod() {
    set(document, "[900.5, 800]", "Parameters", "Power balance penalty ($/MW)");
    assertEquals(Series.of(1801, 1600), read().penalties().balanceByPeriod());
  }

  @Test
  void aPenaltyThatIsLeftOutIsThatOfTheFormat() {
    remove(document, "Parameters", "Power balance penalty ($/MW)");
    Penalties penalties = read().penalties();
    assertEquals(2000, penalties.balanceYuanPerMwh()); // 1000 $/MW in half an hour
    assertNull(penalties.balanceByPeriod());
  }
}
