package org.gridclear.market.registry;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.gridclear.settlement.registration.Change;
import org.gridclear.settlement.registration.Change.Key;

/**
 * Changes that somebody proposes, and what became of them.
 *
 * @param number its number
 * @param by who proposed it
 * @param at when
 * @param note why
 * @param attachments files that were handed in: SHA-256 by name
 * @param changes the changes
 * @param bases revision at which each thing was changed last when it was proposed, 0 if never
 * @param review how it was decided; empty while it is open
 */
public record Proposal(
    long number,
    String by,
    OffsetDateTime at,
    String note,
    Map<String, String> attachments,
    List<Change> changes,
    Map<Key, Long> bases,
    Optional<Review> review) {

  /** What a reviewer says. */
  public enum Decision {
    APPROVED,
    REJECTED;

    /** Name in files. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A review.
   *
   * @param decision what was decided
   * @param by by whom, another than who proposed
   * @param at when
   * @param reason why; given where it was rejected
   * @param revision revision of the registry that an approval made
   */
  public record Review(
      Decision decision, String by, OffsetDateTime at, String reason, OptionalLong revision) {}

  /** {@code open}, {@code approved} or {@code rejected}. */
  public String state() {
    return review.map(done -> done.decision().label()).orElse("open");
  }
}
