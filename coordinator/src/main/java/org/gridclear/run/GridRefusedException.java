package org.gridclear.run;

import org.jspecify.annotations.Nullable;

/** The grid takes no work or no writes now; the message says why. */
public class GridRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says why. */
  public GridRefusedException(String text) {
    super(text);
  }

  /** Says why. */
  public GridRefusedException(String text, @Nullable Throwable cause) {
    super(text, cause);
  }
}
