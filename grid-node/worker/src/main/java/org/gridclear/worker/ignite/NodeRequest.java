package org.gridclear.worker.ignite;

import org.apache.ignite.Ignite;
import org.apache.ignite.lang.IgniteCallable;
import org.apache.ignite.resources.IgniteInstanceResource;

/** What an operator asks a node; the answer is whether it heard. */
public final class NodeRequest implements IgniteCallable<Boolean> {
  private static final long serialVersionUID = 1L;

  /** What is asked. */
  public enum Kind {
    /** Take no more work, and stop when it is idle. */
    DRAIN,
    /** Go on without the members that are missing. */
    ACCEPT
  }

  private final Kind kind;

  @IgniteInstanceResource private transient Ignite ignite;

  /** Asks for this. */
  public NodeRequest(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Boolean call() {
    return GridNode.hear(ignite, kind);
  }
}
