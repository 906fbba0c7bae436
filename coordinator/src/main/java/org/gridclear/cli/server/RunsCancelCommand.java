package org.gridclear.cli.server;

import java.io.IOException;
import org.gridclear.cli.option.ExitCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gridclear runs cancel}: cancel a run. */
@Command(name = "cancel", description = "Cancel a run; cases that are done stay done.")
final class RunsCancelCommand extends RunCallCommand {
  @Mixin private ServerOptions at;

  @Parameters(paramLabel = "RUN", description = "Its id.")
  private String run;

  @Override
  public Integer call() throws IOException {
    print(at.calls().call("DELETE", path(run), null, ""));
    return ExitCodes.DONE;
  }
}
