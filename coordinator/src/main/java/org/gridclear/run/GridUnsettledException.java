package org.gridclear.run;

import org.jspecify.annotations.Nullable;

/** A member came or went and the grid has not settled yet; the same call goes well soon. */
public final class GridUnsettledException extends GridRefusedException {
  private static final long serialVersionUID = 1L;

  /** Wraps what a call met. */
  public GridUnsettledException(@Nullable Throwable cause) {
    super("The grid settles after a member came or went, and gave no answer; ask again.", cause);
  }
}
