package org.gridclear.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gridclear.marketfile.FileCheck;
import org.gridclear.marketfile.RandomChecks;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.highs.HighsSolver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Random market files of other formats against programs written from the formats' documentation.
 */
@Command(
    name = "files",
    description =
        "Compare clearings of random UnitCommitment.jl, pglib-uc and Egret files with programs of"
            + " their formats.")
final class FilesBench implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--formats",
      split = ",",
      description = "Formats (default: unit-commitment-jl,pglib-uc,egret).")
  private List<String> formats = RandomChecks.formats();

  @Option(
      names = "--cases",
      defaultValue = "200",
      description = "Feasible files of each format, half as many of Egret (${DEFAULT-VALUE}).")
  private int count;

  @Option(names = "--seed", defaultValue = "1", description = "First seed (${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    LinearSolver solver =
        HighsSolver.find().orElseThrow(() -> new IllegalStateException(HighsSolver.failure()));
    int disagree = 0;
    for (String format : formats) {
      disagree += format(out, format, solver);
    }
    return disagree == 0 ? 0 : 1;
  }

  private int format(PrintWriter out, String format, LinearSolver solver) {
    RandomChecks checks = new RandomChecks(format, solver);
    int wanted = format.equals("egret") ? (count + 1) / 2 : count;
    int feasible = 0;
    int disagree = 0;
    int prices = 0;
    long next = seed;
    for (; feasible < wanted; next++) {
      FileCheck.Found found = checks.check(next);
      feasible += found.feasible() ? 1 : 0;
      prices += found.prices();
      disagree += found.differences().isEmpty() ? 0 : 1;
      for (String text : found.differences()) {
        out.println(String.format(Locale.ROOT, "%s seed %d: %s", format, next, text));
      }
      out.flush();
    }
    out.println(
        String.format(
            Locale.ROOT,
            "%s: %d feasible files of %d, %d disagree, %d prices compared",
            format,
            feasible,
            next - seed,
            disagree,
            prices));
    return disagree;
  }
}
