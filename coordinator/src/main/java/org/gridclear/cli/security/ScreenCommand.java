package org.gridclear.cli.security;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gridclear.check.CheckedNetwork;
import org.gridclear.check.ScreeningJobs;
import org.gridclear.check.ScreeningStart;
import org.gridclear.cli.option.StrictOption;
import org.gridclear.cli.process.FolderRun;
import org.gridclear.cli.process.RunLog;
import org.gridclear.report.security.ScreeningReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridclear screen NETWORK}: N-1 security analysis. */
@Command(
    name = "screen",
    description = {
      "Screen outages of a network: what each does to every limit.",
      "Prints the counts and the most severe outages; writes report.html, summary.json and",
      "tables as CSV. Exit code 1 if somebody must act: a base case or an outage violates limits,",
      "lacks power, has no solution or was not computed, or load has no source",
      "(docs/security.md)."
    })
public final class ScreenCommand implements Callable<Integer>, RunLog.Run {
  @Mixin private StrictOption strict;
  @Mixin private FolderRun run;
  @Mixin private OutageOptions outages;
  @Mixin private ScreeningChoice choice;
  @Mixin private CheckedGrid grid;

  @Parameters(
      paramLabel = "NETWORK",
      description =
          "A network or case file, a built-in network such as ieee118, - for standard input, or the"
              + " folder of a cleared case or run, whose periods are the snapshots.")
  private String file;

  @Option(
      names = "--snapshots",
      paramLabel = "N|FILE",
      description =
          "A number of snapshots of a synthetic day, or a CSV with 'snapshot,loadShare'. Default:"
              + " one, the file's.")
  private @Nullable String snapshots;

  @Option(
      names = "--pairs",
      description =
          "Screen all pairs of the outages of single branches, too (N-2, DC): pairs.csv and"
              + " islanding-pairs.csv (docs/security.md).")
  private boolean pairs;

  @Override
  public @Nullable Path written() {
    return run.written();
  }

  @Override
  public Integer call() throws IOException {
    if (pairs && choice.ac()) {
      throw new IllegalArgumentException("--pairs is in DC: leave --ac out.");
    }
    run.check();
    ScreeningStart start =
        new ScreeningStart(Path.of(file), snapshots != null, choice.options().method());
    return run.run(
        start.job(
            () -> {
              CheckedNetwork checked = grid.read(file, strict).on(snapshots);
              return ScreeningJobs.of(checked, choice.plan(checked, outages, file));
            }),
        "ranges of outages",
        (place, result, store, beside) -> {
          ScreeningReport report = ScreeningReport.write(place, result, store, beside, pairs);
          return new FolderRun.Written(
              report.text(),
              report.failures(),
              "Report: " + place.folder().resolve("report.html"),
              report.clean());
        });
  }
}
