package org.gridclear.account;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The accounts of a security folder. Every change is on disk before it has an effect. */
public final class Accounts {
  private static final String LABEL = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
  private static final int TOKEN_BYTES = 32;
  private static final long INVITATION_DAYS = 7;
  private static final Duration TOKEN_LIFE_MAX = Duration.ofDays(366);
  private static final long DAY_MILLIS = 86_400_000L;

  private final AccountsFile file;
  private final Secrets secrets;
  private final LongSupplier clockMillis;

  private Accounts(AccountsFile file, Secrets secrets, LongSupplier clockMillis) {
    this.file = file;
    this.secrets = secrets;
    this.clockMillis = clockMillis;
  }

  /**
   * What somebody who was given an account has to be told. Password and second factor are set by
   * the owner, who alone knows them.
   *
   * @param name the user
   * @param link page of the server where they are set, with a code that is good once
   * @param until when the link ends, ISO 8601
   */
  public record Introduction(String name, String link, String until) {
    /** The page before the code. */
    public static final String PAGE = "/welcome#";

    private static Introduction of(String name, String code, long untilMillis) {
      return new Introduction(name, PAGE + code, Instant.ofEpochMilli(untilMillis).toString());
    }

    /** The code alone. */
    public String code() {
      return link.substring(PAGE.length());
    }
  }

  /** Makes the folder with one superuser. */
  public static Introduction create(Path folder, String superuser, LongSupplier clockMillis) {
    Secrets secrets = Secrets.create(folder);
    AuditLog.begin(folder, secrets);
    Accounts accounts = new Accounts(AccountsFile.create(folder), secrets, clockMillis);
    return accounts.introduce(Account.of(superuser, true, List.of(), Scope.ALL), "");
  }

  /**
   * The accounts of a folder. Other processes may change them at the same time, which holds here at
   * once.
   *
   * @throws IllegalArgumentException if there are none, or they cannot be read
   */
  public static Accounts open(Path folder, LongSupplier clockMillis) {
    Secrets secrets = Secrets.open(folder);
    return new Accounts(AccountsFile.open(folder), secrets, clockMillis);
  }

  Secrets secrets() {
    return secrets;
  }

  long nowMillis() {
    return clockMillis.getAsLong();
  }

  /** Whether nobody can log in with an account now. */
  public boolean locked(Account account) {
    return account.lockedUntilMillis() > nowMillis();
  }

  /**
   * Users of a folder of a build before scopes that have none yet and therefore see everything, as
   * they did there.
   */
  public List<String> withoutScope() {
    return file.withoutScope();
  }

  /** All users. */
  public List<Account> all() {
    return List.copyOf(file.current().accounts().values());
  }

  /** A user. */
  public Optional<Account> find(String name) {
    return Optional.ofNullable(file.current().accounts().get(name));
  }

  /**
   * A user.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public Account get(String name) {
    return file.current().get(name);
  }

  /**
   * The rights of a user (M-05): those of its groups, or of a superuser. With a narrowed scope
   * those that know no scope are without effect.
   */
  public Set<Right> rights(Account account) {
    if (account.superuser()) {
      return EnumSet.of(Right.MANAGE_ACCOUNTS);
    }
    Set<Right> rights = file.current().groups().of(account);
    rights.removeIf(right -> !right.isScoped() && !account.scope().isAll());
    return rights;
  }

  /**
   * Makes a user.
   *
   * @param scope whose data it sees
   * @throws IllegalArgumentException if the name or a group cannot be, or the groups do not go with
   *     the scope
   */
  public Introduction add(String name, List<String> groups, Scope scope) {
    file.current().groups().requireSome(groups);
    return introduce(Account.of(name, false, groups, scope), "");
  }

  /**
   * Makes another superuser.
   *
   * @param by who is given the link; "" at the machine of the server
   * @throws IllegalArgumentException if the name cannot be
   */
  public Introduction addSuperuser(String name, String by) {
    return introduce(Account.of(name, true, List.of(), Scope.ALL), by);
  }

  private Introduction introduce(Account account, String by) {
    String name = account.name();
    if (!Account.isName(name)) {
      throw new IllegalArgumentException(
          "The name (%s) must be 2 to 32 small letters, digits, dots and dashes.".formatted(name));
    }
    file.change(
        stored -> {
          if (stored.accounts().containsKey(name)) {
            throw new IllegalArgumentException("There is a user %s already.".formatted(name));
          }
          stored.groups().check(account);
          return stored.with(account);
        });
    return reset(name, by);
  }

  /** Names of the groups. */
  public Set<String> groups() {
    return file.current().groups().names();
  }

  /** Groups with their rights. */
  public Map<String, Set<Right>> rightsOfGroups() {
    return file.current().groups().rights();
  }

  /**
   * Defines the rights of a group; a group has business rights or administrative ones.
   *
   * @throws IllegalArgumentException if it or a user in it would have both, or a user in it would
   *     have rights that do not go with its scope
   */
  public void define(String group, Set<Right> rights) {
    file.change(
        stored -> {
          Groups groups = stored.groups().with(group, rights);
          stored.accounts().values().stream()
              .filter(account -> account.groups().contains(group))
              .forEach(groups::check);
          return stored.with(groups);
        });
  }

  /**
   * Puts a user into other groups; its scope stays.
   *
   * @throws IllegalArgumentException for a superuser, or if the groups cannot be
   */
  public void regroup(String name, List<String> groups) {
    file.current().groups().requireSome(groups);
    allow(name, before -> before.withGroups(groups));
  }

  /**
   * Gives a user another scope, which holds at once for sessions and tokens of before, too.
   *
   * @throws IllegalArgumentException for a superuser, or if its groups do not go with it
   */
  public void rescope(String name, Scope scope) {
    allow(name, before -> before.withScope(scope));
  }

  private void allow(String name, UnaryOperator<Account> change) {
    file.change(
        stored -> {
          Account before = stored.get(name);
          if (before.superuser()) {
            throw new IllegalArgumentException(
                "%s is a superuser, who has no rights of the business.".formatted(name));
          }
          Account changed = change.apply(before);
          stored.groups().check(changed);
          return stored.with(changed);
        });
  }

  /**
   * Invites a user to set password and second factor anew; those until now, earlier invitations and
   * its API tokens end.
   *
   * @param by who is given the link; "" at the machine of the server
   */
  public Introduction reset(String name, String by) {
    String code = Secrets.randomText(TOKEN_BYTES);
    long until = nowMillis() + INVITATION_DAYS * DAY_MILLIS;
    Account.Invitation invitation = new Account.Invitation(Secrets.tokenHash(code), until);
    Factors.Link link = by.isEmpty() ? null : new Factors.Link(by, nowMillis());
    update(name, before -> before.invited(invitation, link));
    return Introduction.of(name, code, until);
  }

  /**
   * Whether a reset is of two administrators: somebody has lost what he had, and there are two who
   * can log in.
   */
  public boolean needsTwo(String name) {
    return get(name).active() && all().stream().filter(this::letsIn).count() > 1;
  }

  /**
   * What two administrators do for who has lost password or device: the first asks, the second
   * makes the invitation, within a day.
   *
   * @param by who does it
   * @param reason how the owner was recognised
   * @return the invitation; empty after the first step
   * @throws IllegalArgumentException if it is the owner, or may be the same person twice
   */
  public Optional<Introduction> recover(String name, String by, String reason) {
    Factors.Recovery asked = get(name).factors().recovery();
    long now = nowMillis();
    if (by.equals(name)) {
      throw new IllegalArgumentException("Nobody recovers an account for himself.");
    }
    if (asked == null || asked.atMillis() + DAY_MILLIS <= now) {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("Say by reason how the owner was recognised.");
      }
      Factors.Recovery first = new Factors.Recovery(by, reason, now);
      update(name, before -> before.with(before.factors().with(first)));
      return Optional.empty();
    }
    asked.requireOther(by, this::get, now);
    return Optional.of(reset(name, by));
  }

  /**
   * Locks a user out, or lets it in again.
   *
   * @throws IllegalArgumentException if nobody would be left who manages accounts
   */
  public void lock(String name, boolean locked) {
    file.change(
        stored -> {
          boolean others =
              stored.accounts().values().stream()
                  .anyMatch(each -> letsIn(each) && !each.name().equals(name));
          Account account = stored.get(name);
          if (locked && !others && account.superuser()) {
            throw new IllegalArgumentException(
                "%s is the only superuser who can log in.".formatted(name));
          }
          return stored.with(account.lockedUntil(locked ? Long.MAX_VALUE : 0));
        });
  }

  private boolean letsIn(Account each) {
    return each.superuser() && each.active() && !locked(each);
  }

  /** Makes an API token with all rights of a user, for a server without faces. */
  public String token(String name, String label, long days) {
    return token(name, label, Duration.ofDays(days), null, Set.of());
  }

  /**
   * Makes an API token for a user, which is told once.
   *
   * @param life how long it is good, at most 366 days
   * @param face where it is good; null for servers without faces
   * @param rights the most that it lets a program do; none for all that its user may
   * @throws IllegalArgumentException if it cannot be so long, or the user has none of the rights
   */
  public String token(
      String name, String label, Duration life, @Nullable Face face, Set<Right> rights) {
    if (life.isZero() || life.isNegative() || life.compareTo(TOKEN_LIFE_MAX) > 0) {
      throw new IllegalArgumentException(
          "A token is good for an hour to %d days, not %d hours."
              .formatted(TOKEN_LIFE_MAX.toDays(), life.toHours()));
    }
    Set<Right> missing = new TreeSet<>(rights);
    missing.removeAll(rights(get(name)));
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "%s has no right %s, so no token of it has.".formatted(name, missing));
    }
    if (!label.matches(LABEL)) {
      throw new IllegalArgumentException(
          "The label of a token (%s) must be 1 to 64 letters, digits, dots, dashes and underscores."
              .formatted(label));
    }
    String token = Secrets.randomText(TOKEN_BYTES);
    long until = nowMillis() + life.toMillis();
    update(
        name,
        before -> {
          List<Account.Token> tokens = new ArrayList<>(before.tokens());
          tokens.removeIf(old -> old.untilMillis() < nowMillis() || old.label().equals(label));
          tokens.add(new Account.Token(label, Secrets.tokenHash(token), until, face, rights));
          return before.withTokens(tokens);
        });
    return token;
  }

  /**
   * Ends an API token of a user.
   *
   * @throws IllegalArgumentException if there is none with this label
   */
  public void revoke(String name, String label) {
    update(
        name,
        before -> {
          List<Account.Token> left = new ArrayList<>(before.tokens());
          if (!left.removeIf(token -> token.label().equals(label))) {
            throw new IllegalArgumentException(
                "%s has no token %s; there are %s."
                    .formatted(
                        name, label, before.tokens().stream().map(Account.Token::label).toList()));
          }
          return before.withTokens(left);
        });
  }

  /** Whose an API token is that has not expired. */
  Optional<TokenHolder> ofToken(String token) {
    String hash = Secrets.tokenHash(token);
    long now = nowMillis();
    return file.current().accounts().values().stream()
        .filter(account -> !locked(account))
        .flatMap(
            account ->
                account.tokens().stream()
                    .filter(key -> key.hash().equals(hash) && key.untilMillis() > now)
                    .map(
                        key ->
                            new TokenHolder(account, false, key.face(), key.of(rights(account)))))
        .findFirst();
  }

  void update(String name, UnaryOperator<Account> change) {
    file.change(stored -> stored.with(change.apply(stored.get(name))));
  }
}
