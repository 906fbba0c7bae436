package org.gridclear.cli.security;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.gridclear.io.ContingencyReader;
import org.gridclear.network.Contingency;
import org.gridclear.network.Network;
import org.gridclear.report.ResultPlace;
import org.gridclear.report.security.PairTables;
import org.gridclear.report.security.ScreeningFolder;
import org.gridclear.report.security.ScreeningSummary;
import org.gridclear.run.Job;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunResult;
import org.gridclear.security.input.OutageScope;
import org.gridclear.security.input.ScreeningOptions.Method;
import org.gridclear.security.input.SnapshotReader;
import org.gridclear.validate.IssueLog;
import org.gridclear.work.ScreeningScope;
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
      "lacks power, has no solution or was not computed (docs/security.md)."
    })
public final class ScreenCommand implements Callable<Integer>, RunLog.Run {
  private static final Pattern PART = Pattern.compile("(.*) (\\d+)\\.\\.(\\d+)");

  /** Networks in files up to this size are screened before their code is compiled. */
  private static final long SHORT_BYTES = 100_000;

  /** The same in DC, where plain code takes its place; as the launcher has it. */
  private static final long DC_SHORT_BYTES = 4L << 20;

  @Spec private CommandSpec spec;
  @Mixin private StrictOption strict;
  @Mixin private GridOptions gridOptions;
  @Mixin private ProgressOption progress;
  @Mixin private ParquetOption parquet;
  @Mixin private OutputFolder out;
  @Mixin private PrintOption print;
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

  private @Nullable Path written;

  @Override
  public @Nullable Path written() {
    return written;
  }

  @Override
  public Integer call() throws IOException {
    out.check();
    if (pairs && choice.ac()) {
      throw new IllegalArgumentException("--pairs is in DC: leave --ac out.");
    }
    PrintWriter err = spec.commandLine().getErr();
    gridOptions.reach();
    Set<Method> warmed = isLong() ? Set.of(choice.options().method()) : Set.of();
    Job.Screening job;
    try (KernelWarmUp warmUp = KernelWarmUp.start(warmed)) {
      job = job(grid.read(file, strict, err));
      warmUp.await();
    }
    try (Grid own = Grid.startLight(gridOptions)) {
      RunHandle handle = own.runs().submit(job);
      RunResult result = RunWatch.await(handle, "ranges of outages", progress.on(err));
      PrintWriter output = print.words(spec.commandLine().getOut());
      if (!RunWatch.done(result, err)) {
        return ExitCodes.FAILED_CELLS;
      }
      PairTables both = pairs ? PairTables.of(job) : null;
      ResultPlace place = out.of(result);
      Path folder = place.folder();
      ScreeningSummary summary =
          ScreeningFolder.write(place, result, own.runs().store(), parquet.wanted(), both);
      written = folder;
      output.print(summary.text());
      output.print(both != null ? both.text() : "");
      failures(result, err);
      output.println("Report: " + folder.resolve("report.html"));
      output.flush();
      print.summary(folder, spec.commandLine().getOut());
      return summary.needsAction() || both != null && both.needsAction()
          ? ExitCodes.FAILED_CELLS
          : ExitCodes.DONE;
    }
  }

  private List<Contingency> contingencies(String text, Network network) {
    if (file.equals(StandardStreams.DASH)) {
      throw new IllegalArgumentException(
          "Standard input is the network already; give --contingencies as a file.");
    }
    String name =
        text.stripLeading().startsWith("{")
            ? "stdin.json"
            : text.contains("chgtab") ? "stdin.m" : "stdin.csv";
    return ContingencyReader.read(text, name, network, new IssueLog(name));
  }

  /**
   * Whether the screening may take long enough that its vector code is worth compiling beforehand.
   */
  private boolean isLong() throws IOException {
    Path path = Path.of(file);
    long most = choice.ac() ? SHORT_BYTES : DC_SHORT_BYTES;
    return snapshots != null || Files.isRegularFile(path) && Files.size(path) > most;
  }

  private static void failures(RunResult result, PrintWriter err) {
    result.cases().stream()
        .filter(cell -> !cell.solved())
        .limit(10)
        .forEach(
            cell ->
                err.println(
                    "%s failed: %s %s"
                        .formatted(
                            outages(cell.name()),
                            cell.receipt().why().reason(),
                            cell.receipt().why().text())));
  }

  /** A part such as {@code base 0..3} in words: its snapshot, and outages counted from 1. */
  private static String outages(String part) {
    Matcher matcher = PART.matcher(part);
    return matcher.matches()
        ? "snapshot %s, outages %d to %s"
            .formatted(matcher.group(1), Integer.parseInt(matcher.group(2)) + 1, matcher.group(3))
        : part;
  }

  private Job.Screening job(CheckedGrid.Read read) {
    Network network = read.network();
    OutageScope scope = choice.scope(network);
    List<Contingency> listed = new ArrayList<>();
    if (contingencies != null) {
      listed.addAll(
          StandardStreams.meant(contingencies)
              ? contingencies(StandardStreams.text(), network)
              : ContingencyReader.read(contingencies, network));
    }
    if (contingencies == null || choice.scopeGiven()) {
      listed.addAll(scope.contingencies(network));
    }
    if (read.plan() && snapshots != null) {
      throw new IllegalArgumentException(
          "--snapshots is for a network: the snapshots of a cleared case are its periods.");
    }
    if (listed.isEmpty() && !choice.noOutage()) {
      throw new IllegalArgumentException(
          "No outage is in scope: the network has none of the wanted type, voltage and zone in"
              + " service.");
    }
    return new Job.Screening(
        "screen " + network.name(),
        network,
        snapshots == null ? read.points() : SnapshotReader.read(snapshots, network),
        new ScreeningScope(listed, choice.watched(network)),
        choice.options(),
        read.remarks());
  }
}
