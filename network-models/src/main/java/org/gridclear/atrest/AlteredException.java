package org.gridclear.atrest;

import org.jspecify.annotations.Nullable;

/** An encrypted value is not what was written: it was changed, moved or cut off. */
public final class AlteredException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Says which. */
  public AlteredException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
