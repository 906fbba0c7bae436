package org.gridclear.account;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridclear.account.SessionsFile.Session;
import org.jspecify.annotations.Nullable;

/** Logins: name, password and second factor for a token that ends after eight hours. */
public final class Sessions {
  private static final long SESSION_MILLIS = 8 * 3_600_000L;
  private static final int TOKEN_BYTES = 32;

  /** A hash that no password has, so that unknown names take as long as known ones. */
  private static final String NOBODY = Secrets.passwordHash(Secrets.randomText(TOKEN_BYTES));

  private final Accounts accounts;
  private final LoginGate gate = new LoginGate();
  private final Invitations invitations;
  private final SessionsFile sessions;

  /** Logins for these accounts, which end with the process. */
  public Sessions(Accounts accounts) {
    this(accounts, new SessionsFile(null, accounts.secrets()));
  }

  /** Logins for the accounts of a folder, which all servers of it know and keep. */
  public Sessions(Accounts accounts, Path folder) {
    this(accounts, new SessionsFile(folder, accounts.secrets()));
  }

  private Sessions(Accounts accounts, SessionsFile sessions) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.invitations = new Invitations(accounts, gate);
  }

  /** The invitations of these accounts; tries count together with logins. */
  public Invitations invitations() {
    return invitations;
  }

  /** Why somebody was not let in; the message says no more than it must. */
  public static final class RefusedLoginException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String detail;

    /** Refused for this reason. */
    public RefusedLoginException(String detail) {
      super("Name, password or code are wrong, or the account is locked.");
      this.detail = detail;
    }

    /** The true reason, for the audit log. */
    public String detail() {
      return detail;
    }
  }

  /** Too many passwords are being checked; the caller comes again. */
  public static final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BusyException() {
      super("Too many logins at once.");
    }
  }

  /**
   * Whose a token is.
   *
   * @param account the user
   * @param session whether it is of a session, not an API token of a program
   * @param face where it is good; null for a server without faces
   * @param rights what it lets do, whatever the face
   */
  public record Holder(Account account, boolean session, @Nullable Face face, Set<Right> rights) {}

  /**
   * Logs in.
   *
   * @param source address of the client
   * @return a token for {@code Authorization: Bearer}
   * @throws RefusedLoginException if it was refused
   */
  public String login(String name, String password, String code, String source) {
    return login(name, password, code, source, null);
  }

  /**
   * Logs in at a face, where the token is good alone.
   *
   * @param source address of the client
   * @param face null for a server without faces
   * @return a token for {@code Authorization: Bearer}
   * @throws RefusedLoginException if it was refused, as who has no right of the face is
   */
  public String login(
      String name, String password, String code, String source, @Nullable Face face) {
    long now = accounts.nowMillis();
    String before = accounts.find(name).map(Account::password).orElse("");
    gate.attempt(name, source, now, () -> check(name, password, code, now, face));
    String token = Secrets.randomText(TOKEN_BYTES);
    Session session = new Session(name, now + SESSION_MILLIS, before, face);
    sessions.change(now, all -> all.put(Secrets.tokenHash(token), session));
    return token;
  }

  private void check(String name, String password, String code, long now, @Nullable Face face) {
    Optional<Account> found = accounts.find(name);
    String hash = found.filter(Account::active).map(Account::password).orElse(NOBODY);
    boolean right = Secrets.matches(password, hash);
    Account account = found.orElseThrow(() -> new RefusedLoginException("unknown user"));
    if (accounts.locked(account)) {
      throw new RefusedLoginException("locked");
    }
    if (!right) {
      throw new RefusedLoginException("wrong password");
    }
    long step = SecondFactor.step(accounts.secrets().open(account.totp()), code, now);
    if (step < 0) {
      throw new RefusedLoginException("wrong code");
    }
    if (face != null && Collections.disjoint(accounts.rights(account), face.rights())) {
      throw new RefusedLoginException("no right of the face " + face.word());
    }
    accounts.update(
        name,
        before -> {
          if (step <= before.totpStep()) {
            throw new RefusedLoginException("code used before");
          }
          return before.loggedIn(step);
        });
  }

  /**
   * Changes the own password; other sessions and all API tokens of the user end.
   *
   * @param token token of the session that asks
   * @param before the password until now
   * @throws RefusedLoginException if that is wrong
   * @throws IllegalArgumentException with everything that is wrong with the new one
   */
  public void changePassword(String token, String before, String password, String source) {
    Session own = sessions.current().get(Secrets.tokenHash(token));
    if (own == null) {
      throw new RefusedLoginException("no session");
    }
    Account account = accounts.find(own.user()).orElseThrow();
    List<String> objections = PasswordPolicy.objections(account, password);
    if (!objections.isEmpty()) {
      throw new IllegalArgumentException(
          "The password cannot be used. " + String.join(" ", objections));
    }
    gate.attempt(own.user(), source, accounts.nowMillis(), () -> change(account, before, password));
    String kept = Secrets.tokenHash(token);
    Session renewed =
        new Session(own.user(), own.untilMillis(), accounts.get(own.user()).password(), own.face());
    sessions.change(
        accounts.nowMillis(),
        all -> {
          all.values().removeIf(session -> session.user().equals(own.user()));
          all.put(kept, renewed);
        });
  }

  /** Hashes are computed outside the lock of the accounts, which are changed if nobody else did. */
  private void change(Account account, String before, String password) {
    if (!account.active() || !Secrets.matches(before, account.password())) {
      throw new RefusedLoginException("wrong old password");
    }
    if (PasswordPolicy.wasUsed(account, password)) {
      throw new IllegalArgumentException("The password cannot be used. It was used before.");
    }
    String hash = Secrets.passwordHash(password);
    accounts.update(
        account.name(),
        now -> {
          if (!now.password().equals(account.password())) {
            throw new RefusedLoginException("password changed meanwhile");
          }
          return now.withPassword(hash);
        });
  }

  /** Ends all sessions of a user. */
  public void end(String user) {
    sessions.change(
        accounts.nowMillis(), all -> all.values().removeIf(session -> session.user().equals(user)));
  }

  /** Whose a token is; nobody's if it is unknown, expired or of a locked user. */
  public Optional<Holder> holder(String token) {
    String hash = Secrets.tokenHash(token);
    Session session = sessions.current().get(hash);
    if (session == null) {
      return accounts.ofToken(token);
    }
    long now = accounts.nowMillis();
    if (session.untilMillis() <= now) {
      return Optional.empty();
    }
    return accounts
        .find(session.user())
        .filter(account -> !accounts.locked(account))
        .filter(account -> account.active() && account.password().equals(session.password()))
        .map(account -> new Holder(account, true, session.face(), accounts.rights(account)));
  }

  /** When a session ends; empty if there is none of this token. */
  public Optional<Instant> endOf(String token) {
    return Optional.ofNullable(sessions.current().get(Secrets.tokenHash(token)))
        .map(session -> Instant.ofEpochMilli(session.untilMillis()));
  }

  /** Ends a session. */
  public void logout(String token) {
    sessions.change(accounts.nowMillis(), all -> all.remove(Secrets.tokenHash(token)));
  }
}
