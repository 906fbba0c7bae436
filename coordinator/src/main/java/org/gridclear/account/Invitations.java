package org.gridclear.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Links by which the owner of an account sets password and second factor. What is cheap is judged
 * first; hashes are computed one at a time and never while the accounts are locked.
 */
public final class Invitations {
  private final Accounts accounts;
  private final LoginGate gate;

  Invitations(Accounts accounts, LoginGate gate) {
    this.accounts = accounts;
    this.gate = gate;
  }

  /**
   * What the owner of an account is shown who has opened the link.
   *
   * @param name the user
   * @param secondFactor address for an authenticator app; another one each time the link is opened
   */
  public record Welcome(String name, String secondFactor) {}

  /**
   * Opens an invitation: a new second factor, which holds once it is accepted.
   *
   * @throws IllegalArgumentException if it is unknown, was accepted or has ended
   */
  public Welcome opened(String code) {
    String name = invited(code).name();
    byte[] secret = Secrets.random(SecondFactor.SECRET_BYTES);
    String sealed = accounts.secrets().seal(secret);
    accounts.update(name, now -> stillInvited(now, code).withSecondFactor(sealed));
    return new Welcome(name, SecondFactor.uri(name, secret));
  }

  /**
   * Accepts an invitation that was opened, which ends it. A wrong code of the second factor and a
   * password that was used before count as wrong tries of the address.
   *
   * @param password what its owner has chosen
   * @param secondCode a code of the second factor, which shows that the app has it
   * @param source address of the client
   * @return the user
   * @throws IllegalArgumentException with everything that is wrong; whether a password was used
   *     before is asked once the rest is right
   * @throws Sessions.RefusedLoginException if the address has to wait after wrong tries
   * @throws Sessions.BusyException if too many passwords are being checked
   */
  public String accepted(String code, String password, String secondCode, String source) {
    Account account = invited(code);
    List<String> objections = PasswordPolicy.objections(account, password);
    long nowMillis = accounts.nowMillis();
    long step = step(account, secondCode, nowMillis);
    if (step >= 0 && !objections.isEmpty()) {
      throw new IllegalArgumentException(String.join(" ", objections));
    }
    gate.attempt(
        account.name(),
        source,
        nowMillis,
        () -> requireSecondFactor(step, objections),
        () -> accept(account, code, password, step));
    return account.name();
  }

  private long step(Account account, String secondCode, long nowMillis) {
    return account.totp().isEmpty()
        ? -1
        : SecondFactor.step(accounts.secrets().open(account.totp()), secondCode, nowMillis);
  }

  private static void requireSecondFactor(long step, List<String> objections) {
    if (step < 0) {
      List<String> all = new ArrayList<>(objections);
      all.add("The code is not one of the second factor that was shown last.");
      throw new IllegalArgumentException(String.join(" ", all));
    }
  }

  private void accept(Account judged, String code, String password, long step) {
    if (PasswordPolicy.wasUsed(judged, password)) {
      throw new IllegalArgumentException("It was used before.");
    }
    String hash = Secrets.passwordHash(password);
    accounts.update(
        judged.name(),
        now -> {
          boolean sameFactor = stillInvited(now, code).totp().equals(judged.totp());
          requireSecondFactor(sameFactor ? step : -1, List.of());
          return now.withPassword(hash).loggedIn(step);
        });
  }

  private Account invited(String code) {
    return accounts.all().stream()
        .filter(account -> isInvited(account, code))
        .findFirst()
        .orElseThrow(Invitations::ended);
  }

  private Account stillInvited(Account account, String code) {
    if (!isInvited(account, code)) {
      throw ended();
    }
    return account;
  }

  private boolean isInvited(Account account, String code) {
    byte[] hash = Secrets.tokenHash(code).getBytes(StandardCharsets.US_ASCII);
    byte[] expected = account.invitation().hash().getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(expected, hash)
        && account.invitation().untilMillis() > accounts.nowMillis()
        && !accounts.locked(account);
  }

  private static IllegalArgumentException ended() {
    return new IllegalArgumentException(
        "The link is unknown, was used or has ended. Ask who manages accounts for a new one.");
  }
}
