package org.gridclear.settlement.process;

import java.time.Instant;
import java.util.Optional;

/**
 * An act that one account proposed.
 *
 * @param number its number
 * @param act the act
 * @param by who proposed it
 * @param at when
 * @param decision what became of it; empty while it is open
 */
public record Proposal(long number, Act act, String by, Instant at, Optional<Decision> decision) {
  /**
   * A decision.
   *
   * @param approved whether the act took effect
   * @param by who decided
   * @param at when
   * @param reason why
   */
  public record Decision(boolean approved, String by, Instant at, String reason) {}

  /** open, approved or rejected. */
  public String state() {
    return decision.map(made -> made.approved() ? "approved" : "rejected").orElse("open");
  }

  /** Whether it published an update or a resettlement, which members are told of. */
  public boolean publishesCorrection() {
    return decision.filter(Decision::approved).isPresent()
        && act instanceof Act.Published published
        && published.corrects();
  }

  Proposal decided(Decision made) {
    return new Proposal(number, act, by, at, Optional.of(made));
  }
}
