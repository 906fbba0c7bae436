package org.gridclear.cli.account;

import java.time.Clock;
import org.gridclear.account.Accounts;
import org.gridclear.cli.option.ExitCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gridclear account init}: make a security folder with one superuser. */
@Command(name = "init", description = "Make a security folder with one superuser.")
final class AccountInitCommand extends AccountStepCommand {
  @picocli.CommandLine.Mixin private AccountsOption folder;

  @Option(names = "--superuser", defaultValue = "admin", description = "Its name.")
  private String name;

  @Override
  public Integer call() {
    Clock clock = Clock.systemUTC();
    print(Accounts.create(folder.path(), name, clock::millis));
    log(folder, "account init " + name);
    return ExitCodes.DONE;
  }
}
