package org.gridclear.io.egret;

import static org.gridclear.io.egret.DataRows.ids;
import static org.gridclear.io.egret.DataRows.row;
import static org.gridclear.io.egret.DataRows.variables;
import static org.gridclear.json.Documents.assertErrors;
import static org.gridclear.json.Documents.node;
import static org.gridclear.json.Documents.remove;
import static org.gridclear.json.Documents.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.market.MarketDay;
import org.gridclear.validate.IssueLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Ancillary services of Egret as rows of the case, derived by hand for a unit of 20 to 100 MW that
 * ramps 60 MW/h up and 48 down, over half hours: 30 MW and 24 MW a period. It was on at 40 MW.
 */
// Rows: A-11, G-01
class EgretServicesTest {
  private final IssueLog log = new IssueLog("day.json");
  private final ObjectNode document =
      (ObjectNode)
          node(
              """
              {"system": {"time_keys": ["1", "2"], "time_period_length_minutes": 30,
                 "load_mismatch_cost": 1000, "reserve_shortfall_cost": 200},
               "elements": {"bus": {"b1": {}}, "zone": {"z": {}}, "area": {"a": {}},
                 "generator": {"g": {
                 "generator_type": "thermal", "bus": "b1", "zone": "z", "area": "a",
                 "p_min": 20, "p_max": 100, "ramp_up_60min": 60, "ramp_down_60min": 48,
                 "startup_capacity": 50, "shutdown_capacity": 44,
                 "min_up_time": 1, "min_down_time": 1, "initial_status": 5, "initial_p_output": 40,
                 "p_cost": {"values": [[20, 100], [100, 500]]},
                 "agc_capable": true, "p_min_agc": 30, "p_max_agc": 90, "ramp_agc": 2,
                 "agc_fixed_cost": 7, "agc_marginal_cost": 3,
                 "spinning_cost": 4, "spinning_capacity": 9,
                 "fast_start": true, "non_spinning_cost": 5, "non_spinning_capacity": 33,
                 "supplemental_start": true, "supplemental_cost": 6,
                 "supplemental_spinning_capacity": 25, "supplemental_non_spinning_capacity": 44}}}}
              """);

  private MarketDay read() {
    return EgretReader.read("day", document, log);
  }

  private void require(String service, String json) {
    set(document, json, "system", service + "_requirement");
  }

  private void unit(String field, String json) {
    set(document, json, "elements", "generator", "g", field);
  }

  @Test
  void whereNothingIsRequiredNothingIsAdded() {
    MarketDay day = read();
    assertEquals(List.of(), ids(day));
    assertEquals(List.of(), variables(day));
  }

  @Test
  void regulationInOneDirectionBringsTheOther() {
    require("regulation_up", "12");
    MarketDay day = read();
    assertEquals(
        List.of(
            "regulating of g: whole 0..1 at 7, ANCILLARY",
            "regulation up of g: real 0..inf at 3, ANCILLARY",
            "regulation down of g: real 0..inf at 3, ANCILLARY",
            "missing regulation up: real 0..12 at 600, SHORTFALL", // (1000 + 200) / 2
            "missing regulation down: real 0..0 at 600, SHORTFALL"),
        variables(day));
    assertEquals(
        "[regulation up of g] + [missing regulation up] >= 12", row(day, "regulation up", 0));
    assertEquals(
        "[regulation down of g] + [missing regulation down] >= 0", row(day, "regulation down", 1));
    assertErrors(log);
  }

  @Test
  void regulationIsGivenWhileOnWithinFiveMinutesOfTheSlowerRamp() {
    require("regulation_up", "12");
    MarketDay day = read();
    assertEquals("[regulating of g] - STATUS(g) <= 0", row(day, "regulation while on of g", 0));
    // 60 MW/h are 1 MW/min, 48 MW/h 0.8; automatic control gives 2
    assertEquals(
        "[regulation up of g] - 5 [regulating of g] <= 0",
        row(day, "limit of regulation up of g", 0));
    assertEquals(
        "[regulation down of g] - 4 [regulating of g] <= 0",
        row(day, "limit of regulation down of g", 0));
    unit("ramp_agc", "0.5");
    day = read();
    assertEquals(
        "[regulation up of g] - 2.5 [regulating of g] <= 0",
        row(day, "limit of regulation up of g", 0));
    unit("p_min_agc", "86");
    day = read();
    assertEquals(
        "[regulation down of g] - 2 [regulating of g] <= 0", // half of 86 to 90 MW
        row(day, "limit of regulation down of g", 0));
    assertErrors(log);
  }

  @Test
  void outputStaysWithinTheBandOfRegulationWhileItRegulates() {
    require("regulation_up", "12");
    MarketDay day = read();
    assertEquals(
        "[regulation up of g] + OUTPUT(g) + RESERVE_UP(g) - 100 STATUS(g) + 10 [regulating of g]"
            + " <= 0",
        row(day, "greatest output with services of g", 0));
    assertEquals(
        "[regulation down of g] - OUTPUT(g) + 20 STATUS(g) + 10 [regulating of g] <= 0",
        row(day, "least output with services of g", 0));
    unit("p_min_agc", "35");
    unit("p_max_agc", "93");
    day = read();
    assertTrue(row(day, "greatest output with services of g", 1).contains("+ 7 [regulating of g]"));
    assertTrue(row(day, "least output with services of g", 1).contains("+ 15 [regulating of g]"));
  }

  @ParameterizedTest
  @CsvSource({"20, 100, 0", "19.9, 100, 1", "20, 100.1, 1", "60, 60, 0", "60.1, 60, 1"})
  void theBandOfRegulationLiesWithinTheLimits(String least, String most, int errors) {
    require("regulation_up", "12");
    unit("p_min_agc", least);
    unit("p_max_agc", most);
    read();
    assertEquals(errors, log.count());
    assertEquals(
        errors,
        log.issues().stream()
            .filter(issue -> issue.advice().equals("Give p_min ≤ p_min_agc ≤ p_max_agc ≤ p_max."))
            .count());
  }

  @Test
  void whetherAUnitRegulatesMayBeFixed() {
    require("regulation_down", "5");
    unit("fixed_regulation", "{\"data_type\": \"time_series\", \"values\": [1, null]}");
    assertEquals("regulating of g: whole 1/0..1 at 7, ANCILLARY", variables(read()).get(0));
    unit("fixed_regulation", "{\"data_type\": \"time_series\", \"values\": [0, 1]}");
    assertEquals("regulating of g: whole 0/1..0/1 at 7, ANCILLARY", variables(read()).get(0));
  }

  @Test
  void aUnitThatIsNotUnderAutomaticControlGivesNoRegulation() {
    require("regulation_up", "12");
    unit("agc_capable", "false");
    MarketDay day = read();
    assertEquals("[missing regulation up] >= 12", row(day, "regulation up", 0));
    assertFalse(ids(day).contains("ramp down with services of g"));
  }

  @Test
  void whatIsGivenUpwardsTakesItsShareOfTheRampOfAPeriod() {
    require("regulation_up", "12");
    MarketDay day = read();
    // Regulation of 5 minutes takes 30/5 of its MW; it is the mean of two periods.
    // Before the first period it was on at 40 MW: up to 70 MW; a start goes to 20 + (50 − 20)/2.
    assertEquals(
        "6 [regulation up of g] + 3 [regulation up of g]@1 + OUTPUT(g) - OUTPUT(g)@1"
            + " + RESERVE_UP(g) - 30 STATUS(g) - 5 START(g) <= 40",
        row(day, "ramp up with services of g", 0));
    // Later: from 20 MW when it was on; at a start 30 + 20 − 15 = 35 MW.
    assertEquals(
        "3 [regulation up of g] + 3 [regulation up of g]@1 + OUTPUT(g) - OUTPUT(g)@1"
            + " + RESERVE_UP(g) - 50 STATUS(g) + 20 STATUS(g)@1 + 15 START(g) <= 0",
        row(day, "ramp up with services of g", 1));
  }

  @Test
  void whatIsGivenDownwardsTakesItsShareOfTheRampOfAPeriod() {
    require("regulation_up", "12");
    MarketDay day = read();
    // From 40 MW not below 16 MW: −P + 20 ≤ 4. A stop from at most 20 + (44 − 20)/2 = 32 MW.
    assertEquals(
        "6 [regulation down of g] + 3 [regulation down of g]@1 - OUTPUT(g) + OUTPUT(g)@1"
            + " + 20 STATUS(g) - 44 STATUS(g)@1 + 12 STOP(g) <= 4",
        row(day, "ramp down with services of g", 0));
    assertEquals(
        "3 [regulation down of g] + 3 [regulation down of g]@1 - OUTPUT(g) + OUTPUT(g)@1"
            + " + 20 STATUS(g) - 44 STATUS(g)@1 + 12 STOP(g) <= 0",
        row(day, "ramp down with services of g", 1));
  }

  @Test
  void aUnitThatWasOffHasNoOutputToRampFrom() {
    require("regulation_up", "12");
    unit("initial_status", "-5");
    MarketDay day = read();
    assertTrue(row(day, "ramp up with services of g", 0).endsWith(" <= 0"));
    assertTrue(row(day, "ramp down with services of g", 0).endsWith(" <= 0"));
  }

  @Test
  void spinningReserveIsGivenWithinTenMinutesAndItsCapacityTogetherWithRegulation() {
    require("regulation_up", "12");
    require("spinning_reserve", "20");
    MarketDay day = read();
    assertEquals(
        "[regulation up of g] + [spinning reserve of g] - 9 STATUS(g) <= 0",
        row(day, "spinning limit of g", 0));
    unit("spinning_capacity", "11");
    day = read();
    assertEquals(
        "[regulation up of g] + [spinning reserve of g] - 10 STATUS(g) <= 0", // 60 MW/h in 10 min
        row(day, "spinning limit of g", 0));
    assertTrue(variables(day).contains("spinning reserve of g: real 0..inf at 4, ANCILLARY"));
    assertEquals(
        "3 [regulation up of g] + 3 [regulation up of g]@1 + 1.5 [spinning reserve of g]"
            + " + 1.5 [spinning reserve of g]@1 + OUTPUT(g) - OUTPUT(g)@1 + RESERVE_UP(g)"
            + " - 50 STATUS(g) + 20 STATUS(g)@1 + 15 START(g) <= 0",
        row(day, "ramp up with services of g", 1));
  }

  @Test
  void aUnitThatIsOffGivesNonSpinningReserveUpToItsCapacity() {
    require("non_spinning_reserve", "20");
    MarketDay day = read();
    assertTrue(variables(day).contains("non-spinning reserve of g: real 0..inf at 5, ANCILLARY"));
    assertEquals(
        "[non-spinning reserve of g] + 33 STATUS(g) <= 33", row(day, "non-spinning limit of g", 0));
    assertErrors(log);
    unit("non_spinning_capacity", "100");
    read();
    assertErrors(log);
    unit("non_spinning_capacity", "100.5");
    read();
    assertErrors(
        log, "LIMITS_ORDERED | unit g | non_spinning_capacity | 100.5 | Give no more than p_max.");
  }

  @Test
  void supplementalReserveIsGivenOnAndOffWithinHalfAnHour() {
    require("non_spinning_reserve", "20");
    require("spinning_reserve", "21");
    require("supplemental_reserve", "22");
    MarketDay day = read();
    assertEquals(
        "[started supplemental reserve of g] + [non-spinning reserve of g] + 44 STATUS(g) <= 44",
        row(day, "supplemental limit while off of g", 0));
    assertEquals(
        "[supplemental reserve of g] + [spinning reserve of g] - 25 STATUS(g) <= 0",
        row(day, "supplemental limit of g", 0));
    unit("supplemental_spinning_capacity", "31");
    assertEquals(
        "[supplemental reserve of g] + [spinning reserve of g] - 30 STATUS(g) <= 0",
        row(read(), "supplemental limit of g", 0));
    // 30 minutes: all of the ramp of a half hour, the mean of two periods
    assertTrue(
        row(day, "ramp up with services of g", 1)
            .contains("0.5 [supplemental reserve of g] + 0.5 [supplemental reserve of g]@1"));
    assertTrue(
        variables(day).contains("started supplemental reserve of g: real 0..inf at 6, ANCILLARY"));
  }

  @Test
  void flexibleRampIsWhatTheUnitRampsInTwentyMinutes() {
    require("flexible_ramp_up", "20");
    MarketDay day = read();
    assertEquals(
        "[flexible ramp up of g] - 20 STATUS(g) <= 0",
        row(day, "limit of flexible ramp up of g", 0));
    assertEquals(
        "[flexible ramp down of g] - 16 STATUS(g) <= 0",
        row(day, "limit of flexible ramp down of g", 0));
    assertEquals(
        "1.5 [flexible ramp up of g] + OUTPUT(g) - OUTPUT(g)@1 + RESERVE_UP(g) - 50 STATUS(g)"
            + " + 20 STATUS(g)@1 + 15 START(g) <= 0",
        row(day, "ramp up with services of g", 1));
    assertEquals(
        "1.5 [flexible ramp down of g] - OUTPUT(g) + OUTPUT(g)@1 + 20 STATUS(g) - 44 STATUS(g)@1"
            + " + 12 STOP(g) <= 0",
        row(day, "ramp down with services of g", 1));
    assertEquals(
        "[flexible ramp up of g] + OUTPUT(g) + RESERVE_UP(g) - 100 STATUS(g) <= 0",
        row(day, "greatest output with services of g", 0));
    assertEquals(
        "[flexible ramp down of g] - OUTPUT(g) + 20 STATUS(g) <= 0",
        row(day, "least output with services of g", 0));
  }

  @Test
  void whatIsMissingCostsLessTheSlowerTheServiceIs() {
    List.of("regulation_up", "spinning_reserve", "non_spinning_reserve", "supplemental_reserve")
        .forEach(service -> require(service, "10"));
    require("flexible_ramp_up", "10");
    // between the cost of load not served (1000) and that of missing reserve (200), halved each
    // time
    assertEquals(
        List.of(
            "missing regulation up: real 0..10 at 600, SHORTFALL",
            "missing regulation down: real 0..0 at 600, SHORTFALL",
            "missing spinning reserve: real 0..10 at 400, SHORTFALL",
            "missing non-spinning reserve: real 0..10 at 300, SHORTFALL",
            "missing supplemental reserve: real 0..10 at 250, SHORTFALL",
            "missing flexible ramp up: real 0..10 at 350, SHORTFALL",
            "missing flexible ramp down: real 0..0 at 350, SHORTFALL"),
        missing(read()));
  }

  @Test
  void aPenaltyThatIsGivenStandsAndTheOthersFollowFromIt() {
    List.of("regulation_up", "spinning_reserve", "non_spinning_reserve", "supplemental_reserve")
        .forEach(service -> require(service, "10"));
    require("flexible_ramp_down", "10");
    set(document, "900", "system", "spinning_reserve_penalty_price");
    assertEquals(
        List.of("600", "600", "900", "550", "375", "725", "725"),
        missing(read()).stream().map(text -> text.replaceAll(".* at (.*), .*", "$1")).toList());
    set(document, "71", "system", "regulation_penalty_price");
    set(document, "72", "system", "non_spinning_reserve_penalty_price");
    set(document, "73", "system", "supplemental_reserve_penalty_price");
    set(document, "74", "system", "flexible_ramp_penalty_price");
    assertEquals(
        List.of("71", "71", "900", "72", "73", "74", "74"),
        missing(read()).stream().map(text -> text.replaceAll(".* at (.*), .*", "$1")).toList());
    assertErrors(log);
  }

  private static List<String> missing(MarketDay day) {
    return variables(day).stream().filter(text -> text.startsWith("missing ")).toList();
  }

  @Test
  void theSurplusOfABetterServiceCountsForTheNext() {
    require("regulation_up", "10");
    require("spinning_reserve", "20");
    require("non_spinning_reserve", "30");
    require("supplemental_reserve", "40");
    MarketDay day = read();
    String regulation = "[regulation up of g] + [missing regulation up]";
    String spinning = "[spinning reserve of g] + [missing spinning reserve]";
    String cold = "[non-spinning reserve of g] + [missing non-spinning reserve]";
    assertEquals(spinning + " + " + regulation + " >= 30", row(day, "spinning reserve", 0));
    assertEquals(
        cold + " + " + regulation + " + " + spinning + " >= 60",
        row(day, "non-spinning reserve", 0));
    assertEquals(
        "[started supplemental reserve of g] + [supplemental reserve of g]"
            + " + [missing supplemental reserve] + "
            + String.join(" + ", regulation, spinning, cold)
            + " >= 100",
        row(day, "supplemental reserve", 0));
  }

  @Test
  void whatIsMissingInAZoneIsMissingInTheSystemOnce() {
    require("spinning_reserve", "20");
    set(document, "8", "elements", "zone", "z", "spinning_reserve_requirement");
    MarketDay day = read();
    assertEquals(
        "[spinning reserve of g] + [missing spinning reserve of zone z] >= 8",
        row(day, "spinning reserve of zone z", 0));
    assertEquals(
        "[spinning reserve of g] + [missing spinning reserve] + [missing spinning reserve of zone"
            + " z] >= 20",
        row(day, "spinning reserve", 0));
  }

  @Test
  void aServiceOfAnAreaAloneIsStillGivenInTheSystem() {
    set(document, "8", "elements", "area", "a", "regulation_down_requirement");
    set(document, "{\"regulation_up_requirement\": 3}", "elements", "area", "elsewhere");
    MarketDay day = read();
    assertEquals(
        "[regulation down of g] + [missing regulation down of area a] >= 8",
        row(day, "regulation down of area a", 0));
    assertEquals(
        "[missing regulation up of area elsewhere] >= 3",
        row(day, "regulation up of area elsewhere", 0));
    assertTrue(ids(day).contains("regulation up"));
    assertErrors(log);
  }

  @Test
  void aUnitOfAZoneWithServicesNamesItsAreaToo() {
    set(document, "8", "elements", "zone", "z", "spinning_reserve_requirement");
    read();
    assertErrors(log);
    remove(document, "elements", "generator", "g", "area");
    read();
    assertErrors(
        log,
        "FIELD_PRESENT | unit g | area | absent | Not supported: Egret counts a unit for services"
            + " of its zone only if it has an area.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"spinning_reserve", "flexible_ramp_up", "supplemental_reserve"})
  void oneRequirementAloneBringsNoOtherService(String service) {
    require(service, "5");
    List<String> missing = missing(read());
    String label = service.replaceAll("_(up|down)$", "").replace('_', ' ');
    assertTrue(missing.stream().allMatch(text -> text.startsWith("missing " + label)), label);
    assertEquals(service.startsWith("flexible") ? 2 : 1, missing.size());
  }
}
