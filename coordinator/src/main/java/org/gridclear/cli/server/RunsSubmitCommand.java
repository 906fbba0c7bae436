package org.gridclear.cli.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.StandardStreams;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gridclear runs submit}: submit a study. */
@Command(
    name = "submit",
    description = "Submit a study; the files that it names lie on the server (serve --cases).")
final class RunsSubmitCommand extends RunCallCommand {
  private static final String YAML = "application/yaml";

  @Mixin private ServerOptions at;

  @Parameters(paramLabel = "STUDY", description = "File of the study, - for standard input.")
  private Path study;

  @Override
  public Integer call() throws IOException {
    String text =
        StandardStreams.meant(study)
            ? new String(StandardStreams.read(), StandardCharsets.UTF_8)
            : Files.readString(study);
    print(at.calls().call("POST", "/api/v1/studies", text, YAML));
    return ExitCodes.DONE;
  }
}
