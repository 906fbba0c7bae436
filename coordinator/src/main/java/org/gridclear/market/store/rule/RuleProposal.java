package org.gridclear.market.store.rule;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Rules that somebody proposes.
 *
 * @param number its number, from 1; 0 before it has one
 * @param kind label of the kind of rules
 * @param id of what, where there are several of the kind; "" else
 * @param base number of the version that held when it was proposed; 0 for none
 * @param contentHash SHA-256 of the rules
 * @param validFrom from when they are to hold; empty for their approval, or for what they say
 * @param made by whom, when and why
 * @param review its review; empty while it is open
 */
public record RuleProposal(
    long number,
    String kind,
    String id,
    int base,
    String contentHash,
    Optional<Instant> validFrom,
    Made made,
    Optional<Review> review) {
  /**
   * Who proposed it.
   *
   * @param by the account
   * @param at when
   * @param note why
   */
  public record Made(String by, Instant at, String note) {}

  /**
   * What became of it.
   *
   * @param approved whether it was approved
   * @param by the account
   * @param at when
   * @param reason why
   * @param version the version that it became; empty if it was rejected
   */
  public record Review(
      boolean approved, String by, Instant at, String reason, OptionalInt version) {}

  /** open, approved or rejected. */
  public String state() {
    return review.map(given -> given.approved() ? "approved" : "rejected").orElse("open");
  }
}
