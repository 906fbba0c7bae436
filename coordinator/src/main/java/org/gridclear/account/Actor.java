package org.gridclear.account;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who changes something by a command, and the log in which every change is written down: an account
 * of a security folder, or, without one, whoever the command says.
 */
public final class Actor {
  private static final String FROM = "command line";

  /** Commands that change the grid or how it is protected. */
  private static final String OF_THE_SYSTEM = "(grid|zone|backup|restore|keys|standby|exchange) .*";

  private static final AuditLog.Kind SYSTEM = AuditLog.Kind.SYSTEM;
  private static final AuditLog.Outcome FAILURE = AuditLog.Outcome.FAILURE;

  private final String name;
  private final @Nullable AuditLog log;
  private final @Nullable Accounts accounts;

  private Actor(String name, @Nullable AuditLog log, @Nullable Accounts accounts) {
    this.name = name;
    this.log = log;
    this.accounts = accounts;
  }

  /** Somebody whose changes are written down nowhere but where they are made. */
  public static Actor named(String name) {
    return new Actor(typed(name), null, null);
  }

  /** Somebody whose changes are written to the log of a folder without accounts. */
  public static Actor inLog(Path folder, String name, LongSupplier clockMillis) {
    return new Actor(typed(name), AuditLog.openOrCreate(folder, clockMillis), null);
  }

  /** Names in brackets are those of rules that act by themselves. */
  private static String typed(String name) {
    if (folded(name).startsWith("(")) {
      throw new IllegalArgumentException("The name (%s) is nobody's.".formatted(name));
    }
    return name.strip();
  }

  /**
   * An account of a security folder.
   *
   * @param name its name; case and blanks around it are no difference
   * @throws IllegalArgumentException if it is unknown, locked, not active or a superuser, who has
   *     no business
   */
  public static Actor ofAccount(Path folder, String name, LongSupplier clockMillis) {
    Accounts accounts = Accounts.open(folder, clockMillis);
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "What a command changes is written down in %s; say who you are by --by NAME."
              .formatted(folder));
    }
    Account account = accounts.get(folded(name));
    AuditLog log = AuditLog.open(folder, clockMillis);
    if (account.superuser() || !account.active() || accounts.locked(account)) {
      String why =
          account.superuser()
              ? "is a superuser, who changes nothing of the business"
              : account.active()
                  ? "is locked"
                  : "has no password yet; its owner sets one by the link";
      log.add(SYSTEM, FAILURE, account.name(), FROM, "command denied", why);
      throw new IllegalArgumentException("The account %s %s.".formatted(account.name(), why));
    }
    return new Actor(account.name(), log, accounts);
  }

  /** Who it is. */
  public String name() {
    return name;
  }

  /** Who it is; whoever sits at this machine where nobody is named. */
  public String nameOrUser() {
    return name.isEmpty() ? System.getProperty("user.name") : name;
  }

  /** Its groups; empty without accounts. */
  public Optional<Set<String>> groups() {
    return accounts == null
        ? Optional.empty()
        : Optional.of(Set.copyOf(accounts.get(name).groups()));
  }

  /** Whether it has a right; everybody has all without accounts. */
  public boolean may(Right right) {
    return accounts == null || accounts.rights(accounts.get(name)).contains(right);
  }

  /**
   * Whose data it may act on; all without accounts.
   *
   * @param needed the right for what it is about to do
   * @throws IllegalArgumentException if the account does not have the right
   */
  public Scope scope(Right needed) {
    if (accounts == null) {
      return Scope.ALL;
    }
    require(needed);
    return accounts.get(name).scope();
  }

  /**
   * That it may do something.
   *
   * @param oneOf rights of which each is enough
   * @throws IllegalArgumentException if the account has none of them; never without accounts
   */
  public void require(Right... oneOf) {
    if (Arrays.stream(oneOf).anyMatch(this::may)) {
      return;
    }
    String lacks =
        "lacks the right "
            + Arrays.stream(oneOf).map(Right::name).collect(Collectors.joining(" or "));
    if (log != null) {
      log.add(SYSTEM, FAILURE, name, FROM, "command denied", lacks);
    }
    throw new IllegalArgumentException("The account %s %s.".formatted(name, lacks));
  }

  /**
   * Whether two names are of one person: case, width of letters and blanks around them are no
   * difference.
   */
  public static boolean same(String one, String other) {
    return folded(one).equals(folded(other));
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }

  /**
   * That who did the first of two steps is an account as well: a free text may be anybody.
   *
   * @throws IllegalArgumentException if it is none; never without accounts
   */
  public void requireAccount(String first) {
    if (accounts != null && accounts.find(folded(first)).isEmpty()) {
      throw new IllegalArgumentException(
          "The first step was done by '%s', who is no account here; let an account do it again."
              .formatted(first));
    }
  }

  /**
   * Changes something, which is written down with how it ended.
   *
   * @param operation what is done, such as {@code settle lock}
   * @param detail to what
   * @return what the change returns
   */
  public <T> T change(String operation, String detail, Callable<T> change) throws Exception {
    if (log == null) {
      return change.call();
    }
    boolean done = false;
    String ended = detail;
    try {
      T result = change.call();
      done = true;
      return result;
    } catch (Exception e) {
      ended = detail + ": " + e.getMessage();
      throw e;
    } finally {
      log.add(
          operation.matches(OF_THE_SYSTEM) ? SYSTEM : AuditLog.Kind.BUSINESS,
          done ? AuditLog.Outcome.SUCCESS : AuditLog.Outcome.FAILURE,
          name,
          FROM,
          operation,
          ended);
    }
  }

  /** A change that throws nothing but what need not be declared. */
  public <T> T changed(String operation, String detail, Supplier<T> change) {
    try {
      return change(operation, detail, change::get);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** A change that returns nothing. */
  public void perform(String operation, String detail, Runnable change) throws Exception {
    change(
        operation,
        detail,
        () -> {
          change.run();
          return null;
        });
  }
}
