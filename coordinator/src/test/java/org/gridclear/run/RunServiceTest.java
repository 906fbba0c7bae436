package org.gridclear.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.dispatch.NodeLostException;
import org.gridclear.run.dispatch.Priority;
import org.gridclear.run.dispatch.WorkDispatcher;
import org.gridclear.run.dispatch.WorkerNode;
import org.gridclear.run.local.LocalGrid;
import org.gridclear.work.FailureReason;
import org.gridclear.work.UnitSummary;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.MissingDataException;
import org.gridclear.worker.api.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a coordinator does when its grid fails, owners change and others ask meanwhile. */
class RunServiceTest {
  private final LocalGrid grid = new LocalGrid(1);
  private final Faults<GridStore> store = new Faults<>(GridStore.class, grid);
  private final Faults<RunRegistry> registry = new Faults<>(RunRegistry.class, grid);
  private final Held nodes = new Held();
  private ActorStudyRuns runs;

  @AfterEach
  void close() {
    if (runs != null) {
      runs.close();
    }
    grid.close();
  }

  private ActorStudyRuns runs(WorkDispatcher dispatcher, RunLimits limits, boolean standing) {
    GridAccess access = new GridAccess(dispatcher, store.port(), registry.port());
    runs = new ActorStudyRuns(access, limits, Clock.systemUTC(), standing);
    return runs;
  }

  private ActorStudyRuns runs(WorkDispatcher dispatcher) {
    return runs(dispatcher, RunLimits.OF_COMMANDS, false);
  }

  private static RunResult end(RunHandle handle) throws Exception {
    return handle.result().get(20, TimeUnit.SECONDS);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int k = 0; k < 1_000 && !condition.getAsBoolean(); k++) {
      Thread.sleep(10);
    }
    assertTrue(condition.getAsBoolean());
  }

  /** Nodes that come when they are told, take units, and answer when they are told. */
  private static final class Held implements WorkDispatcher {
    private volatile List<WorkerNode> nodes = List.of(new WorkerNode("1", "a", 4));
    private final List<Sent> sent = new java.util.concurrent.CopyOnWriteArrayList<>();

    private record Sent(List<WorkUnit> units, CompletableFuture<List<Receipt>> answer)
        implements Dispatched {
      @Override
      public void cancel() {
        answer.completeExceptionally(new NodeLostException("a", null));
      }

      void settle() {
        answer.complete(
            units.stream()
                .map(
                    unit ->
                        new Receipt(
                            unit.key().hex(), "a", 0, 0, 0, List.of(), new UnitSummary.Probe(5)))
                .toList());
      }

      @Override
      public CompletionStage<List<Receipt>> receipts() {
        return answer;
      }
    }

    @Override
    public List<WorkerNode> workers() {
      return nodes;
    }

    @Override
    public AutoCloseable onWorkersChanged(Runnable listener) {
      return () -> {};
    }

    @Override
    public Dispatched dispatch(WorkerNode node, String runId, List<WorkUnit> units) {
      Sent one = new Sent(units, new CompletableFuture<>());
      sent.add(one);
      return one;
    }
  }

  @Test
  void aRunThatTheGridFailsToPrepareIsPreparedAgain() throws Exception {
    store.failing("finished", call -> call <= 2 ? new IllegalStateException("node left") : null);
    RunResult result = end(runs(grid).submit(new Job.Probing("again", 3, 0)));
    assertEquals(RunState.DONE, result.status().state());
    assertEquals(0, result.failedCount());
  }

  @Test
  void whatEndsBecauseDataAreGoneIsNotSaidToBeCancelled() throws Exception {
    store.failing("finished", call -> new MissingDataException("partitions are gone"));
    RunResult result = end(runs(grid).submit(new Job.Probing("gone", 2, 0)));
    assertEquals(RunState.FAILED, result.status().state());
    assertEquals("partitions are gone", result.status().message());
    for (CaseResult cell : result.cases()) {
      assertEquals(FailureReason.DATA_LOST, cell.receipt().why().reason());
    }
  }

  @Test
  void othersAreAnsweredWhileASubmissionWaitsForANode() throws Exception {
    runs(nodes, new RunLimits(9, 9, 100, Duration.ofSeconds(30)), false);
    String first = runs.submit(new Job.Probing("first", 1, 0)).status().runId();
    nodes.nodes = List.of();
    CompletableFuture<RunHandle> waiting =
        CompletableFuture.supplyAsync(() -> runs.submit(new Job.Probing("second", 1, 0)));
    Thread.sleep(300);
    CompletableFuture<String> asked =
        CompletableFuture.supplyAsync(() -> runs.find(first).orElseThrow().status().runId());
    assertEquals(first, asked.get(2, TimeUnit.SECONDS));
    assertTrue(!waiting.isDone());
    nodes.nodes = List.of(new WorkerNode("1", "a", 4));
    assertTrue(waiting.get(5, TimeUnit.SECONDS).status().runId().startsWith("second"));
  }

  @Test
  void aSubmissionThatWaitedLongEnoughIsRefused() {
    nodes.nodes = List.of();
    runs(nodes, new RunLimits(9, 9, 100, Duration.ofMillis(300)), false);
    Job job = new Job.Probing("nobody", 1, 0);
    assertThrows(GridRefusedException.class, () -> runs.submit(job));
  }

  @Test
  void aRunOfAnotherCoordinatorIsReadByOneFollowerHoweverOftenItIsAskedFor() throws Exception {
    runs(nodes);
    RunPlan plan = RunPlan.of("other-1", new Job.Probing("other", 1, 0));
    grid.putTicket("other-1", org.gridclear.worker.api.Wire.pack(plan.ticket()));
    RunStatus status = RunStatus.submitted("other-1", "other", 1);
    RunRecord record = new RunRecord(status, "x", "x", 1, "u", Priority.NORMAL, 1, 0);
    assertTrue(grid.write(record, 0));
    RunHandle handle = runs.find("other-1").orElseThrow();
    for (int k = 0; k < 50; k++) {
      assertEquals(handle, runs.find("other-1").orElseThrow());
    }
    int before = registry.calls("record").get();
    Thread.sleep(1_600);
    int reads = registry.calls("record").get() - before;
    assertTrue(reads >= 2 && reads <= 4, reads + " reads");
    assertTrue(grid.write(record.with(status.failed("it is over")), 1));
    ExecutionException gone = assertThrows(ExecutionException.class, () -> end(handle));
    assertInstanceOf(MissingDataException.class, gone.getCause(), "no results were kept");
    assertEquals(RunState.FAILED, runs.find("other-1").orElseThrow().status().state());
  }

  @Test
  void whatEndsAnEarlierEpochDoesNotEndALaterOne() throws Exception {
    runs(nodes, RunLimits.OF_COMMANDS, true);
    RunHandle old = runs.submit(new Job.Probing("epochs", 2, 0));
    String runId = old.status().runId();
    await(() -> nodes.sent.size() == 2);
    RunRecord gone = grid.record(runId).orElseThrow().takenBy("gone", "gone");
    assertTrue(grid.write(gone, 1));
    await(() -> nodes.sent.size() == 4);
    assertEquals(3, grid.record(runId).orElseThrow().epoch());
    Thread.sleep(1_500);
    nodes.sent.subList(2, 4).forEach(Held.Sent::settle);
    RunHandle now = runs.find(runId).orElseThrow();
    assertEquals(RunState.DONE, end(now).status().state());
    assertEquals(0, end(now).failedCount());
    assertEquals(RunState.DONE, end(old).status().state());
    now.cancel();
    assertEquals(RunState.DONE, grid.record(runId).orElseThrow().status().state());
  }

  @Test
  void aCancellationThatTheOwnerDidNotLiveToDoIsDoneByTheNextOne() throws Exception {
    RunPlan plan = RunPlan.of("left-1", new Job.Probing("left", 1, 0));
    grid.putTicket("left-1", org.gridclear.worker.api.Wire.pack(plan.ticket()));
    RunStatus status = RunStatus.submitted("left-1", "left", 1);
    RunRecord record = new RunRecord(status, "x", "x", 1, "u", Priority.NORMAL, 1, 0);
    assertTrue(grid.write(record, 0));
    grid.askToCancel(record);
    runs(nodes, RunLimits.OF_COMMANDS, true);
    await(() -> grid.record("left-1").orElseThrow().status().state() == RunState.CANCELLED);
  }

  @Test
  void aRunWhoseRecordWasStoredAlthoughItsSubmissionFailedIsBegun() throws Exception {
    runs(grid, RunLimits.OF_COMMANDS, true);
    RunPlan plan = RunPlan.of("half-1", new Job.Probing("half", 1, 0));
    grid.putTicket("half-1", org.gridclear.worker.api.Wire.pack(plan.ticket()));
    RunStatus status = RunStatus.submitted("half-1", "half", 1);
    RunRecord record = new RunRecord(status, grid.self(), "me", 1, "u", Priority.NORMAL, 1, 0);
    assertTrue(grid.write(record, 0));
    await(() -> grid.record("half-1").orElseThrow().status().state() == RunState.DONE);
  }

  @Test
  void aSlowListenerIsToldTheFirstTheNewestAndTheLastAndAClosedOneNothing() throws Exception {
    runs(nodes);
    RunHandle handle = runs.submit(new Job.Probing("feed", 4, 0));
    LinkedBlockingQueue<RunStatus> told = new LinkedBlockingQueue<>();
    CompletableFuture<Void> gate = new CompletableFuture<>();
    handle.listen(
        status -> {
          told.add(status);
          gate.join();
        });
    assertTrue(told.poll(2, TimeUnit.SECONDS) != null, "the present state comes first");
    LinkedBlockingQueue<RunStatus> toldBefore = new LinkedBlockingQueue<>();
    Subscription ended = handle.listen(toldBefore::add);
    ended.close();
    ended.close();
    await(() -> nodes.sent.size() == 4);
    for (Held.Sent sent : nodes.sent) {
      sent.settle();
      Thread.sleep(50);
    }
    assertEquals(RunState.DONE, end(handle).status().state());
    gate.complete(null);
    await(() -> handle.listenerCount() == 0);
    List<RunStatus> all = List.copyOf(told);
    assertEquals(RunState.DONE, all.get(all.size() - 1).state());
    assertTrue(all.size() <= 5, all.toString());
    assertTrue(toldBefore.size() <= 1, "told after it was closed: " + toldBefore);
    handle.listen(told::add);
    await(() -> told.size() == all.size() + 1);
  }
}
