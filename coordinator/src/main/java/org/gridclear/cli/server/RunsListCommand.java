package org.gridclear.cli.server;

import java.io.IOException;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code gridclear runs list}: list runs, the newest first. */
@Command(name = "list", description = "List runs, the newest first.")
final class RunsListCommand extends RunCallCommand {
  @Mixin private ServerOptions at;

  @Option(
      names = "--limit",
      converter = OptionNumbers.FromOne.class,
      defaultValue = "20",
      description = "Most runs that are listed (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Override
  public Integer call() throws IOException {
    JsonNode runs = at.calls().call("GET", RUNS + "?limit=" + limit, null, "");
    for (JsonNode run : runs) {
      print(run);
    }
    if (runs.isEmpty()) {
      out().println("There are no runs.");
    }
    out().flush();
    return ExitCodes.DONE;
  }
}
