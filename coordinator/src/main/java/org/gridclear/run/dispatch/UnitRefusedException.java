package org.gridclear.run.dispatch;

/** A node did not take a unit; that costs no attempt, another node may take it. */
public final class UnitRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the node and the reason. */
  public UnitRefusedException(String node, String reason) {
    super("Node %s: %s".formatted(node, reason));
  }
}
