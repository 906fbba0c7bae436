package org.gridclear.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.Network;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.dispatch.Priority;
import org.gridclear.run.dispatch.WorkDispatcher;
import org.gridclear.run.dispatch.WorkerNode;
import org.gridclear.run.local.LocalGrid;
import org.gridclear.security.input.OutageScope;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.study.StudyReader;
import org.gridclear.synthetic.SyntheticSnapshots;
import org.gridclear.work.Failure;
import org.gridclear.work.FailureReason;
import org.gridclear.work.ScreeningScope;
import org.gridclear.work.UnitSummary;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.Receipt;
import org.gridclear.worker.api.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a coordinator takes, refuses, gives up and remembers. */
class RunsTest {
  private final LocalGrid grid = new LocalGrid(1);

  /** How often each unit was sent. */
  private final AtomicInteger sent = new AtomicInteger();

  private ActorStudyRuns runs;

  @AfterEach
  void close() {
    if (runs != null) {
      runs.close();
    }
    grid.close();
  }

  private ActorStudyRuns runs(WorkDispatcher dispatcher, RunLimits limits) {
    runs = new ActorStudyRuns(new GridAccess(dispatcher, grid, grid), limits, Clock.systemUTC());
    return runs;
  }

  /** Two nodes that answer as they are told; nothing is computed. */
  private final class Scripted implements WorkDispatcher {
    private final FailureReason reason;

    Scripted(FailureReason reason) {
      this.reason = reason;
    }

    @Override
    public List<WorkerNode> workers() {
      return List.of(new WorkerNode("1", "a", 1), new WorkerNode("2", "b", 1));
    }

    @Override
    public AutoCloseable onWorkersChanged(Runnable listener) {
      return () -> {};
    }

    @Override
    public Dispatched dispatch(WorkerNode node, String runId, List<WorkUnit> units) {
      sent.addAndGet(units.size());
      CompletableFuture<List<Receipt>> receipts = new CompletableFuture<>();
      if (reason != null) {
        Failure failure = new Failure(reason, "scripted");
        receipts.complete(
            units.stream()
                .map(unit -> Receipt.failed(unit.key().hex(), node.name(), failure))
                .toList());
      }
      return new Dispatched() {
        @Override
        public CompletionStage<List<Receipt>> receipts() {
          return receipts;
        }

        @Override
        public void cancel() {
          receipts.completeExceptionally(new IllegalStateException("cancelled"));
        }
      };
    }
  }

  private static RunResult end(RunHandle handle) throws Exception {
    return handle.result().get(20, TimeUnit.SECONDS);
  }

  @Test
  void aUnitThatEndsTwoSolverProcessesIsQuarantinedForEveryRunUntilReleased() throws Exception {
    ActorStudyRuns runs = runs(new Scripted(FailureReason.SOLVER_CRASHED), RunLimits.OF_COMMANDS);
    Job job = new Job.Probing("poison", 1, 0);
    RunResult first = end(runs.submit(job));
    assertEquals(RunState.DONE, first.status().state());
    assertEquals(1, first.failedCount());
    assertEquals(2, first.cases().get(0).attempts());
    assertTrue(first.cases().get(0).receipt().why().text().contains("Quarantined after 2"));
    RunResult second = end(runs.submit(job));
    assertEquals(1, second.failedCount());
    assertEquals(2, sent.get(), "it was not sent again");
    assertTrue(grid.release(first.cases().get(0).receipt().key()));
    end(runs.submit(job));
    assertEquals(4, sent.get());
  }

  @Test
  void aRunEndsOnceItsQuarantinedUnitIsKept() throws Exception {
    GridStore late =
        (GridStore)
            Proxy.newProxyInstance(
                GridStore.class.getClassLoader(),
                new Class<?>[] {GridStore.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("quarantine")) {
                    LockSupport.parkNanos(100_000_000);
                  }
                  return method.invoke(grid, arguments);
                });
    WorkDispatcher dispatcher = new Scripted(FailureReason.SOLVER_CRASHED);
    runs =
        new ActorStudyRuns(
            new GridAccess(dispatcher, late, grid), RunLimits.OF_COMMANDS, Clock.systemUTC());
    end(runs.submit(new Job.Probing("poison", 1, 0)));
    assertEquals(1, grid.quarantined().size());
  }

  @Test
  void aUnitWhoseSolverIsKilledFromOutsideIsTriedThreeTimesAndNotQuarantined() throws Exception {
    ActorStudyRuns runs = runs(new Scripted(FailureReason.SOLVER_KILLED), RunLimits.OF_COMMANDS);
    RunResult result = end(runs.submit(new Job.Probing("killed", 1, 0)));
    assertEquals(1, result.failedCount());
    assertEquals(3, sent.get());
    assertTrue(grid.quarantined().isEmpty());
  }

  @Test
  void aUnitThatAStoppingNodeCancelledIsTriedAgain() throws Exception {
    ActorStudyRuns runs = runs(new Scripted(FailureReason.CANCELLED), RunLimits.OF_COMMANDS);
    RunResult result = end(runs.submit(new Job.Probing("stopping", 1, 0)));
    assertEquals(3, sent.get());
    assertEquals(FailureReason.NODE_LOST, result.cases().get(0).receipt().why().reason());
    assertTrue(grid.quarantined().isEmpty());
  }

  @Test
  void aFailureThatFollowsFromTheCaseIsFinal() throws Exception {
    ActorStudyRuns runs = runs(new Scripted(FailureReason.INFEASIBLE), RunLimits.OF_COMMANDS);
    RunResult result = end(runs.submit(new Job.Probing("infeasible", 3, 0)));
    assertEquals(3, result.failedCount());
    assertEquals(3, sent.get());
    assertTrue(grid.quarantined().isEmpty());
  }

  @Test
  void openUnitsFailWhenTheDeadlinePasses() throws Exception {
    ActorStudyRuns runs = runs(new Scripted(null), RunLimits.OF_COMMANDS);
    RunRequest request =
        new RunRequest(new Job.Probing("late", 2, 0), "u", Priority.NORMAL, Duration.ofMillis(700));
    RunResult result = end(runs.submit(request));
    assertEquals(
        Set.of(FailureReason.TIMED_OUT), Set.of(result.cases().get(0).receipt().why().reason()));
    assertTrue(result.status().message().contains("deadline"), result.status().message());
  }

  @Test
  void moreRunsThanAUserOrTheGridMayHaveAreRefusedWithTheReason() {
    ActorStudyRuns runs = runs(new Scripted(null), new RunLimits(3, 2, 100, Duration.ofSeconds(1)));
    submit(runs, "anna", 1);
    submit(runs, "anna", 1);
    String anna =
        assertThrows(RejectedExecutionException.class, () -> submit(runs, "anna", 1)).getMessage();
    assertTrue(anna.contains("2 runs of anna"), anna);
    submit(runs, "ben", 1);
    String all =
        assertThrows(RejectedExecutionException.class, () -> submit(runs, "cleo", 1)).getMessage();
    assertTrue(all.contains("3 runs are under way"), all);
  }

  @Test
  void aRunWithTooManyUnitsIsRefused() {
    ActorStudyRuns runs = runs(new Scripted(null), new RunLimits(3, 2, 100, Duration.ofSeconds(1)));
    assertThrows(RejectedExecutionException.class, () -> submit(runs, "anna", 101));
  }

  private static RunHandle submit(ActorStudyRuns runs, String user, int units) {
    Job job = new Job.Probing("limits " + user, units, 0);
    return runs.submit(new RunRequest(job, user, Priority.NORMAL, null));
  }

  @Test
  void aRunWhoseRecordBelongsToAnotherCoordinatorStopsAndFollowsIt() throws Exception {
    ActorStudyRuns runs = runs(new Scripted(null), RunLimits.OF_COMMANDS);
    RunHandle handle = runs.submit(new Job.Probing("fenced", 2, 0));
    String runId = handle.status().runId();
    while (handle.status().running() < 2) {
      Thread.sleep(20);
    }
    RunRecord taken = grid.record(runId).orElseThrow().takenBy("other", "other");
    assertTrue(grid.write(taken, 1));
    handle.cancel();
    Receipt receipt = new Receipt("k", "n", 1, 1, 0, List.of(), new UnitSummary.Probe(5));
    UnitResult unit = new UnitResult(receipt, 1, 0, 1);
    grid.putResults(runId, Wire.pack(new RunResults(List.of(unit, unit))));
    RunStatus done =
        RunStatus.submitted(runId, "fenced", 2).failed("the other coordinator said so");
    assertTrue(grid.write(taken.with(done), 2));
    RunResult result = end(handle);
    assertEquals(RunState.FAILED, result.status().state());
    assertEquals("the other coordinator said so", result.status().message());
  }

  @Test
  void aCancelledRunWhoseOwnerDoesNotEndItIsKilled() throws Exception {
    ActorStudyRuns runs = runs(new Scripted(null), RunLimits.OF_COMMANDS);
    String runId = runs.submit(new Job.Probing("stuck", 2, 0)).status().runId();
    String refusal = assertThrows(IllegalStateException.class, () -> runs.kill(runId)).getMessage();
    assertTrue(refusal.contains("Cancel the run first"), refusal);
    RunRecord stuck = grid.record(runId).orElseThrow().takenBy("other", "other");
    assertTrue(grid.write(stuck, 1));
    grid.askToCancel(stuck);
    runs.kill(runId);
    RunResult result = end(runs.find(runId).orElseThrow());
    assertEquals(RunState.CANCELLED, result.status().state());
    assertEquals(3, grid.record(runId).orElseThrow().epoch());
    runs.kill(runId);
    assertEquals(3, grid.record(runId).orElseThrow().epoch(), "what has ended stays as it is");
  }

  @Test
  void everyUnitOfAStudyKnowsItsBaseAndTheOneItStartsFrom() {
    String study =
        "study: t\n"
            + "base: {case: ieee14}\n"
            + "sweeps: [{name: \"l{l}\", over: {l: [0.9, 1.1, 1.09]}, changes: [{load: {scale:"
            + " $l}}]}]";
    RunPlan plan =
        RunPlan.of("r", new Job.Clearing(StudyReader.read(study, "t.yaml", Path.of("."))));
    assertEquals(Map.of(1, 0, 2, 0, 3, 2), plan.leaders());
    for (WorkUnit unit : plan.units()) {
      assertEquals(plan.units().get(0), WorkUnit.baseOf((WorkUnit.Clearing) unit));
    }
  }

  @Test
  void aTicketLeadsToTheSameUnitsAsTheJob() {
    Network network = CaseFiles.load("ieee118", Path.of("."), Set.of()).network();
    String study =
        "study: t\n"
            + "base: {case: ieee14}\n"
            + "sweeps: [{name: \"l{l}\", over: {l: [0.9, 1.1]}, changes: [{load: {scale: $l}}]}]";
    List<Job> jobs =
        List.of(
            new Job.Clearing(StudyReader.read(study, "t.yaml", Path.of("."))),
            new Job.Screening(
                "s",
                network,
                SyntheticSnapshots.ofDay(network, 3),
                new ScreeningScope(OutageScope.BRANCHES.contingencies(network), null),
                ScreeningOptions.DEFAULT,
                List.of()),
            new Job.Probing("p", 3, 5));
    for (Job job : jobs) {
      RunPlan plan = RunPlan.of("r", job);
      plan.data().forEach(grid::putData);
      RunSpecification ticket = Wire.unpack(Wire.pack(plan.ticket()), RunSpecification.class);
      RunPlan again = RunPlan.of("r", ticket.job(grid));
      assertEquals(
          plan.units().stream().map(unit -> unit.key().hex()).toList(),
          again.units().stream().map(unit -> unit.key().hex()).toList(),
          job.name());
      assertEquals(plan.cells(), again.cells());
    }
  }
}
