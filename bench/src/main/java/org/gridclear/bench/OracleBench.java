package org.gridclear.bench;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gridclear.oracle.Comparison;
import org.gridclear.oracle.Family;
import org.gridclear.oracle.RandomCases;
import org.gridclear.scenario.resolved.ClearingCase;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.highs.HighsSolver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Random small cases against a mixed-integer program of their own: {@link Comparison}. */
@Command(
    name = "oracle",
    description = "Compare clearings of random cases with a program written apart from the model.")
final class OracleBench implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--cases", defaultValue = "200", description = "Cases (${DEFAULT-VALUE}).")
  private int count;

  @Option(names = "--seed", defaultValue = "1", description = "First seed (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--families",
      split = ",",
      description = "Families to choose three of for each case (default: all).")
  private Family[] families = Family.values();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    LinearSolver solver =
        HighsSolver.find().orElseThrow(() -> new IllegalStateException(HighsSolver.failure()));
    List<Family> among = Arrays.asList(families);
    int disagree = 0;
    int relaxed = 0;
    for (long k = seed; k < seed + count; k++) {
      Set<Family> chosen = RandomCases.families(among, k);
      ClearingCase clearingCase = ClearingCase.of(RandomCases.of(chosen, k));
      Comparison comparison = Comparison.of(clearingCase, chosen.contains(Family.LOSSES), solver);
      boolean elastic = comparison.result() != null && comparison.result().statistics().elastic();
      relaxed += elastic ? 1 : 0;
      disagree += comparison.disagreements().isEmpty() ? 0 : 1;
      for (String text : comparison.disagreements()) {
        out.println(String.format(Locale.ROOT, "seed %d %s: %s", k, chosen, text));
      }
      out.flush();
    }
    out.println(
        String.format(
            Locale.ROOT,
            "%d cases, %d disagree, %d have no schedule within their units' own limits",
            count,
            disagree,
            relaxed));
    return disagree == 0 ? 0 : 1;
  }
}
