package org.gridclear.cli.account;

import java.util.List;
import java.util.Objects;
import org.gridclear.account.Scope;
import org.gridclear.cli.option.ExitCodes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridclear account add}: make a user. */
@Command(name = "add", description = "Make a user.")
final class AccountAddCommand extends AccountStepCommand {
  @picocli.CommandLine.Mixin private AccountsOption folder;

  @Parameters(paramLabel = "NAME", description = "The user.")
  private String name;

  @Option(
      names = "--groups",
      split = ",",
      description =
          "operators, approvers, settlement, readers, members, registrars, regulators,"
              + " monitoring, auditors, or own groups.")
  private @Nullable List<String> groups;

  @Option(
      names = "--superuser",
      description = "A superuser instead, who manages accounts and nothing else.")
  private boolean superuser;

  @picocli.CommandLine.Mixin private ScopeOptions seen;

  @Override
  public Integer call() {
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
}
