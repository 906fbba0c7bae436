package org.gridclear.cli.account;

import org.gridclear.cli.option.ExitCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gridclear account reset}: make another link, as where the last one has ended. */
@Command(name = "reset", description = "Make another link, as where the last one has ended.")
final class AccountResetCommand extends AccountStepCommand {
  @picocli.CommandLine.Mixin private AccountsOption folder;

  @Parameters(paramLabel = "NAME", description = "The user.")
  private String name;

  @Override
  public Integer call() {
    print(open(folder).reset(name, ""));
    log(folder, "account reset " + name);
    return ExitCodes.DONE;
  }
}
