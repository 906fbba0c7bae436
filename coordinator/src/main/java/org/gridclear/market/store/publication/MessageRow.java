package org.gridclear.market.store.publication;

import java.time.Instant;
import java.util.Optional;

/**
 * What a member of the audience is told.
 *
 * @param number in the order of commits
 * @param recipient whom, such as {@code member:alder} or {@code regulator}
 * @param publication what was published
 * @param at when, to the millisecond
 * @param acknowledged when and by whom it was; empty while it was not
 */
public record MessageRow(
    long number,
    String recipient,
    PublicationRow publication,
    Instant at,
    Optional<Acknowledged> acknowledged) {
  /**
   * That a message arrived. It is recorded once and never changes.
   *
   * @param at when, to the millisecond
   * @param by the account
   */
  public record Acknowledged(Instant at, String by) {}
}
