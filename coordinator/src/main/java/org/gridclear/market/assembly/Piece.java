package org.gridclear.market.assembly;

import org.gridclear.market.store.PieceVersion;

/**
 * Something that a case was made from.
 *
 * @param kind such as {@code network}, {@code ticket}, {@code load-forecast-short}
 * @param id which one; "" for a kind of which there is one
 * @param version which of its versions: of series since when it was known and by whom, which does
 *     not hang on the order in which deliveries were taken in
 * @param hash SHA-256 of its content
 */
public record Piece(String kind, String id, String version, String hash)
    implements Comparable<Piece> {
  /** A version in the store. */
  static Piece of(PieceVersion version) {
    return new Piece(
        version.key().kind(),
        version.key().id(),
        "%s %s".formatted(version.facts().source(), version.facts().knownAt()),
        version.contentHash());
  }

  @Override
  public int compareTo(Piece other) {
    return (kind + "\0" + id + "\0" + version + "\0" + hash)
        .compareTo(other.kind + "\0" + other.id + "\0" + other.version + "\0" + other.hash);
  }
}
