package org.gridclear.market.store.index;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A mitigation as it lies there.
 *
 * @param number its number, given when it is added
 * @param market word of the market
 * @param date trading date
 * @param contentHash what names both offer sets
 * @param owners owners whose offers go to reference, JSON
 * @param proposedBy account
 * @param proposedAt when
 * @param decision what became of it; empty while it is open
 */
public record MitigationRow(
    long number,
    String market,
    LocalDate date,
    String contentHash,
    String owners,
    String proposedBy,
    OffsetDateTime proposedAt,
    Optional<DecisionRow> decision) {

  /**
   * A decision.
   *
   * @param state APPROVED or REJECTED
   * @param by account
   * @param at when
   * @param remark what was said
   */
  public record DecisionRow(String state, String by, OffsetDateTime at, String remark) {}
}
