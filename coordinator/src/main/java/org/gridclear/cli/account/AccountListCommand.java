package org.gridclear.cli.account;

import org.gridclear.account.Accounts;
import org.gridclear.cli.option.ExitCodes;
import picocli.CommandLine.Command;

/** {@code gridclear account list}: users, groups and tokens. */
@Command(name = "list", description = "Users, groups and tokens.")
final class AccountListCommand extends AccountStepCommand {
  @picocli.CommandLine.Mixin private AccountsOption folder;

  @Override
  public Integer call() {
    Accounts accounts = open(folder);
    accounts.all().forEach(account -> print(accounts, account));
    return ExitCodes.DONE;
  }
}
