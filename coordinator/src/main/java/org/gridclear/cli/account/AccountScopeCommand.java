package org.gridclear.cli.account;

import org.gridclear.account.Accounts;
import org.gridclear.account.Scope;
import org.gridclear.cli.option.ExitCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gridclear account scope}: say whose data a user sees, at once. */
@Command(
    name = "scope",
    description = {
      "Say whose data a user sees, at once; prints the rights that are left.",
      "Rights that know no scope, such as RUN, are without effect where it is narrowed."
    })
final class AccountScopeCommand extends AccountStepCommand {
  @picocli.CommandLine.Mixin private AccountsOption folder;

  @Parameters(paramLabel = "NAME", description = "The user.")
  private String name;

  @picocli.CommandLine.Mixin private ScopeOptions seen;

  @Override
  public Integer call() {
    seen.require();
    Accounts accounts = open(folder);
    Scope scope = seen.instead(accounts.get(name).scope());
    accounts.rescope(name, scope);
    print(accounts, accounts.get(name));
    log(folder, "account scope " + name + " " + scope);
    return ExitCodes.DONE;
  }
}
