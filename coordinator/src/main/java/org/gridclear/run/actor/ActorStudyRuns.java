package org.gridclear.run.actor;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import com.typesafe.config.ConfigFactory;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridclear.run.GridStore;
import org.gridclear.run.Job;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunPlan;
import org.gridclear.run.RunState;
import org.gridclear.run.RunStatus;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.WorkDispatcher;
import org.gridclear.run.WorkerNode;

/** Runs jobs with one {@link RunActor} each. */
public final class ActorStudyRuns implements StudyRuns {
  /** The most runs that may be under way at once. */
  public static final int RUNS_MAX = 64;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final WorkDispatcher dispatcher;
  private final GridStore store;
  private final Clock clock;
  private final AtomicInteger serial = new AtomicInteger();
  private final ExecutorService blocking = Executors.newFixedThreadPool(4);
  private final ActorSystem<Request> system;
  private final Map<String, RunHandle> handles = new LinkedHashMap<>();

  private sealed interface Request {}

  private record Spawn(RunPlan plan, RunHandle handle) implements Request {}

  private record CancelRun(String runId) implements Request {}

  /** Starts the actor system. */
  public ActorStudyRuns(WorkDispatcher dispatcher, GridStore store, Clock clock) {
    this.dispatcher = dispatcher;
    this.store = store;
    this.clock = clock;
    this.system = ActorSystem.create(guardian(), "gridclear", ConfigFactory.load("gridclear-akka"));
  }

  private Behavior<Request> guardian() {
    return Behaviors.setup(
        context -> {
          Map<String, ActorRef<RunActor.Command>> actors = new HashMap<>();
          return Behaviors.receive(Request.class)
              .onMessage(
                  Spawn.class,
                  spawn -> {
                    String runId = spawn.plan().runId();
                    actors.put(runId, context.spawn(actor(spawn), "run-" + runId));
                    return Behaviors.same();
                  })
              .onMessage(
                  CancelRun.class,
                  cancel -> {
                    actors.get(cancel.runId()).tell(new RunActor.Cancel());
                    return Behaviors.same();
                  })
              .build();
        });
  }

  private Behavior<RunActor.Command> actor(Spawn spawn) {
    return RunActor.create(spawn.plan(), spawn.handle(), dispatcher, store, blocking);
  }

  @Override
  public synchronized RunHandle submit(Job job) {
    long open = handles.values().stream().filter(h -> !h.status().state().ended()).count();
    if (open >= RUNS_MAX) {
      throw new RejectedExecutionException(
          "%d runs are under way, the most there may be; wait for one to end.".formatted(open));
    }
    String runId =
        "%s-%s-%d"
            .formatted(
                job.name().replaceAll("[^A-Za-z0-9]+", "-").toLowerCase(java.util.Locale.ROOT),
                STAMP.format(clock.instant()),
                serial.incrementAndGet());
    RunPlan plan = RunPlan.of(runId, job);
    RunStatus first =
        new RunStatus(
            runId,
            job.name(),
            RunState.SUBMITTED,
            plan.cells().size(),
            0,
            0,
            0,
            0,
            0,
            List.of(),
            List.of(),
            0,
            -1,
            "");
    RunHandle handle = new RunHandle(first, () -> system.tell(new CancelRun(runId)));
    handles.put(runId, handle);
    system.tell(new Spawn(plan, handle));
    return handle;
  }

  @Override
  public synchronized Optional<RunHandle> find(String runId) {
    return Optional.ofNullable(handles.get(runId));
  }

  @Override
  public synchronized Collection<RunHandle> all() {
    return new ArrayList<>(handles.values());
  }

  @Override
  public GridStore store() {
    return store;
  }

  @Override
  public Collection<WorkerNode> workers() {
    return dispatcher.workers();
  }

  @Override
  public void close() {
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().join();
    blocking.shutdownNow();
  }
}
