package org.gridclear.market.workflow.book;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What workflows have to be, case by case. */
// Rows: O-05
class WorkflowCheckTest {
  private static WorkflowBook read(String start, String nodes) {
    String text =
        "{format: gridclear-workflows, version: 1, workflows: [{id: w, start: %s, nodes: [%s]}]}"
            .formatted(start, nodes);
    return WorkflowReader.read(text.getBytes(StandardCharsets.UTF_8), "test");
  }

  private static final String DAILY = "{daysBefore: 1, time: \"09:30\"}";

  private static void refused(String words, String start, String nodes) {
    String said = assertThrows(InvalidInputException.class, () -> read(start, nodes)).getMessage();
    assertTrue(said.contains(words), said);
  }

  private static String node(String id, String more) {
    return "{id: %s, task: export%s}".formatted(id, more.isEmpty() ? "" : ", " + more);
  }

  /** A node begins at the earliest when all that it waits for can be; it is due after that. */
  @ParameterizedTest(name = "starts at 09:30 the day before; at {0}, due {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{minutes: 0}|{minutes: 1}|true",
        "{minutes: 5}|{minutes: 5}|false",
        "{minutes: 5}|{minutes: 6}|true",
        "{minutes: 5}|{minutes: 4}|false",
        "{daysBefore: 1, time: \"10:00\"}|{minutes: 30}|false",
        "{daysBefore: 1, time: \"10:00\"}|{minutes: 31}|true",
        "{daysBefore: 1, time: \"10:00\"}|{daysBefore: 1, time: \"10:00\"}|false",
        "{daysBefore: 1, time: \"10:00\"}|{daysBefore: 1, time: \"10:01\"}|true",
        "{daysAfter: 1, time: \"10:00\"}|{daysBefore: 0, time: \"23:00\"}|false",
        "{daysAfter: 1, time: \"10:00\"}|{daysAfter: 2, time: \"00:00\"}|true",
        "{daysBefore: 2, time: \"10:00\"}|{daysBefore: 1, time: \"09:30\"}|false",
        "{daysBefore: 2, time: \"10:00\"}|{daysBefore: 1, time: \"09:31\"}|true",
        "{daysAfter: 3, time: \"10:00\"}|{workingDaysAfter: 1, time: \"10:00\"}|true"
      })
  void dueTimesComeAfterWhatANodeWaitsFor(String at, String due, boolean fits) {
    String nodes = node("a", "at: %s, due: %s".formatted(at, due));
    if (fits) {
      assertDoesNotThrow(() -> read(DAILY, nodes));
    } else {
      refused("due", DAILY, nodes);
    }
  }

  @Test
  void whatANodeComesAfterCountsToo() {
    String first = node("a", "at: {minutes: 60}");
    String second = node("b", "after: [a]");
    String third = node("c", "after: [b], due: {minutes: %d}");
    refused("node c", DAILY, String.join(", ", first, second, third.formatted(60)));
    assertDoesNotThrow(() -> read(DAILY, String.join(", ", first, second, third.formatted(61))));
    refused("0 min too soon", DAILY, String.join(", ", first, second, third.formatted(60)));
    refused("20 min too soon", DAILY, String.join(", ", first, second, third.formatted(40)));
  }

  /** At a gate nobody knows when it starts: a time of a day cannot be compared with it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "at: {daysAfter: 9, time: \"10:00\"}, due: {minutes: 1}|true",
        "due: {daysBefore: 9, time: \"10:00\"}|true",
        "at: {minutes: 5}, due: {minutes: 5}|false"
      })
  void besideAGateOnlyMinutesAreCompared(String more, boolean fits) {
    if (fits) {
      assertDoesNotThrow(() -> read("{gate: da}", node("a", more)));
    } else {
      refused("due", "{gate: da}", node("a", more));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60})
  void anHourHasAWholeNumberOfCycles(int minutes) {
    assertDoesNotThrow(() -> read("{everyMinutes: %d}".formatted(minutes), node("a", "")));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 8, 9, 11, 45, 59, 61})
  void otherCyclesAreRefused(int minutes) {
    refused("everyMinutes", "{everyMinutes: %d}".formatted(minutes), node("a", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"at", "due"})
  void timesOfADayAreNotForWorkflowsThatStartManyTimes(String field) {
    String time = "%s: {daysBefore: 0, time: \"10:00\"}".formatted(field);
    refused("{minutes: N}", "{everyMinutes: 15}", node("a", time));
    assertDoesNotThrow(
        () -> read("{everyMinutes: 15}", node("a", "%s: {minutes: 9}".formatted(field))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{id: a, task: export, after: [a]}|a after a",
        "{id: a, task: export, after: [b]}, {id: b, task: export, after: [a]}|a after b after a",
        "{id: a, task: export}, {id: b, task: export, after: [a, c]}, {id: c, task: export, after:"
            + " [b]}|b after c after b"
      })
  void nodesThatWaitForEachOtherAreShownAsACircle(String nodes, String circle) {
    refused(circle, DAILY, nodes);
  }

  @Test
  void severalWaysToANodeAreNoCircle() {
    assertDoesNotThrow(
        () ->
            read(
                DAILY,
                String.join(
                    ", ",
                    node("a", ""),
                    node("b", "after: [a]"),
                    node("c", "after: [a]"),
                    node("d", "after: [b, c]"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{id: a, task: nothing}|nothing",
        "{id: a, task: export, after: [z]}|z",
        "{id: a, task: hand}|byHand",
        "{id: a, task: export, onFailure: escalate}|groups",
        "{id: -a, task: export}|-a",
        "{id: a, task: export}, {id: a, task: export}|its own id",
        "{id: a, task: export, at: {daysBefore: 1, daysAfter: 1, time: \"10:00\"}}|several",
        "{id: a, task: export, at: {daysBefore: 61, time: \"10:00\"}}|daysBefore",
        "{id: a, task: export, at: {daysBefore: 1, time: \"10:00:01\"}}|10:00:01",
        "{id: a, task: export, at: {daysBefore: 1, time: \"25:00\"}}|25:00",
        "{id: a, task: export, retries: 101}|retries",
        "{id: a, task: export, retries: -1}|retries",
        "{id: a, task: export, pauseSeconds: 86401}|pauseSeconds",
        "{id: a, task: export, timeoutSeconds: 86401}|timeoutSeconds",
        "{id: a, task: export, at: {minutes: 86401}}|minutes",
        "{id: a, task: export, colour: red}|colour"
      })
  void whatIsWrongWithANodeIsNamed(String nodes, String words) {
    refused(words, DAILY, nodes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "retries: 100",
        "pauseSeconds: 86400",
        "timeoutSeconds: 86400",
        "at: {minutes: 86400}",
        "at: {daysAfter: 60, time: \"10:00\"}",
        "at: {workingDaysAfter: 60, time: \"10:00\"}",
        "onFailure: escalate, groups: [desk]",
        "byHand: [desk]"
      })
  void boundsThemselvesAreAllowed(String more) {
    assertDoesNotThrow(() -> read(DAILY, node("a", more)));
  }

  @Test
  void everythingOfANodeIsRead() {
    Workflow workflow =
        read(
                DAILY,
                node("z", "")
                    + ", "
                    + node(
                        "a",
                        "after: [z], at: {minutes: 5}, event: gate, byHand: [desk],"
                            + " due: {daysBefore: 0, time: \"08:15\"}, retries: 2,"
                            + " pauseSeconds: 3, timeoutSeconds: 4, onFailure: skip,"
                            + " groups: [night]"))
            .workflows()
            .get(0);
    assertEquals(
        new WorkflowNode(
            "a",
            "export",
            new Trigger(
                List.of("z"),
                Optional.of(new When.AfterStart(5)),
                Optional.of("gate"),
                List.of("desk")),
            Optional.of(new When.At(new DayTime(0, false, LocalTime.of(8, 15)))),
            new WorkflowNode.Limits(2, 3, 4),
            new WorkflowNode.OnFailure(WorkflowNode.Action.SKIP, List.of("night"))),
        workflow.node("a"));
    assertEquals(new Cycles.Daily(new DayTime(-1, false, LocalTime.of(9, 30))), workflow.cycles());
    assertEquals("w", workflow.title());
    assertEquals(1440, workflow.missedAfterMinutes());
    String said =
        assertThrows(IllegalArgumentException.class, () -> workflow.node("x")).getMessage();
    assertTrue(said.contains("[z, a]"), said);
    assertEquals(
        15, read("{everyMinutes: 15}", node("a", "")).workflows().get(0).missedAfterMinutes());
  }
}
