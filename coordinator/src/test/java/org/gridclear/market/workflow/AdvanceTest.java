package org.gridclear.market.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridclear.market.calendar.MarketCalendar;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.workflow.InstanceKey;
import org.gridclear.market.store.workflow.InstanceState;
import org.gridclear.market.store.workflow.NodeState;
import org.gridclear.market.store.workflow.StoredEvent;
import org.gridclear.market.store.workflow.StoredInstance;
import org.gridclear.market.store.workflow.StoredNode;
import org.gridclear.market.workflow.book.GateTimes;
import org.gridclear.market.workflow.book.InstanceTimes;
import org.gridclear.market.workflow.book.Workflow;
import org.gridclear.market.workflow.book.WorkflowReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of an instance by the passing of time alone, node by node. */
// Rows: O-05
class AdvanceTest {
  private static final LocalDate DATE = LocalDate.of(2026, 10, 2);
  private static final Instant START = Instant.parse("2026-10-01T01:30:00Z");
  private static final MarketClock CLOCK = MarketClock.of("Asia/Shanghai");
  private static final InstanceTimes TIMES =
      new InstanceTimes(CLOCK, new MarketCalendar(null, CLOCK, Instant.MAX), GateTimes.NONE);

  /** a; b after a and 10 min; c by event and hand; d after b and c, at a time of day. */
  private static final Workflow WORKFLOW =
      WorkflowReader.read(
              """
              format: gridclear-workflows
              version: 1
              workflows:
              - id: w
                start: {daysBefore: 1, time: "09:30"}
                nodes:
                - {id: a, task: export}
                - {id: b, task: export, after: [a], at: {minutes: 10}}
                - {id: c, task: export, event: gate, byHand: [desk, night]}
                - {id: d, task: export, after: [b, c], at: {daysBefore: 0, time: "08:00"},
                   due: {daysBefore: 0, time: "09:00"}, groups: [boss, desk]}
              """
                  .getBytes(StandardCharsets.UTF_8),
              "test")
          .workflows()
          .get(0);

  private static StoredNode node(String id, NodeState state, String due) {
    return new StoredNode(
        id,
        1,
        state,
        0,
        new StoredNode.Times(
            Optional.empty(), due.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(due))),
        false,
        "",
        StoredNode.Hold.NONE);
  }

  /** Four nodes in states such as "DONE WAITING READY WAITING". */
  private static List<StoredNode> nodes(String states) {
    List<StoredNode> nodes = new ArrayList<>();
    for (String state : states.split(" ", -1)) {
      String id = List.of("a", "b", "c", "d").get(nodes.size());
      nodes.add(node(id, NodeState.valueOf(state), ""));
    }
    return nodes;
  }

  private static Advance at(Instant now, StoredEvent... events) {
    StoredInstance instance =
        new StoredInstance(new InstanceKey("w", DATE, 3, 1), 1, START, InstanceState.OPEN, 0);
    return new Advance(WORKFLOW, TIMES, instance, List.of(events), now);
  }

  private static final StoredEvent GATE = new StoredEvent("gate", DATE, 0);

  private static List<String> ready(Advance advance, List<StoredNode> nodes) {
    return advance.changes(nodes).stream()
        .filter(change -> change.state().equals("ready"))
        .map(change -> change.node().id())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "WAITING WAITING WAITING WAITING, 0, a",
    "RUNNING WAITING WAITING WAITING, 600, ''",
    "DONE WAITING WAITING WAITING, 599, ''",
    "DONE WAITING WAITING WAITING, 600, b",
    "SKIPPED WAITING WAITING WAITING, 600, b",
    "FAILED WAITING WAITING WAITING, 600, ''",
    "ESCALATED WAITING WAITING WAITING, 600, ''",
    "DONE DONE DONE WAITING, 81000, d",
    "DONE DONE DONE WAITING, 80999, ''",
    "DONE DONE WAITING WAITING, 90000, ''",
    "DONE FAILED DONE WAITING, 90000, ''",
    "DONE READY RUNNING WAITING, 90000, ''"
  })
  void nodesAreReadyOnceAllThatTheyWaitForHasCome(String states, long seconds, String expected) {
    // 08:00 of the date are 22.5 h after 09:30 of the day before.
    assertEquals(
        expected.isEmpty() ? List.of() : List.of(expected),
        ready(at(START.plusSeconds(seconds)), nodes(states)));
  }

  /** An event of the date counts for all cycles, one of a cycle for that cycle alone. */
  @ParameterizedTest
  @CsvSource({
    "gate, 2026-10-02, 0, true",
    "gate, 2026-10-02, 3, true",
    "gate, 2026-10-02, 4, false",
    "gate, 2026-10-01, 0, false",
    "other, 2026-10-02, 0, false"
  })
  void eventsAreOfTheDateAndTheCycle(String name, LocalDate date, int cycle, boolean counts) {
    Advance advance = at(START, new StoredEvent(name, date, cycle));
    assertEquals(
        counts ? List.of("c") : List.of(), ready(advance, nodes("DONE RUNNING WAITING WAITING")));
  }

  @Test
  void nodeByHandSaysWhoLetsItRun() {
    List<Advance.Change> changes =
        at(START, GATE).changes(nodes("WAITING WAITING WAITING WAITING"));
    assertEquals(
        List.of("what it waits for has come", "waits for one of desk, night"),
        changes.stream().map(Advance.Change::reason).toList());
    assertEquals(NodeState.READY, changes.get(0).node().state());
  }

  @Test
  void missingThingsAreNamedOneAfterTheOther() {
    List<StoredNode> none = nodes("WAITING WAITING WAITING WAITING");
    Advance early = at(START);
    assertEquals(Optional.empty(), early.missing(none.get(0), none));
    assertEquals(Optional.of("node a"), early.missing(none.get(1), none));
    assertEquals(Optional.of("event gate"), early.missing(none.get(2), none));
    assertEquals(Optional.of("node b"), early.missing(none.get(3), none));
    List<StoredNode> later = nodes("DONE DONE SKIPPED WAITING");
    assertEquals(Optional.of("2026-10-02 08:00"), early.missing(later.get(3), later));
    List<StoredNode> half = nodes("DONE DONE RUNNING WAITING");
    assertEquals(Optional.of("node c"), early.missing(half.get(3), half));
  }

  /** Late is what is due and not passed, told once, whatever its state. */
  @ParameterizedTest
  @CsvSource({
    "WAITING, true",
    "READY, true",
    "RUNNING, true",
    "ESCALATED, true",
    "FAILED, true",
    "DONE, false",
    "SKIPPED, false"
  })
  void nodeIsLateOnceItIsDue(NodeState state, boolean late) {
    Instant due = Instant.parse("2026-10-02T01:00:00Z");
    List<StoredNode> nodes = nodes("DONE RUNNING RUNNING WAITING");
    nodes.set(3, node("d", state, due.toString()));
    assertEquals(List.of(), at(due.minusMillis(1)).changes(nodes));
    List<Advance.Change> changes = at(due).changes(nodes);
    assertEquals(late ? 1 : 0, changes.size());
    if (late) {
      assertEquals("overdue", changes.get(0).state());
      assertEquals("was due 2026-10-02 09:00, for boss, desk to look at", changes.get(0).reason());
      assertTrue(changes.get(0).node().overdue());
      assertEquals(state, changes.get(0).node().state());
      nodes.set(3, changes.get(0).node());
      assertEquals(List.of(), at(due.plusSeconds(60)).changes(nodes), "told once");
    }
  }

  @Test
  void nodeMayBecomeReadyAndLateAtOnce() {
    Instant due = Instant.parse("2026-10-02T01:00:00Z");
    List<StoredNode> nodes = nodes("DONE DONE DONE WAITING");
    nodes.set(3, node("d", NodeState.WAITING, due.toString()));
    List<Advance.Change> changes = at(due).changes(nodes);
    assertEquals(List.of("ready", "overdue"), changes.stream().map(Advance.Change::state).toList());
    assertEquals(NodeState.READY, changes.get(1).node().state());
    assertTrue(changes.get(1).node().overdue());
  }

  /** A node that failed stops the instance, once what runs has ended. */
  @ParameterizedTest
  @CsvSource({
    "DONE DONE DONE DONE, DONE", "DONE SKIPPED SKIPPED DONE, DONE",
    "DONE DONE DONE WAITING, ''", "DONE ESCALATED DONE DONE, ''",
    "FAILED WAITING WAITING WAITING, FAILED", "FAILED WAITING RUNNING WAITING, ''",
    "FAILED DONE DONE DONE, FAILED", "FAILED READY READY WAITING, FAILED",
    "WAITING WAITING WAITING WAITING, ''"
  })
  void instanceEndsWithItsNodes(String states, String ended) {
    assertEquals(
        ended.isEmpty() ? Optional.empty() : Optional.of(InstanceState.valueOf(ended)),
        Advance.ended(nodes(states)));
    assertEquals(states.contains("FAILED"), Advance.isStopped(nodes(states)));
  }

  @Test
  void nextTimeIsTheFirstThatIsToCome() {
    List<StoredNode> nodes = nodes("RUNNING WAITING WAITING WAITING");
    nodes.set(3, node("d", NodeState.WAITING, "2026-10-02T01:00:00Z"));
    Instant ten = START.plusSeconds(600);
    assertEquals(Optional.of(ten), at(START).next(nodes));
    assertEquals(Optional.of(Instant.parse("2026-10-02T00:00:00Z")), at(ten).next(nodes), "08:00");
    assertEquals(
        Optional.of(Instant.parse("2026-10-02T01:00:00Z")),
        at(Instant.parse("2026-10-02T00:00:00Z")).next(nodes),
        "due");
    assertEquals(Optional.empty(), at(Instant.parse("2026-10-02T01:00:00Z")).next(nodes));
  }

  /** The pause after a failure counts for what is ready; what is told late is not told again. */
  @Test
  void pausesCountForWhatIsReady() {
    Instant pause = START.plusSeconds(30);
    List<StoredNode> nodes = nodes("READY DONE DONE DONE");
    nodes.set(0, nodes.get(0).after(1, Optional.of(pause)));
    assertEquals(Optional.of(pause), at(START).next(nodes));
    nodes.set(0, nodes.get(0).in(NodeState.RUNNING));
    assertEquals(Optional.empty(), at(START).next(nodes));
    List<StoredNode> late = nodes("DONE DONE DONE RUNNING");
    late.set(3, node("d", NodeState.RUNNING, "2026-10-02T01:00:00Z").late());
    assertEquals(Optional.empty(), at(START).next(late));
    List<StoredNode> passed = nodes("DONE DONE DONE DONE");
    passed.set(3, node("d", NodeState.DONE, "2026-10-02T01:00:00Z"));
    assertEquals(Optional.empty(), at(START).next(passed));
  }

  @ParameterizedTest
  @EnumSource(NodeState.class)
  void doneAndSkippedAlonePass(NodeState state) {
    assertEquals(List.of("DONE", "SKIPPED").contains(state.name()), state.isPassed());
  }

  @Test
  void holdsRiseWithEveryTake() {
    StoredNode taken = node("a", NodeState.READY, "").heldBy("one").heldBy("two");
    assertEquals(new StoredNode.Hold("two", 2, 0), taken.hold());
    assertEquals(new StoredNode.Hold("", 3, 0), taken.heldBy("").hold());
    StoredNode changed = taken.releasedBy("sue").after(2, Optional.of(START));
    assertEquals("sue", changed.releasedBy());
    assertEquals(2, changed.attempt());
    assertEquals(Optional.of(START), changed.times().notBefore());
    assertFalse(changed.overdue());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, w 2026-10-02",
    "7, 1, w 2026-10-02 cycle 7",
    "7, 2, w 2026-10-02 cycle 7 run 2"
  })
  void instancesAreNamedByDateCycleAndRun(int cycle, int run, String text) {
    assertEquals(text, new InstanceKey("w", DATE, cycle, run).text());
  }
}
