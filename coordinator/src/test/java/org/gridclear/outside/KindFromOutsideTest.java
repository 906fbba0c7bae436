package org.gridclear.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.gridclear.run.GridAccess;
import org.gridclear.run.Job;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunLimits;
import org.gridclear.run.RunPlan;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunResult;
import org.gridclear.run.RunSpecification;
import org.gridclear.run.RunState;
import org.gridclear.run.RunStatus;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.dispatch.Priority;
import org.gridclear.run.dispatch.WorkDispatcher;
import org.gridclear.run.dispatch.WorkerNode;
import org.gridclear.run.local.LocalGrid;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.Receipt;
import org.gridclear.worker.api.UnitBatch;
import org.gridclear.worker.api.Wire;
import org.gridclear.worker.slot.WorkerSlots;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A kind of job of another package is planned, done, kept and planned again, as a service. */
class KindFromOutsideTest {
  private static final int BELOW = 100_000;

  /** How many primes there are below a hundred thousand (OEIS A006880). */
  private static final int COUNT = 9_592;

  private final LocalGrid grid = new LocalGrid(1);
  private final TwoNodes two = new TwoNodes();

  @AfterEach
  void close() {
    grid.close();
    two.threads.shutdownNow();
  }

  /** Two nodes that get their units and give their receipts as bytes, and share a store. */
  private final class TwoNodes implements WorkDispatcher {
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Map<String, WorkerSlots> slots =
        Map.of("a", new WorkerSlots("a", grid), "b", new WorkerSlots("b", grid));

    @Override
    public List<WorkerNode> workers() {
      return List.of(new WorkerNode("a", "a", 1), new WorkerNode("b", "b", 1));
    }

    @Override
    public AutoCloseable onWorkersChanged(Runnable listener) {
      return () -> {};
    }

    @Override
    public Dispatched dispatch(WorkerNode node, String runId, List<WorkUnit> units) {
      byte[] batch = Wire.pack(new UnitBatch(runId, units));
      CompletableFuture<List<Receipt>> receipts =
          CompletableFuture.supplyAsync(
                  () -> slots.get(node.id()).work(batch, () -> false), threads)
              .thenApply(done -> Wire.unpack(done, UnitBatch.Receipts.class).receipts());
      return new Dispatched() {
        @Override
        public CompletionStage<List<Receipt>> receipts() {
          return receipts;
        }

        @Override
        public void cancel() {
          receipts.cancel(true);
        }
      };
    }
  }

  private static ActorStudyRuns runs(GridAccess access, boolean standing) {
    return new ActorStudyRuns(access, RunLimits.OF_COMMANDS, Clock.systemUTC(), standing);
  }

  private static RunResult end(RunHandle handle) throws Exception {
    return handle.result().get(60, TimeUnit.SECONDS);
  }

  private void assertAll(RunResult result) {
    assertEquals(RunState.DONE, result.status().state(), result.status().message());
    assertTrue(result.isClean());
    assertEquals(COUNT, Primes.count(result));
    List<Integer> primes = Primes.found(result, grid);
    assertEquals(COUNT, primes.size());
    assertEquals(List.of(2, 3, 5, 7, 11), primes.subList(0, 5));
    assertEquals(99_991, primes.get(COUNT - 1));
  }

  @Test
  void itsResultIsTheSameOnOneNodeAndOnTwoWhichBothTakePart() throws Exception {
    try (ActorStudyRuns one = runs(grid.access(), false)) {
      assertAll(end(one.submit(Primes.below(BELOW, 8))));
    }
    try (LocalGrid other = new LocalGrid(1);
        ActorStudyRuns runs = runs(new GridAccess(two, grid, other), false)) {
      RunResult onTwo = end(runs.submit(Primes.below(BELOW, 9)));
      assertAll(onTwo);
      assertEquals(Set.of("a", "b"), Set.copyOf(onTwo.status().nodes()));
    }
  }

  @Test
  void whatIsDoneIsFoundAgainAndAnotherCoordinatorReadsTheRunFromItsTicket() throws Exception {
    String runId;
    try (ActorStudyRuns first = runs(grid.access(), false)) {
      RunResult result = end(first.submit(Primes.below(BELOW, 8)));
      runId = result.status().runId();
      RunResult again = end(first.submit(Primes.below(BELOW, 8)));
      assertAll(again);
      assertEquals(8, again.status().reused());
    }
    RunPlan planned = RunPlan.of(runId, Primes.below(BELOW, 8));
    RunPlan again = RunPlan.again(runId, grid.access());
    assertEquals(planned.job(), again.job());
    assertEquals(planned.units(), again.units());
    assertEquals(planned.cells(), again.cells());
    try (ActorStudyRuns second = runs(grid.access(), false)) {
      assertAll(end(second.find(runId).orElseThrow()));
    }
  }

  @Test
  void aRunWhoseCoordinatorIsGoneIsPlannedAgainAndDoneByTheNext() throws Exception {
    RunPlan plan = RunPlan.of("left-1", Primes.below(BELOW, 8));
    plan.data().forEach(grid::putData);
    grid.putTicket("left-1", Wire.pack(plan.ticket()));
    RunStatus status = RunStatus.submitted("left-1", plan.job().name(), 8);
    assertTrue(grid.write(new RunRecord(status, "gone", "gone", 1, "u", Priority.NORMAL, 1, 0), 0));
    try (ActorStudyRuns next = runs(new GridAccess(two, grid, grid), true)) {
      RunResult result = end(next.find("left-1").orElseThrow());
      assertAll(result);
      assertEquals(
          plan.units().stream().map(unit -> unit.key().hex()).collect(Collectors.toSet()),
          result.cases().stream().map(cell -> cell.receipt().key()).collect(Collectors.toSet()));
    }
  }

  /** A job of which no type says how it is planned. */
  private record Unplanned(String name) implements Job.Outside {}

  @Test
  void aJobOrATicketOfAKindThatNobodyBringsIsRefusedByName() {
    String refused =
        assertThrows(IllegalArgumentException.class, () -> RunPlan.of("r", new Unplanned("x")))
            .getMessage();
    assertTrue(refused.contains("Unplanned"), refused);
    assertTrue(refused.contains("META-INF/services/org.gridclear.run.JobType"), refused);
    byte[] ticket = "\2{\"kind\":\"knots\"}".getBytes(UTF_8);
    String unknown =
        assertThrows(Exception.class, () -> Wire.unpack(ticket, RunSpecification.class))
            .getMessage();
    assertTrue(unknown.contains("kind 'knots'"), unknown);
  }
}
