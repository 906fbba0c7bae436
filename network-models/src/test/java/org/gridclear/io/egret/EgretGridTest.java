package org.gridclear.io.egret;

import static org.gridclear.json.Documents.assertErrors;
import static org.gridclear.json.Documents.node;
import static org.gridclear.json.Documents.notices;
import static org.gridclear.json.Documents.remove;
import static org.gridclear.json.Documents.set;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.BranchOutage;
import org.gridclear.market.BusLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.market.Penalties;
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
import org.gridclear.validate.Issue;
import org.gridclear.validate.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Grid, demand, reserve and penalties of an Egret file. */
// Rows: A-11
class EgretGridTest extends EgretFile {
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

  /** Egret's own model: {@code if branch['branch_type'] == 'transformer'} there is a tap. */
  @Test
  void aLineHasNoTapAndAnotherKindOfBranchIsNone() {
    set(document, "\"line\"", "elements", "branch", "br1", "branch_type");
    Branch line = read().network().branches().get(0);
    assertEquals(1, line.tapRatio());
    assertEquals(0, line.shiftDeg());
    assertEquals(
        List.of("transformer_phase_shift", "transformer_tap_ratio"),
        log.issues().stream()
            .filter(issue -> issue.field().startsWith("transformer_"))
            .filter(issue -> issue.rule() == Rule.FIELD_USED)
            .map(Issue::field)
            .sorted()
            .toList());
    set(document, "\"Transformer\"", "elements", "branch", "br1", "branch_type");
    read();
    assertErrors(
        log, "FIELD_TYPE | branch br1 | branch_type | Transformer | Give line or transformer.");
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
}
