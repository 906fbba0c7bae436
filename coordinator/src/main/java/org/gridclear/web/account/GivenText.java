package org.gridclear.web.account;

import org.jspecify.annotations.Nullable;

/** Texts that a call has to give. */
public final class GivenText {
  private GivenText() {}

  /**
   * A text.
   *
   * @param what its name in the message
   * @throws IllegalArgumentException if it is missing or empty
   */
  public static String of(@Nullable String text, String what) {
    if (text == null || text.isEmpty()) {
      throw new IllegalArgumentException("The %s is missing.".formatted(what));
    }
    return text;
  }
}
