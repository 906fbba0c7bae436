package org.gridclear.market.workflow;

import org.gridclear.market.store.workflow.InstanceKey;

/**
 * What somebody does to a node.
 *
 * @param instance the instance
 * @param node the node
 * @param by who
 * @param reason why
 */
public record NodeAct(InstanceKey instance, String node, Doer by, String reason) {
  /** In words, for the audit log. */
  public String text() {
    return "%s, node %s%s".formatted(instance.text(), node, reason.isEmpty() ? "" : ": " + reason);
  }
}
