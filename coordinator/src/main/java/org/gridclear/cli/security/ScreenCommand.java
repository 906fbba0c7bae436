package org.gridclear.cli.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gridclear.check.CheckedNetwork;
import org.gridclear.check.ScreeningJobs;
import org.gridclear.cli.option.StandardStreams;
import org.gridclear.cli.option.StrictOption;
import org.gridclear.cli.process.FolderRun;
import org.gridclear.cli.process.RunLog;
import org.gridclear.io.ContingencyReader;
import org.gridclear.network.Contingency;
import org.gridclear.network.Network;
import org.gridclear.report.security.PairTables;
import org.gridclear.report.security.ScreeningFolder;
import org.gridclear.report.security.ScreeningSummary;
import org.gridclear.run.Job;
import org.gridclear.security.input.ScreeningOptions.Method;
import org.gridclear.security.input.SnapshotReader;
import org.gridclear.worker.slot.KernelWarmUp;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
  /** Networks in files up to this size are screened before their code is compiled. */
  private static final long SHORT_BYTES = 100_000;

  /** The same in DC, where plain code takes its place; as the launcher has it. */
  private static final long DC_SHORT_BYTES = 4L << 20;

  @Spec private CommandSpec spec;
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
      names = "--contingencies",
      paramLabel = "FILE",
      description =
          "Outages to screen: MATPOWER contab (.m), .json or .csv (docs/formats.md); - for standard"
              + " input.")
  private Path contingencies;

  @Option(
      names = "--snapshots",
      paramLabel = "N|FILE",
      description =
          "A number of snapshots of a synthetic day, or a CSV with 'snapshot,loadShare'. Default:"
              + " one, the file's.")
  private String snapshots;

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
    Set<Method> warmed = isLong() ? Set.of(choice.options().method()) : Set.of();
    Job.Screening job;
    try (KernelWarmUp warmUp = KernelWarmUp.start(warmed)) {
      job = job(grid.read(file, strict, spec.commandLine().getErr()));
      warmUp.await();
    }
    return run.run(
        job,
        "ranges of outages",
        (place, result, store, beside) -> {
          PairTables both = pairs ? PairTables.of(job) : null;
          ScreeningSummary summary = ScreeningFolder.write(place, result, store, beside, both);
          return new FolderRun.Written(
              summary.text() + (both != null ? both.text() : ""),
              ScreeningSummary.failures(result),
              "Report: " + place.folder().resolve("report.html"),
              !summary.needsAction() && (both == null || !both.needsAction()));
        });
  }

  /**
   * Whether the screening may take long enough that its vector code is worth compiling beforehand.
   */
  private boolean isLong() throws IOException {
    Path path = Path.of(file);
    long most = choice.ac() ? SHORT_BYTES : DC_SHORT_BYTES;
    return snapshots != null || Files.isRegularFile(path) && Files.size(path) > most;
  }

  private Job.Screening job(CheckedNetwork read) {
    Network network = read.network();
    CheckedNetwork checked =
        snapshots == null ? read : read.at(SnapshotReader.read(snapshots, network));
    return ScreeningJobs.of(
        checked, choice.plan(network, outages, listed(network), checked.points().size()));
  }

  private @Nullable List<Contingency> listed(Network network) {
    if (contingencies == null) {
      return null;
    }
    if (!StandardStreams.meant(contingencies)) {
      return ContingencyReader.read(contingencies, network);
    }
    if (file.equals(StandardStreams.DASH)) {
      throw new IllegalArgumentException(
          "Standard input is the network already; give --contingencies as a file.");
    }
    return ContingencyReader.readText(StandardStreams.text(), "stdin", network);
  }
}
