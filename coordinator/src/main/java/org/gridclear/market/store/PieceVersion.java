package org.gridclear.market.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A version of something that cases are assembled from. It is never changed.
 *
 * @param key what it is a version of
 * @param version counted from 1 in the order in which they were recorded
 * @param facts what it says of itself
 * @param contentHash SHA-256 of its content
 * @param recordedBy whose account recorded it
 * @param recordedAt when, to the millisecond
 */
public record PieceVersion(
    Key key, int version, Facts facts, String contentHash, String recordedBy, Instant recordedAt) {
  /**
   * What it is.
   *
   * @param kind such as {@code network}, {@code ticket} or a kind of series
   * @param id of what; "" for a kind of which there is one
   */
  public record Key(String kind, String id) {}

  /**
   * What a version says of itself.
   *
   * @param source who gave it
   * @param state state of a ticket; "" for others
   * @param startsAt from when it says something
   * @param endsAt until when; empty for no end
   * @param knownAt since when it could be known, to the millisecond
   */
  public record Facts(
      String source, String state, Instant startsAt, Optional<Instant> endsAt, Instant knownAt) {}
}
