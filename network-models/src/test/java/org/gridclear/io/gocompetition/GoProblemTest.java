package org.gridclear.io.gocompetition;

import static org.gridclear.json.Documents.assertErrors;
import static org.gridclear.json.Documents.errors;
import static org.gridclear.json.Documents.node;
import static org.gridclear.json.Documents.notices;
import static org.gridclear.json.Documents.resource;
import static org.gridclear.json.Documents.set;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.gridclear.json.JsonFields;
import org.gridclear.market.BusLoad;
import org.gridclear.market.Commitment;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.InitialState;
import org.gridclear.market.LimitRule;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.Penalties;
import org.gridclear.market.StartCategory;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.HvdcSchedule;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.RangeKind;
import org.gridclear.market.rule.Scope;
import org.gridclear.market.rule.Span;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Contingency;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A problem on a base of 50 MVA in two intervals of half an hour: powers are those of the file
 * times 50, costs its costs through 50, per hour.
 */
// Rows: A-11
class GoProblemTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private final IssueLog log = new IssueLog("day.json");
  private ObjectNode document;

  @BeforeEach
  void halfHours() {
    document =
        (ObjectNode)
            node(
                """
                {"network": {"general": {"base_norm_mva": 50},
                   "violation_cost": {"p_bus_vio_cost": 1000, "s_vio_cost": 200, "e_vio_cost": 70},
                   "bus": [
                     {"uid": "b1", "vm_ub": 1.08, "vm_lb": 0.93, "base_nom_volt": 138, "area": "A",
                      "zone": "Z", "type": "SLACK", "initial_status": {"vm": 1.01, "va": 0.05}},
                     {"uid": "b2", "type": "pv"}],
                   "shunt": [{"uid": "s", "bus": "b2", "gs": 0.1, "bs": 0.3,
                              "initial_status": {"step": 2}}],
                   "simple_dispatchable_device": [
                     {"uid": "A", "bus": "b1", "device_type": "producer", "description": "coal",
                      "startup_cost": 500, "shutdown_cost": 60, "on_cost": 100,
                      "in_service_time_lb": 2, "down_time_lb": 1, "p_ramp_up_ub": 3,
                      "p_ramp_down_ub": 4, "p_startup_ramp_ub": 5, "p_shutdown_ramp_ub": 6,
                      "initial_status": {"on_status": 1, "p": 0.8, "accu_down_time": 0,
                                         "accu_up_time": 8}},
                     {"uid": "C", "bus": "b2", "device_type": "consumer", "p_ramp_up_ub": 30,
                      "p_ramp_down_ub": 30, "p_startup_ramp_ub": 30, "p_shutdown_ramp_ub": 30,
                      "initial_status": {"on_status": 1, "p": 0.9, "accu_down_time": 0,
                                         "accu_up_time": 8}}],
                   "ac_line": [{"uid": "L", "fr_bus": "b1", "to_bus": "b2", "r": 0.01, "x": 0.1,
                     "b": 0.02, "mva_ub_nom": 1.5, "mva_ub_em": 1.7, "additional_shunt": 0,
                     "initial_status": {"on_status": 0}}],
                   "two_winding_transformer": [{"uid": "T", "fr_bus": "b2", "to_bus": "b1",
                     "r": 0.03, "x": 0.2, "b": 0.04, "mva_ub_nom": 1.2, "mva_ub_em": 1.3,
                     "additional_shunt": 1, "g_fr": 0.02, "b_fr": 0.04, "g_to": 0.06, "b_to": 0.08,
                     "initial_status": {"on_status": 1, "tm": 0.98, "ta": 0.1}}],
                   "dc_line": [{"uid": "D", "fr_bus": "b1", "to_bus": "b2", "pdc_ub": 0.3,
                                "initial_status": {"pdc_fr": 0.1}}]},
                 "time_series_input": {
                   "general": {"time_periods": 2, "interval_duration": [0.5, 0.5]},
                   "simple_dispatchable_device": [
                     {"uid": "A", "on_status_lb": [0, 1], "on_status_ub": [1, 1], "p_lb": [0.5, 0.6],
                      "p_ub": [1.0, 1.1],
                      "cost": [[[3000, 0.4], [2000, 0.6]], [[2000, 0.6], [3000, 0.5]]]},
                     {"uid": "C", "on_status_lb": [1, 1], "on_status_ub": [1, 1],
                      "p_lb": [0.7, 1.1], "p_ub": [0.9, 1.3],
                      "cost": [[[4000, 0.1], [5000, 0.75], [3500, 0.2]], [[5000, 1.3]]]}]},
                 "reliability": {"contingency": [{"uid": "k1", "components": ["T", "L"]},
                                                 {"uid": "k2", "components": ["D"]}]}}
                """);
  }

  private MarketDay read() {
    return new GoProblem(new JsonFields(document, "document", log), log).day("day");
  }

  private ObjectNode device(String uid) {
    return of(document.get("network"), uid);
  }

  private ObjectNode series(String uid) {
    return of(document.get("time_series_input"), uid);
  }

  private static ObjectNode of(JsonNode part, String uid) {
    for (JsonNode each : part.get("simple_dispatchable_device")) {
      if (each.get("uid").asString().equals(uid)) {
        return (ObjectNode) each;
      }
    }
    throw new AssertionError(uid);
  }

  private static void assertSeries(Series series, double... values) {
    assertEquals(values.length, series.size());
    for (int t = 0; t < values.length; t++) {
      assertEquals(values[t], series.at(t), 1e-9, series.toString());
    }
  }

  private static void assertCurve(OfferCurve curve, double... mwAndYuan) {
    assertEquals(mwAndYuan.length / 2, curve.mw().size(), curve.toString());
    for (int k = 0; k < curve.mw().size(); k++) {
      assertEquals(mwAndYuan[2 * k], curve.mw().get(k), 1e-9, curve.toString());
      assertEquals(mwAndYuan[2 * k + 1], curve.yuanPerH().get(k), 1e-9, curve.toString());
    }
  }

  @Test
  void aProducerIsAUnitWithItsBlocksByPrice() {
    ThermalUnit unit = read().thermalUnits().get(0);
    // 25 MW at 40, the cheaper 30 MW first, and 100 an hour for being on
    assertCurve(unit.offer(0), 25, 1100, 30, 1300, 50, 2500);
    assertCurve(unit.offer(1), 30, 1300, 55, 2800);
    assertSeries(unit.pMinMw(), 25, 30);
    assertSeries(unit.pMaxMw(), 50, 55);
    assertEquals(150, unit.rampUpMwPerH());
    assertEquals(200, unit.rampDownMwPerH());
    assertEquals(125, unit.startRampMw()); // 250 MW/h in half an hour
    assertEquals(150, unit.stopRampMw());
    assertEquals(2, unit.minUpHours());
    assertEquals(1, unit.minDownHours());
    assertEquals(60, unit.stopYuan());
    assertEquals("coal", unit.fuel());
    assertEquals("b1", unit.bus());
    assertEquals(LimitRule.LIMIT_FOR_RAMP, unit.limitRule());
    assertEquals(List.of(Commitment.FREE, Commitment.ON), unit.commitment());
    assertEquals(List.of(new StartCategory(1, 500)), unit.startCategories());
    assertEquals(new InitialState(true, 8, 40), unit.initial());
    assertEquals(Set.of(), unit.reserves());
    assertErrors(log);
  }

  @Test
  void aProducerThatMustBeOffHasNoOutputThen() {
    series("A").set("on_status_lb", node("[0, 0]"));
    series("A").set("on_status_ub", node("[0, 1]"));
    ThermalUnit unit = read().thermalUnits().get(0);
    assertEquals(List.of(Commitment.OFF, Commitment.FREE), unit.commitment());
    assertSeries(unit.pMinMw(), 0, 30);
    assertSeries(unit.pMaxMw(), 0, 55);
  }

  @Test
  void aConsumerTakesItsLeastAndBidsTheRestDearestFirst() {
    MarketDay day = read();
    BusLoad load = day.busLoads().get(0);
    assertEquals("b2", load.bus());
    assertSeries(load.mw(), 35, 55);
    // 35 of 37.5 MW at 100 are what it must take; 2.5 MW at 100, 5 MW at 80, 2.5 MW of 10 at 70
    List<FlexibleLoad> bids = day.flexibleLoads();
    assertEquals(
        List.of("C block 1", "C block 2", "C block 3"),
        bids.stream().map(FlexibleLoad::id).toList());
    assertSeries(bids.get(0).maxMw(), 2.5, 10);
    assertSeries(bids.get(0).valueYuanPerMwh(), 100, 100);
    assertSeries(bids.get(1).maxMw(), 5, 0);
    assertSeries(bids.get(1).valueYuanPerMwh(), 80, 0);
    assertSeries(bids.get(2).maxMw(), 2.5, 0);
    assertSeries(bids.get(2).valueYuanPerMwh(), 70, 0);
  }

  @Test
  void busesBranchesAndShuntsAreHeldAsTheyAre() {
    MarketDay day = read();
    assertEquals(
        List.of(
            new Bus(
                "b1",
                "b1",
                BusType.REFERENCE,
                138,
                "A",
                1.01,
                Math.toDegrees(0.05),
                0.93,
                1.08,
                "Z"),
            new Bus("b2", "b2", BusType.PQ, 0, "", 1, 0, 0.9, 1.1, "")),
        day.network().buses());
    assertEquals(
        List.of(
            new Branch(
                "L",
                "b1",
                "b2",
                BranchKind.LINE,
                0.01,
                0.1,
                0.02,
                1,
                0,
                new Branch.Ratings(75, 75, 85),
                false),
            new Branch(
                "T",
                "b2",
                "b1",
                BranchKind.TRANSFORMER,
                0.03,
                0.2,
                0.04,
                0.98,
                Math.toDegrees(0.1),
                new Branch.Ratings(60, 60, 65),
                true)),
        day.network().branches());
    assertEquals(
        List.of(new Shunt("b2", 10, 30), new Shunt("b2", 1, 2), new Shunt("b1", 3, 4)),
        day.network().shunts());
    assertEquals(50, day.network().baseMva());
  }

  @Test
  void dcLinesAreDecidedFromTheirPowerBefore() {
    MarketDay day = read();
    assertEquals(
        List.of(new HvdcLine("D", "b1", "b2", 5, -15, 15, 0, 0, true)), day.network().hvdcLines());
    assertEquals(
        List.of(
            new HvdcSchedule("D", true, Series.of(-15, -15), Series.of(15, 15), INFINITE, 5, -1)),
        day.rules().hvdcSchedules());
    assertEquals(
        List.of(
            new Contingency("k1", List.of("T", "L"), List.of(), List.of()),
            new Contingency("k2", List.of(), List.of(), List.of(), List.of("D"))),
        day.rules().contingencies().listed());
  }

  @Test
  void penaltiesAreThoseOfTheFilePerMegawattHour() {
    assertEquals(
        new Penalties(
            20,
            Penalties.DEFAULT.reserveYuanPerMwh(),
            4,
            4,
            Penalties.DEFAULT.flowgateYuanPerMwh(),
            Penalties.DEFAULT.scheduleYuanPerMwh()),
        read().penalties());
    assertEquals(new Horizon(2, 30), read().horizon());
    assertEquals(MarketDay.CURRENCY_UNITS, read().currency());
  }

  @Test
  void statesOfAStartHoldWhileTheUnitHasNotBeenOffTooLong() {
    device("A").set("startup_states", node("[[-300, 1.5], [-100, 3], [-50, 4]]"));
    // off for h hours, a start counts h + 0.5: −300 up to 1 h, −100 up to 2.5 h, −50 up to 3.5 h
    assertEquals(
        List.of(
            new StartCategory(1, 200),
            new StartCategory(1.5, 400),
            new StartCategory(3, 450),
            new StartCategory(4, 500)),
        read().thermalUnits().get(0).startCategories());
    assertErrors(log);
  }

  @Test
  void aStateThatIsNeverCheaperChangesNothing() {
    device("A").set("startup_states", node("[[0, 2], [-100, 1]]"));
    device("A").put("down_time_lb", 1.5);
    assertEquals(
        List.of(new StartCategory(1.5, 500)), read().thermalUnits().get(0).startCategories());
  }

  private List<RangeConstraint> ranges(String field, String windows) {
    device("A").set(field, node(windows));
    return read().rules().ranges();
  }

  private static RangeConstraint range(
      String id, RangeKind kind, int from, int to, double min, double max, double penalty) {
    return new RangeConstraint(
        id,
        kind,
        Scope.unit("A"),
        true,
        from,
        to,
        Span.HORIZON,
        Series.of(min, min),
        Series.of(max, max),
        "",
        0,
        penalty);
  }

  @Test
  void startsOfAWindowAreLimitedWhereMoreWouldFit() {
    assertEquals(List.of(), ranges("startups_ub", "[[0, 1, 1]]")); // two intervals have one start
    assertEquals(
        List.of(range("A starts 1", RangeKind.STARTS, 0, 2, -INFINITE, 0, -1)),
        ranges("startups_ub", "[[0, 1, 0]]"));
  }

  @Test
  void energyOfAWindowIsLimitedWhereItCanBind() {
    // at most 50 and 55 MW for half an hour each: 52.5 MWh are 1.05 of the base
    assertEquals(List.of(), ranges("energy_req_ub", "[[0, 1, 1.05]]"));
    assertEquals(
        List.of(range("A energy 1", RangeKind.ENERGY, 0, 2, -INFINITE, 50, 1.4)),
        ranges("energy_req_ub", "[[0, 1, 1]]"));
    device("A").remove("energy_req_ub");
    assertEquals(
        List.of(range("A energy 1", RangeKind.ENERGY, 1, 2, 10, INFINITE, 1.4)),
        ranges("energy_req_lb", "[[0.5, 1, 0.2]]"));
    assertEquals(List.of(), ranges("energy_req_lb", "[[0, 1, 0]]"));
  }

  @ParameterizedTest
  @CsvSource({"0, 0.25, 0, 1", "0.25, 1, 1, 2", "0.24, 0.75, 0, 2", "0, 0.74, 0, 1", "0, 9, 0, 2"})
  void anIntervalBelongsToAWindowWhereItsMiddleLies(String start, String end, int from, int to) {
    RangeConstraint range = ranges("startups_ub", "[[%s, %s, -1]]".formatted(start, end)).get(0);
    assertEquals(from, range.from());
    assertEquals(to, range.to());
  }

  @Test
  void aRequirementOfEnergyNeedsItsPenalty() {
    ((ObjectNode) document.get("network").get("violation_cost")).remove("e_vio_cost");
    ranges("energy_req_ub", "[[0, 1, 1]]");
    assertErrors(
        log,
        "FIELD_PRESENT | network violation_cost | e_vio_cost | absent"
            + " | An energy requirement of A needs it.");
  }

  @Test
  void aWindowThatIsNoneIsRefused() {
    ranges("startups_ub", "[[0, 1]]");
    assertErrors(
        log,
        "FIELD_TYPE | device A | startups_ub | [0,1] | Give each window as [start, end, limit].");
  }

  @Test
  void aStartOrStopOverSeveralIntervalsIsRefused() {
    series("A").set("on_status_lb", node("[0, 0]"));
    device("A").put("p_startup_ramp_ub", 1.2); // 30 MW in half an hour, the least output
    device("A").put("p_shutdown_ramp_ub", 1.6); // 40 MW, the output before
    read();
    assertErrors(log);
    device("A").put("p_startup_ramp_ub", 1.19);
    device("A").put("p_shutdown_ramp_ub", 1.59);
    read();
    assertEquals(
        List.of(
            "FIELD_TYPE | device A | p_startup_ramp_ub | Not supported: a start over several"
                + " intervals (p_lb).",
            "FIELD_TYPE | device A | p_shutdown_ramp_ub | Not supported: a stop over several"
                + " intervals (p_lb, or p before the first)."),
        errors(log).stream().map(text -> text.replaceAll("\\| [0-9.]+ \\|", "|")).toList());
  }

  @Test
  void aUnitThatIsAlwaysOnNeverStartsOrStops() {
    series("A").set("on_status_lb", node("[1, 1]"));
    device("A").put("p_startup_ramp_ub", 0);
    device("A").put("p_shutdown_ramp_ub", 0);
    read();
    assertErrors(log);
  }

  @Test
  void aUnitThatIsOffBeforeHasItsTimeOffAndNoPower() {
    device("A").set("initial_status", node("{\"on_status\": 0, \"accu_down_time\": 6}"));
    series("A").set("on_status_lb", node("[0, 0]"));
    assertEquals(new InitialState(false, 6, 0), read().thermalUnits().get(0).initial());
    assertErrors(log);
    device("A")
        .set("initial_status", node("{\"on_status\": 0, \"p\": 0.1, \"accu_down_time\": 6}"));
    read();
    assertErrors(
        log,
        "FIELD_TYPE | device A initial_status | p | 5.0"
            + " | Not supported: power of a unit that is off before it.");
  }

  @Test
  void blocksEndAtTheUpperLimitOrAboveIt() {
    series("A").set("cost", node("[[[2000, 2]], [[2000, 1.09]]]"));
    read();
    assertErrors(
        log,
        "FIELD_TYPE | device series A | cost | interval 2 | Not supported: blocks end below p_ub.");
  }

  @Test
  void blocksThatAreNoneAreRefused() {
    series("A").set("cost", node("[[[2000, 2], [1, -0.5], 3]]"));
    read();
    series("A").set("cost", node("[[[2000, 2], [1, -0.5], 3], [[2000, 2]]]"));
    read();
    assertErrors(
        log,
        "SERIES_LENGTH | device series A | cost | 1 values"
            + " | Give 2 lists of blocks, one per interval.",
        "FIELD_TYPE | device series A | cost | interval 1 | Not supported: blocks end below p_ub.",
        "FIELD_TYPE | device series A | cost | interval 2 | Not supported: blocks end below p_ub.",
        "FIELD_TYPE | device series A | cost | -25.0"
            + " | Not supported: give a block a size of 0 or more.",
        "FIELD_TYPE | device series A | cost | 3 | Give each block as [price, size].");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "p_ramp_up_ub; 1.2", // from 35 MW to 65 MW in half an hour
        "p_ramp_down_ub; 0.4" // from 45 MW before it to 35 MW
      })
  void aRampOfAConsumerBindsJustBelowWhatItNeeds(String field, double enough) {
    device("C").put(field, enough);
    read();
    assertErrors(log);
    device("C").put(field, enough - 0.001);
    read();
    assertEquals(1, log.count());
    assertEquals(field, log.issues().get(0).field());
    assertEquals("Not supported: it may bind.", log.issues().get(0).advice());
  }

  @Test
  void energyOfAConsumerThatMayBindIsRefused() {
    // takes 35 and 55 MW at least, 45 and 65 MW at most, for half an hour each
    device("C").set("energy_req_ub", node("[[0, 1, 1.1]]"));
    device("C").set("energy_req_lb", node("[[0, 1, 0.9]]"));
    read();
    assertErrors(log);
    device("C").set("energy_req_ub", node("[[0, 1, 1.09]]"));
    device("C").set("energy_req_lb", node("[[0, 1, 0.91]]"));
    read();
    assertErrors(
        log,
        "FIELD_TYPE | device C | energy_req_ub | 1.09 | Not supported: it may bind.",
        "FIELD_TYPE | device C | energy_req_lb | 0.91 | Not supported: it may bind.");
  }

  @Test
  void aConsumerThatMayBeOffTakesNothingOfNecessity() {
    series("C").set("on_status_lb", node("[0, 1]"));
    device("C").put("on_cost", 3);
    read();
    assertErrors(
        log,
        "FIELD_TYPE | device C | on_cost | 3.0"
            + " | Not supported: the status of a consumer is not decided.",
        "FIELD_TYPE | device series C | p_lb | interval 1"
            + " | Not supported: a consumer that may be off.");
  }

  @Test
  void limitsOfADeviceAreInOrder() {
    series("C").set("p_lb", node("[0.7, 1.31]"));
    read();
    series("C").set("p_lb", node("[-0.1, 1.3]"));
    read();
    series("C").set("p_lb", node("[0, 0]"));
    series("C").set("on_status_lb", node("[1, 0]"));
    series("C").set("on_status_ub", node("[0, 0.5]"));
    read();
    assertEquals(
        List.of(
            "device series C | p_lb | 65.5",
            "device series C | p_lb | -5.0",
            "device series C | on_status_lb | 1.0"),
        errors(log).stream()
            .filter(text -> text.contains("give"))
            .map(text -> text.replaceAll("FIELD_TYPE . (.*) . Not supp.*", "$1"))
            .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[0.5]", "[0.5, 0.5, 0.5]"})
  void eachIntervalHasItsLength(String durations) {
    set(document, durations, "time_series_input", "general", "interval_duration");
    assertEquals(
        new Horizon(1, 60),
        new GoProblem(new JsonFields(document, "d", log), log).day("d").horizon());
    assertEquals(Rule.SERIES_LENGTH, log.issues().get(0).rule());
  }

  @ParameterizedTest
  @CsvSource({"1, 60", "0.25, 15", "2, 120", "0.016666666666666666, 1", "0.3333333333333333, 20"})
  void intervalsDivideAnHourOrAreWholeHours(String hours, int minutes) {
    set(
        document,
        "[%s, %s]".formatted(hours, hours),
        "time_series_input",
        "general",
        "interval_duration");
    assertEquals(new Horizon(2, minutes), read().horizon());
    assertEquals(
        List.of(),
        log.issues().stream().filter(issue -> issue.field().equals("interval_duration")).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.75", "1.5", "0.001", "0.0167", "0"})
  void otherIntervalsAreRefused(String hours) {
    set(
        document,
        "[%s, %s]".formatted(hours, hours),
        "time_series_input",
        "general",
        "interval_duration");
    read();
    assertEquals(
        "Not supported: give a divisor or a multiple of an hour.", log.issues().get(0).advice());
  }

  @Test
  void theBaseIsAPowerAboveNothing() {
    set(document, "0", "network", "general", "base_norm_mva");
    read();
    assertEquals(
        "FIELD_TYPE | network general | base_norm_mva | 0.0 | Give a power above 0.",
        errors(log).get(0));
  }

  @Test
  void devicesAndSeriesBelongTogether() {
    series("A").put("uid", "X");
    read();
    assertErrors(
        log,
        "FIELD_PRESENT | device A | time_series_input | absent"
            + " | Give its limits and costs in time_series_input.",
        "REFERENCE_EXISTS | device series X | uid | X"
            + " | network has no simple_dispatchable_device of that uid.");
  }

  @Test
  void reserveOfZonesIsLeftOutAndWarnedOfByProduct() {
    document = resource("go-competition-3.json");
    ObjectNode zone = (ObjectNode) document.get("network").get("active_zonal_reserve").get(0);
    List.of("REG_UP", "REG_DOWN", "SYN", "NSYN").forEach(name -> zone.put(name, 0.5));
    ObjectNode active =
        (ObjectNode) document.get("time_series_input").get("active_zonal_reserve").get(0);
    active.set("RAMPING_RESERVE_UP", node("[0, 3, 0]"));
    active.set("RAMPING_RESERVE_DOWN", node("[0, 0, 4]"));
    ObjectNode reactive =
        (ObjectNode) document.get("time_series_input").get("reactive_zonal_reserve").get(0);
    reactive.set("REACT_UP", node("[5, 0, 0]"));
    reactive.put("uid", "other");
    read();
    String left = " | This reserve is left out of the clearing.";
    assertErrors(
        log,
        "NOT_CLEARED | active reserve zone Z | REG_UP | 0.5" + left,
        "NOT_CLEARED | active reserve zone Z | REG_DOWN | 0.5" + left,
        "NOT_CLEARED | active reserve zone Z | SYN | 0.5" + left,
        "NOT_CLEARED | active reserve zone Z | NSYN | 0.5" + left,
        "NOT_CLEARED | active zonal reserve series Z | RAMPING_RESERVE_UP | 3.0" + left,
        "NOT_CLEARED | active zonal reserve series Z | RAMPING_RESERVE_DOWN | 4.0" + left,
        "REFERENCE_EXISTS | reactive zonal reserve series other | uid | other"
            + " | network has no reactive_zonal_reserve of that uid.",
        "NOT_CLEARED | reactive zonal reserve series other | REACT_UP | 5.0" + left);
  }

  @Test
  void anOverloadAfterAnOutageIsCountedInEachOutageAndSaysSo() {
    read();
    assertEquals(
        1,
        notices(log, Rule.TAKEN_AS).stream()
            .filter(text -> text.startsWith("TAKEN_AS | violation cost | s_vio_cost | 200.0"))
            .count());
    document.set("reliability", node("{}"));
    IssueLog without = new IssueLog("day.json");
    new GoProblem(new JsonFields(document, "document", without), without).day("day");
    assertEquals(
        0,
        notices(without, Rule.TAKEN_AS).stream()
            .filter(text -> text.contains("s_vio_cost"))
            .count());
  }
}
