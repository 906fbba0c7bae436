package org.gridclear.market.registry;

/** Names of those who propose, review and decide. */
public final class AccountName {
  private static final int LENGTH_MAX = 64;

  private AccountName() {}

  /**
   * A name as it is kept.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static String kept(String name) {
    String kept = name == null ? "" : name.strip();
    if (kept.isEmpty()
        || kept.length() > LENGTH_MAX
        || kept.codePoints().anyMatch(AccountName::unseen)) {
      throw new IllegalArgumentException(
          "The name (%s) of who does this must be 1 to %d characters.".formatted(kept, LENGTH_MAX));
    }
    return kept;
  }

  /** Whether a character cannot be seen: two names would look alike. */
  private static boolean unseen(int codePoint) {
    return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.FORMAT;
  }
}
