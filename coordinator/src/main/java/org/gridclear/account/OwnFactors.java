package org.gridclear.account;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gridclear.account.factor.HardwareKey;
import org.gridclear.account.factor.HardwareKeys;
import org.gridclear.account.factor.Site;

/** Second factors as their owner sets, renews and removes them, each with a code of now. */
public final class OwnFactors {
  private static final String LABEL = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
  private static final int KEYS_MAX = 8;

  private final Accounts accounts;
  private final LoginGate gate;
  private final HardwareKeys hardware;

  OwnFactors(Accounts accounts, LoginGate gate) {
    this.accounts = accounts;
    this.gate = gate;
    this.hardware =
        new HardwareKeys(accounts.secrets()::seal, accounts.secrets()::open, accounts::nowMillis);
  }

  /** What judges hardware keys. */
  public HardwareKeys hardware() {
    return hardware;
  }

  /** Ids of the keys with which a user may log in at a site; one of nobody where there are none. */
  public List<String> ids(String user, Site site) {
    List<String> ids =
        accounts.find(user).map(each -> each.factors().keys()).orElse(List.of()).stream()
            .filter(key -> key.site().equals(site.host()))
            .map(HardwareKey::id)
            .toList();
    return ids.isEmpty() ? List.of(accounts.secrets().sign("key of " + user)) : ids;
  }

  /**
   * Begins to renew the code: a new secret, which holds once a code of it was shown.
   *
   * @param code a code of the secret until now
   * @return what an authenticator app reads
   * @throws Sessions.RefusedLoginException if the code is wrong
   */
  public String renew(String user, String code, String source) {
    byte[] secret = Secrets.random(SecondFactor.SECRET_BYTES);
    String sealed = accounts.secrets().seal(secret);
    proven(user, code, source, account -> account.with(account.factors().withNext(sealed)));
    return SecondFactor.uri(user, secret);
  }

  /**
   * Ends the renewal: from now on codes are of the new secret.
   *
   * @param code a code of the new secret
   * @throws Sessions.RefusedLoginException if it is wrong
   * @throws IllegalArgumentException if none was begun
   */
  public void renewed(String user, String code, String source) {
    String next = accounts.get(user).factors().nextTotp();
    if (next.isEmpty()) {
      throw new IllegalArgumentException("No renewal was begun; begin one first.");
    }
    long now = accounts.nowMillis();
    gate.attempt(
        user,
        source,
        now,
        () -> {
          long step = SecondFactor.step(accounts.secrets().open(next), code, now);
          if (step < 0) {
            throw new Sessions.RefusedLoginException("wrong code of the new second factor");
          }
          accounts.update(
              user,
              before ->
                  before.withSecondFactor(next).loggedIn(step).with(before.factors().withNext("")));
        });
  }

  /**
   * Registers a hardware key.
   *
   * @param code a code of the second factor
   * @param answer what the browser gives
   * @throws IllegalArgumentException if the label cannot be, or there are too many
   * @throws org.gridclear.account.factor.RefusedKeyException if the answer is not good
   */
  public void register(
      String user, String label, String code, Site site, String answer, String source) {
    List<HardwareKey> keys = accounts.get(user).factors().keys();
    if (!label.matches(LABEL) || keys.stream().anyMatch(key -> key.label().equals(label))) {
      throw new IllegalArgumentException(
          "The label (%s) must be 1 to 64 letters, digits, dots, dashes and underscores, of no"
                  .formatted(label)
              + " other key.");
    }
    if (keys.size() >= KEYS_MAX) {
      throw new IllegalArgumentException("There are %d keys already.".formatted(KEYS_MAX));
    }
    HardwareKey key = hardware.register(user, label, site, answer);
    if (accounts.all().stream()
        .flatMap(each -> each.factors().keys().stream())
        .anyMatch(each -> each.id().equals(key.id()))) {
      throw new IllegalArgumentException("The key is registered already.");
    }
    proven(user, code, source, account -> account.with(account.factors().with(key)));
  }

  /**
   * Removes a hardware key.
   *
   * @param code a code of the second factor
   * @throws IllegalArgumentException if there is none with this label
   */
  public void remove(String user, String label, String code, String source) {
    if (accounts.get(user).factors().keys().stream().noneMatch(key -> key.label().equals(label))) {
      throw new IllegalArgumentException("%s has no key %s.".formatted(user, label));
    }
    proven(user, code, source, account -> account.with(account.factors().without(label)));
  }

  private void proven(String user, String code, String source, UnaryOperator<Account> change) {
    long now = accounts.nowMillis();
    gate.attempt(
        user,
        source,
        now,
        () -> {
          Account account = accounts.get(user);
          long step = SecondFactor.step(accounts.secrets().open(account.totp()), code, now);
          if (step < 0) {
            throw new Sessions.RefusedLoginException("wrong code");
          }
          accounts.update(
              user,
              before -> {
                if (step <= before.totpStep()) {
                  throw new Sessions.RefusedLoginException("code used before");
                }
                return change.apply(before.loggedIn(step));
              });
        });
  }
}
