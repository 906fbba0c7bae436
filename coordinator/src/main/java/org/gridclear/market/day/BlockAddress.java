package org.gridclear.market.day;

/**
 * Where a block is found.
 *
 * @param key market, date and cycle
 * @param kind kind of its results
 * @param hash its hash, which its version names
 */
public record BlockAddress(DayKey key, ResultKind kind, String hash) {
  /** The block in words. */
  public String text() {
    return "The block %s of %s (%s)".formatted(kind.word(), key.text(), hash.substring(0, 12));
  }
}
