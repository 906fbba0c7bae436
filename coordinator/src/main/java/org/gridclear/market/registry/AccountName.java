package org.gridclear.market.registry;

import java.text.Normalizer;
import java.util.Locale;

/** Names of those who propose and review. */
final class AccountName {
  private static final int LENGTH_MAX = 64;

  private AccountName() {}

  /**
   * A name as it is kept.
   *
   * @throws IllegalArgumentException if it is none
   */
  static String kept(String name) {
    String kept = name == null ? "" : name.strip();
    if (kept.isEmpty()
        || kept.length() > LENGTH_MAX
        || kept.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "The name (%s) of who does this must be 1 to %d characters.".formatted(kept, LENGTH_MAX));
    }
    return kept;
  }

  /** Whether two names are one person's, however they are typed. */
  static boolean same(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", "");
  }
}
