package org.gridclear.market.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.workflow.InstanceKey;
import org.gridclear.market.store.workflow.InstanceState;
import org.gridclear.market.store.workflow.NodeState;
import org.gridclear.market.store.workflow.StoredEvent;
import org.gridclear.market.store.workflow.StoredInstance;
import org.gridclear.market.store.workflow.StoredNode;
import org.gridclear.market.store.workflow.StoredTransition;
import org.gridclear.market.store.workflow.WorkflowLedger;
import org.gridclear.market.store.workflow.WorkflowStore;
import org.gridclear.market.workflow.book.InstanceTimes;
import org.gridclear.market.workflow.book.Workflow;
import org.gridclear.market.workflow.book.WorkflowBooks;
import org.gridclear.market.workflow.book.WorkflowNode;

/** What people ask of workflows, and do to them by hand. */
public final class WorkflowOperation {
  private final WorkflowStore store;
  private final WorkflowBooks books;
  private final InstanceTimes times;
  private final Clock clock;

  /** The workflows of a market. */
  public WorkflowOperation(MarketFolder market, Clock clock) {
    this.store = new WorkflowStore(market.database());
    this.books = new WorkflowBooks(new PieceStore(market));
    this.times = WorkflowCoordinator.times(market);
    this.clock = clock;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The workflows of a market, by version. */
  public WorkflowBooks books() {
    return books;
  }

  /** Times of the market. */
  public InstanceTimes times() {
    return times;
  }

  /**
   * Starts a cycle of a trading date by hand, whether it was started before or not.
   *
   * @return the new instance; a coordinator runs it
   * @throws IllegalArgumentException if there is no such workflow or cycle
   */
  public InstanceKey start(String workflow, LocalDate date, int cycle, Doer by, String reason) {
    Instant now = now();
    WorkflowBooks.Version version =
        books
            .at(now)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The market has no workflows yet: gridclear workflow set FILE."));
    Workflow defined = version.book().workflow(workflow);
    InstanceTimes.Start start = times.start(defined, date, cycle);
    for (int run = 2; ; run++) {
      InstanceKey key = new InstanceKey(workflow, date, cycle, run);
      InstanceTimes.Start byHand = new InstanceTimes.Start(date, cycle, now);
      boolean added =
          store.create(
              new StoredInstance(key, version.number(), now, InstanceState.OPEN, 1),
              WorkflowCoordinator.nodes(defined, byHand, times),
              new StoredTransition(
                  1,
                  "",
                  InstanceState.OPEN.label(),
                  by.name(),
                  now,
                  "by hand, for the start of %s%s"
                      .formatted(
                          times.clock().show(start.at()), reason.isEmpty() ? "" : ": " + reason)));
      if (added) {
        return key;
      }
    }
  }

  /**
   * Has a node run now: one that waits for somebody, or one before its time. A node of the task
   * {@link WorkflowNode#HAND} is done by that; others are run by a coordinator.
   *
   * @throws NotAllowedException if the account is of none of its groups
   * @throws StateConflictException if it is done or runs, or nodes before it are not done
   */
  public NodeState runNode(NodeAct act) {
    return work(
        act,
        (ledger, node, workflow) -> {
          WorkflowNode defined = workflow.node(node.id());
          allow(act, defined.isByHand() ? defined.trigger().byHand() : deciders(defined));
          if (node.state() != NodeState.WAITING && node.state() != NodeState.READY) {
            throw conflict(act, node, "run");
          }
          requireBefore(ledger, workflow, node);
          if (defined.task().equals(WorkflowNode.HAND)) {
            return put(ledger, act, node.in(NodeState.DONE), act.reason());
          }
          return put(
              ledger,
              act,
              node.in(NodeState.READY)
                  .after(node.attempt(), Optional.empty())
                  .releasedBy(name(act)),
              node.state() == NodeState.WAITING
                  ? "before its time: " + act.reason()
                  : act.reason());
        });
  }

  private static String name(NodeAct act) {
    return act.by().name();
  }

  /**
   * Leaves a node out; what comes after it goes on.
   *
   * @throws IllegalArgumentException without a reason
   */
  public NodeState skip(NodeAct act) {
    if (act.reason().isBlank()) {
      throw new IllegalArgumentException(
          "Say why node %s is left out: --reason.".formatted(act.node()));
    }
    return work(
        act,
        (ledger, node, workflow) -> {
          allow(act, deciders(workflow.node(node.id())));
          if (node.state().isPassed() || node.state() == NodeState.RUNNING) {
            throw conflict(act, node, "be left out");
          }
          return put(ledger, act, node.in(NodeState.SKIPPED), act.reason());
        });
  }

  /** Has a node tried again that failed or was escalated, as often as at first. */
  public NodeState retry(NodeAct act) {
    return work(
        act,
        (ledger, node, workflow) -> {
          allow(act, deciders(workflow.node(node.id())));
          if (node.state() != NodeState.FAILED && node.state() != NodeState.ESCALATED) {
            throw conflict(act, node, "be tried again");
          }
          return put(
              ledger,
              act,
              node.in(NodeState.READY).after(0, Optional.empty()).releasedBy(name(act)),
              act.reason());
        });
  }

  /**
   * Raises an event that nodes wait for.
   *
   * @param cycle 0 for all cycles of the date
   * @return false if it was raised before
   */
  public boolean raise(String event, LocalDate date, int cycle, String by) {
    return store.raise(new StoredEvent(event, date, cycle), by, now());
  }

  /** What is done to a node of an instance that is held meanwhile. */
  private interface Work {
    NodeState on(WorkflowLedger ledger, StoredNode node, Workflow workflow);
  }

  private NodeState work(NodeAct act, Work work) {
    Function<WorkflowLedger, NodeState> held =
        ledger -> {
          if (ledger.state() == InstanceState.MISSED || ledger.state() == InstanceState.DONE) {
            throw new StateConflictException(
                "%s is %s; start the cycle by hand."
                    .formatted(act.instance().text(), ledger.state().label()));
          }
          Workflow workflow = workflow(ledger.instance());
          return work.on(ledger, ledger.node(act.node()), workflow);
        };
    return store.locked(act.instance(), held).orElseThrow(() -> unknown(act.instance()));
  }

  private static NoSuchInstanceException unknown(InstanceKey key) {
    return new NoSuchInstanceException(
        "There is no instance %s; see gridclear workflow status.".formatted(key.text()));
  }

  private Workflow workflow(StoredInstance instance) {
    return books.version(instance.bookVersion()).book().workflow(instance.key().workflow());
  }

  private NodeState put(WorkflowLedger ledger, NodeAct act, StoredNode node, String reason) {
    ledger.put(node);
    ledger.add(node.id(), node.state().label(), name(act), now(), reason);
    InstanceState ended = Advance.ended(ledger.nodes()).orElse(InstanceState.OPEN);
    if (ended != ledger.state()) {
      ledger.put(ended);
      ledger.add("", ended.label(), name(act), now(), "");
    }
    return node.state();
  }

  private static void requireBefore(WorkflowLedger ledger, Workflow workflow, StoredNode node) {
    for (String before : workflow.node(node.id()).trigger().after()) {
      if (!ledger.node(before).state().isPassed()) {
        throw new StateConflictException(
            "Node %s comes after node %s, which is %s; run or skip that first."
                .formatted(node.id(), before, ledger.node(before).state().label()));
      }
    }
  }

  private static StateConflictException conflict(NodeAct act, StoredNode node, String what) {
    return new StateConflictException(
        "Node %s of %s is %s and cannot %s."
            .formatted(node.id(), act.instance().text(), node.state().label(), what));
  }

  /** Groups that may decide on a node; empty for everybody who operates the market. */
  private static List<String> deciders(WorkflowNode node) {
    List<String> groups = new ArrayList<>(node.trigger().byHand());
    groups.addAll(node.onFailure().groups());
    return groups;
  }

  private static void allow(NodeAct act, List<String> groups) {
    if (!act.by().mayActFor(groups)) {
      throw new NotAllowedException(
          groups.isEmpty()
              ? "Node %s is for who operates the market, and %s does not."
                  .formatted(act.node(), name(act))
              : "Node %s is for %s; %s is of none of them."
                  .formatted(act.node(), String.join(", ", groups), name(act)));
    }
  }

  /** The instances of trading dates with their nodes, by their start. */
  public List<InstanceStatus> status(LocalDate from, LocalDate to) {
    return store.between(from, to).stream().map(this::status).toList();
  }

  /** The instances that are open, with their nodes, by their start. */
  public List<InstanceStatus> open() {
    return store.open().stream().map(this::status).toList();
  }

  /**
   * An instance with its nodes.
   *
   * @throws IllegalArgumentException if there is none
   */
  public InstanceStatus status(InstanceKey key) {
    return status(store.find(key).orElseThrow(() -> unknown(key)));
  }

  private InstanceStatus status(StoredInstance instance) {
    Workflow workflow = workflow(instance);
    List<StoredNode> nodes = store.nodes(instance.key());
    Instant now = now();
    Advance advance =
        new Advance(workflow, times, instance, store.events(instance.key().date()), now);
    List<NodeStatus> all = new ArrayList<>();
    for (StoredNode node : nodes) {
      WorkflowNode defined = workflow.node(node.id());
      Optional<Duration> left = node.times().dueAt().map(due -> Duration.between(now, due));
      String waitsFor =
          node.state() == NodeState.WAITING ? advance.missing(node, nodes).orElse("") : "";
      all.add(new NodeStatus(node, defined.task(), waitsFor, who(defined, node), left));
    }
    return new InstanceStatus(instance, workflow.title(), all);
  }

  private static List<String> who(WorkflowNode defined, StoredNode node) {
    boolean byHand = defined.isByHand() && node.releasedBy().isEmpty();
    return switch (node.state()) {
      case WAITING, READY -> byHand ? defined.trigger().byHand() : List.of();
      case FAILED, ESCALATED -> deciders(defined);
      case RUNNING, DONE, SKIPPED -> List.of();
    };
  }

  /**
   * What became of an instance, in order.
   *
   * @throws IllegalArgumentException if there is none
   */
  public List<StoredTransition> history(InstanceKey key) {
    List<StoredTransition> history = store.history(key);
    if (history.isEmpty()) {
      throw unknown(key);
    }
    return history;
  }
}
