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
 * @param failures wrong passwords or codes in a row
 * @param lockedUntilMillis until when nobody can log in with it; {@link Long#MAX_VALUE} for good
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
    int failures,
    long lockedUntilMillis,
    List<Token> tokens) {
  private static final int FAILURES_MAX = 5;
  private static final long LOCK_MILLIS = 15 * 60_000L;
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

  /** The same user with another password. */
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
        0,
        0,
        tokens);
  }

  /** After a good login with the code of this time step. */
  Account loggedIn(long step) {
    return changed(step, 0, 0, tokens);
  }

  /** After a wrong password or code; the fifth in a row locks for a quarter of an hour. */
  Account failed(long nowMillis) {
    int count = failures + 1;
    boolean lock = count >= FAILURES_MAX;
    return changed(totpStep, lock ? 0 : count, lock ? nowMillis + LOCK_MILLIS : 0, tokens);
  }

  /** Locked until then; 0 unlocks. */
  Account lockedUntil(long millis) {
    return changed(totpStep, 0, millis, tokens);
  }

  /** With these tokens. */
  Account withTokens(List<Token> changed) {
    return changed(totpStep, failures, lockedUntilMillis, changed);
  }

  private Account changed(long step, int failed, long until, List<Token> keys) {
    return new Account(
        name, superuser, groups, password, earlier, mustChange, totp, step, failed, until, keys);
  }
}
