package org.gridclear.run.actor;

import akka.actor.typed.Behavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.gridclear.run.GridStore;
import org.gridclear.run.NodeLostException;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunPlan;
import org.gridclear.run.RunState;
import org.gridclear.run.WorkDispatcher;
import org.gridclear.run.WorkerNode;
import org.gridclear.work.Failure;
import org.gridclear.work.FailureReason;
import org.gridclear.worker.api.Receipt;

/**
 * One run as a state machine: {@code SUBMITTED → RESOLVING → RUNNING → AGGREGATING → DONE}, or
 * FAILED, or CANCELLED. Every transition is stored before it is announced.
 */
public final class RunActor extends AbstractBehavior<RunActor.Command> {
  /** How long a run waits for a first or next worker before it gives up. */
  private static final Duration NO_WORKER_MAX = Duration.ofSeconds(60);

  private static final Duration TICK = Duration.ofMillis(500);

  /** What the actor is told. */
  public sealed interface Command {}

  private record Prepared(Map<String, Receipt> finished, Throwable failure) implements Command {}

  private record WorkersChanged() implements Command {}

  private record Answered(int unit, WorkerNode node, Receipt receipt, Throwable failure)
      implements Command {}

  private record Tick() implements Command {}

  private record Ended() implements Command {}

  /** Stops the run; cases that are done stay done. */
  public record Cancel() implements Command {}

  private final WorkDispatcher dispatcher;
  private final GridStore store;
  private final Executor blocking;
  private final RunBook book;
  private final RunHandle handle;
  private final AutoCloseable topology;
  private CompletableFuture<Void> stored = CompletableFuture.completedFuture(null);
  private long workerSeenNanos = System.nanoTime();

  /**
   * A run that starts at once.
   *
   * @param blocking executor for calls that wait for the grid
   */
  public static Behavior<Command> create(
      RunPlan plan,
      RunHandle handle,
      WorkDispatcher dispatcher,
      GridStore store,
      Executor blocking) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers ->
                    new RunActor(context, timers, plan, handle, dispatcher, store, blocking)));
  }

  private RunActor(
      ActorContext<Command> context,
      TimerScheduler<Command> timers,
      RunPlan plan,
      RunHandle handle,
      WorkDispatcher dispatcher,
      GridStore store,
      Executor blocking) {
    super(context);
    this.dispatcher = dispatcher;
    this.store = store;
    this.blocking = blocking;
    this.handle = handle;
    this.book = new RunBook(plan);
    var self = context.getSelf();
    this.topology = dispatcher.onWorkersChanged(() -> self.tell(new WorkersChanged()));
    timers.startTimerAtFixedRate(new Tick(), TICK);
    book.enter(RunState.RESOLVING);
    announce();
    CompletableFuture<Map<String, Receipt>> prepared =
        CompletableFuture.supplyAsync(() -> prepare(plan), blocking);
    context.pipeToSelf(prepared, Prepared::new);
  }

  /** Waits for a worker, puts the data into the grid and looks for outcomes that exist. */
  private Map<String, Receipt> prepare(RunPlan plan) {
    long until = System.nanoTime() + NO_WORKER_MAX.toNanos();
    while (dispatcher.workers().isEmpty()) {
      if (System.nanoTime() - until > 0) {
        throw new IllegalStateException(
            "No worker joined within %d s. Start one: gridclear node --join HOST:PORT"
                .formatted(NO_WORKER_MAX.toSeconds()));
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("The wait for a worker was interrupted.", e);
      }
    }
    plan.data().forEach(store::putData);
    return store.finished(plan.units());
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Prepared.class, this::onPrepared)
        .onMessage(WorkersChanged.class, message -> onWorkersChanged())
        .onMessage(Answered.class, this::onAnswered)
        .onMessage(Tick.class, message -> onTick())
        .onMessage(Cancel.class, message -> onCancel())
        .onMessage(Ended.class, message -> Behaviors.stopped())
        .onSignal(PostStop.class, signal -> onPostStop())
        .build();
  }

  private Behavior<Command> onPrepared(Prepared message) {
    if (book.state().ended()) {
      return this;
    }
    if (message.failure() != null) {
      return end(RunState.FAILED, message.failure().getMessage());
    }
    book.reuse(message.finished());
    book.enter(RunState.RUNNING);
    announce();
    return proceed();
  }

  private Behavior<Command> onWorkersChanged() {
    return book.state() == RunState.RUNNING ? proceed() : this;
  }

  /** Sends units while there is room, or ends the run when nothing is left. */
  private Behavior<Command> proceed() {
    List<WorkerNode> workers = dispatcher.workers();
    if (!workers.isEmpty()) {
      workerSeenNanos = System.nanoTime();
    }
    for (RunBook.Assignment next = book.next(workers); next != null; next = book.next(workers)) {
      send(next);
    }
    return book.complete() ? end(RunState.DONE, "") : this;
  }

  private void send(RunBook.Assignment assignment) {
    WorkDispatcher.Dispatched dispatched =
        dispatcher.dispatch(assignment.node(), assignment.workUnit());
    book.sent(assignment, dispatched);
    getContext()
        .pipeToSelf(
            dispatched.receipt(),
            (receipt, failure) ->
                new Answered(assignment.unit(), assignment.node(), receipt, failure));
  }

  private Behavior<Command> onAnswered(Answered message) {
    Throwable failure = message.failure();
    if (failure instanceof CompletionException && failure.getCause() != null) {
      failure = failure.getCause();
    }
    if (failure == null) {
      book.answered(message.unit(), message.node(), message.receipt());
    } else {
      boolean lost = failure instanceof NodeLostException;
      FailureReason reason = lost ? FailureReason.NODE_LOST : FailureReason.INTERNAL;
      book.broke(message.unit(), message.node(), lost, new Failure(reason, failure.toString()));
      if (!lost && book.state() == RunState.RUNNING) {
        getContext()
            .getLog()
            .warn("unit {} broke on {}", message.unit(), message.node().name(), failure);
      }
    }
    if (book.state() != RunState.RUNNING) {
      return this;
    }
    handle.update(book.status());
    return proceed();
  }

  private Behavior<Command> onTick() {
    if (book.state().ended()) {
      return this;
    }
    handle.update(book.status());
    boolean abandoned = System.nanoTime() - workerSeenNanos > NO_WORKER_MAX.toNanos();
    if (book.state() == RunState.RUNNING) {
      if (abandoned && dispatcher.workers().isEmpty()) {
        book.giveUp(new Failure(FailureReason.NODE_LOST, "No worker is left in the cluster."));
      }
      return proceed();
    }
    return this;
  }

  private Behavior<Command> onCancel() {
    if (book.state().ended()) {
      return this;
    }
    book.cancelAll();
    book.giveUp(new Failure(FailureReason.CANCELLED, "The run was cancelled."));
    return end(RunState.CANCELLED, "The run was cancelled.");
  }

  private Behavior<Command> end(RunState state, String message) {
    if (state == RunState.DONE) {
      book.enter(RunState.AGGREGATING);
      announce();
    } else {
      book.giveUp(new Failure(FailureReason.CANCELLED, message));
    }
    book.enter(state, message);
    var self = getContext().getSelf();
    var result = book.result();
    announce(() -> handle.result().complete(result))
        .whenComplete((done, failure) -> self.tell(new Ended()));
    return this;
  }

  /** Stores the status and only then tells the submitter; transitions keep their order. */
  private CompletableFuture<Void> announce() {
    return announce(() -> {});
  }

  /** The same; whoever is told finds done what {@code first} does. */
  private CompletableFuture<Void> announce(Runnable first) {
    var status = book.status();
    stored =
        stored
            .thenRunAsync(() -> putRun(status), blocking)
            .whenComplete(
                (done, failure) -> {
                  first.run();
                  handle.update(status);
                });
    return stored;
  }

  private void putRun(org.gridclear.run.RunStatus status) {
    // The cache of runs lies on workers; before the first one joins there is nowhere to store.
    if (!dispatcher.workers().isEmpty()) {
      store.putRun(status);
    }
  }

  private Behavior<Command> onPostStop() {
    try {
      topology.close();
    } catch (Exception e) {
      getContext().getLog().debug("topology listener was gone already", e);
    }
    return this;
  }
}
