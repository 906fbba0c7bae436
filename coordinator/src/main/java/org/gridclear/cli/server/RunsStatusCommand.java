package org.gridclear.cli.server;

import java.io.IOException;
import org.gridclear.cli.option.ExitCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gridclear runs status}: status of a run. */
@Command(name = "status", description = "Status of a run.")
final class RunsStatusCommand extends RunCallCommand {
  @Mixin private ServerOptions at;

  @Parameters(paramLabel = "RUN", description = "Its id.")
  private String run;

  @Override
  public Integer call() throws IOException {
    print(at.calls().call("GET", path(run), null, ""));
    return ExitCodes.DONE;
  }
}
