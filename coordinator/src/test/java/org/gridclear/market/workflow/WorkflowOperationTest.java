package org.gridclear.market.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridclear.market.store.workflow.InstanceKey;
import org.gridclear.market.store.workflow.InstanceState;
import org.gridclear.market.store.workflow.NodeState;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people do to workflows by hand, and what they are told; on each kind of database. */
// Rows: M-02, C-12, E-06, E-08, O-07
class WorkflowOperationTest {
  private static final Instant BEGIN = Instant.parse("2026-10-01T00:00:00Z");
  private static final LocalDate DATE = LocalDate.of(2026, 10, 1);
  private static final InstanceKey DAY = new InstanceKey("day", DATE, 0, 1);
  private static final Doer OPERATOR = new Doer("olga", Optional.of(Set.of("operators")), true);
  private static final Doer APPROVER = new Doer("anton", Optional.of(Set.of("approvers")), false);

  @TempDir Path folder;

  private final SimulatedClock clock = new SimulatedClock(BEGIN, ZoneOffset.UTC);

  private WorkflowFixture fixture(String kind) {
    WorkflowFixture f = new WorkflowFixture(kind, folder, "UTC");
    f.keep(
        """
        format: gridclear-workflows
        version: 1
        workflows:
        - id: day
          start: {daysBefore: 0, time: "00:00"}
          nodes:
          - {id: clear, task: clear, onFailure: escalate, groups: [operators], due: {minutes: 30}}
          - {id: secure, task: secure, after: [clear], byHand: [operators]}
          - {id: word, task: hand, after: [secure], byHand: [approvers], due: {minutes: 60}}
          - {id: publish, task: publish, after: [word], event: telephone}
          - {id: later, task: export, at: {minutes: 600}, after: [publish]}
        """,
        BEGIN);
    return f;
  }

  private static NodeAct act(String node, Doer by, String reason) {
    return new NodeAct(DAY, node, by, reason);
  }

  @ParameterizedTest
  @MethodSource(WorkflowFixture.KINDS)
  void stepByStepByTheGroupsOfEachNode(String kind) {
    try (WorkflowFixture f = fixture(kind);
        WorkflowCoordinator one = f.coordinator("one", clock)) {
      WorkflowOperation workflows = new WorkflowOperation(f.market, clock);
      one.step();
      InstanceStatus status = workflows.status(DAY);
      assertEquals("secure", status.next().orElseThrow().stored().id());
      assertEquals(List.of("operators"), status.next().orElseThrow().who());
      assertThrows(NotAllowedException.class, () -> workflows.runNode(act("secure", APPROVER, "")));
      assertThrows(
          StateConflictException.class, () -> workflows.runNode(act("word", APPROVER, "")));
      assertEquals(NodeState.READY, workflows.runNode(act("secure", OPERATOR, "looks good")));
      one.step();
      assertEquals(NodeState.DONE, workflows.runNode(act("word", APPROVER, "agreed by phone")));
      one.step();
      assertEquals("event telephone", workflows.status(DAY).next().orElseThrow().waitsFor());
      assertTrue(workflows.raise("telephone", DATE, 0, "olga"));
      assertFalse(workflows.raise("telephone", DATE, 0, "olga"));
      one.step();
      NodeStatus later = workflows.status(DAY).next().orElseThrow();
      assertEquals("2026-10-01 10:00", later.waitsFor());
      assertEquals(NodeState.READY, workflows.runNode(act("later", OPERATOR, "asked for")));
      one.step();
      assertEquals(InstanceState.DONE, workflows.status(DAY).instance().state());
      assertFalse(workflows.status(DAY).needsEye());
      assertEquals(
          List.of("clear", "secure", "publish", "later"),
          f.done.stream().map(each -> each.substring(each.lastIndexOf(' ') + 1)).toList());
      assertTrue(
          workflows.history(DAY).stream()
              .anyMatch(
                  each ->
                      each.node().equals("word")
                          && each.by().equals("anton")
                          && each.reason().equals("agreed by phone")));
      assertThrows(
          StateConflictException.class, () -> workflows.skip(act("word", APPROVER, "late")));
    }
  }

  @ParameterizedTest
  @MethodSource(WorkflowFixture.KINDS)
  void whatIsLateOrEscalatedNeedsAnEyeAndItsGroupsDecide(String kind) {
    try (WorkflowFixture f = fixture(kind)) {
      f.tasks.put("clear", context -> TaskOutcome.failed("no solution"));
      WorkflowOperation workflows = new WorkflowOperation(f.market, clock);
      try (WorkflowCoordinator one = f.coordinator("one", clock)) {
        one.step();
        NodeStatus clear = workflows.status(DAY).next().orElseThrow();
        assertEquals(NodeState.ESCALATED, clear.stored().state());
        assertEquals(List.of("operators"), clear.who());
        assertEquals(Optional.of(Duration.ofMinutes(30)), clear.left());
        assertTrue(workflows.status(DAY).needsEye());
        assertThrows(
            NotAllowedException.class, () -> workflows.retry(act("clear", APPROVER, "again")));
        workflows.retry(act("clear", OPERATOR, "once more"));
        one.step();
        assertEquals(
            NodeState.ESCALATED, workflows.status(DAY).next().orElseThrow().stored().state());
        assertThrows(
            IllegalArgumentException.class, () -> workflows.skip(act("clear", OPERATOR, " ")));
        workflows.skip(act("clear", OPERATOR, "the day before stands"));
        assertFalse(workflows.status(DAY).needsEye());
        one.drive(clock, BEGIN.plusSeconds(3600));
        assertTrue(workflows.status(DAY).needsEye(), "word is late");
        assertEquals(
            List.of(BEGIN.plusSeconds(3600)),
            workflows.history(DAY).stream()
                .filter(each -> each.state().equals("overdue"))
                .map(each -> each.at())
                .toList());
      }
    }
  }

  @ParameterizedTest
  @MethodSource(WorkflowFixture.KINDS)
  void aCycleIsStartedAgainByHandBesideTheOneOfTheClock(String kind) {
    try (WorkflowFixture f = fixture(kind);
        WorkflowCoordinator one = f.coordinator("one", clock)) {
      WorkflowOperation workflows = new WorkflowOperation(f.market, clock);
      one.step();
      InstanceKey second = workflows.start("day", DATE, 0, OPERATOR, "corrected load");
      InstanceKey third = workflows.start("day", DATE, 0, OPERATOR, "");
      assertEquals(List.of(2, 3), List.of(second.run(), third.run()));
      assertEquals(2, one.step());
      assertEquals(3, workflows.open().size());
      assertThrows(
          IllegalArgumentException.class, () -> workflows.start("day", DATE, 5, OPERATOR, ""));
      assertThrows(
          IllegalArgumentException.class, () -> workflows.start("dya", DATE, 0, OPERATOR, ""));
      assertThrows(
          IllegalArgumentException.class,
          () -> workflows.status(new InstanceKey("day", DATE, 0, 9)));
    }
  }
}
