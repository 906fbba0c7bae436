package org.gridclear.account;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Logins: name, password and second factor for a token that ends after eight hours. */
public final class Sessions {
  private static final long SESSION_MILLIS = 8 * 3_600_000L;
  private static final int TOKEN_BYTES = 32;

  /** A hash that no password has, so that unknown names take as long as known ones. */
  private static final String NOBODY = Secrets.passwordHash(Secrets.randomText(TOKEN_BYTES));

  private final Accounts accounts;
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  private record Session(String user, long untilMillis) {}

  /** Logins for these accounts. */
  public Sessions(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Why somebody was not let in; the message says no more than it must. */
  public static final class RefusedLoginException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String detail;

    RefusedLoginException(String detail) {
      super("Name, password or code are wrong, or the account is locked.");
      this.detail = detail;
    }

    /** The true reason, for the audit log. */
    public String detail() {
      return detail;
    }
  }

  /**
   * Logs in.
   *
   * @return a token for {@code Authorization: Bearer}
   * @throws RefusedLoginException if it was refused
   */
  public String login(String name, String password, String code) {
    Optional<Account> found = accounts.find(name);
    boolean right = Secrets.matches(password, found.map(Account::password).orElse(NOBODY));
    Account account = found.orElseThrow(() -> new RefusedLoginException("unknown user"));
    long now = accounts.nowMillis();
    if (accounts.locked(account)) {
      throw new RefusedLoginException("locked");
    }
    if (!right) {
      throw failed(name, now, "wrong password");
    }
    long step = SecondFactor.step(accounts.secrets().open(account.totp()), code, now);
    if (step < 0) {
      throw failed(name, now, "wrong code");
    }
    accounts.update(
        name,
        before -> {
          if (step <= before.totpStep()) {
            throw new RefusedLoginException("code used before");
          }
          return before.loggedIn(step);
        });
    String token = Secrets.randomText(TOKEN_BYTES);
    sessions.put(Secrets.tokenHash(token), new Session(name, now + SESSION_MILLIS));
    return token;
  }

  private RefusedLoginException failed(String name, long now, String why) {
    accounts.update(name, before -> before.failed(now));
    return new RefusedLoginException(why);
  }

  /** The user of a session's or program's token; nobody if it is unknown, expired or locked. */
  public Optional<Account> user(String token) {
    String hash = Secrets.tokenHash(token);
    Session session = sessions.get(hash);
    if (session == null) {
      return accounts.ofToken(token);
    }
    long now = accounts.nowMillis();
    if (session.untilMillis() <= now) {
      sessions.remove(hash);
      return Optional.empty();
    }
    return accounts.find(session.user()).filter(account -> !accounts.locked(account));
  }

  /** Ends a session. */
  public void logout(String token) {
    sessions.remove(Secrets.tokenHash(token));
  }
}
