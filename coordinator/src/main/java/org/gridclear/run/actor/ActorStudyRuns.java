package org.gridclear.run.actor;

import akka.actor.BootstrapSetup;
import akka.actor.typed.ActorSystem;
import com.typesafe.config.ConfigFactory;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridclear.run.GridAccess;
import org.gridclear.run.GridRefusedException;
import org.gridclear.run.GridStore;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunLimits;
import org.gridclear.run.RunPlan;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunRegistry;
import org.gridclear.run.RunRequest;
import org.gridclear.run.RunStatus;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.dispatch.WorkerNode;
import org.gridclear.worker.api.Daemons;
import org.gridclear.worker.api.MissingDataException;
import org.gridclear.worker.api.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * Runs jobs with one {@link RunActor} each and one {@link DispatchActor} for all. Their state is
 * the {@link RunsGuardian}'s; nobody waits here for another's run.
 */
public final class ActorStudyRuns implements StudyRuns {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final GridAccess grid;
  private final RunLimits limits;
  private final Clock clock;
  private final AtomicInteger serial = new AtomicInteger();
  private final ExecutorService blocking = Daemons.pool("run-blocking");
  private final ExecutorService listeners = Daemons.pool("run-listener");
  private final OwnRuns own;
  private final RunFollower follower;
  private final ActorSystem<RunsGuardian.Command> system;
  private final AutoCloseable cancelListener;
  private final @Nullable RunTakeover orphans;

  /** A coordinator that runs what is submitted to it, and nothing else. */
  public ActorStudyRuns(GridAccess grid, RunLimits limits, Clock clock) {
    this(grid, limits, clock, false);
  }

  /**
   * Starts the actor system.
   *
   * @param standing whether it takes over runs whose owner is gone
   */
  public ActorStudyRuns(GridAccess grid, RunLimits limits, Clock clock, boolean standing) {
    this(grid, limits, clock, Ticker.SYSTEM, standing);
  }

  /**
   * The same with clocks of its own.
   *
   * @param clock time of day, for records and deadlines
   * @param ticker for spans of time
   */
  public ActorStudyRuns(
      GridAccess grid, RunLimits limits, Clock clock, Ticker ticker, boolean standing) {
    this.grid = grid;
    this.limits = limits;
    this.clock = clock;
    follower = new RunFollower(grid, this::handle);
    own = new OwnRuns(this::handle, follower::follow);
    system =
        ActorSystem.create(
            RunsGuardian.create(new RunsSetting(grid, limits, own, blocking, clock, ticker)),
            "gridclear",
            BootstrapSetup.create(ConfigFactory.load("gridclear-akka"))
                .withClassloader(new ActorClasses(ActorStudyRuns.class.getClassLoader())));
    cancelListener =
        grid.registry()
            .onCancelAsked((runId, epoch) -> system.tell(new RunsGuardian.CancelRun(runId, epoch)));
    orphans = standing ? new RunTakeover(grid, own::underWay, this::takeOver) : null;
  }

  private RunHandle handle(RunRecord record) {
    String runId = record.status().runId();
    return new RunHandle(record, listeners, () -> cancel(runId));
  }

  @Override
  public RunHandle submit(RunRequest request) {
    String runId =
        "%s-%s-%s%d"
            .formatted(
                request.job().name().replaceAll("[^A-Za-z0-9]+", "-").toLowerCase(Locale.ROOT),
                STAMP.format(clock.instant()),
                grid.registry().self().substring(0, 4),
                serial.incrementAndGet());
    RunPlan plan = RunPlan.of(runId, request.job(), grid.store()::keep);
    if (plan.units().size() > limits.unitsMax()) {
      throw new RejectedExecutionException(
          "The run has %d units, the most a run may have is %d; split it."
              .formatted(plan.units().size(), limits.unitsMax()));
    }
    own.expect(runId);
    try {
      CompletableFuture<RunHandle> answer = new CompletableFuture<>();
      system.tell(new RunsGuardian.Submit(request, plan, answer));
      return answered(answer);
    } finally {
      own.expectNoMore(runId);
    }
  }

  private static RunHandle answered(CompletableFuture<RunHandle> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GridRefusedException("The wait for a worker was interrupted.", e);
    }
  }

  /** Begins a run anew whose owner does nothing for it any more, unless another was faster. */
  private void takeOver(RunRecord seen) {
    String runId = seen.status().runId();
    RunRecord orphan = grid.registry().record(runId).orElse(seen);
    if (orphan.status().state().ended() || orphan.epoch() != seen.epoch()) {
      return;
    }
    RunRecord mine = orphan.takenBy(grid.registry().self(), grid.registry().selfName());
    RunPlan plan;
    try {
      plan = RunPlan.again(runId, grid);
    } catch (MissingDataException e) {
      RunStatus failed = orphan.status().failed("What it needs is gone: " + e.getMessage());
      grid.registry().write(mine.with(failed), orphan.epoch());
      throw e;
    }
    if (grid.registry().write(mine, orphan.epoch())) {
      CompletableFuture<RunHandle> begun = new CompletableFuture<>();
      system.tell(new RunsGuardian.Begin(plan, mine, begun));
      answered(begun);
    }
  }

  /** Tells the owner, and keeps that it was asked for until some owner has done it. */
  private void cancel(String runId) {
    Optional<RunHandle> here = own.find(runId);
    here.ifPresent(
        handle -> system.tell(new RunsGuardian.CancelRun(runId, handle.record().epoch())));
    grid.registry()
        .record(runId)
        .filter(record -> !record.status().state().ended())
        .ifPresent(grid.registry()::askToCancel);
  }

  @Override
  public void kill(String runId) {
    RunRecord seen = grid.registry().record(runId).orElse(null);
    if (seen == null || seen.status().state().ended()) {
      return;
    }
    if (!grid.registry().isCancelAsked(runId)) {
      throw new IllegalStateException("Cancel the run first; it is killed if it does not end.");
    }
    takeOver(seen);
  }

  @Override
  public Optional<RunHandle> find(String runId) {
    Optional<RunHandle> here = own.find(runId);
    return here.isPresent() ? here : follower.find(runId);
  }

  @Override
  public GridStore store() {
    return grid.store();
  }

  @Override
  public Collection<WorkerNode> workers() {
    return grid.dispatcher().workers();
  }

  @Override
  public RunRegistry registry() {
    return grid.registry();
  }

  @Override
  public void close() {
    if (orphans != null) {
      orphans.close();
    }
    follower.close();
    try {
      cancelListener.close();
    } catch (Exception e) {
      throw new IllegalStateException("The listener for cancellations did not go.", e);
    }
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().join();
    blocking.shutdownNow();
    listeners.shutdownNow();
  }
}
