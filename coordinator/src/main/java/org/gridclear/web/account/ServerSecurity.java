package org.gridclear.web.account;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.gridclear.account.Accounts;
import org.gridclear.account.Actor;
import org.gridclear.account.AuditLog;
import org.gridclear.account.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Who may call, and where it is written down.
 *
 * @param accounts users and their rights; null if everybody on this machine may do everything:
 *     where it is not {@link #closed}, nobody asks for these three
 * @param sessions logins; null with the accounts
 * @param log the audit log; null with the accounts
 * @param keys key and certificate of the server (docs/grid.md §7); null for plain HTTP
 * @param issuer whose tokens are taken beside those of this server; null for none
 */
public record ServerSecurity(
    @Nullable Accounts accounts,
    @Nullable Sessions sessions,
    @Nullable AuditLog log,
    @Nullable Path keys,
    @Nullable OpenIdIssuer issuer) {
  @Override
  public Accounts accounts() {
    return Objects.requireNonNull(accounts, "no accounts");
  }

  @Override
  public Sessions sessions() {
    return Objects.requireNonNull(sessions, "no accounts");
  }

  @Override
  public AuditLog log() {
    return Objects.requireNonNull(log, "no accounts");
  }

  /** No accounts: for servers that only this machine reaches. */
  public static final ServerSecurity NONE = new ServerSecurity(null, null, null, null, null);

  /** Local accounts alone. */
  public ServerSecurity(Accounts accounts, Sessions sessions, AuditLog log, @Nullable Path keys) {
    this(accounts, sessions, log, keys, null);
  }

  /** The accounts of a folder. */
  public static ServerSecurity of(Path folder, @Nullable Path keys, Clock clock) {
    Accounts accounts = Accounts.open(folder, clock::millis);
    return new ServerSecurity(
        accounts, new Sessions(accounts, folder), AuditLog.open(folder, clock::millis), keys);
  }

  /** The same with an issuer, whose tokens are taken as well. */
  public ServerSecurity with(OpenIdIssuer other) {
    return new ServerSecurity(accounts, sessions, log, keys, other);
  }

  /** Whether callers have to say who they are. */
  public boolean closed() {
    return accounts != null;
  }

  /**
   * Itself, where callers have to say who they are.
   *
   * @throws ResponseStatusException 404 if the server has no accounts
   */
  public ServerSecurity requireAccounts() {
    if (!closed()) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "This server has no accounts; start it with --security DIR.");
    }
    return this;
  }

  /**
   * Whether a name is that of an account here: a name that was typed may be anybody's. Without
   * accounts it always is.
   */
  public boolean knows(String name) {
    return !closed() || accounts().all().stream().anyMatch(each -> Actor.same(each.name(), name));
  }
}
