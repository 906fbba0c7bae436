package org.gridclear.market.workflow.book;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.market.workflow.book.WorkflowNode.Action;
import org.gridclear.market.workflow.book.WorkflowNode.Limits;
import org.gridclear.market.workflow.book.WorkflowNode.OnFailure;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workflows are written as they are read, and of their versions one holds at a time. */
// Rows: O-05
class WorkflowTextTest {
  private static WorkflowBook read(byte[] text) {
    return WorkflowReader.read(text, "test");
  }

  private static WorkflowBook read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static <T> Optional<T> maybe(Random random, T value) {
    return random.nextBoolean() ? Optional.of(value) : Optional.empty();
  }

  private static DayTime time(Random random) {
    boolean working = random.nextInt(3) == 0;
    int days = working ? random.nextInt(61) : random.nextInt(121) - 60;
    return new DayTime(days, working, LocalTime.ofSecondOfDay(60L * random.nextInt(1440)));
  }

  private static When when(Random random, Cycles cycles) {
    boolean minutes = cycles instanceof Cycles.Every || random.nextBoolean();
    return minutes ? new When.AfterStart(random.nextInt(86_401)) : new When.At(time(random));
  }

  private static Cycles cycles(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> new Cycles.Daily(time(random));
      case 1 -> new Cycles.AtGate(random.nextBoolean() ? "da" : "rt");
      default ->
          new Cycles.Every(
              List.of(1, 5, 15, 60).get(random.nextInt(4)), random.nextInt(2) * random.nextInt(99));
    };
  }

  private static Workflow workflow(Random random, String id) {
    Set<DayOfWeek> weekdays = new TreeSet<>();
    TreeSet<Integer> ofMonth = new TreeSet<>();
    random.ints(random.nextInt(4), 1, 8).forEach(day -> weekdays.add(DayOfWeek.of(day)));
    random.ints(random.nextInt(4), 1, 32).forEach(ofMonth::add);
    WorkflowDays days = new WorkflowDays(random.nextBoolean(), weekdays, ofMonth);
    Cycles cycles = cycles(random);
    List<String> tasks = new ArrayList<>(TaskNames.ALL);
    tasks.remove(WorkflowNode.HAND);
    Collections.sort(tasks);
    List<WorkflowNode> nodes = new ArrayList<>();
    for (int n = 0; n <= random.nextInt(5); n++) {
      List<String> after = nodes.stream().map(WorkflowNode::id).toList();
      Action action = Action.values()[random.nextInt(3)];
      boolean told = action == Action.ESCALATE || random.nextBoolean();
      nodes.add(
          new WorkflowNode(
              "n" + n,
              tasks.get(random.nextInt(tasks.size())),
              new Trigger(
                  after.subList(0, n == 0 ? 0 : random.nextInt(n)),
                  maybe(random, when(random, cycles)),
                  maybe(random, "event \"" + n + "\": 是"),
                  random.nextBoolean() ? List.of("desk", "night") : List.of()),
              Optional.empty(),
              new Limits(random.nextInt(101), random.nextInt(86_401), random.nextInt(86_401)),
              new OnFailure(action, told ? List.of("shift") : List.of())));
    }
    int missed = 1 + random.nextInt(86_400);
    return new Workflow(id, random.nextBoolean() ? id : "日前 #1", days, cycles, missed, nodes);
  }

  @Test
  void whatIsWrittenIsReadAgainAndWrittenAlike() {
    Random random = new Random(5);
    for (int k = 0; k < 300; k++) {
      List<Workflow> workflows = new ArrayList<>();
      for (int w = 0; w < random.nextInt(4); w++) {
        workflows.add(workflow(random, "w" + w));
      }
      WorkflowBook book = new WorkflowBook(workflows);
      byte[] text = WorkflowText.write(book);
      assertEquals(book, read(text));
      assertArrayEquals(text, WorkflowText.write(read(text)));
    }
  }

  /** By hand, from docs/market-day.md: what says nothing is left out, numbers are not. */
  @Test
  void theTextIsThatOfTheDocumentation() {
    WorkflowBook book =
        read(
            """
            format: gridclear-workflows
            version: 1
            workflows:
            - id: da
              days: working
              weekdays: [friday, monday]
              daysOfMonth: [10, 2]
              start: {daysBefore: 1, time: "09:30"}
              nodes:
              - {id: a, task: clear}
              - {id: b, task: hand, byHand: [desk], after: [a], at: {minutes: 5}, event: go,
                 due: {workingDaysAfter: 2, time: "08:00"}}
            - {id: rt, title: Real time, start: {everyMinutes: 5, leadMinutes: 5},
               nodes: [{id: a, task: clear, onFailure: escalate, groups: [desk]}]}
            - {id: gate, start: {gate: da}, nodes: [{id: a, task: check}]}
            """);
    String limits = "\"retries\": 0, \"pauseSeconds\": 0, \"timeoutSeconds\": 0, \"onFailure\": ";
    String expected =
        """
        {"format": "gridclear-workflows", "version": 1, "workflows": [
         {"id": "da", "title": "da", "days": "working", "weekdays": ["monday", "friday"],
          "daysOfMonth": [2, 10], "start": {"daysBefore": 1, "time": "09:30"},
          "missedAfterMinutes": 1440, "nodes": [
          {"id": "a", "task": "clear", LIMITS "stop"},
          {"id": "b", "task": "hand", "after": ["a"], "at": {"minutes": 5}, "event": "go",
           "byHand": ["desk"], "due": {"workingDaysAfter": 2, "time": "08:00"}, LIMITS "stop"}]},
         {"id": "rt", "title": "Real time", "days": "all",
          "start": {"everyMinutes": 5, "leadMinutes": 5}, "missedAfterMinutes": 5,
          "nodes": [{"id": "a", "task": "clear", LIMITS "escalate", "groups": ["desk"]}]},
         {"id": "gate", "title": "gate", "days": "all", "start": {"gate": "da"},
          "missedAfterMinutes": 1440, "nodes": [{"id": "a", "task": "check", LIMITS "stop"}]}]}
        """
            .replace("LIMITS ", limits);
    String written = new String(WorkflowText.write(book), StandardCharsets.UTF_8);
    assertEquals(withoutBlanks(expected), withoutBlanks(written));
  }

  private static String withoutBlanks(String json) {
    return json.replaceAll("\\s+(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", "");
  }

  /** Another format or version is told as that, and not as fields that nobody knows. */
  @ParameterizedTest
  @CsvSource({"gridclear-workflow, 1", "gridclear-workflows, 2", "gridclear-case, 0"})
  void anotherFormatOrVersionIsToldOnce(String format, int version) {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () ->
                read(
                    "{format: %s, version: %d, workflows: [{id: w, start: {gate: da}, nodes:"
                            .formatted(format, version)
                        + " [{id: a, task: check}]}]}"));
    assertEquals(
        List.of("format " + format + " " + version),
        refused.issues().stream().map(issue -> issue.field() + " " + issue.value()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "daysOfMonth: [0]|daysOfMonth",
        "daysOfMonth: [32]|daysOfMonth",
        "daysOfMonth: [1.5]|daysOfMonth",
        "weekdays: [mon]|weekdays",
        "days: holidays|days",
        "missedAfterMinutes: 0|missedAfterMinutes",
        "missedAfterMinutes: 86401|missedAfterMinutes",
        "colour: red|colour"
      })
  void whatIsWrongWithAWorkflowIsNamed(String more, String field) {
    String nodes = "nodes: [{id: a, task: check}]";
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () ->
                read(
                    "{format: gridclear-workflows, version: 1, workflows: [{id: w, start: {gate:"
                        + " da}, %s, %s}]}".formatted(more, nodes)));
    assertEquals(field, refused.issues().get(0).field());
    assertEquals("workflow w", refused.issues().get(0).element());
  }

  /** Sixty layers of two nodes that wait for both before: a path for every subset of them. */
  @Test
  void nodesThatMeetAgainAndAgainAreReadAtOnce() {
    StringBuilder nodes = new StringBuilder("{id: a0, task: check}, {id: b0, task: check}");
    for (int layer = 1; layer < 60; layer++) {
      for (String side : List.of("a", "b")) {
        nodes.append(
            ", {id: %s%d, task: check, after: [a%d, b%d]%s}"
                .formatted(
                    side, layer, layer - 1, layer - 1, layer == 59 ? ", due: {minutes: 1}" : ""));
      }
    }
    String text =
        "{format: gridclear-workflows, version: 1, workflows: [{id: w, start: {gate: da}, nodes:"
            + " [%s]}]}".formatted(nodes);
    WorkflowBook book = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(text));
    assertEquals(120, book.workflow("w").nodes().size());
  }

  /** Of two nodes of one id the first waits for what waits for it. */
  @Test
  void aCircleBehindAnIdThatIsGivenTwiceEndsInARefusal() {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () ->
                read(
                    "{format: gridclear-workflows, version: 1, workflows: [{id: w, start: {gate:"
                        + " da}, nodes: [{id: b, task: check, after: [a]}, {id: b, task: check},"
                        + " {id: a, task: check, after: [b], due: {minutes: 1}}]}]}"));
    assertEquals("NET-01", refused.issues().get(0).rule().id());
  }

  /** The oracle orders all versions that have begun by their begin, then by their number. */
  @Test
  void theVersionThatHoldsIsTheOneThatBeganLast() {
    Random random = new Random(6);
    Instant zero = Instant.parse("2026-10-01T00:00:00Z");
    for (int k = 0; k < 300; k++) {
      List<WorkflowBooks.Version> versions = new ArrayList<>();
      for (int number = 1; number <= random.nextInt(6); number++) {
        Instant from = zero.plusSeconds(random.nextInt(5));
        versions.add(new WorkflowBooks.Version(WorkflowBook.EMPTY, number, from));
      }
      for (int second = -1; second <= 5; second++) {
        Instant time = zero.plusSeconds(second);
        Optional<WorkflowBooks.Version> expected =
            versions.stream()
                .filter(version -> !version.from().isAfter(time))
                .max(
                    Comparator.comparing(WorkflowBooks.Version::from)
                        .thenComparing(WorkflowBooks.Version::number));
        assertEquals(expected, WorkflowBooks.at(versions, time));
      }
    }
  }

  @Test
  void aWorkflowThatIsNotThereIsRefusedWithThoseThatAre() {
    WorkflowBook book =
        read(
            "{format: gridclear-workflows, version: 1, workflows: [{id: w, start: {gate: da},"
                + " nodes: [{id: a, task: check}]}]}");
    assertEquals("w", book.workflow("w").id());
    assertEquals(
        "There is no workflow v; there are [w].",
        assertThrows(IllegalArgumentException.class, () -> book.workflow("v")).getMessage());
  }
}
