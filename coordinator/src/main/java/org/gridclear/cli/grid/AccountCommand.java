package org.gridclear.cli.grid;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gridclear.account.Account;
import org.gridclear.account.Accounts;
import org.gridclear.account.AuditLog;
import org.gridclear.account.AuditLog.Kind;
import org.gridclear.account.AuditLog.Outcome;
import org.gridclear.account.Face;
import org.gridclear.account.Right;
import org.gridclear.account.Scope;
import org.gridclear.cli.option.ExitCodes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear account}: users of a server, for whoever may write to its security folder. */
@Command(
    name = "account",
    subcommands = AuditCommand.class,
    description = {
      "Accounts and audit log of a server (gridclear serve --security DIR).",
      "Changes hold at once in a server that runs on the same folder; both write one audit log."
    })
public final class AccountCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  private static final class Folder {
    @Option(
        names = "--security",
        required = true,
        paramLabel = "DIR",
        description = "The security folder of the server.")
    private Path path;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCodes.DONE;
  }

  @Command(name = "init", description = "Make a security folder with one superuser.")
  int init(
      @picocli.CommandLine.Mixin Folder folder,
      @Option(names = "--superuser", defaultValue = "admin", description = "Its name.")
          String name) {
    Clock clock = Clock.systemUTC();
    print(Accounts.create(folder.path, name, clock::millis));
    log(folder, "account init " + name);
    return ExitCodes.DONE;
  }

  @Command(name = "add", description = "Make a user.")
  int add(
      @picocli.CommandLine.Mixin Folder folder,
      @Parameters(paramLabel = "NAME", description = "The user.") String name,
      @Option(
              names = "--groups",
              split = ",",
              description =
                  "operators, approvers, settlement, readers, members, registrars, regulators,"
                      + " monitoring, auditors, or own groups.")
          @Nullable List<String> groups,
      @Option(
              names = "--superuser",
              description = "A superuser instead, who manages accounts and nothing else.")
          boolean superuser,
      @picocli.CommandLine.Mixin ScopeOptions seen) {
    if (superuser == (groups != null)) {
      throw new IllegalArgumentException("A user has --groups, or is a --superuser.");
    }
    if (superuser) {
      print(open(folder).addSuperuser(name, ""));
      log(folder, "account add " + name + " as a superuser");
      return ExitCodes.DONE;
    }
    Scope scope = seen.instead(Scope.ALL);
    print(open(folder).add(name, Objects.requireNonNull(groups), scope));
    log(folder, "account add " + name + " " + groups + " " + scope);
    return ExitCodes.DONE;
  }

  @Command(
      name = "scope",
      description = {
        "Say whose data a user sees, at once; prints the rights that are left.",
        "Rights that know no scope, such as RUN, are without effect where it is narrowed."
      })
  int scope(
      @picocli.CommandLine.Mixin Folder folder,
      @Parameters(paramLabel = "NAME", description = "The user.") String name,
      @picocli.CommandLine.Mixin ScopeOptions seen) {
    seen.require();
    Accounts accounts = open(folder);
    Scope scope = seen.instead(accounts.get(name).scope());
    accounts.rescope(name, scope);
    print(accounts, accounts.get(name));
    log(folder, "account scope " + name + " " + scope);
    return ExitCodes.DONE;
  }

  @Command(name = "reset", description = "Make another link, as where the last one has ended.")
  int reset(
      @picocli.CommandLine.Mixin Folder folder,
      @Parameters(paramLabel = "NAME", description = "The user.") String name) {
    print(open(folder).reset(name, ""));
    log(folder, "account reset " + name);
    return ExitCodes.DONE;
  }

  private void print(Accounts.Introduction introduction) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("User: " + introduction.name());
    out.println("Link: https://SERVER:PORT" + introduction.link());
    out.println(
        "Who opens the link on the server sets password and second factor, once, until "
            + introduction.until()
            + ".");
    out.flush();
  }

  @Command(name = "list", description = "Users, groups and tokens.")
  int list(@picocli.CommandLine.Mixin Folder folder) {
    Accounts accounts = open(folder);
    accounts.all().forEach(account -> print(accounts, account));
    return ExitCodes.DONE;
  }

  private void print(Accounts accounts, Account account) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "%-20s %-10s %s %s %s"
            .formatted(
                account.name(),
                account.superuser() ? "superuser" : "",
                account.groups(),
                accounts.rights(account),
                account.superuser() ? "" : account.scope())
            .stripTrailing());
    out.flush();
  }

  @Command(name = "token", description = "Make an API token for a user; it is shown once.")
  int token(
      @picocli.CommandLine.Mixin Folder folder,
      @Parameters(paramLabel = "NAME", description = "The user.") String name,
      @Option(names = "--label", required = true, description = "What it is for.") String label,
      @Option(names = "--days", defaultValue = "90", description = "Days that it is good for.")
          long days,
      @Option(
              names = "--rights",
              split = ",",
              description = "The most that it lets a program do (default: all its user may).")
          @Nullable List<Right> rights,
      @Option(
              names = "--face",
              description = "The face where it is good (default: servers without faces).")
          @Nullable String face) {
    Set<Right> most = rights == null ? Set.of() : Set.copyOf(rights);
    String token =
        open(folder)
            .token(name, label, Duration.ofDays(days), face == null ? null : Face.of(face), most);
    spec.commandLine().getOut().println(token);
    spec.commandLine().getOut().flush();
    log(folder, "account token " + name + " " + label);
    return ExitCodes.DONE;
  }

  private static Accounts open(Folder folder) {
    return Accounts.open(folder.path, Clock.systemUTC()::millis);
  }

  private static void log(Folder folder, String operation) {
    AuditLog.open(folder.path, Clock.systemUTC()::millis)
        .add(
            Kind.SYSTEM,
            Outcome.SUCCESS,
            System.getProperty("user.name"),
            "command line",
            operation,
            "");
  }
}
