package org.gridclear.run.actor;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import com.typesafe.config.ConfigFactory;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
import org.gridclear.run.WorkerNode;
import org.gridclear.worker.api.Wire;

/** Runs jobs with one {@link RunActor} each and one {@link DispatchActor} for all. */
public final class ActorStudyRuns implements StudyRuns {
  /** Ended runs whose results stay in memory; older ones are read from the grid. */
  private static final int ENDED_KEPT = 32;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final GridAccess grid;
  private final RunLimits limits;
  private final Clock clock;
  private final AtomicInteger serial = new AtomicInteger();
  private final ExecutorService blocking = Executors.newCachedThreadPool();
  private final ActorSystem<Request> system;
  private final Map<String, RunHandle> handles = new LinkedHashMap<>();
  private final RunFollower follower;
  private final AutoCloseable cancelListener;
  private final Orphans orphans;

  private sealed interface Request {}

  private record Spawn(RunPlan plan, RunHandle handle) implements Request {}

  private record CancelRun(String runId) implements Request {}

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
    this.grid = grid;
    this.limits = limits;
    this.clock = clock;
    this.system = ActorSystem.create(guardian(), "gridclear", ConfigFactory.load("gridclear-akka"));
    this.follower = new RunFollower(grid);
    this.cancelListener = grid.registry().onCancelAsked(runId -> system.tell(new CancelRun(runId)));
    this.orphans = standing ? new Orphans(grid, this::takeOver) : null;
  }

  private Behavior<Request> guardian() {
    return Behaviors.setup(
        context -> {
          Map<String, ActorRef<RunActor.Command>> actors = new HashMap<>();
          ActorRef<DispatchActor.Command> dispatch =
              context.spawn(
                  DispatchActor.create(grid.dispatcher(), grid.store(), blocking), "dispatch");
          return Behaviors.receive(Request.class)
              .onMessage(
                  Spawn.class,
                  spawn -> {
                    String runId = spawn.plan().runId();
                    String name = "run-" + runId + "-" + spawn.handle().record().epoch();
                    actors.put(runId, context.spawn(actor(spawn, dispatch), name));
                    context.watchWith(actors.get(runId), new Forget(runId));
                    return Behaviors.same();
                  })
              .onMessage(
                  Forget.class,
                  gone -> {
                    actors.remove(gone.runId());
                    return Behaviors.same();
                  })
              .onMessage(
                  CancelRun.class,
                  cancel -> {
                    ActorRef<RunActor.Command> actor = actors.get(cancel.runId());
                    if (actor != null) {
                      actor.tell(new RunActor.Cancel());
                    }
                    return Behaviors.same();
                  })
              .build();
        });
  }

  private record Forget(String runId) implements Request {}

  private Behavior<RunActor.Command> actor(Spawn spawn, ActorRef<DispatchActor.Command> dispatch) {
    RunHandle handle = spawn.handle();
    return RunActor.create(
        new RunActor.Setting(
            spawn.plan(), handle, grid, blocking, clock::millis, () -> follower.follow(handle)),
        dispatch);
  }

  @Override
  public synchronized RunHandle submit(RunRequest request) {
    waitForNodes();
    admit(request);
    String runId =
        "%s-%s-%s%d"
            .formatted(
                request.job().name().replaceAll("[^A-Za-z0-9]+", "-").toLowerCase(Locale.ROOT),
                STAMP.format(clock.instant()),
                grid.registry().self().substring(0, 4),
                serial.incrementAndGet());
    RunPlan plan = RunPlan.of(runId, request.job());
    if (plan.units().size() > limits.unitsMax()) {
      throw new RejectedExecutionException(
          "The run has %d units, the most a run may have is %d; split it."
              .formatted(plan.units().size(), limits.unitsMax()));
    }
    RunRecord record = record(request, plan);
    plan.data().forEach(grid.store()::putData);
    grid.registry().putTicket(runId, Wire.pack(plan.ticket()));
    if (!grid.registry().write(record, 0)) {
      throw new IllegalStateException("There is a run %s already.".formatted(runId));
    }
    return start(plan, record);
  }

  private RunRecord record(RunRequest request, RunPlan plan) {
    long now = clock.millis();
    return new RunRecord(
        RunStatus.submitted(plan.runId(), request.job().name(), plan.cells().size()),
        grid.registry().self(),
        grid.registry().selfName(),
        1,
        request.user(),
        request.priority(),
        now,
        request.deadline() == null ? 0 : now + request.deadline().toMillis());
  }

  private RunHandle start(RunPlan plan, RunRecord record) {
    String runId = plan.runId();
    RunHandle handle = new RunHandle(record, () -> cancel(runId));
    handles.put(runId, handle);
    forgetEnded();
    system.tell(new Spawn(plan, handle));
    return handle;
  }

  private void forgetEnded() {
    List<String> ended =
        handles.values().stream()
            .filter(handle -> handle.status().state().ended())
            .map(handle -> handle.status().runId())
            .toList();
    ended.stream().limit(Math.max(0, ended.size() - ENDED_KEPT)).forEach(handles::remove);
  }

  private void waitForNodes() {
    long until = System.nanoTime() + limits.waitForNodes().toNanos();
    while (grid.dispatcher().workers().isEmpty()) {
      if (System.nanoTime() - until > 0) {
        throw new GridRefusedException(
            "No worker is in the grid. Start one: gridclear node --join HOST:PORT");
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new GridRefusedException("The wait for a worker was interrupted.", e);
      }
    }
    grid.registry()
        .refusal()
        .ifPresent(
            why -> {
              throw new GridRefusedException(why);
            });
  }

  private void admit(RunRequest request) {
    List<RunRecord> open =
        grid.registry().records().stream().filter(run -> !run.status().state().ended()).toList();
    long ofUser = open.stream().filter(run -> run.user().equals(request.user())).count();
    if (open.size() >= limits.runsMax()) {
      throw new RejectedExecutionException(
          "%d runs are under way, the most there may be; wait for one to end."
              .formatted(open.size()));
    }
    if (ofUser >= limits.runsOfUserMax()) {
      throw new RejectedExecutionException(
          "%d runs of %s are under way, the most one user may have; wait for one to end."
              .formatted(ofUser, request.user()));
    }
  }

  private synchronized void takeOver(RunRecord orphan) {
    RunRecord mine = orphan.takenBy(grid.registry().self(), grid.registry().selfName());
    if (!grid.registry().write(mine, orphan.epoch())) {
      return;
    }
    String runId = orphan.status().runId();
    RunPlan plan;
    try {
      plan = RunPlan.again(runId, grid);
    } catch (RuntimeException e) {
      RunStatus failed = orphan.status().failed("What it needs is gone: " + e.getMessage());
      grid.registry().write(mine.with(failed), mine.epoch());
      throw e;
    }
    start(plan, mine);
  }

  private void cancel(String runId) {
    system.tell(new CancelRun(runId));
    grid.registry()
        .record(runId)
        .filter(record -> !record.owner().equals(grid.registry().self()))
        .ifPresent(grid.registry()::askToCancel);
  }

  @Override
  public Optional<RunHandle> find(String runId) {
    synchronized (this) {
      RunHandle own = handles.get(runId);
      if (own != null) {
        return Optional.of(own);
      }
    }
    return grid.registry()
        .record(runId)
        .map(
            record -> {
              RunHandle handle = new RunHandle(record, () -> cancel(runId));
              follower.follow(handle);
              return handle;
            });
  }

  @Override
  public Collection<RunRecord> all() {
    Map<String, RunRecord> all = new TreeMap<>();
    grid.registry().records().forEach(record -> all.put(order(record), record));
    synchronized (this) {
      handles.values().forEach(handle -> all.put(order(handle.record()), handle.record()));
    }
    return all.values();
  }

  private static String order(RunRecord record) {
    return "%015d %s".formatted(record.submittedAtMillis(), record.status().runId());
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
  }
}
