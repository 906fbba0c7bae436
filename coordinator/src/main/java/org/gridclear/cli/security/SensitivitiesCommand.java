package org.gridclear.cli.security;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.check.SensitivityJobs;
import org.gridclear.cli.option.StrictOption;
import org.gridclear.cli.process.FolderRun;
import org.gridclear.cli.process.RunLog;
import org.gridclear.report.security.SensitivityFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gridclear sensitivities NETWORK}: of chosen devices to chosen groups (H-10 to H-13). */
@Command(
    name = "sensitivities",
    description = {
      "Sensitivities of chosen devices to chosen groups: of flows to units, loads, buses and"
          + " outages,",
      "of voltages to reactive power and taps. Prints the greatest; writes sensitivities.csv and",
      "summary.json. Exit code 1 if an AC power flow that is needed has no solution."
    })
public final class SensitivitiesCommand implements Callable<Integer>, RunLog.Run {
  @Mixin private StrictOption strict;
  @Mixin private FolderRun run;
  @Mixin private CheckedGrid grid;

  @Parameters(
      paramLabel = "NETWORK",
      description =
          "A network or case file, a built-in network such as ieee118, or the folder of a cleared"
              + " case or run.")
  private String file;

  @Mixin private QuestionOptions asked;

  @Override
  public @Nullable Path written() {
    return run.written();
  }

  @Override
  public Integer call() throws IOException {
    run.check();
    return run.run(
        SensitivityJobs.of(grid.read(file, strict), asked.question()),
        "snapshots",
        (place, result, store, beside) -> {
          SensitivityFolder answer = new SensitivityFolder(result, store);
          answer.write(place, beside);
          return new FolderRun.Written(
              answer.text() + System.lineSeparator(),
              List.of(),
              "Tables: " + place.folder(),
              !answer.failed());
        });
  }
}
