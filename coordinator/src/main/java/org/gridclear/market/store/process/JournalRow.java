package org.gridclear.market.store.process;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.gridclear.file.Sha256;

/**
 * A row of the journal.
 *
 * @param number its number, from 1, without gaps
 * @param kind what happened
 * @param content the facts, JSON
 * @param by the account
 * @param at when, to the millisecond
 * @param hash SHA-256 of the hash of the row before it and of everything else of this one
 */
public record JournalRow(
    long number, String kind, String content, String by, Instant at, String hash) {
  /** The hash of the row before the first. */
  public static final String FIRST = "0".repeat(64);

  /** A row that follows another. */
  static JournalRow after(
      long number, String before, String kind, String content, String by, Instant at) {
    return new JournalRow(
        number, kind, content, by, at, hash(before, number, kind, content, by, at));
  }

  /** Whether it is the row that followed one of this hash when it was written. */
  boolean follows(String before) {
    return hash.equals(hash(before, number, kind, content, by, at));
  }

  private static String hash(
      String before, long number, String kind, String content, String by, Instant at) {
    String text =
        String.join("\n", before, Long.toString(number), kind, content, by, at.toString());
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }
}
