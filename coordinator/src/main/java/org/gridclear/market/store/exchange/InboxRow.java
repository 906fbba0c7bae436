package org.gridclear.market.store.exchange;

import java.time.Instant;

/**
 * Something that came from another system.
 *
 * @param channel id of the channel
 * @param id what the partner calls it; unique in the channel
 * @param sequence its number at the partner; 0 where it has none
 * @param contentHash SHA-256 of its bytes, which lie in {@code content/}
 * @param state what has become of it
 * @param said what was made of it, or why it was refused
 * @param by the account
 * @param at when it came first
 */
public record InboxRow(
    String channel,
    String id,
    long sequence,
    String contentHash,
    State state,
    String said,
    String by,
    Instant at) {
  /** What becomes of it. */
  public enum State {
    /** It is here, and may have been taken. */
    RECEIVED,
    /** It was taken. */
    TAKEN,
    /** It cannot be used; somebody has to look at it. */
    REFUSED
  }
}
