package org.gridclear.market.workflow;

import java.util.List;
import java.util.Optional;
import org.gridclear.market.store.workflow.InstanceState;
import org.gridclear.market.store.workflow.NodeState;
import org.gridclear.market.store.workflow.StoredInstance;

/**
 * How an instance stands.
 *
 * @param instance the instance
 * @param title what its workflow is
 * @param nodes its nodes in their places
 */
public record InstanceStatus(StoredInstance instance, String title, List<NodeStatus> nodes) {
  public InstanceStatus {
    nodes = List.copyOf(nodes);
  }

  /** The next step: the first node that is not done or skipped. */
  public Optional<NodeStatus> next() {
    return instance.state() == InstanceState.OPEN || instance.state() == InstanceState.FAILED
        ? nodes.stream().filter(node -> !node.stored().state().isPassed()).findFirst()
        : Optional.empty();
  }

  /** Whether somebody has to look: it failed or was missed, or a node is late or escalated. */
  public boolean needsEye() {
    return instance.state() == InstanceState.FAILED
        || instance.state() == InstanceState.MISSED
        || instance.state() == InstanceState.OPEN
            && nodes.stream()
                .anyMatch(
                    node ->
                        node.stored().state() == NodeState.ESCALATED
                            || !node.stored().state().isPassed()
                                && node.left()
                                    .filter(left -> left.isNegative() || left.isZero())
                                    .isPresent());
  }
}
