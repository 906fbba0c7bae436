package org.gridclear.account;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user.
 *
 * @param name what the user logs in with
 * @param superuser whether it authorises others; then it has no business rights
 * @param groups groups whose rights it has
 * @param scope whose data it sees; kept when the account is regrouped or invited again
 * @param password salted hash of the password; empty until its owner has chosen one
 * @param earlier hashes of earlier passwords, newest first
 * @param invitation with which its owner sets password and second factor; none once that is done
 * @param totp sealed secret of the second factor
 * @param totpStep last time step whose code was used; older codes are refused
 * @param lockedUntilMillis {@link Long#MAX_VALUE} where somebody locked it, else 0
 * @param tokens API tokens
 * @param factors hardware keys, and what is under way
 */
public record Account(
    String name,
    boolean superuser,
    List<String> groups,
    Scope scope,
    String password,
    List<String> earlier,
    Invitation invitation,
    String totp,
    long totpStep,
    long lockedUntilMillis,
    List<Token> tokens,
    Factors factors) {
  private static final String NAME = "[a-z][a-z0-9._-]{1,31}";

  private static final int EARLIER_KEPT = 5;

  /**
   * A key for programs.
   *
   * @param label what it is for
   * @param hash SHA-256 of the token
   * @param untilMillis when it expires
   * @param face where it was made and is good; null for servers without faces
   * @param rights the most that it lets a program do; none for all that its user may
   */
  public record Token(
      String label, String hash, long untilMillis, @Nullable Face face, Set<Right> rights) {
    public Token {
      rights = rights == null ? Set.of() : Set.copyOf(rights);
    }

    /** What of a user's rights it carries. */
    Set<Right> of(Set<Right> users) {
      Set<Right> left = EnumSet.noneOf(Right.class);
      left.addAll(users);
      if (!rights.isEmpty()) {
        left.retainAll(rights);
      }
      return left;
    }
  }

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
    if (scope == null) {
      throw new IllegalArgumentException("The account %s has no scope.".formatted(name));
    }
    groups = List.copyOf(groups);
    earlier = List.copyOf(earlier);
    tokens = List.copyOf(tokens);
    factors = factors == null ? Factors.NONE : factors;
  }

  /** A new account, which nobody can use before its owner was invited. */
  static Account of(String name, boolean superuser, List<String> groups, Scope scope) {
    return new Account(
        name,
        superuser,
        groups,
        scope,
        "",
        List.of(),
        Invitation.NONE,
        "",
        -1,
        0,
        List.of(),
        Factors.NONE);
  }

  /** Whether its owner has chosen a password, so that it can log in. */
  public boolean active() {
    return !password.isEmpty();
  }

  /** The same user with another password, which ends its invitation and its API tokens. */
  Account withPassword(String hash) {
    List<String> before = new ArrayList<>(earlier);
    if (active()) {
      before.add(0, password);
    }
    List<String> kept = before.stream().limit(EARLIER_KEPT).toList();
    return secret(hash, kept, Invitation.NONE, totp, totpStep, List.of());
  }

  /** Invited to set password and second factor; those until now and its API tokens end. */
  Account invited(Invitation by, Factors.@Nullable Link link) {
    List<String> before = active() ? withPassword("").earlier() : earlier;
    return secret("", before, by, "", -1, List.of()).with(Factors.of(link));
  }

  /** With other factors. */
  Account with(Factors others) {
    return new Account(
        name,
        superuser,
        groups,
        scope,
        password,
        earlier,
        invitation,
        totp,
        totpStep,
        lockedUntilMillis,
        tokens,
        others);
  }

  /** With another second factor, of which no code was used. */
  Account withSecondFactor(String sealedSecret) {
    return secret(password, earlier, invitation, sealedSecret, -1, tokens);
  }

  /** After a good login with the code of this time step. */
  Account loggedIn(long step) {
    return secret(password, earlier, invitation, totp, step, tokens);
  }

  /** With these tokens. */
  Account withTokens(List<Token> keys) {
    return secret(password, earlier, invitation, totp, totpStep, keys);
  }

  /** Locked until then; 0 unlocks. */
  Account lockedUntil(long millis) {
    return allowed(groups, scope, millis);
  }

  /** With these groups. */
  Account withGroups(List<String> names) {
    return allowed(names, scope, lockedUntilMillis);
  }

  /** With this scope, which holds for sessions and tokens of before, too. */
  Account withScope(Scope seen) {
    return allowed(groups, seen, lockedUntilMillis);
  }

  /** With other means to log in; what it may do stays. */
  private Account secret(
      String hash,
      List<String> before,
      Invitation by,
      String sealedSecret,
      long step,
      List<Token> keys) {
    return new Account(
        name,
        superuser,
        groups,
        scope,
        hash,
        before,
        by,
        sealedSecret,
        step,
        lockedUntilMillis,
        keys,
        factors);
  }

  /** Allowed something else; its means to log in stay. */
  private Account allowed(List<String> names, Scope seen, long until) {
    return new Account(
        name,
        superuser,
        names,
        seen,
        password,
        earlier,
        invitation,
        totp,
        totpStep,
        until,
        tokens,
        factors);
  }

  /** Whether a text can be the name of a user. */
  public static boolean isName(String text) {
    return text.matches(NAME);
  }
}
