package org.gridclear.market.workflow;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gridclear.market.store.workflow.InstanceState;
import org.gridclear.market.store.workflow.NodeState;
import org.gridclear.market.store.workflow.StoredEvent;
import org.gridclear.market.store.workflow.StoredInstance;
import org.gridclear.market.store.workflow.StoredNode;
import org.gridclear.market.workflow.book.InstanceTimes;
import org.gridclear.market.workflow.book.Trigger;
import org.gridclear.market.workflow.book.Workflow;
import org.gridclear.market.workflow.book.WorkflowNode;

/**
 * What becomes of an instance by the passing of time alone. It is a function of what is stored and
 * of the time.
 *
 * @param workflow by which it runs
 * @param times of starts and due times
 * @param instance the instance
 * @param events raised for its date
 * @param now the time
 */
record Advance(
    Workflow workflow,
    InstanceTimes times,
    StoredInstance instance,
    List<StoredEvent> events,
    Instant now) {
  /**
   * A node that changes.
   *
   * @param node as it is from now on
   * @param state as the history calls it
   * @param reason why
   */
  record Change(StoredNode node, String state, String reason) {}

  private static final String OVERDUE = "overdue";

  private static Map<String, StoredNode> byId(List<StoredNode> nodes) {
    Map<String, StoredNode> byId = new HashMap<>();
    nodes.forEach(node -> byId.put(node.id(), node));
    return byId;
  }

  /** Whether a node has failed that stops the instance. */
  static boolean isStopped(List<StoredNode> nodes) {
    return nodes.stream().anyMatch(node -> node.state() == NodeState.FAILED);
  }

  /** The nodes that change now. */
  List<Change> changes(List<StoredNode> nodes) {
    Map<String, StoredNode> byId = byId(nodes);
    boolean stopped = isStopped(nodes);
    List<Change> changes = new java.util.ArrayList<>();
    for (StoredNode stored : nodes) {
      StoredNode node = stored;
      if (!stopped && node.state() == NodeState.WAITING && missing(node, byId).isEmpty()) {
        node = node.in(NodeState.READY);
        WorkflowNode defined = workflow.node(node.id());
        changes.add(
            new Change(
                node,
                NodeState.READY.label(),
                defined.isByHand()
                    ? "waits for one of " + String.join(", ", defined.trigger().byHand())
                    : "what it waits for has come"));
      }
      if (isLate(node)) {
        node = node.late();
        changes.add(new Change(node, OVERDUE, late(node)));
      }
    }
    return changes;
  }

  private boolean isLate(StoredNode node) {
    return !node.overdue()
        && !node.state().isPassed()
        && node.times().dueAt().filter(due -> !due.isAfter(now)).isPresent();
  }

  private String late(StoredNode node) {
    List<String> told = workflow.node(node.id()).onFailure().groups();
    return "was due %s%s"
        .formatted(
            times.clock().show(node.times().dueAt().orElseThrow()),
            told.isEmpty() ? "" : ", for " + String.join(", ", told) + " to look at");
  }

  /** What a waiting node still waits for, in words; empty for nothing. */
  Optional<String> missing(StoredNode node, Map<String, StoredNode> byId) {
    Trigger trigger = workflow.node(node.id()).trigger();
    for (String before : trigger.after()) {
      if (!Objects.requireNonNull(byId.get(before)).state().isPassed()) {
        return Optional.of("node " + before);
      }
    }
    if (trigger.event().isPresent() && !raised(trigger.event().get())) {
      return Optional.of("event " + trigger.event().get());
    }
    return begins(trigger).filter(time -> time.isAfter(now)).map(time -> times.clock().show(time));
  }

  /** What a waiting node still waits for. */
  Optional<String> missing(StoredNode node, List<StoredNode> nodes) {
    return missing(node, byId(nodes));
  }

  private boolean raised(String event) {
    return events.stream()
        .anyMatch(each -> each.isFor(event, instance.key().date(), instance.key().cycle()));
  }

  private Optional<Instant> begins(Trigger trigger) {
    return trigger.time().map(when -> times.at(when, instance.key().date(), instance.startsAt()));
  }

  /** How the instance ends with these nodes; empty while it is open. */
  static Optional<InstanceState> ended(List<StoredNode> nodes) {
    if (nodes.stream().allMatch(node -> node.state().isPassed())) {
      return Optional.of(InstanceState.DONE);
    }
    boolean running = nodes.stream().anyMatch(node -> node.state() == NodeState.RUNNING);
    return isStopped(nodes) && !running ? Optional.of(InstanceState.FAILED) : Optional.empty();
  }

  /** The first time after now at which something becomes of these nodes by the clock alone. */
  Optional<Instant> next(List<StoredNode> nodes) {
    return nodes.stream()
        .filter(node -> !node.state().isPassed())
        .flatMap(
            node ->
                java.util.stream.Stream.of(
                    begins(workflow.node(node.id()).trigger())
                        .filter(time -> node.state() == NodeState.WAITING),
                    node.times().notBefore().filter(time -> node.state() == NodeState.READY),
                    node.times().dueAt().filter(time -> !node.overdue())))
        .flatMap(Optional::stream)
        .filter(time -> time.isAfter(now))
        .min(Instant::compareTo);
  }
}
