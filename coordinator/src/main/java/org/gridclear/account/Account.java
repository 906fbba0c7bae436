package org.gridclear.account;

import java.util.List;

/**
 * A user.
 *
 * @param name what the user logs in with
 * @param superuser whether it authorises others; then it has no business rights
 * @param groups groups whose rights it has
 * @param password salted hash of the password; empty until its owner has chosen one
 * @param earlier hashes of earlier passwords, newest first
 * @param invitation with which its owner sets password and second factor; none once that is done
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
    Invitation invitation,
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

  /**
   * A link that is good once.
   *
   * @param hash SHA-256 of its code; empty for none
   * @param untilMillis when it ends
   */
  public record Invitation(String hash, long untilMillis) {
    /** No invitation. */
    static final Invitation NONE = new Invitation("", 0);
  }

  public Account {
    groups = List.copyOf(groups);
    earlier = List.copyOf(earlier);
    tokens = List.copyOf(tokens);
  }

  /** Whether its owner has chosen a password, so that it can log in. */
  public boolean active() {
    return !password.isEmpty();
  }

  /** The same user with another password, which ends its invitation and its API tokens. */
  Account withPassword(String hash) {
    List<String> before = new java.util.ArrayList<>(earlier);
    if (active()) {
      before.add(0, password);
    }
    return new Account(
        name,
        superuser,
        groups,
        hash,
        before.stream().limit(EARLIER_KEPT).toList(),
        Invitation.NONE,
        totp,
        totpStep,
        lockedUntilMillis,
        List.of());
  }

  /** Invited to set password and second factor; those until now and its API tokens end. */
  Account invited(Invitation by) {
    return new Account(
        name,
        superuser,
        groups,
        "",
        active() ? withPassword("").earlier() : earlier,
        by,
        "",
        -1,
        lockedUntilMillis,
        List.of());
  }

  /** With another second factor, of which no code was used. */
  Account withSecondFactor(String sealedSecret) {
    return new Account(
        name,
        superuser,
        groups,
        password,
        earlier,
        invitation,
        sealedSecret,
        -1,
        lockedUntilMillis,
        tokens);
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
        name, superuser, names, password, earlier, invitation, totp, step, until, keys);
  }
}
