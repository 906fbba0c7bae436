package org.gridclear.market.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gridclear.market.store.workflow.InstanceKey;
import org.gridclear.market.store.workflow.InstanceState;
import org.gridclear.market.store.workflow.NodeState;
import org.gridclear.market.store.workflow.StoredTransition;
import org.gridclear.market.store.workflow.WorkflowStore;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Coordinators beside each other, failures, and what is late; on each kind of database. */
// Rows: M-02
class WorkflowCoordinatorTest {
  private static final Instant BEGIN = Instant.parse("2026-10-01T00:00:00Z");
  private static final LocalDate DATE = LocalDate.of(2026, 10, 1);
  private static final InstanceKey DAY = new InstanceKey("day", DATE, 0, 1);

  @TempDir Path folder;

  private static String daily(String... nodes) {
    return """
    format: gridclear-workflows
    version: 1
    workflows:
    - id: day
      start: {daysBefore: 0, time: "00:00"}
      nodes:
    """
        + String.join("", java.util.Arrays.stream(nodes).map(n -> "  - " + n + "\n").toList());
  }

  private WorkflowFixture fixture(String kind) {
    return new WorkflowFixture(kind, folder, "UTC");
  }

  private static List<String> states(WorkflowFixture f) {
    return new WorkflowStore(f.market.database())
        .history(DAY).stream().map(each -> (each.node() + " " + each.state()).strip()).toList();
  }

  @ParameterizedTest
  @MethodSource(WorkflowFixture.KINDS)
  void twoCoordinatorsWhoseClocksDifferByHundredSecondsFireEveryTimerOnce(String kind)
      throws Exception {
    try (WorkflowFixture f = fixture(kind)) {
      f.keep(
          """
          format: gridclear-workflows
          version: 1
          workflows:
          - id: rt
            start: {everyMinutes: 5}
            nodes: [{id: a, task: clear}, {id: b, task: publish, at: {minutes: 1}, after: [a]}]
          """,
          BEGIN);
      SimulatedClock clock = new SimulatedClock(BEGIN, ZoneOffset.UTC);
      Clock ahead = Clock.offset(clock, Duration.ofSeconds(100));
      ExecutorService threads = Executors.newFixedThreadPool(2);
      try (WorkflowCoordinator one = f.coordinator("one", clock);
          WorkflowCoordinator two = f.coordinator("two", ahead)) {
        for (int second = 0; second < 3600; second += 30) {
          clock.set(BEGIN.plusSeconds(second));
          List<Future<Integer>> both =
              threads.invokeAll(List.<Callable<Integer>>of(one::step, two::step));
          for (Future<Integer> each : both) {
            each.get();
          }
        }
      } finally {
        threads.shutdown();
      }
      // The one ahead sees the starts up to 01:00:10, which is the thirteenth.
      assertEquals(26, f.done.size());
      assertEquals(26, f.done.stream().distinct().count());
    }
  }

  @ParameterizedTest
  @MethodSource(WorkflowFixture.KINDS)
  void aNodeWhoseCoordinatorFellSilentIsTakenAfterTheLeaseAndTheOldOneEndsNothing(String kind) {
    try (WorkflowFixture f = fixture(kind)) {
      f.keep(
          daily("{id: clear, task: clear}", "{id: publish, task: publish, after: [clear]}"), BEGIN);
      SimulatedClock clock = new SimulatedClock(BEGIN, ZoneOffset.UTC);
      try (WorkflowCoordinator two =
          f.coordinator("two", Clock.offset(clock, Duration.ofSeconds(-100)))) {
        WorkflowTask frozen =
            context -> {
              assertEquals(0, two.step(), "its holder was alive a moment ago");
              f.nanos.addAndGet(Duration.ofMinutes(59).toNanos());
              assertEquals(0, two.step());
              f.nanos.addAndGet(Duration.ofMinutes(1).toNanos());
              assertEquals(2, two.step(), "clear and publish");
              assertThrows(LostRunException.class, context::requireHeld);
              return TaskOutcome.failed("what a stale run says counts no more");
            };
        f.tasks.put("clear", frozen);
        try (WorkflowCoordinator one = f.coordinator("one", clock)) {
          clock.set(BEGIN.plusSeconds(100));
          one.step();
        }
      }
      assertEquals(
          List.of(
              "open",
              "clear ready",
              "clear running",
              "clear ready",
              "clear running",
              "clear done",
              "publish ready",
              "publish running",
              "publish done",
              "done"),
          states(f));
      assertEquals(2, f.done.size());
    }
  }

  /** Such as one whose database was away just when it ended, with no other coordinator there. */
  @ParameterizedTest
  @MethodSource(WorkflowFixture.KINDS)
  void aNodeOfWhichItCouldNotBeKeptHowItEndedRunsAgain(String kind) {
    try (WorkflowFixture f = fixture(kind)) {
      f.keep(daily("{id: clear, task: clear}"), BEGIN);
      SimulatedClock clock = new SimulatedClock(BEGIN, ZoneOffset.UTC);
      WorkflowTask task = f.tasks.get("clear");
      f.tasks.put(
          "clear",
          context -> {
            if (context.attempt() == 1) {
              throw new AssertionError("nothing is kept of this");
            }
            return task.run(context);
          });
      try (WorkflowCoordinator one = f.coordinator("one", clock)) {
        assertThrows(AssertionError.class, one::step);
        assertEquals(1, one.step());
      }
      assertEquals(1, f.done.size());
    }
  }

  @ParameterizedTest
  @MethodSource(WorkflowFixture.KINDS)
  void whatFailsIsTriedAgainAfterItsPauseAndThenStopsIsLeftOutOrEscalates(String kind) {
    try (WorkflowFixture f = fixture(kind)) {
      f.tasks.put("clear", context -> TaskOutcome.failed("no solution"));
      f.tasks.put(
          "secure",
          context -> {
            throw new IllegalStateException("no network");
          });
      f.keep(
          daily(
              "{id: secure, task: secure, onFailure: skip}",
              "{id: check, task: check, after: [secure]}",
              "{id: clear, task: clear, retries: 2, pauseSeconds: 60, after: [check], onFailure:"
                  + " escalate, groups: [ops]}"),
          BEGIN);
      SimulatedClock clock = new SimulatedClock(BEGIN, ZoneOffset.UTC);
      try (WorkflowCoordinator one = f.coordinator("one", clock)) {
        one.drive(clock, BEGIN.plusSeconds(3600));
      }
      List<StoredTransition> history = new WorkflowStore(f.market.database()).history(DAY);
      assertEquals(
          List.of(BEGIN, BEGIN.plusSeconds(60), BEGIN.plusSeconds(120)),
          history.stream()
              .filter(each -> each.node().equals("clear") && each.state().equals("running"))
              .map(StoredTransition::at)
              .toList());
      assertEquals("for ops to decide: no solution", history.get(history.size() - 1).reason());
      assertEquals(
          List.of("no network"),
          history.stream()
              .filter(each -> each.state().equals("skipped"))
              .map(StoredTransition::reason)
              .toList());
      assertEquals(
          NodeState.ESCALATED, new WorkflowStore(f.market.database()).nodes(DAY).get(2).state());
    }
  }

  @ParameterizedTest
  @MethodSource(WorkflowFixture.KINDS)
  void whatTakesLongerThanItMayHasFailedAndStopsItsInstance(String kind) {
    try (WorkflowFixture f = fixture(kind)) {
      SimulatedClock clock = new SimulatedClock(BEGIN, ZoneOffset.UTC);
      f.tasks.put(
          "clear",
          context -> {
            clock.set(clock.instant().plusSeconds(61));
            return TaskOutcome.done("cleared");
          });
      f.keep(
          daily(
              "{id: clear, task: clear, timeoutSeconds: 60}",
              "{id: publish, task: publish, after: [clear]}"),
          BEGIN);
      try (WorkflowCoordinator one = f.coordinator("one", clock)) {
        one.step();
      }
      WorkflowStore store = new WorkflowStore(f.market.database());
      assertEquals(InstanceState.FAILED, store.find(DAY).orElseThrow().state());
      assertEquals(NodeState.WAITING, store.nodes(DAY).get(1).state());
      assertEquals("took 61 s of 60: cleared", store.history(DAY).get(3).reason());
      assertEquals(List.of(), f.done);
    }
  }

  @ParameterizedTest
  @MethodSource(WorkflowFixture.KINDS)
  void aStartThatNobodyMadeForTooLongIsMissedAndOneOfLateIsMadeUp(String kind) {
    try (WorkflowFixture f = fixture(kind)) {
      f.keep(
          """
          format: gridclear-workflows
          version: 1
          workflows:
          - {id: rt, start: {everyMinutes: 5}, missedAfterMinutes: 7, nodes: [{id: a, task: clear}]}
          """,
          BEGIN);
      SimulatedClock clock = new SimulatedClock(BEGIN.plusSeconds(3600), ZoneOffset.UTC);
      try (WorkflowCoordinator one = f.coordinator("one", clock)) {
        one.step();
      }
      // 00:00 to 00:50 are more than 7 min ago; 00:55 and 01:00 are not.
      assertEquals(List.of("rt 2026-10-01 cycle 12 a", "rt 2026-10-01 cycle 13 a"), f.done);
      assertEquals(
          11,
          new WorkflowStore(f.market.database())
              .between(DATE, DATE).stream()
                  .filter(each -> each.state() == InstanceState.MISSED)
                  .count());
    }
  }

  @ParameterizedTest
  @MethodSource(WorkflowFixture.KINDS)
  void aVersionHoldsForTheStartsFromItsTimeOnWhoeverMakesThem(String kind) {
    try (WorkflowFixture f = fixture(kind)) {
      String yaml =
          """
          format: gridclear-workflows
          version: 1
          workflows:
          - {id: rt, start: {everyMinutes: 5}, nodes: [{id: NAME, task: clear}]}
          """;
      f.keep(yaml.replace("NAME", "old"), BEGIN);
      f.keep(yaml.replace("NAME", "new"), BEGIN.plusSeconds(600));
      SimulatedClock clock = new SimulatedClock(BEGIN, ZoneOffset.UTC);
      Clock ahead = Clock.offset(clock, Duration.ofSeconds(100));
      try (WorkflowCoordinator two = f.coordinator("two", ahead);
          WorkflowCoordinator one = f.coordinator("one", clock)) {
        for (int minute = 0; minute <= 15; minute++) {
          clock.set(BEGIN.plusSeconds(60L * minute));
          two.step();
          one.step();
        }
      }
      assertEquals(
          List.of(
              "rt 2026-10-01 cycle 1 old", "rt 2026-10-01 cycle 2 old",
              "rt 2026-10-01 cycle 3 new", "rt 2026-10-01 cycle 4 new"),
          f.done);
    }
  }
}
