package org.gridclear.cli.market;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.option.OutputFolder;
import org.gridclear.cli.option.ParquetOption;
import org.gridclear.cli.option.PrintOption;
import org.gridclear.cli.option.ProgressOption;
import org.gridclear.cli.option.StandardStreams;
import org.gridclear.cli.option.StrictOption;
import org.gridclear.cli.process.Grid;
import org.gridclear.cli.process.RunLog;
import org.gridclear.cli.process.RunWatch;
import org.gridclear.report.ResultPlace;
import org.gridclear.report.clearing.ComparisonTable;
import org.gridclear.report.clearing.ReportFolder;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunResult;
import org.gridclear.study.CaseOverlay;
import org.gridclear.study.StudyDefinition;
import org.gridclear.study.StudyReader;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
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
  @Mixin private GridOptions gridOptions;
  @Mixin private ProgressOption progress;
  @Mixin private ParquetOption parquet;
  @Mixin private OutputFolder out;
  @Mixin private PrintOption print;

  @Parameters(
      paramLabel = "FILE",
      description = "The study, YAML or JSON (docs/formats.md); - for standard input.")
  private Path file;

  private @Nullable Path written;

  @Option(names = "--dry-run", description = "Print the expanded cases and stop.")
  private boolean dryRun;

  @Override
  public @Nullable Path written() {
    return written;
  }

  @Override
  public Integer call() throws IOException {
    out.check();
    PrintWriter err = spec.commandLine().getErr();
    if (!dryRun) {
      gridOptions.reach();
    }
    StudyDefinition study =
        StandardStreams.meant(file) ? read(StandardStreams.text()) : StudyReader.read(file);
    strict.check(study.remarks(), err);
    if (dryRun) {
      resolveAll(study);
      print(study);
      return ExitCodes.DONE;
    }
    try (Grid grid = Grid.startLight(gridOptions, study)) {
      RunHandle handle = grid.runs().submit(study);
      RunResult result = RunWatch.await(handle, "cases", progress.on(err));
      ResultPlace place = out.of(result);
      Path folder = place.folder();
      ReportFolder.write(place, result, grid.runs().store(), aside -> {}, parquet.wanted());
      written = folder;
      PrintWriter output = print.words(spec.commandLine().getOut());
      output.print(ComparisonTable.of(result));
      boolean secured =
          StudyScreening.run(
              grid.runs(), result, folder, parquet.wanted(), progress.on(err), output);
      output.println("Report: " + folder.resolve("report.html"));
      output.flush();
      print.summary(folder, spec.commandLine().getOut());
      int code = exitCode(result, err);
      return code == ExitCodes.DONE && !secured ? ExitCodes.FAILED_CELLS : code;
    }
  }

  /** A study from standard input; files that it names are looked up in the current folder. */
  static StudyDefinition read(String text) {
    return StudyReader.readHere(text, "standard input", Path.of("").toAbsolutePath());
  }

  /**
   * Every case as the run would have it.
   *
   * @throws InvalidInputException with the issues of all cases, if there is one that cannot be
   */
  private static void resolveAll(StudyDefinition study) {
    List<Issue> issues = new ArrayList<>();
    for (CaseOverlay overlay : study.cases()) {
      try {
        overlay.resolve(study.base());
      } catch (InvalidInputException e) {
        issues.addAll(e.issues());
      }
    }
    if (!issues.isEmpty()) {
      throw new InvalidInputException(issues);
    }
  }

  private static int exitCode(RunResult result, PrintWriter err) {
    boolean clean =
        RunWatch.done(result, err) && result.failedCount() == 0 && result.alarmedCount() == 0;
    return clean ? ExitCodes.DONE : ExitCodes.FAILED_CELLS;
  }

  private void print(StudyDefinition study) {
    PrintWriter output = spec.commandLine().getOut();
    output.println(
        "Study %s: %d cases of %d periods of %d min on %s, market %s, %s"
            .formatted(
                study.name(),
                study.cases().size(),
                study.base().periodCount(),
                study.base().horizon().minutesPerPeriod(),
                study.base().network().name(),
                study.options().market(),
                study.options().lossesInWords()));
    for (CaseOverlay overlay : study.cases()) {
      output.println("%s: %s".formatted(overlay.name(), overlay.changes()));
    }
    output.flush();
  }
}
