package org.gridclear.io.egret;

import static org.gridclear.json.Documents.assertErrors;
import static org.gridclear.json.Documents.errors;
import static org.gridclear.json.Documents.node;
import static org.gridclear.json.Documents.notices;
import static org.gridclear.json.Documents.remove;
import static org.gridclear.json.Documents.resource;
import static org.gridclear.json.Documents.set;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.BranchOutage;
import org.gridclear.market.BusLoad;
import org.gridclear.market.Commitment;
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
import org.gridclear.market.rule.HvdcSchedule;
import org.gridclear.market.rule.Scope;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Contingency;
import org.gridclear.network.Flowgate;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Shunt;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Every number of an Egret file in its place of the day, in the units of the product. */
// Rows: A-11
class EgretReaderTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;
  private static final String SERIES = "{\"data_type\": \"time_series\", \"values\": %s}";

  private final IssueLog log = new IssueLog("day.json");
  private ObjectNode document;

  @BeforeEach
  void twoHours() {
    document = resource("egret.json");
  }

  private MarketDay read() {
    return EgretReader.read("day", document, log);
  }

  private static Series both(double value) {
    return Series.of(value, value);
  }

  private void unit(String id, String field, String json) {
    set(document, json, "elements", "generator", id, field);
  }

  private void system(String field, String json) {
    set(document, json, "system", field);
  }

  private static void assertCurve(OfferCurve curve, double... mwAndYuan) {
    assertEquals(mwAndYuan.length / 2, curve.mw().size(), curve.toString());
    for (int k = 0; k < curve.mw().size(); k++) {
      assertEquals(mwAndYuan[2 * k], curve.mw().get(k), 1e-9, curve.toString());
      assertEquals(mwAndYuan[2 * k + 1], curve.yuanPerH().get(k), 1e-9, curve.toString());
    }
  }

  @Test
  void aThermalUnitHasItsLimitsTimesStartsAndStateInHours() {
    unit("g1", "p_max", "70.5");
    unit("g1", "p_cost", "{\"values\": [[10.5, 100.5], [50.5, 500.5], [90.5, 1300.5]]}");
    assertEquals(
        new ThermalUnit(
            "g1",
            "b1",
            "G",
            // 2.5 per hour without output on top; 20 per MWh up to 70.5 MW, where it ends
            List.of(new OfferCurve(List.of(10.5, 50.5, 70.5), List.of(103.0, 503.0, 903.0))),
            both(10.5),
            both(70.5),
            31.5,
            32.5,
            33.5,
            34.5,
            2,
            3,
            -1,
            List.of(new StartCategory(3, 56), new StartCategory(6, 66)),
            List.of(Commitment.FREE, Commitment.FREE),
            new InitialState(true, 5, 40.5),
            Set.of("spinning"),
            7.5,
            LimitRule.LIMIT_FOR_RAMP,
            0,
            0),
        read().thermalUnits().get(0));
  }

  @Test
  void aUnitThatBurnsFuelPaysItsPriceForOutputAndStarts() {
    assertEquals(
        new ThermalUnit(
            "g2",
            "b2",
            "O",
            List.of(new OfferCurve(List.of(5.5, 65.5), List.of(36.75, 701.75))), // × 3.5
            both(5.5),
            both(65.5),
            31.5,
            32.5,
            21.25, // 5.5 MW and half an hour of 31.5 MW/h
            21.75,
            2,
            3,
            -1,
            List.of(new StartCategory(3, 176.75), new StartCategory(6, 211.75)),
            List.of(Commitment.FREE, Commitment.ON),
            new InitialState(false, 5, 0),
            Set.of("spinning"),
            0,
            LimitRule.LIMIT_FOR_RAMP,
            0,
            0),
        read().thermalUnits().get(1));
  }

  @Test
  void aUnitOfTwoFuelsHasNoCostOfItsOwnButTheFixedOnes() {
    ThermalUnit dual = read().thermalUnits().get(2);
    assertEquals(List.of(new OfferCurve(List.of(10.5, 60.5), List.of(2.5, 2.5))), dual.offers());
    assertEquals(List.of(new StartCategory(3, 5.5)), dual.startCategories());
    assertEquals(7.5, dual.stopYuan());
    assertEquals(new InitialState(false, 4, 0), dual.initial());
  }

  @Test
  void aRenewableUnitFollowsItsForecastAndCostsNothing() {
    assertEquals(
        List.of(new ProfiledUnit("g3", "b1", "W", both(1.5), Series.of(12.5, 13.5), both(0))),
        read().profiledUnits());
  }

  @Test
  void storageLevelsAreSharesOfItsCapacity() {
    assertEquals(
        List.of(
            new StorageUnit(
                "s1",
                "b2",
                both(50.5 * 0.1),
                both(50.5),
                both(1.25),
                both(10.5),
                both(1.75),
                both(11.5),
                both(0.5),
                both(0.75),
                both(0.9),
                both(0.85),
                Series.of(0, 1 - 0.98), // the first period keeps all of the initial level
                List.of(false, false),
                25.25,
                50.5 * 0.4,
                50.5)),
        read().storageUnits());
    assertErrors(log);
  }

  @Test
  void storageThatLeavesOutWhatItMayIsHalfFullAndEndsAsItBegan() {
    set(
        document,
        """
        {"bus": "b1", "energy_capacity": 40, "max_charge_rate": 7, "max_discharge_rate": 8,
         "discharge_efficiency": 0.75}
        """,
        "elements",
        "storage",
        "s1");
    assertEquals(
        List.of(
            new StorageUnit(
                "s1",
                "b1",
                both(0),
                both(40),
                both(0),
                both(7),
                both(0),
                both(8),
                both(0),
                both(0),
                both(1),
                both(0.75),
                both(0),
                List.of(false, false),
                20,
                20,
                40)),
        read().storageUnits());
  }

  @ParameterizedTest
  @CsvSource({
    "ramp_up_output_60min, 9.75, 9.74",
    "ramp_down_output_60min, 9.75, 9.74",
    "ramp_up_input_60min, 9.25, 9.24",
    "ramp_down_input_60min, 9.25, 9.24"
  })
  void aRampOfStorageThatBindsIsRefused(String field, String enough, String binds) {
    set(document, enough, "elements", "storage", "s1", field);
    read();
    assertErrors(log);
    set(document, binds, "elements", "storage", "s1", field);
    read();
    assertErrors(
        log,
        "FIELD_TYPE | storage s1 | %s | %s | Not supported: a ramp of storage s1 that binds (below %s MW/h)."
            .formatted(field, binds, enough));
  }

  @Test
  void theGridHasItsBranchesLimitsAndOutages() {
    MarketDay day = read();
    assertEquals(
        List.of(
            new Bus("b1", "b1", BusType.REFERENCE, 110.5, "a1", 1, 2.5, 0.95, 1.05),
            new Bus("b2", "b2", BusType.PQ, 0, "", 1, 0, 0.9, 1.1)),
        day.network().buses());
    assertEquals(99.5, day.network().baseMva());
    assertEquals(
        List.of(
            new Branch(
                "br1",
                "b1",
                "b2",
                BranchKind.TRANSFORMER,
                0.01,
                0.1,
                0.02,
                1.05,
                2.5,
                Branch.Ratings.UNLIMITED,
                true),
            new Branch(
                "br2",
                "b1",
                "b2",
                BranchKind.LINE,
                0,
                0.2,
                0,
                1,
                0,
                Branch.Ratings.UNLIMITED,
                true)),
        day.network().branches());
    assertEquals(
        List.of(new BranchLimit("br1", both(30.5), both(35.5), both(300.5), false)),
        day.branchLimits());
    assertEquals(List.of(new BranchOutage("br1", 1, 2)), day.branchOutages());
    assertEquals(List.of(new Shunt("b1", 0.5, 1.5)), day.network().shunts());
    assertEquals(
        List.of(new Contingency("c1", List.of("br1"), List.of(), List.of())),
        day.rules().contingencies().listed());
  }

  @Test
  void interfacesAndDcBranchesAreLimitedInBothDirections() {
    set(document, "[1, -1]", "elements", "interface", "i1", "line_orientation");
    MarketDay day = read();
    assertEquals(
        List.of(
            new Flowgate(
                "i1",
                List.of(new Flowgate.Term("br1", 1), new Flowgate.Term("br2", -1)),
                41.5,
                40.5)),
        day.network().flowgates());
    assertEquals(
        List.of(new HvdcLine("d1", "b1", "b2", 0, -8.5, 8.5, 0, 0, true)),
        day.network().hvdcLines());
    assertEquals(
        List.of(new HvdcSchedule("d1", true, both(-8.5), both(8.5), INFINITE, 0, -1)),
        day.rules().hvdcSchedules());
  }

  @Test
  void aDcBranchCarriesNothingWhileItIsOut() {
    set(
        document,
        SERIES.formatted("[true, false]"),
        "elements",
        "dc_branch",
        "d1",
        "planned_outage");
    HvdcSchedule schedule = read().rules().hvdcSchedules().get(0);
    assertEquals(Series.of(0, 8.5), schedule.maxMw());
    assertEquals(0, schedule.minMw().at(0), 0.0);
    assertEquals(-8.5, schedule.minMw().at(1), 0.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[true, false, true, true]; 0-1 2-4",
        "[false, true, true, false]; 1-3",
        "[true, true, true, true]; 0-4",
        "[false, false, false, null]; ''"
      })
  void outagesAreRunsOfPeriods(String outage, String runs) {
    ObjectNode four =
        (ObjectNode)
            node(
                """
                {"system": {"time_keys": ["1", "2", "3", "4"]},
                 "elements": {"bus": {"b1": {}, "b2": {}}, "branch": {"br": {"from_bus": "b1",
                   "to_bus": "b2", "reactance": 0.1, "planned_outage": %s}}}}
                """
                    .formatted(SERIES.formatted(outage)));
    List<BranchOutage> outages = EgretReader.read("day", four, log).branchOutages();
    assertEquals(
        runs, String.join(" ", outages.stream().map(out -> out.from() + "-" + out.to()).toList()));
    assertErrors(log);
  }

  @Test
  void aLimitWithoutAPenaltyMustBeKeptAndOneWithAPenaltyOfNothingIsNone() {
    remove(document, "elements", "branch", "br1", "violation_penalty");
    remove(document, "elements", "branch", "br1", "rating_emergency");
    remove(document, "elements", "interface", "i1", "violation_penalty");
    set(document, "20.5", "elements", "branch", "br2", "rating_long_term");
    set(document, "0", "elements", "branch", "br2", "violation_penalty");
    MarketDay day = read();
    assertEquals(
        List.of(new BranchLimit("br1", both(30.5), both(30.5), both(INFINITE), false)),
        day.branchLimits());
    assertEquals(INFINITE, day.penalties().flowgateYuanPerMwh());
    assertEquals(
        List.of(
            "TAKEN_AS | branch br2 | violation_penalty | 0.0"
                + " | Leaving the limit costs nothing, so there is none."),
        notices(log, Rule.TAKEN_AS).stream().filter(text -> text.contains("penalty")).toList());
  }

  @Test
  void anInterfaceWhoseLimitCostsNothingIsNone() {
    set(document, "-1", "elements", "interface", "i1", "violation_penalty");
    assertEquals(List.of(), read().network().flowgates());
  }

  @Test
  void interfacesOfOneGridHaveOnePenalty() {
    set(
        document,
        """
        {"lines": ["br1"], "line_orientation": [1], "minimum_limit": -1, "maximum_limit": 1,
         "violation_penalty": 200.5}
        """,
        "elements",
        "interface",
        "i2");
    assertEquals(2, read().network().flowgates().size());
    assertErrors(log);
    set(document, "201.5", "elements", "interface", "i2", "violation_penalty");
    read();
    assertErrors(
        log,
        "FIELD_TYPE | interface i2 | violation_penalty | 201.5"
            + " | Not supported: interfaces of different penalties (200.5).");
  }

  @Test
  void anInterfaceNeedsOneOrientationForEachLine() {
    set(document, "[1]", "elements", "interface", "i1", "line_orientation");
    read();
    assertErrors(
        log,
        "SERIES_LENGTH | interface i1 | line_orientation | 1"
            + " | Give as many orientations as lines (2), at least one.");
  }

  @Test
  void whatIsOutOfServiceTakesNoPart() {
    for (String kind : List.of("shunt", "branch", "dc_branch", "interface", "storage")) {
      ObjectNode ofKind = (ObjectNode) document.get("elements").get(kind);
      ofKind.forEach(element -> ((ObjectNode) element).put("in_service", false));
    }
    unit("g1", "in_service", "false");
    MarketDay day = read();
    assertEquals(List.of(), day.network().shunts());
    assertEquals(List.of(), day.network().flowgates());
    assertEquals(List.of(), day.storageUnits());
    assertEquals(
        List.of(false, false), day.network().branches().stream().map(Branch::inService).toList());
    assertEquals(
        List.of(false), day.network().hvdcLines().stream().map(HvdcLine::inService).toList());
    assertEquals(
        List.of("g2", "g dual"), day.thermalUnits().stream().map(ThermalUnit::id).toList());
  }

  @Test
  void loadsAddUpAndOneOverSeveralBusesIsSharedOut() {
    assertEquals(
        List.of(
            new BusLoad("b1", Series.of(40.5, 41.5)),
            new BusLoad("b1", both(5.125)),
            new BusLoad("b2", both(15.375))),
        read().busLoads());
  }

  @Test
  void reserveIsRequiredOfTheSystemAndOfTheUnitsOfAZoneOrArea() {
    assertEquals(
        List.of(
            reserve("spinning", Scope.SYSTEM, Series.of(5.5, 6.5)),
            reserve("spinning zone z1", new Scope(List.of("g1", "g2"), "", ""), both(4.5)),
            reserve("spinning area a1", new Scope(List.of("g1", "g2"), "", ""), both(3.5))),
        read().reserves());
  }

  private static ReserveRequirement reserve(String id, Scope scope, Series mw) {
    return new ReserveRequirement(id, "spinning", scope, mw, 0, 0, false, both(99.5));
  }

  @Test
  void aZoneThatRequiresReserveOfNobodyIsRefused() {
    set(document, "{\"reserve_requirement\": 2.5}", "elements", "area", "a2");
    read();
    assertErrors(
        log,
        "REFERENCE_EXISTS | area a2 | reserve_requirement | a2"
            + " | No thermal unit in service names this area.");
  }

  @Test
  void whereNothingRequiresReserveNoUnitIsAskedForIt() {
    remove(document, "system", "reserve_requirement");
    remove(document, "elements", "zone", "z1", "reserve_requirement");
    assertEquals(Set.of("spinning"), read().thermalUnits().get(0).reserves()); // of the area
    remove(document, "elements", "area", "a1", "reserve_requirement");
    assertEquals(Set.of(), read().thermalUnits().get(0).reserves());
  }

  @Test
  void penaltiesAreThoseOfTheFileOrOfEgret() {
    assertEquals(new Penalties(999.5, 99.5, 401.5, INFINITE, 200.5, 30_000), read().penalties());
    for (String field :
        List.of(
            "load_mismatch_cost", "reserve_shortfall_cost", "contingency_flow_violation_cost")) {
      remove(document, "system", field);
    }
    assertEquals(new Penalties(10_000, 1_000, 5_000, INFINITE, 200.5, 30_000), read().penalties());
  }

  @ParameterizedTest
  @CsvSource({"60, 60", "15, 15", "120, 120", "1, 1"})
  void periodsDivideAnHourOrAreWholeHours(String minutes, int expected) {
    system("time_period_length_minutes", minutes);
    assertEquals(new Horizon(2, expected), read().horizon());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -15, 45, 90})
  void otherPeriodsAreRefused(int minutes) {
    ObjectNode empty = bare("[\"1\"]");
    set(empty, String.valueOf(minutes), "system", "time_period_length_minutes");
    EgretReader.read("day", empty, log);
    assertErrors(
        log,
        "FIELD_TYPE | system | time_period_length_minutes | "
            + minutes
            + " | Give a divisor or a multiple of 60.");
  }

  private static ObjectNode bare(String keys) {
    return (ObjectNode)
        node(
            "{\"system\": {\"time_keys\": %s}, \"elements\": {\"bus\": {\"b1\": {}}}}"
                .formatted(keys));
  }

  @Test
  void aFileWithoutPeriodsIsRefused() {
    EgretReader.read("day", bare("[]"), log);
    assertErrors(log, "FIELD_PRESENT | system | time_keys | 0 | Give the keys of the periods.");
  }

  @Test
  void keysOfPeriodsThatAreNoNumbersAreNoticed() {
    EgretReader.read("day", bare("[\"1\", \"2\", \"4\", \"noon\"]"), log);
    assertEquals(
        List.of(
            "TAKEN_AS | system and 1 more | time_keys | \"4\" | Periods are counted from 1 on."),
        notices(log, Rule.TAKEN_AS));
  }

  // Half hours: what counts per period is scaled as Egret's model does.

  private void halfHours() {
    system("time_period_length_minutes", "30");
    remove(document, "elements", "generator", "g dual", "non_fuel_no_load_cost");
  }

  @Test
  void theFixedCostOfAUnitOfTwoFuelsIsRefusedWhereAPeriodIsNoHour() {
    system("time_period_length_minutes", "30");
    remove(document, "elements", "storage");
    read();
    assertErrors(
        log,
        "FIELD_TYPE | unit g dual | non_fuel_no_load_cost | 2.5 | Not supported: of units with two"
            + " fuels Egret takes it per period, not per hour.");
  }

  @Test
  void startAndStopLimitsAboveTheLeastOutputAreScaledToThePeriod() {
    halfHours();
    ThermalUnit given = read().thermalUnits().get(0);
    assertEquals(22, given.startRampMw()); // 10.5 + (33.5 − 10.5) / 2
    assertEquals(22.5, given.stopRampMw());
    ThermalUnit open = read().thermalUnits().get(1);
    assertEquals(13.375, open.startRampMw()); // 5.5 + 31.5 / 2 / 2
    assertEquals(13.625, open.stopRampMw());
    assertEquals(31.5, open.rampUpMwPerH());
    assertEquals(32.5, open.rampDownMwPerH());
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "1.2, 1", "1.25, 1", "1.3, 1.5", "0.2, 0"})
  void timesAreRoundedToWholePeriodsHalfToEven(String given, double hours) {
    halfHours();
    unit("g1", "min_up_time", given);
    unit("g1", "min_down_time", given);
    unit("g1", "startup_cost", "[[%s, 1], [9, 2]]".formatted(given));
    ThermalUnit unit = read().thermalUnits().get(0);
    assertEquals(hours, unit.minUpHours());
    assertEquals(hours, unit.minDownHours());
    assertEquals(Math.max(0.5, hours), unit.startCategories().get(0).offHours());
  }

  @Test
  void storageKeepsOfHalfAnHourTheRootOfWhatItKeepsOfAnHour() {
    halfHours();
    set(document, "0.81", "elements", "storage", "s1", "retention_rate_60min");
    set(document, "19.5", "elements", "storage", "s1", "ramp_up_output_60min");
    set(document, "19.5", "elements", "storage", "s1", "ramp_down_output_60min");
    set(document, "18.5", "elements", "storage", "s1", "ramp_up_input_60min");
    set(document, "18.5", "elements", "storage", "s1", "ramp_down_input_60min");
    MarketDay day = read();
    assertEquals(0.1, day.storageUnits().get(0).lossShare().at(1), 1e-12);
    assertErrors(log);
    set(document, "18.4", "elements", "storage", "s1", "ramp_up_input_60min");
    read();
    assertErrors(
        log,
        "FIELD_TYPE | storage s1 | ramp_up_input_60min | 18.4"
            + " | Not supported: a ramp of storage s1 that binds (below 18.5 MW/h).");
  }

  @Test
  void aStartLimitThatBindsAndVariesIsRefused() {
    unit("g1", "startup_capacity", SERIES.formatted("[33.5, 34.5]"));
    read();
    assertErrors(
        log,
        "FIELD_TYPE | unit g1 | startup_capacity | 33.5 to 34.5"
            + " | Not supported: a limit of starts or stops that binds and differs by period.");
  }

  @Test
  void aStartLimitThatNeverBindsIsItsGreatest() {
    unit("g1", "startup_capacity", SERIES.formatted("[80, 90]"));
    assertEquals(90, read().thermalUnits().get(0).startRampMw());
    assertErrors(log);
  }

  @Test
  void aStartLimitBelowTheLeastOutputIsNoticed() {
    unit("g1", "startup_capacity", "10.25");
    read();
    assertEquals(
        List.of(
            "TAKEN_AS | unit g1 and 1 more | startup_capacity | 10.25 | It lies below the least"
                + " output; the unit then gives the least output, no more."),
        notices(log, Rule.TAKEN_AS).stream().filter(text -> text.contains("capacity")).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "false; [null, 1]; FREE ON",
        "true; [null, 1]; ON ON",
        "true; [0, null]; OFF ON",
        "false; [0, 0]; OFF OFF"
      })
  void aStatusThatIsFixedComesBeforeMustRun(String mustRun, String fixed, String commitment) {
    unit("g2", "must_run", mustRun);
    unit("g2", "fixed_commitment", SERIES.formatted(fixed));
    assertEquals(
        commitment,
        String.join(
            " ", read().thermalUnits().get(1).commitment().stream().map(Enum::name).toList()));
  }

  @Test
  void aSeriesOfAnotherLengthIsRefusedAndSoIsWhatIsNoSeries() {
    unit("g2", "fixed_commitment", SERIES.formatted("[1, 1, 1]"));
    unit("g1", "p_min", "{\"data_type\": \"guess\", \"values\": [1, 2]}");
    read();
    List<String> errors = errors(log);
    assertEquals(
        List.of(
            "FIELD_TYPE | unit g1 | p_min",
            "SERIES_LENGTH | unit g2 | fixed_commitment | 3 values"
                + " | Give 2 values, one per period, or one number."),
        List.of(
            errors.get(0).substring(0, "FIELD_TYPE | unit g1 | p_min".length()),
            errors.get(errors.size() - 1)));
  }

  @Test
  void aQuadraticCurveIsTwoSegmentsOfEqualWidthAndALinearOneIsOne() {
    unit("g1", "p_max", "70.5");
    String polynomial =
        "{\"cost_curve_type\": \"polynomial\", \"values\": {\"0\": 3, \"1\": 2, \"2\": %s}}";
    unit("g1", "p_cost", polynomial.formatted("0.5"));
    // 2.5 per hour fixed; at 10.5, 40.5 and 70.5 MW: 3 + 2 p + p²/2
    assertCurve(
        read().thermalUnits().get(0).offers().get(0), 10.5, 81.625, 40.5, 906.625, 70.5, 2631.625);
    unit("g1", "p_cost", polynomial.formatted("0"));
    assertCurve(read().thermalUnits().get(0).offers().get(0), 10.5, 26.5, 70.5, 146.5);
  }

  @Test
  void aCurveOfAUnitWithoutABandIsOnePoint() {
    unit("g1", "p_max", "10.5");
    unit(
        "g1",
        "p_cost",
        "{\"cost_curve_type\": \"polynomial\", \"values\": {\"0\": 3, \"1\": 2, \"2\": 1}}");
    assertCurve(read().thermalUnits().get(0).offers().get(0), 10.5, 3 + 21 + 110.25 + 2.5);
    unit("g1", "p_cost", "{\"values\": [[10.5, 100], [50, 500]]}");
    assertCurve(read().thermalUnits().get(0).offers().get(0), 10.5, 102.5);
  }

  @Test
  void aPiecewiseCurveThatBeginsAboveTheLeastOutputComesFromTheOrigin() {
    unit("g1", "p_max", "70.5");
    unit("g1", "p_cost", "{\"values\": [[21, 210], [70.5, 1200]]}");
    assertCurve(read().thermalUnits().get(0).offers().get(0), 10.5, 107.5, 21, 212.5, 70.5, 1202.5);
  }

  @Test
  void aPiecewiseCurveIsCutAtTheLeastAndTheMostOutput() {
    unit("g1", "p_max", "70.5");
    unit("g1", "p_cost", "{\"values\": [[0, 0], [5, 40], [20.5, 195], [80.5, 1395]]}");
    // 10 per MWh up to 20.5 MW, 20 beyond; 2.5 per hour fixed
    assertCurve(
        read().thermalUnits().get(0).offers().get(0), 10.5, 97.5, 20.5, 197.5, 70.5, 1197.5);
  }

  @Test
  void aCurveThatEndsBelowTheGreatestOutputIsRefused() {
    unit("g1", "p_max", "70.5");
    unit("g1", "p_cost", "{\"values\": [[10.5, 1], [70.5, 2]]}");
    read();
    assertErrors(log);
    unit("g1", "p_cost", "{\"values\": [[10.5, 1], [70.4, 2]]}");
    read();
    assertErrors(
        log,
        "LIMITS_ORDERED | unit g1 p_cost | values | 70.4 MW | The curve ends below p_max (70.5"
            + " MW).");
  }

  @Test
  void twoValuesAtOneOutputAreRefusedAndTheSameTwiceIsOnePoint() {
    unit("g1", "p_max", "70.5");
    unit("g1", "p_cost", "{\"values\": [[10.5, 1], [10.5, 1], [70.5, 61]]}");
    assertCurve(read().thermalUnits().get(0).offers().get(0), 10.5, 3.5, 70.5, 63.5);
    assertErrors(log);
    unit("g1", "p_cost", "{\"values\": [[10.5, 1], [10.5, 2], [70.5, 61]]}");
    read();
    assertErrors(
        log, "OFFER_RISING | unit g1 p_cost | values | 10.5 MW | It has two values there.");
  }

  @Test
  void whatIsNoCurveIsRefused() {
    unit("g1", "p_max", "70.5");
    unit("g1", "p_cost", "{\"data_type\": \"table\", \"values\": [[10.5, 1]]}");
    read();
    unit("g1", "p_cost", "{\"values\": [[10.5, 1], [70.5]]}");
    read();
    assertErrors(
        log,
        "FIELD_TYPE | unit g1 p_cost | cost_curve_type | table piecewise"
            + " | Use a data_type cost_curve of cost_curve_type piecewise or polynomial.",
        "FIELD_TYPE | unit g1 p_cost | values | [70.5] | Give pairs of output and value.");
  }

  @Test
  void aUnitWithoutACurveCostsItsFixedCostAndSaysSo() {
    unit("g1", "p_max", "70.5");
    remove(document, "elements", "generator", "g1", "p_cost");
    assertCurve(read().thermalUnits().get(0).offers().get(0), 10.5, 2.5, 70.5, 2.5);
    assertEquals(
        List.of("TAKEN_AS | unit g1 | p_cost | absent | Output without a cost costs nothing."),
        notices(log, Rule.TAKEN_AS).stream().filter(text -> text.contains("p_cost")).toList());
  }

  @Test
  void aPriceOfFuelThatVariesMakesACurveOfEachPeriod() {
    unit("g2", "fuel_cost", SERIES.formatted("[2, 4]"));
    remove(document, "elements", "generator", "g2", "startup_fuel");
    List<OfferCurve> offers = read().thermalUnits().get(1).offers();
    assertCurve(offers.get(0), 5.5, 21, 65.5, 401);
    assertCurve(offers.get(1), 5.5, 42, 65.5, 802);
    assertErrors(log);
    unit("g2", "startup_fuel", "5");
    read();
    assertErrors(
        log,
        "FIELD_TYPE | unit g2 | fuel_cost | 2.0 to 4.0"
            + " | Not supported: start-up fuel at a price that differs by period.");
  }

  @Test
  void aStartOfOneCostHoldsFromTheLeastTimeOff() {
    unit("g1", "startup_cost", "44.5");
    assertEquals(List.of(new StartCategory(3, 50)), read().thermalUnits().get(0).startCategories());
    unit("g1", "startup_cost", "[[3, 1], [6]]");
    assertEquals(
        List.of(new StartCategory(3, 6.5)), read().thermalUnits().get(0).startCategories());
    assertErrors(
        log, "FIELD_TYPE | unit g1 | startup_cost | [6] | Give pairs of hours off and cost.");
    remove(document, "elements", "generator", "g1", "startup_cost");
    assertEquals(
        List.of(new StartCategory(3, 5.5)), read().thermalUnits().get(0).startCategories());
  }

  @Test
  void aStateOfNoHoursAndAnUnknownKindOfUnitAreRefused() {
    unit("g1", "initial_status", "0");
    unit("g3", "generator_type", "\"wind\"");
    read();
    String advice = "Give the hours on, or the hours off with a minus.";
    assertErrors(
        log,
        "FIELD_TYPE | unit g1 | initial_status | 0 | " + advice,
        "FIELD_TYPE | unit g3 | generator_type | wind | Not supported: use thermal or renewable.");
  }
}
