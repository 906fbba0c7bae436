package org.gridclear.io.gocompetition;

import static org.gridclear.json.Documents.assertErrors;
import static org.gridclear.json.Documents.errors;
import static org.gridclear.json.Documents.node;
import static org.gridclear.json.Documents.notices;
import static org.gridclear.json.Documents.resource;
import static org.gridclear.json.Documents.set;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gridclear.json.JsonFields;
import org.gridclear.market.InitialState;
import org.gridclear.quantity.Horizon;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What of a problem may bind, is no problem, or is left out, each at its bound. */
// Rows: A-11
class GoProblemRefusalsTest extends GoProblemFile {
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
  @ValueSource(
      strings = {"on_cost", "startup_cost", "shutdown_cost", "in_service_time_lb", "down_time_lb"})
  void whatAProducerDoesNotSayIsNotZero(String field) {
    device("A").remove(field);
    read();
    assertErrors(log, "FIELD_PRESENT | device A | %s | absent | Add the field.".formatted(field));
  }

  @ParameterizedTest
  @ValueSource(strings = {"on_status", "p", "accu_up_time"})
  void theStateOfAProducerBeforeTheFirstIntervalIsMissed(String field) {
    ((ObjectNode) device("A").get("initial_status")).remove(field);
    read();
    assertEquals(
        List.of(field),
        errors(log).stream().map(line -> line.split(" \\| ", -1)[2]).distinct().toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gs", "bs"})
  void whatAShuntDrawsIsMissed(String field) {
    ((ObjectNode) document.get("network").get("shunt").get(0)).remove(field);
    read();
    assertErrors(log, "FIELD_PRESENT | shunt s | %s | absent | Add the field.".formatted(field));
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
