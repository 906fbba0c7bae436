package org.gridclear.run.actor;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.gridclear.run.GridStore;
import org.gridclear.run.dispatch.NodeLostException;
import org.gridclear.run.dispatch.Priority;
import org.gridclear.run.dispatch.UnitRefusedException;
import org.gridclear.run.dispatch.UnitScheduler;
import org.gridclear.run.dispatch.UnitScheduler.Assignment;
import org.gridclear.run.dispatch.UnitScheduler.Verdict;
import org.gridclear.run.dispatch.WorkDispatcher;
import org.gridclear.run.dispatch.WorkerNode;
import org.gridclear.work.Failure;
import org.gridclear.work.FailureReason;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.Receipt;
import org.gridclear.worker.api.Ticker;
import org.jspecify.annotations.Nullable;

/** Sends the units of all runs of a coordinator to nodes, and their answers to the runs. */
final class DispatchActor extends AbstractBehavior<DispatchActor.Command> {
  private static final Duration TICK = Duration.ofMillis(500);

  /** What the actor is told. */
  sealed interface Command {}

  /**
   * Takes a run in.
   *
   * @param epoch in which it is owned; the same run in another epoch is another one here
   * @param units all units of the plan
   * @param open numbers of those without an outcome
   * @param leaders units that wait for another one, with that one
   */
  record Enrol(
      String runId,
      long epoch,
      Priority priority,
      List<WorkUnit> units,
      List<Integer> open,
      Map<Integer, Integer> leaders,
      ActorRef<RunActor.Command> run)
      implements Command {}

  /** Forgets a run of an epoch and cancels what it has on nodes. */
  record Withdraw(String runId, long epoch) implements Command {}

  /** What a run of an epoch is called in the book. */
  private static String lane(String runId, long epoch) {
    return runId + "#" + epoch;
  }

  private record NodesChanged() implements Command {}

  private record Tick() implements Command {}

  private record Answered(List<Assignment> batch, List<Receipt> receipts, Throwable failure)
      implements Command {}

  private record OnNode(WorkDispatcher.Dispatched dispatched, long sentAtNanos) {}

  private final WorkDispatcher dispatcher;
  private final GridStore store;
  private final Executor blocking;
  private final Ticker ticker;
  private final UnitScheduler book = new UnitScheduler();
  private final Map<String, Enrol> runs = new HashMap<>();
  private final Map<Assignment, OnNode> onNodes = new LinkedHashMap<>();
  private final Set<String> refusing = new HashSet<>();
  private final AutoCloseable topology;

  static Behavior<Command> create(
      WorkDispatcher dispatcher, GridStore store, Executor blocking, Ticker ticker) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> new DispatchActor(context, timers, dispatcher, store, blocking, ticker)));
  }

  private DispatchActor(
      ActorContext<Command> context,
      TimerScheduler<Command> timers,
      WorkDispatcher dispatcher,
      GridStore store,
      Executor blocking,
      Ticker ticker) {
    super(context);
    this.ticker = ticker;
    this.dispatcher = dispatcher;
    this.store = store;
    this.blocking = blocking;
    var self = context.getSelf();
    topology = dispatcher.onWorkersChanged(() -> self.tell(new NodesChanged()));
    timers.startTimerAtFixedRate(new Tick(), TICK);
    readNodes();
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Enrol.class, this::onEnrol)
        .onMessage(Withdraw.class, this::onWithdraw)
        .onMessage(NodesChanged.class, message -> onNodesChanged())
        .onMessage(Answered.class, this::onAnswered)
        .onMessage(Tick.class, message -> onTick())
        .onSignal(PostStop.class, signal -> onPostStop())
        .build();
  }

  private Behavior<Command> onEnrol(Enrol run) {
    String lane = lane(run.runId(), run.epoch());
    runs.put(lane, run);
    book.add(lane, run.priority(), run.open(), run.leaders());
    return proceed();
  }

  private Behavior<Command> onWithdraw(Withdraw message) {
    String lane = lane(message.runId(), message.epoch());
    runs.remove(lane);
    book.remove(lane);
    onNodes.forEach(
        (assignment, onNode) -> {
          if (assignment.runId().equals(lane)) {
            onNode.dispatched().cancel();
          }
        });
    return proceed();
  }

  private Behavior<Command> onNodesChanged() {
    refusing.clear();
    readNodes();
    return proceed();
  }

  private Behavior<Command> onTick() {
    if (!refusing.isEmpty() || book.nodeCount() == 0) {
      refusing.clear();
      readNodes();
    }
    return proceed();
  }

  private void readNodes() {
    List<WorkerNode> workers = dispatcher.workers();
    book.nodes(workers.stream().filter(node -> !refusing.contains(node.id())).toList());
  }

  private Behavior<Command> proceed() {
    Map<String, List<Assignment>> batches = new LinkedHashMap<>();
    for (Assignment next = book.next(); next != null; next = book.next()) {
      String key = next.node().id() + next.runId();
      List<Assignment> batch = batches.computeIfAbsent(key, k -> new ArrayList<>());
      batch.add(next);
      if (batch.size() >= book.batch(next.runId())) {
        send(batches.remove(key));
      }
    }
    batches.values().forEach(this::send);
    return this;
  }

  private void send(List<Assignment> batch) {
    WorkerNode node = batch.get(0).node();
    Enrol run = Objects.requireNonNull(runs.get(batch.get(0).runId()));
    List<WorkUnit> units = batch.stream().map(sent -> run.units().get(sent.unit())).toList();
    WorkDispatcher.Dispatched dispatched = dispatcher.dispatch(node, run.runId(), units);
    OnNode onNode = new OnNode(dispatched, ticker.nanos());
    for (Assignment sent : batch) {
      onNodes.put(sent, onNode);
      run.run().tell(new RunActor.Sent(sent.unit(), node.name(), sent.attempt()));
    }
    getContext()
        .pipeToSelf(
            dispatched.receipts(), (receipts, failure) -> new Answered(batch, receipts, failure));
  }

  private Behavior<Command> onAnswered(Answered message) {
    Throwable failure = message.failure();
    if (failure instanceof CompletionException && failure.getCause() != null) {
      failure = failure.getCause();
    }
    if (failure instanceof UnitRefusedException) {
      refusing.add(message.batch().get(0).node().id());
      readNodes();
    }
    for (int k = 0; k < message.batch().size(); k++) {
      Assignment assignment = message.batch().get(k);
      Receipt receipt = failure == null ? message.receipts().get(k) : null;
      boolean stopped = receipt != null && stoppedByItsNode(assignment, receipt);
      answered(
          assignment,
          stopped ? null : receipt,
          receipt != null && stopped ? new NodeLostException(receipt.node(), null) : failure);
    }
    return proceed();
  }

  /** A node that stops cancels what it does; nobody cancelled this run. */
  private boolean stoppedByItsNode(Assignment assignment, Receipt receipt) {
    return runs.containsKey(assignment.runId())
        && receipt.summary() instanceof Failure failure
        && failure.reason() == FailureReason.CANCELLED;
  }

  private void answered(
      Assignment assignment, @Nullable Receipt answer, @Nullable Throwable failure) {
    OnNode onNode = onNodes.remove(assignment);
    if (failure instanceof UnitRefusedException) {
      book.refused(assignment);
      tell(assignment, new RunActor.CameBack(assignment.unit()));
      return;
    }
    Receipt receipt =
        failure == null ? Objects.requireNonNull(answer) : broken(assignment, failure);
    boolean lost = failure instanceof NodeLostException;
    if (lost) {
      tell(assignment, new RunActor.NodeLost(assignment.node().name()));
    }
    boolean costs = failure != null || (!receipt.solved() && receipt.why().reason().costsAttempt());
    if (costs) {
      boolean blamed = !lost && (failure != null || receipt.why().reason().blamesUnit());
      Verdict verdict = book.broke(assignment, blamed);
      if (verdict == Verdict.AGAIN) {
        tell(assignment, new RunActor.CameBack(assignment.unit()));
        return;
      }
      if (verdict == Verdict.QUARANTINED) {
        quarantine(assignment, settled(assignment, quarantined(receipt), onNode));
        return;
      }
    } else {
      book.settled(assignment, receipt.seconds());
    }
    tell(assignment, settled(assignment, receipt, onNode));
  }

  private RunActor.Settled settled(Assignment assignment, Receipt receipt, OnNode onNode) {
    return new RunActor.Settled(
        assignment.unit(), receipt, assignment.attempt(), onNode.sentAtNanos(), ticker.nanos());
  }

  private Receipt broken(Assignment assignment, Throwable failure) {
    boolean lost = failure instanceof NodeLostException;
    FailureReason reason = lost ? FailureReason.NODE_LOST : FailureReason.INTERNAL;
    Enrol run = runs.get(assignment.runId());
    if (!lost && run != null) {
      getContext()
          .getLog()
          .warn("unit {} broke on {}", assignment.unit(), assignment.node().name(), failure);
    }
    String key = run == null ? "" : run.units().get(assignment.unit()).key().hex();
    return Receipt.failed(
        key, assignment.node().name(), new Failure(reason, String.valueOf(failure.getMessage())));
  }

  private Receipt quarantined(Receipt receipt) {
    String text =
        "Quarantined after %d attempts; release with: gridclear grid release %s. %s"
            .formatted(UnitScheduler.CRASHES_MAX, receipt.key(), receipt.why().text());
    return Receipt.failed(receipt.key(), receipt.node(), new Failure(receipt.why().reason(), text));
  }

  /** Its run hears of it once it is kept, so that no later run sends the unit again. */
  private void quarantine(Assignment assignment, RunActor.Settled settled) {
    Enrol run = runs.get(assignment.runId());
    blocking.execute(
        () -> {
          try {
            store.quarantine(settled.receipt());
          } finally {
            if (run != null) {
              run.run().tell(settled);
            }
          }
        });
  }

  private void tell(Assignment assignment, RunActor.Command message) {
    Enrol run = runs.get(assignment.runId());
    if (run != null) {
      run.run().tell(message);
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
