package org.gridclear.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a password must be like (M-09). */
final class PasswordPolicy {
  private static final int LENGTH_MIN = 12;
  private static final int LENGTH_MAX = 128;
  private static final int KINDS_MIN = 3;

  private PasswordPolicy() {}

  /**
   * Everything that is wrong with how a password is made; empty if nothing is. No hash is computed.
   */
  static List<String> objections(Account account, String password) {
    List<String> objections = new ArrayList<>();
    if (password.length() < LENGTH_MIN || password.length() > LENGTH_MAX) {
      objections.add("It must have %d to %d characters.".formatted(LENGTH_MIN, LENGTH_MAX));
    }
    long kinds =
        List.of("[a-z]", "[A-Z]", "[0-9]", "[^a-zA-Z0-9]").stream()
            .filter(kind -> password.matches("(?s).*" + kind + ".*"))
            .count();
    if (kinds < KINDS_MIN) {
      objections.add("It needs three of: small letters, capitals, digits, other characters.");
    }
    String name = account.name().toLowerCase(Locale.ROOT);
    if (password.toLowerCase(Locale.ROOT).contains(name)) {
      objections.add("It must not contain the user's name.");
    }
    return objections;
  }

  /**
   * Whether a user has or had a password: a hash for each of them, so it is asked within the gate.
   */
  static boolean wasUsed(Account account, String password) {
    return (account.active() && Secrets.matches(password, account.password()))
        || account.earlier().stream().anyMatch(hash -> Secrets.matches(password, hash));
  }
}
