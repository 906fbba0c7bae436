package org.gridclear.run.dispatch;

import org.jspecify.annotations.Nullable;

/** The node that worked on a unit is gone; the unit may be tried elsewhere. */
public final class NodeLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the node. */
  public NodeLostException(String node, @Nullable Throwable cause) {
    super("Node " + node + " left the cluster.", cause);
  }
}
