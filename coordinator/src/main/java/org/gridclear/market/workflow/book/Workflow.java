package org.gridclear.market.workflow.book;

import java.util.List;

/**
 * A workflow.
 *
 * @param id of the workflow, once in a market
 * @param title what it is
 * @param days trading dates on which it starts
 * @param cycles when it starts
 * @param missedAfterMinutes how late a start may be made up for; a later one is missed
 * @param nodes what is done
 */
public record Workflow(
    String id,
    String title,
    WorkflowDays days,
    Cycles cycles,
    int missedAfterMinutes,
    List<WorkflowNode> nodes) {
  public Workflow {
    nodes = List.copyOf(nodes);
  }

  /**
   * A node.
   *
   * @throws IllegalArgumentException if there is none
   */
  public WorkflowNode node(String nodeId) {
    return nodes.stream()
        .filter(node -> node.id().equals(nodeId))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The workflow %s has no node %s; it has %s."
                        .formatted(id, nodeId, nodes.stream().map(WorkflowNode::id).toList())));
  }
}
