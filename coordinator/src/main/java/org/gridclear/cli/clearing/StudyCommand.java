package org.gridclear.cli.clearing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.clearing.order.StudyScreening;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.StandardStreams;
import org.gridclear.cli.option.StrictOption;
import org.gridclear.cli.process.FolderRun;
import org.gridclear.cli.process.Grid;
import org.gridclear.cli.process.RunLog;
import org.gridclear.cli.process.RunWatch;
import org.gridclear.report.clearing.ComparisonTable;
import org.gridclear.report.clearing.ReportFolder;
import org.gridclear.run.RunResult;
import org.gridclear.run.StudyRuns;
import org.gridclear.study.StudyDefinition;
import org.gridclear.study.StudyReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear study FILE}: runs a study and writes its report. */
@Command(
    name = "study",
    description = {
      "Run a multi-case study and compare its cases.",
      "Prints the comparison and writes report.html, summary.json and tables as CSV."
    })
public final class StudyCommand implements Callable<Integer>, RunLog.Run {
  @Spec private CommandSpec spec;
  @Mixin private StrictOption strict;
  @Mixin private FolderRun run;

  @Parameters(
      paramLabel = "FILE",
      description = "The study, YAML or JSON (docs/formats.md); - for standard input.")
  private Path file;

  @Option(names = "--dry-run", description = "Print the expanded cases and stop.")
  private boolean dryRun;

  @Override
  public @Nullable Path written() {
    return run.written();
  }

  @Override
  public Integer call() throws IOException {
    run.checkFolder();
    if (!dryRun) {
      run.reach();
    }
    StudyDefinition study =
        StandardStreams.meant(file)
            ? StudyReader.readInput(StandardStreams.text())
            : StudyReader.read(file);
    strict.check(study.remarks());
    if (dryRun) {
      spec.commandLine().getOut().append(study.text()).flush();
      return ExitCodes.DONE;
    }
    try (Grid grid = Grid.startLight(run.grid(), study)) {
      RunResult result = run.await(grid.runs().submit(study), "cases");
      return run.write(
          result,
          grid.runs(),
          (place, of, store, beside) -> {
            ReportFolder.write(place, of, store, aside -> {}, beside);
            run.wrote(place.folder());
            run.words().print(ComparisonTable.of(of));
            boolean calm = screening(grid.runs()).run(of, place.folder());
            return new FolderRun.Written(
                "",
                List.of(),
                "Report: " + place.folder().resolve("report.html"),
                RunWatch.done(of, spec.commandLine().getErr()) && of.isClean() && calm);
          });
    }
  }

  private StudyScreening screening(StudyRuns runs) {
    return new StudyScreening(
        runs.store(),
        run.beside(),
        job -> run.await(runs.submit(job), "ranges of outages"),
        run.words()::println);
  }
}
