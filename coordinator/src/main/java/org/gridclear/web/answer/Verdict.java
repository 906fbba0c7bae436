package org.gridclear.web.answer;

import org.jspecify.annotations.Nullable;

/**
 * What somebody decides of a proposal.
 *
 * @param decision approved or rejected
 * @param reason why; null for nothing
 */
public record Verdict(@Nullable String decision, @Nullable String reason) {
  /**
   * Whether it is approved.
   *
   * @throws IllegalArgumentException if it is neither approved nor rejected
   */
  public boolean isApproved() {
    if (!"approved".equals(decision) && !"rejected".equals(decision)) {
      throw new IllegalArgumentException(
          "The decision (%s) must be approved or rejected.".formatted(decision));
    }
    return "approved".equals(decision);
  }

  /** Why; "" for nothing. */
  public String why() {
    return reason == null ? "" : reason;
  }
}
