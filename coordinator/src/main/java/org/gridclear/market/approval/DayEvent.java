package org.gridclear.market.approval;

import java.time.OffsetDateTime;
import java.util.Map;

/**
 * Something that happened to a trading date.
 *
 * @param at when
 * @param cycle number of the run of the day
 * @param version number of the version; 0 where it is about none
 * @param kind one word: version, intervention, transition, measure …
 * @param by the account
 * @param what what happened
 * @param reason why; may be empty
 * @param attachments SHA-256 of papers, by name
 */
public record DayEvent(
    OffsetDateTime at,
    int cycle,
    int version,
    String kind,
    String by,
    String what,
    String reason,
    Map<String, String> attachments) {
  public DayEvent {
    attachments = Map.copyOf(attachments);
  }
}
