package org.gridclear.account;

import java.util.List;

/**
 * A user.
 *
 * @param name what the user logs in with
 * @param superuser whether it authorises others; then it has no business rights
 * @param groups groups whose rights it has
 * @param password salted hash of the password
 * @param earlier hashes of earlier passwords, newest first
 * @param mustChange whether the password was given by somebody else and must be changed first
 * @param totp sealed secret of the second factor
 * @param totpStep last time step whose code was used; older codes are refused
 * @param lockedUntilMillis {@link Long#MAX_VALUE} where somebody locked it, else 0
 * @param tokens API tokens
 */
public record Account(
    String name,
    boolean superuser,
    List<String> groups,
    String password,
    List<String> earlier,
    boolean mustChange,
    String totp,
    long totpStep,
    long lockedUntilMillis,
    List<Token> tokens) {
  private static final int EARLIER_KEPT = 5;

  /**
   * A key for programs.
   *
   * @param label what it is for
   * @param hash SHA-256 of the token
   * @param untilMillis when it expires
   */
  public record Token(String label, String hash, long untilMillis) {}

  public Account {
    groups = List.copyOf(groups);
    earlier = List.copyOf(earlier);
    tokens = List.copyOf(tokens);
  }

  /** The same user with another password, which ends its API tokens. */
  Account withPassword(String hash, boolean change) {
    List<String> before = new java.util.ArrayList<>(earlier);
    before.add(0, password);
    return new Account(
        name,
        superuser,
        groups,
        hash,
        before.stream().limit(EARLIER_KEPT).toList(),
        change,
        totp,
        totpStep,
        lockedUntilMillis,
        List.of());
  }

  /** With a first password and a second factor, which end its API tokens. */
  Account introduced(String hash, String sealedSecret) {
    return new Account(
        name,
        superuser,
        groups,
        hash,
        earlier,
        true,
        sealedSecret,
        -1,
        lockedUntilMillis,
        List.of());
  }

  /** After a good login with the code of this time step. */
  Account loggedIn(long step) {
    return changed(groups, step, lockedUntilMillis, tokens);
  }

  /** Locked until then; 0 unlocks. */
  Account lockedUntil(long millis) {
    return changed(groups, totpStep, millis, tokens);
  }

  /** With these tokens. */
  Account withTokens(List<Token> keys) {
    return changed(groups, totpStep, lockedUntilMillis, keys);
  }

  /** With these groups. */
  Account withGroups(List<String> names) {
    return changed(names, totpStep, lockedUntilMillis, tokens);
  }

  private Account changed(List<String> names, long step, long until, List<Token> keys) {
    return new Account(
        name, superuser, names, password, earlier, mustChange, totp, step, until, keys);
  }
}
