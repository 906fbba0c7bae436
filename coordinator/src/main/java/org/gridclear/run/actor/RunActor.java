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
import java.util.concurrent.CompletionException;
import org.gridclear.run.GridAccess;
import org.gridclear.run.GridRefusedException;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunPlan;
import org.gridclear.run.RunState;
import org.gridclear.run.UnitResult;
import org.gridclear.run.dispatch.Priority;
import org.gridclear.work.Failure;
import org.gridclear.work.FailureReason;
import org.gridclear.worker.api.MissingDataException;
import org.gridclear.worker.api.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run as a state machine: {@code SUBMITTED → RESOLVING → RUNNING → AGGREGATING → DONE}, or
 * FAILED, or CANCELLED. Every transition is stored before it is announced, and only while this
 * coordinator owns the run.
 */
final class RunActor extends AbstractBehavior<RunActor.Command> {
  private static final Logger LOG = LoggerFactory.getLogger(RunActor.class);

  /** How long a run waits for a first or next worker before it gives up. */
  private static final Duration NO_WORKER_MAX = Duration.ofSeconds(60);

  /** How long a run tries to learn what there is of it before it gives up. */
  private static final Duration PREPARE_MAX = Duration.ofMinutes(5);

  private static final Duration PREPARE_AGAIN = Duration.ofMillis(500);
  private static final Duration TICK = Duration.ofMillis(500);

  /** What the actor is told. */
  sealed interface Command {}

  /** What the grid knows already of a run that begins. */
  private record Known(boolean cancelAsked, Map<String, Receipt> finished) {}

  private record Prepared(Known known, Throwable failure) implements Command {}

  private record Prepare() implements Command {}

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

  private record Fenced(long epoch) implements Command {}

  private record Ended(long epoch) implements Command {}

  /** Stops the run of an epoch; cases that are done stay done. */
  record Cancel(long epoch) implements Command {}

  /**
   * What an actor needs.
   *
   * @param plan what there is to do
   * @param handle who is told; holds the record that was stored last
   * @param runs what it shares with the other runs
   * @param onFenced called when another coordinator has taken the run over
   */
  record Setting(RunPlan plan, RunHandle handle, RunsSetting runs, Runnable onFenced) {}

  private final Setting setting;
  private final RunPlan plan;
  private final GridAccess grid;
  private final long epoch;
  private final ActorRef<DispatchActor.Command> dispatch;
  private final TimerScheduler<Command> timers;
  private final RunProgress book;
  private final RunRecorder keeper;
  private final long startNanos;
  private long workerSeenNanos;
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
    this.timers = timers;
    this.plan = setting.plan();
    this.grid = setting.runs().grid();
    this.epoch = setting.handle().record().epoch();
    this.dispatch = dispatch;
    this.book = new RunProgress(plan, setting.runs().ticker(), setting.handle().trace());
    this.startNanos = nanos();
    this.workerSeenNanos = startNanos;
    var self = context.getSelf();
    this.keeper =
        new RunRecorder(setting.handle(), setting.runs(), () -> self.tell(new Fenced(epoch)));
    timers.startTimerAtFixedRate(new Tick(), TICK);
    book.enter(RunState.RESOLVING);
    keeper.announce(book.status());
    prepare();
  }

  private long nanos() {
    return setting.runs().ticker().nanos();
  }

  private Behavior<Command> prepare() {
    if (book.state() == RunState.RESOLVING) {
      getContext()
          .pipeToSelf(
              CompletableFuture.supplyAsync(this::known, setting.runs().blocking()), Prepared::new);
    }
    return this;
  }

  /**
   * Looks for outcomes that exist, and whether somebody wanted the run cancelled while another
   * coordinator owned it; the data are in the grid since before the run had a record.
   */
  private Known known() {
    try {
      boolean cancelAsked = grid.registry().isCancelAsked(plan.runId());
      return cancelAsked ? new Known(true, finishedOrNone()) : new Known(false, outcomes());
    } catch (GridRefusedException e) {
      if (grid.registry().lostCaches().isEmpty()) {
        throw e;
      }
      throw new MissingDataException(String.valueOf(e.getMessage()), e);
    }
  }

  private Map<String, Receipt> outcomes() {
    Map<String, Receipt> known = new HashMap<>(grid.store().quarantined(plan.units()));
    known.putAll(grid.store().finished(plan.units()));
    return known;
  }

  /** A run that is cancelled ends whether or not its outcomes can be read. */
  private Map<String, Receipt> finishedOrNone() {
    try {
      return outcomes();
    } catch (GridRefusedException e) {
      LOG.info("run {} ends without its outcomes: {}", plan.runId(), e.toString());
      return Map.of();
    }
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Prepared.class, this::onPrepared)
        .onMessage(Prepare.class, message -> prepare())
        .onMessage(Sent.class, this::onSent)
        .onMessage(CameBack.class, this::onCameBack)
        .onMessage(NodeLost.class, this::onNodeLost)
        .onMessage(Settled.class, this::onSettled)
        .onMessage(Tick.class, message -> onTick())
        .onMessage(Cancel.class, message -> message.epoch() == epoch ? onCancel() : this)
        .onMessage(Fenced.class, message -> onFenced())
        .onMessage(Ended.class, message -> Behaviors.stopped())
        .build();
  }

  private Behavior<Command> onPrepared(Prepared message) {
    if (book.state().ended()) {
      return this;
    }
    if (message.failure() != null) {
      return prepareAgain(message.failure());
    }
    book.reuse(message.known().finished());
    if (message.known().cancelAsked()) {
      return onCancel();
    }
    book.enter(RunState.RUNNING);
    keeper.announce(book.status());
    if (book.complete()) {
      return done("");
    }
    Priority priority = setting.handle().record().priority();
    dispatch.tell(
        new DispatchActor.Enrol(
            plan.runId(),
            epoch,
            priority,
            plan.units(),
            book.open(),
            plan.leaders(),
            getContext().getSelf()));
    return this;
  }

  /** A node that comes or goes makes the grid fail for a while; data that are lost stay lost. */
  private Behavior<Command> prepareAgain(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    boolean gone = cause instanceof MissingDataException;
    if (gone || nanos() - startNanos > PREPARE_MAX.toNanos()) {
      FailureReason reason = gone ? FailureReason.DATA_LOST : FailureReason.INTERNAL;
      return end(RunState.FAILED, new Failure(reason, String.valueOf(cause.getMessage())));
    }
    getContext().getLog().info("run {} is prepared again: {}", plan.runId(), cause.toString());
    timers.startSingleTimer(new Prepare(), PREPARE_AGAIN);
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
      return done("");
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
      workerSeenNanos = nanos();
    }
    if (nanos() - workerSeenNanos > NO_WORKER_MAX.toNanos()) {
      book.giveUp(new Failure(FailureReason.NODE_LOST, "No worker is left in the cluster."));
      return done("No worker was left in the cluster.");
    }
    long deadline = setting.handle().record().deadlineAtMillis();
    if (deadline > 0 && setting.runs().clock().millis() > deadline) {
      book.giveUp(new Failure(FailureReason.TIMED_OUT, "The run's deadline has passed."));
      return done("The deadline passed.");
    }
    return this;
  }

  private Behavior<Command> onCancel() {
    if (book.state().ended()) {
      return this;
    }
    return end(RunState.CANCELLED, new Failure(FailureReason.CANCELLED, "The run was cancelled."));
  }

  private Behavior<Command> onFenced() {
    getContext().getLog().warn("run {} belongs to another coordinator now", plan.runId());
    dispatch.tell(new DispatchActor.Withdraw(plan.runId(), epoch));
    setting.onFenced().run();
    return Behaviors.stopped();
  }

  private Behavior<Command> done(String message) {
    book.enter(RunState.AGGREGATING, message);
    keeper.announce(book.status());
    return finish(RunState.DONE, message);
  }

  /** Ends the run before it is done; what is open has this reason. */
  private Behavior<Command> end(RunState state, Failure reason) {
    book.giveUp(reason);
    return finish(state, reason.text());
  }

  private Behavior<Command> finish(RunState state, String message) {
    dispatch.tell(new DispatchActor.Withdraw(plan.runId(), epoch));
    book.enter(state, message);
    var self = getContext().getSelf();
    keeper
        .end(book.status(), plan, book.results())
        .whenComplete((done, failure) -> self.tell(new Ended(epoch)));
    return this;
  }
}
