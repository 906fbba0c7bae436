package org.gridclear.cli.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.StandardStreams;
import org.gridclear.json.Json;
import org.gridclear.run.RunStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code gridclear runs}: runs of a server. */
@Command(
    name = "runs",
    description = "Runs of a server: list them, look at one, submit a study, cancel.")
public final class RunsCommand implements Callable<Integer> {
  private static final String RUNS = "/api/v1/runs";
  private static final String YAML = "application/yaml";
  private static final String ID = "[A-Za-z0-9._-]{1,64}";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCodes.DONE;
  }

  @Command(name = "list", description = "List runs, the newest first.")
  int list(
      @Mixin ServerOptions at,
      @Option(
              names = "--limit",
              converter = OptionNumbers.FromOne.class,
              defaultValue = "20",
              description = "Most runs that are listed (default: ${DEFAULT-VALUE}).")
          int limit)
      throws IOException {
    JsonNode runs = at.calls().call("GET", RUNS + "?limit=" + limit, null, "");
    for (JsonNode run : runs) {
      print(run);
    }
    if (runs.isEmpty()) {
      spec.commandLine().getOut().println("There are no runs.");
    }
    spec.commandLine().getOut().flush();
    return ExitCodes.DONE;
  }

  private void print(JsonNode run) {
    RunStatus status = Json.MAPPER.treeToValue(run, RunStatus.class);
    PrintWriter out = spec.commandLine().getOut();
    out.println("run %s: %s".formatted(status.runId(), status.line("cases")));
    out.flush();
  }

  private static String path(String run) {
    if (!run.matches(ID)) {
      throw new IllegalArgumentException("'%s' is no id of a run.".formatted(run));
    }
    return RUNS + "/" + run;
  }

  @Command(name = "status", description = "Status of a run.")
  int status(
      @Mixin ServerOptions at, @Parameters(paramLabel = "RUN", description = "Its id.") String run)
      throws IOException {
    print(at.calls().call("GET", path(run), null, ""));
    return ExitCodes.DONE;
  }

  @Command(
      name = "submit",
      description = "Submit a study; the files that it names lie on the server (serve --cases).")
  int submit(
      @Mixin ServerOptions at,
      @Parameters(paramLabel = "STUDY", description = "File of the study, - for standard input.")
          Path study)
      throws IOException {
    String text =
        StandardStreams.meant(study)
            ? new String(StandardStreams.read(), StandardCharsets.UTF_8)
            : Files.readString(study);
    print(at.calls().call("POST", "/api/v1/studies", text, YAML));
    return ExitCodes.DONE;
  }

  @Command(name = "cancel", description = "Cancel a run; cases that are done stay done.")
  int cancel(
      @Mixin ServerOptions at, @Parameters(paramLabel = "RUN", description = "Its id.") String run)
      throws IOException {
    print(at.calls().call("DELETE", path(run), null, ""));
    return ExitCodes.DONE;
  }
}
