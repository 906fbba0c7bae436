package org.gridclear.market.store.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that is handed to another system.
 *
 * @param number in the order in which it was added, over all channels
 * @param channel id of the channel
 * @param sequence its number in the channel, from 1, without gaps
 * @param id what the partner knows it by; unique in the channel
 * @param subject what it is of
 * @param contentHash SHA-256 of its bytes, which lie in {@code content/}
 * @param state what has become of it
 * @param attempts how often it was tried
 * @param nextAt when it is tried next
 * @param said what the partner answered, or why it failed; "" for nothing
 * @param by the account
 * @param at when it was added
 * @param sentAt when it was taken by the partner; empty while it was not
 */
public record OutboxRow(
    long number,
    String channel,
    long sequence,
    String id,
    Subject subject,
    String contentHash,
    State state,
    int attempts,
    Instant nextAt,
    String said,
    String by,
    Instant at,
    Optional<Instant> sentAt) {
  /** What becomes of it. */
  public enum State {
    /** It is tried until it is taken, or too often. */
    PENDING,
    /** The partner has it. */
    SENT,
    /** The partner has said what it did with it. */
    RECEIPTED,
    /** It was tried too often; somebody has to look at it. */
    DEAD
  }

  /**
   * What it is of.
   *
   * @param market as it is written; "" where it is of no run of a day
   * @param date trading date; empty where it is of no run of a day
   * @param cycle number of the run of the day
   * @param version version of the day; 0 where it is of none
   * @param action NEW, REPLACES or WITHDRAWN
   */
  public record Subject(
      String market, Optional<LocalDate> date, int cycle, int version, String action) {
    /** Of no run of a day. */
    public static final Subject NONE = new Subject("", Optional.empty(), 0, 0, "NEW");
  }
}
