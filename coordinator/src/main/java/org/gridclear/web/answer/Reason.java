package org.gridclear.web.answer;

import org.jspecify.annotations.Nullable;

/**
 * Why something is done.
 *
 * @param reason the words; null for nothing
 */
public record Reason(@Nullable String reason) {
  /** The words; "" for nothing. */
  public String text() {
    return reason == null ? "" : reason;
  }
}
