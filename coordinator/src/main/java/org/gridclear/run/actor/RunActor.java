package org.gridclear.run.actor;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.gridclear.run.GridAccess;
import org.gridclear.run.Priority;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunPlan;
import org.gridclear.run.RunState;
import org.gridclear.run.UnitResult;
import org.gridclear.work.Failure;
import org.gridclear.work.FailureReason;
import org.gridclear.worker.api.Receipt;

/**
 * One run as a state machine: {@code SUBMITTED → RESOLVING → RUNNING → AGGREGATING → DONE}, or
 * FAILED, or CANCELLED. Every transition is stored before it is announced, and only while this
 * coordinator owns the run.
 */
public final class RunActor extends AbstractBehavior<RunActor.Command> {
  /** How long a run waits for a first or next worker before it gives up. */
  private static final Duration NO_WORKER_MAX = Duration.ofSeconds(60);

  private static final Duration TICK = Duration.ofMillis(500);

  /** What the actor is told. */
  public sealed interface Command {}

  private record Prepared(Map<String, Receipt> finished, Throwable failure) implements Command {}

  /** A unit went to a node. */
  record Sent(int unit, String node, int attempt) implements Command {}

  /** A unit came back without an answer and waits again. */
  record CameBack(int unit) implements Command {}

  /** A node was lost with a unit of this run. */
  record NodeLost(String node) implements Command {}

  /** A unit has its one outcome. Times are readings of the nano clock. */
  record Settled(int unit, Receipt receipt, int attempts, long sentAtNanos, long answeredAtNanos)
      implements Command {}

  private record Tick() implements Command {}

  private record Fenced() implements Command {}

  private record Ended() implements Command {}

  /** Stops the run; cases that are done stay done. */
  public record Cancel() implements Command {}

  /**
   * What an actor needs.
   *
   * @param plan what there is to do
   * @param handle who is told; holds the record that was stored last
   * @param grid the grid
   * @param blocking executor for calls that wait for the grid
   * @param clockMillis milliseconds since the epoch
   * @param onFenced called when another coordinator has taken the run over
   */
  record Setting(
      RunPlan plan,
      RunHandle handle,
      GridAccess grid,
      Executor blocking,
      java.util.function.LongSupplier clockMillis,
      Runnable onFenced) {}

  private final Setting setting;
  private final RunPlan plan;
  private final GridAccess grid;
  private final ActorRef<DispatchActor.Command> dispatch;
  private final RunBook book;
  private final RunKeeper keeper;
  private long workerSeenNanos = System.nanoTime();
  private boolean changed;

  static Behavior<Command> create(Setting setting, ActorRef<DispatchActor.Command> dispatch) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(timers -> new RunActor(context, timers, setting, dispatch)));
  }

  private RunActor(
      ActorContext<Command> context,
      TimerScheduler<Command> timers,
      Setting setting,
      ActorRef<DispatchActor.Command> dispatch) {
    super(context);
    this.setting = setting;
    this.plan = setting.plan();
    this.grid = setting.grid();
    this.dispatch = dispatch;
    this.book = new RunBook(plan);
    var self = context.getSelf();
    this.keeper =
        new RunKeeper(
            setting.handle(), grid.registry(), setting.blocking(), () -> self.tell(new Fenced()));
    timers.startTimerAtFixedRate(new Tick(), TICK);
    book.enter(RunState.RESOLVING);
    keeper.announce(book.status());
    CompletableFuture<Map<String, Receipt>> prepared =
        CompletableFuture.supplyAsync(this::prepare, setting.blocking());
    context.pipeToSelf(prepared, Prepared::new);
  }

  /** Looks for outcomes that exist; the data are in the grid since before the run had a record. */
  private Map<String, Receipt> prepare() {
    Map<String, Receipt> known = new HashMap<>(grid.store().quarantined());
    known.putAll(grid.store().finished(plan.units()));
    return known;
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Prepared.class, this::onPrepared)
        .onMessage(Sent.class, this::onSent)
        .onMessage(CameBack.class, this::onCameBack)
        .onMessage(NodeLost.class, this::onNodeLost)
        .onMessage(Settled.class, this::onSettled)
        .onMessage(Tick.class, message -> onTick())
        .onMessage(Cancel.class, message -> onCancel())
        .onMessage(Fenced.class, message -> onFenced())
        .onMessage(Ended.class, message -> Behaviors.stopped())
        .build();
  }

  private Behavior<Command> onPrepared(Prepared message) {
    if (book.state().ended()) {
      return this;
    }
    if (message.failure() != null) {
      return end(RunState.FAILED, String.valueOf(message.failure().getMessage()));
    }
    book.reuse(message.finished());
    book.enter(RunState.RUNNING);
    keeper.announce(book.status());
    if (book.complete()) {
      return end(RunState.DONE, "");
    }
    Priority priority = setting.handle().record().priority();
    dispatch.tell(
        new DispatchActor.Enrol(
            plan.runId(),
            priority,
            plan.units(),
            book.open(),
            plan.leaders(),
            getContext().getSelf()));
    return this;
  }

  private Behavior<Command> onSent(Sent message) {
    book.sent(message.unit(), message.node(), message.attempt());
    changed = true;
    return this;
  }

  private Behavior<Command> onCameBack(CameBack message) {
    book.cameBack(message.unit());
    return this;
  }

  private Behavior<Command> onNodeLost(NodeLost message) {
    book.lost(message.node());
    return this;
  }

  private Behavior<Command> onSettled(Settled message) {
    if (book.state() != RunState.RUNNING) {
      return this;
    }
    book.cameBack(message.unit());
    book.settle(
        message.unit(),
        new UnitResult(
            message.receipt(),
            message.attempts(),
            book.secondsAt(message.sentAtNanos()),
            book.secondsAt(message.answeredAtNanos())));
    changed = true;
    if (book.complete()) {
      return end(RunState.DONE, "");
    }
    setting.handle().update(book.status());
    return this;
  }

  private Behavior<Command> onTick() {
    if (book.state().ended()) {
      return this;
    }
    setting.handle().update(book.status());
    if (changed) {
      changed = !keeper.progress(book.status());
    }
    if (!grid.dispatcher().workers().isEmpty()) {
      workerSeenNanos = System.nanoTime();
    }
    if (System.nanoTime() - workerSeenNanos > NO_WORKER_MAX.toNanos()) {
      book.giveUp(new Failure(FailureReason.NODE_LOST, "No worker is left in the cluster."));
      return end(RunState.DONE, "No worker was left in the cluster.");
    }
    long deadline = setting.handle().record().deadlineAtMillis();
    if (deadline > 0 && setting.clockMillis().getAsLong() > deadline) {
      book.giveUp(new Failure(FailureReason.TIMED_OUT, "The run's deadline has passed."));
      return end(RunState.DONE, "The deadline passed.");
    }
    return this;
  }

  private Behavior<Command> onCancel() {
    if (book.state().ended()) {
      return this;
    }
    book.giveUp(new Failure(FailureReason.CANCELLED, "The run was cancelled."));
    return end(RunState.CANCELLED, "The run was cancelled.");
  }

  private Behavior<Command> onFenced() {
    getContext().getLog().warn("run {} belongs to another coordinator now", plan.runId());
    dispatch.tell(new DispatchActor.Withdraw(plan.runId()));
    setting.onFenced().run();
    return Behaviors.stopped();
  }

  private Behavior<Command> end(RunState state, String message) {
    dispatch.tell(new DispatchActor.Withdraw(plan.runId()));
    if (state == RunState.DONE) {
      book.enter(RunState.AGGREGATING, message);
      keeper.announce(book.status());
    } else {
      book.giveUp(new Failure(FailureReason.CANCELLED, message));
    }
    book.enter(state, message);
    var self = getContext().getSelf();
    keeper
        .end(book.status(), plan, book.results())
        .whenComplete((done, failure) -> self.tell(new Ended()));
    return this;
  }
}
