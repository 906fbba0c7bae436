package org.gridclear.io.egret;

import static org.gridclear.io.egret.DataRows.row;
import static org.gridclear.io.egret.DataRows.variables;
import static org.gridclear.json.Documents.assertErrors;
import static org.gridclear.json.Documents.errors;
import static org.gridclear.json.Documents.node;
import static org.gridclear.json.Documents.notices;
import static org.gridclear.json.Documents.remove;
import static org.gridclear.json.Documents.set;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gridclear.market.MarketDay;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fuel of Egret as rows of the case, derived by hand: what a unit burns per hour lies above every
 * line of its curve, what a start burns comes on top in its period, and a supply limits the sum of
 * a period.
 */
// Rows: A-11
class EgretFuelTest {
  private final IssueLog log = new IssueLog("day.json");
  private final ObjectNode document =
      (ObjectNode)
          node(
              """
              {"system": {"time_keys": ["1", "2", "3", "4"], "time_period_length_minutes": 60},
               "elements": {"bus": {"b1": {}}, "generator": {"g": {
                 "generator_type": "thermal", "bus": "b1", "p_min": 10, "p_max": 60,
                 "ramp_up_60min": 30, "ramp_down_60min": 30, "min_up_time": 1, "min_down_time": 1,
                 "initial_status": -2, "initial_p_output": 0, "fuel_cost": 3, "fuel_supply": "f",
                 "startup_fuel": [[1, 40], [3, 70]],
                 "p_fuel": {"values": [[10, 50], [30, 130], [60, 310]]}}},
               "fuel_supply": {"f": {"fuel_supply_type": "instantaneous", "fuel_available": {
                 "data_type": "time_series", "values": [300, 301, 302, 303]}}}}}
              """);

  private MarketDay read() {
    return EgretReader.read("day", document, log);
  }

  private void unit(String field, String json) {
    set(document, json, "elements", "generator", "g", field);
  }

  private void dual() {
    unit("aux_fuel_capable", "true");
    unit("aux_fuel_cost", "4");
    unit("aux_fuel_supply", "\"f\"");
  }

  @Test
  void whatAUnitBurnsLiesAboveEveryLineOfItsCurve() {
    MarketDay day = read();
    // 4 per MWh from 50 at 10 MW: 10 while on; 6 per MWh from 130 at 30 MW: −50 while on
    assertEquals(
        "- 70 START(g) + 30 [start 1 of g] + [fuel of g] - 4 OUTPUT(g) - 10 STATUS(g) >= 0",
        row(day, "fuel of g #1", 0));
    assertEquals(
        "- 70 START(g) + 30 [start 1 of g] + [fuel of g] - 6 OUTPUT(g) + 50 STATUS(g) >= 0",
        row(day, "fuel of g #2", 3));
    assertErrors(log);
  }

  @Test
  void aWarmStartSavesFuelWhereAStopOrTheInitialStateShowsIt() {
    MarketDay day = read();
    // off for 2 h before: still warm (under 3 h) in the first period alone
    String since = "[start 1 of g] - STOP(g)@1 - STOP(g)@2";
    assertEquals(since + " <= 1", row(day, "time off for start 1 of g", 0));
    assertEquals(since + " <= 0", row(day, "time off for start 1 of g", 1));
    assertEquals("[start 1 of g] - START(g) <= 0", row(day, "one start of g", 0));
  }

  @Test
  void aUnitThatIsOnHasNotBeenOffBeforeTheFirstPeriod() {
    unit("initial_status", "2");
    unit("initial_p_output", "20");
    MarketDay day = read();
    for (int t = 0; t < 4; t++) {
      assertEquals(
          "[start 1 of g] - STOP(g)@1 - STOP(g)@2 <= 0", row(day, "time off for start 1 of g", t));
    }
  }

  @Test
  void aSecondCategoryBeginsWhereTheFirstEnds() {
    unit("startup_fuel", "[[1, 40], [2, 55], [4, 70]]");
    unit("initial_status", "-1");
    MarketDay day = read();
    assertEquals(
        "- 70 START(g) + 30 [start 1 of g] + 15 [start 2 of g] + [fuel of g] - 4 OUTPUT(g)"
            + " - 10 STATUS(g) >= 0",
        row(day, "fuel of g #1", 0));
    assertEquals(
        "[start 2 of g] - STOP(g)@2 - STOP(g)@3 <= 0", row(day, "time off for start 2 of g", 0));
    assertEquals(
        "[start 2 of g] - STOP(g)@2 - STOP(g)@3 <= 1", row(day, "time off for start 2 of g", 1));
    assertEquals(
        "[start 2 of g] - STOP(g)@2 - STOP(g)@3 <= 1", row(day, "time off for start 2 of g", 2));
    assertEquals(
        "[start 2 of g] - STOP(g)@2 - STOP(g)@3 <= 0", row(day, "time off for start 2 of g", 3));
    assertEquals("[start 1 of g] + [start 2 of g] - START(g) <= 0", row(day, "one start of g", 0));
  }

  @Test
  void startsThatBurnTheSameNeedNoCategory() {
    unit("startup_fuel", "[[1, 70], [3, 70]]");
    MarketDay day = read();
    assertEquals(List.of("fuel of g: real 0..inf at 0, ENERGY"), variables(day));
    assertEquals(
        "- 70 START(g) + [fuel of g] - 4 OUTPUT(g) - 10 STATUS(g) >= 0",
        row(day, "fuel of g #1", 0));
  }

  @Test
  void oneNumberOfFuelHoldsForAllStarts() {
    unit("startup_fuel", "45");
    assertEquals(
        "- 45 START(g) + [fuel of g] - 4 OUTPUT(g) - 10 STATUS(g) >= 0",
        row(read(), "fuel of g #1", 0));
  }

  @Test
  void aSupplyLimitsWhatItsUnitsBurnInAPeriod() {
    MarketDay day = read();
    assertEquals("[fuel of g] <= 300", row(day, "fuel supply f", 0));
    assertEquals("[fuel of g] <= 303", row(day, "fuel supply f", 3));
  }

  @Test
  void aSupplyOfPracticallyEverythingIsNoLimit() {
    set(document, "1e15", "elements", "fuel_supply", "f", "fuel_available");
    assertEquals("[fuel of g]", row(read(), "fuel supply f", 0));
    set(document, "9e14", "elements", "fuel_supply", "f", "fuel_available");
    assertEquals("[fuel of g] <= 900000000000000", row(read(), "fuel supply f", 0));
  }

  @Test
  void halfHoursBurnHalfOfAnHourAndAStartAllOfIt() {
    set(document, "30", "system", "time_period_length_minutes");
    MarketDay day = read();
    // amounts are per hour: a start of 70 in half an hour is 140 per hour
    assertEquals(
        "- 140 START(g) + 60 [start 1 of g] + [fuel of g] - 4 OUTPUT(g) - 10 STATUS(g) >= 0",
        row(day, "fuel of g #1", 0));
    assertEquals("0.5 [fuel of g] <= 300", row(day, "fuel supply f", 0));
    // off for four half hours, warm for six
    assertEquals(
        "[start 1 of g] - STOP(g)@1 - STOP(g)@2 - STOP(g)@3 <= 1",
        row(day, "time off for start 1 of g", 1));
    assertEquals(
        "[start 1 of g] - STOP(g)@1 - STOP(g)@2 - STOP(g)@3 <= 0",
        row(day, "time off for start 1 of g", 2));
  }

  @Test
  void aUnitThatBurnsOneOfTwoFuelsPaysTheOneThatItBurns() {
    dual();
    MarketDay day = read();
    assertEquals(
        List.of(
            "fuel of g: real 0..inf at 3, ENERGY",
            "second fuel of g: real 0..inf at 4, ENERGY",
            "start 1 of g: real 0..1 at 0, ENERGY",
            "burns the second fuel g: whole 0..1 at 0, ENERGY"),
        variables(day));
    assertEquals(
        "- 70 START(g) + 30 [start 1 of g] + [fuel of g] + [second fuel of g] - 4 OUTPUT(g)"
            + " - 10 STATUS(g) >= 0",
        row(day, "fuel of g #1", 0));
    assertEquals("[fuel of g] + [second fuel of g] <= 300", row(day, "fuel supply f", 0));
    // at most 310 of its curve and 70 of its start
    assertEquals(
        "[second fuel of g] - 380 [burns the second fuel g] <= 0",
        row(day, "second fuel alone g", 0));
    assertEquals(
        "[fuel of g] + 380 [burns the second fuel g] - 380 STATUS(g) <= 0",
        row(day, "first fuel alone g", 0));
    assertEquals(
        "[burns the second fuel g] - STATUS(g) <= 0", row(day, "second fuel while on g", 0));
    assertErrors(log);
  }

  @Test
  void whatAUnitBurnsAtMostCountsItsStartPerHour() {
    dual();
    set(document, "30", "system", "time_period_length_minutes");
    assertEquals(
        "[second fuel of g] - 450 [burns the second fuel g] <= 0", // 310 + 70 / 0.5 h
        row(read(), "second fuel alone g", 0));
  }

  @Test
  void aUnitThatDoesNotSwitchWhileOnKeepsTheFuelOfItsStart() {
    dual();
    MarketDay day = read();
    String from = "[burns the second fuel g] - [burns the second fuel g]@1 - START(g)";
    String until = "- [burns the second fuel g] + [burns the second fuel g]@1 - STOP(g)";
    assertEquals(from + " <= 0", row(day, "second fuel from a start g", 1));
    assertEquals(until + " <= 0", row(day, "second fuel until a stop g", 1));
    // off before the first period: nothing is kept
    assertEquals(from, row(day, "second fuel from a start g", 0));
    assertEquals(until, row(day, "second fuel until a stop g", 0));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, -1", "true, 1, -1", "0, 0, 0", "false, 0, 0"})
  void aUnitThatIsOnKeepsTheFuelThatItBurntBefore(String given, int from, int until) {
    dual();
    unit("initial_status", "2");
    unit("initial_p_output", "20");
    unit("aux_fuel_supply_initial", given);
    MarketDay day = read();
    assertEquals(
        "[burns the second fuel g] - [burns the second fuel g]@1 - START(g) <= " + from,
        row(day, "second fuel from a start g", 0));
    assertEquals(
        "- [burns the second fuel g] + [burns the second fuel g]@1 - STOP(g) <= " + until,
        row(day, "second fuel until a stop g", 0));
    assertErrors(log);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.5", "2", "-1"})
  void whichFuelAUnitBurntBeforeIsOneOfTwo(String given) {
    dual();
    unit("initial_status", "2");
    unit("initial_p_output", "20");
    unit("aux_fuel_supply_initial", given);
    read();
    String advice = "Give 1 if it burns its second fuel before the first period, else 0.";
    assertErrors(log, "FIELD_TYPE | unit g | aux_fuel_supply_initial | " + given + " | " + advice);
  }

  @Test
  void aUnitThatIsOnMustSayWhichFuelItBurnt() {
    dual();
    unit("initial_status", "2");
    unit("initial_p_output", "20");
    read();
    assertErrors(
        log,
        "FIELD_TYPE | unit g | aux_fuel_supply_initial | absent"
            + " | Give 1 if it burns its second fuel before the first period, else 0.");
  }

  @Test
  void aUnitThatBlendsBurnsBothAtOnceAndMustSwitchWhileOn() {
    dual();
    unit("aux_fuel_blending", "true");
    unit("aux_fuel_online_switching", "true");
    MarketDay day = read();
    assertEquals(
        List.of("fuel of g", "second fuel of g", "start 1 of g"),
        day.rules().variables().stream().map(each -> each.id()).toList());
    assertErrors(log);
    unit("aux_fuel_online_switching", "false");
    read();
    assertErrors(
        log,
        "FIELD_TYPE | unit g | aux_fuel_online_switching | false"
            + " | A unit with aux_fuel_blending switches online; Egret refuses it otherwise.");
  }

  @Test
  void aUnitThatSwitchesWhileOnKeepsNothing() {
    dual();
    unit("aux_fuel_online_switching", "true");
    assertEquals(
        List.of("second fuel while on g", "second fuel alone g", "first fuel alone g"),
        DataRows.ids(read()).stream().filter(id -> id.matches("(first|second) fuel .*")).toList());
  }

  @Test
  void aPriceOfFuelOfATwoFuelUnitIsNotNegative() {
    dual();
    unit("aux_fuel_cost", "0");
    read();
    assertErrors(log);
    unit("aux_fuel_cost", "-0.5");
    read();
    assertErrors(log, "QUANTITY_NOT_NEGATIVE | unit g | aux_fuel_cost | -0.5 | Give 0 or more.");
  }

  @Test
  void aUnitWithASupplySaysWhatItBurns() {
    remove(document, "elements", "generator", "g", "p_fuel");
    read();
    assertErrors(
        log,
        "FIELD_PRESENT | unit g | p_fuel | absent"
            + " | It has a fuel supply, or two fuels; give what it burns.");
  }

  @Test
  void aSupplyThatThereIsNotIsNamedWithTheNearest() {
    set(
        document,
        "{\"fuel_supply_type\": \"stored\", \"fuel_available\": 1}",
        "elements",
        "fuel_supply",
        "f1");
    unit("fuel_supply", "\"f2\"");
    read();
    List<String> errors = errors(log);
    assertEquals(
        List.of(
            "FIELD_TYPE | fuel supply f1 | fuel_supply_type | stored"
                + " | Not supported: use instantaneous.",
            "REFERENCE_EXISTS | unit g | fuel_supply | f2"),
        List.of(
            errors.get(0),
            errors.get(1).substring(0, "REFERENCE_EXISTS | unit g | fuel_supply | f2".length())));
    assertEquals(
        List.of(
            "TAKEN_AS | fuel supply f and 1 more |  | no unit | No unit burns it; it limits none."),
        notices(log, Rule.TAKEN_AS).stream().filter(text -> text.contains("supply")).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[[3, 40], [3, 70]]", "[[3, 70], [1, 80]]", "[[1, 70], [3, 69]]"})
  void fuelOfStartsRisesWithTheTimeOff(String starts) {
    unit("startup_fuel", starts);
    read();
    assertErrors(
        log,
        "FIELD_TYPE | unit g | startup_fuel | %s | Give pairs of hours off and fuel, both rising."
            .formatted(starts.replace(" ", "")));
  }
}
