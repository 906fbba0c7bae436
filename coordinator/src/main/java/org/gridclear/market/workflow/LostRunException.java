package org.gridclear.market.workflow;

/** Another coordinator has taken the node: what this one does for it counts no more. */
public final class LostRunException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** Of a node. */
  public LostRunException(String node) {
    super("Another coordinator runs %s by now.".formatted(node));
  }
}
