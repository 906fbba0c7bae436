package org.gridclear.cli.server;

import java.io.PrintWriter;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.json.Json;
import org.gridclear.run.RunStatus;
import tools.jackson.databind.JsonNode;

/** What commands of {@code gridclear runs} share. */
abstract class RunCallCommand extends PrintingCommand {
  static final String RUNS = "/api/v1/runs";

  static final String ID = "[A-Za-z0-9._-]{1,64}";

  final void print(JsonNode run) {
    RunStatus status = Json.MAPPER.treeToValue(run, RunStatus.class);
    PrintWriter out = out();
    out.println("run %s: %s".formatted(status.runId(), status.line("cases")));
    out.flush();
  }

  static String path(String run) {
    if (!run.matches(ID)) {
      throw new IllegalArgumentException("'%s' is no id of a run.".formatted(run));
    }
    return RUNS + "/" + run;
  }
}
