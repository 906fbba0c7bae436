package org.gridclear.account;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gridclear.account.SessionsFile.Session;
import org.gridclear.account.factor.DeviceLogins;
import org.gridclear.account.factor.HardwareKey;
import org.gridclear.account.factor.RefusedKeyException;
import org.gridclear.account.factor.Site;
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
  private final OwnFactors factors;
  private final DeviceLogins devices;
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
    this.factors = new OwnFactors(accounts, gate);
    this.devices = new DeviceLogins(accounts::nowMillis);
  }

  /** The invitations of these accounts; tries count together with logins. */
  public Invitations invitations() {
    return invitations;
  }

  /** Second factors of these accounts; tries count together with logins. */
  public OwnFactors factors() {
    return factors;
  }

  /** Commands that wait to be let in. */
  public DeviceLogins devices() {
    return devices;
  }

  /**
   * The second factor of a login.
   *
   * @param code six digits; empty where a hardware key answers
   * @param site where the key answers; null for a code
   * @param answer of the key, as the JSON of a PublicKeyCredential; empty for a code
   */
  public record Second(String code, @Nullable Site site, String answer) {
    /** A code. */
    public static Second code(String digits) {
      return new Second(digits, null, "");
    }

    /** What a hardware key answers. */
    public static Second key(Site site, String answer) {
      return new Second("", site, answer);
    }
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
   * Logs in.
   *
   * @param source address of the client
   * @return a token for {@code Authorization: Bearer}
   * @throws RefusedLoginException if it was refused
   */
  public String login(String name, String password, String code, String source) {
    return login(name, password, Second.code(code), source, null);
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
      String name, String password, Second second, String source, @Nullable Face face) {
    long now = accounts.nowMillis();
    String before = accounts.find(name).map(Account::password).orElse("");
    gate.attempt(name, source, now, () -> check(name, password, second, now, face));
    return begun(name, before, face);
  }

  private String begun(String name, String password, @Nullable Face face) {
    long now = accounts.nowMillis();
    String token = Secrets.randomText(TOKEN_BYTES);
    Session session = new Session(name, now + SESSION_MILLIS, password, face);
    sessions.change(now, all -> all.put(Secrets.tokenHash(token), session));
    return token;
  }

  /**
   * Begins the session of a command that a browser has let in.
   *
   * @param device what the command was told
   * @param place where it asks
   * @param face null for a server without faces
   * @return a token; empty while nobody has let it in
   * @throws IllegalArgumentException if it is unknown or has ended
   */
  public Optional<String> ofDevice(String device, String place, @Nullable Face face) {
    return devices
        .take(device, place)
        .flatMap(accounts::find)
        .filter(account -> account.active() && !accounts.locked(account))
        .map(account -> begun(account.name(), account.password(), face));
  }

  private void check(String name, String password, Second second, long now, @Nullable Face face) {
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
    UnaryOperator<Account> proven =
        second.site() == null
            ? byCode(account, second.code(), now)
            : byKey(account, second.site(), second.answer());
    if (face != null && Collections.disjoint(accounts.rights(account), face.rights())) {
      throw new RefusedLoginException("no right of the face " + face.word());
    }
    accounts.update(name, proven);
  }

  private UnaryOperator<Account> byCode(Account account, String code, long now) {
    long step = SecondFactor.step(accounts.secrets().open(account.totp()), code, now);
    if (step < 0) {
      throw new RefusedLoginException("wrong code");
    }
    return before -> {
      if (step <= before.totpStep()) {
        throw new RefusedLoginException("code used before");
      }
      return before.loggedIn(step);
    };
  }

  private UnaryOperator<Account> byKey(Account account, Site site, String answer) {
    try {
      HardwareKey used =
          factors.hardware().verify(account.name(), account.factors().keys(), site, answer);
      return before -> {
        boolean fresh =
            before.factors().keys().stream()
                .anyMatch(
                    key ->
                        key.id().equals(used.id())
                            && key.challengeMillis() < used.challengeMillis());
        if (!fresh) {
          throw new RefusedLoginException("challenge used before");
        }
        return before.with(before.factors().with(used));
      };
    } catch (RefusedKeyException e) {
      throw new RefusedLoginException(String.valueOf(e.getMessage()));
    }
  }

  /** Ends all sessions of a user but one. */
  public void endOthers(String user, String token) {
    String kept = Secrets.tokenHash(token);
    sessions.change(
        accounts.nowMillis(),
        all ->
            all.entrySet()
                .removeIf(
                    each -> each.getValue().user().equals(user) && !each.getKey().equals(kept)));
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
  public Optional<TokenHolder> holder(String token) {
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
        .map(account -> new TokenHolder(account, true, session.face(), accounts.rights(account)));
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
