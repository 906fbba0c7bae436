package org.gridclear.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.oracle.AncillaryComparison;
import org.gridclear.oracle.AuditCheck;
import org.gridclear.oracle.Comparison;
import org.gridclear.oracle.LongCycleComparison;
import org.gridclear.oracle.MarketChain;
import org.gridclear.oracle.StudyComparison;
import org.gridclear.oracle.WindowComparison;
import org.gridclear.oracle.random.Family;
import org.gridclear.oracle.random.RandomCases;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.highs.HighsSolver;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Random small cases against a mixed-integer program of their own: {@link Comparison}, and the
 * auditor against changed results: {@link AuditCheck}.
 */
@Command(
    name = "oracle",
    description = "Compare clearings of random cases with a program written apart from the model.")
final class OracleBench implements Callable<Integer> {
  /** Losses have one oracle, and constraints that look back are refused in parts of a day. */
  private static final Set<Family> NOT_IN_PARTS = Set.of(Family.LOSSES, Family.VARIABLES);

  private static final int TRACE_LINES = 4;

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

  @Option(
      names = "--mutations",
      defaultValue = "0",
      description = "Values changed in each result that the auditor must notice.")
  private int mutations;

  @Option(
      names = "--chain",
      description = "Then the intraday and the real-time market of each case as well.")
  private boolean chain;

  @Option(
      names = "--formulations",
      description = "Every formulation and the whole model as well: the same optimum.")
  private boolean formulations;

  @Option(
      names = "--kind",
      defaultValue = "DAY",
      description =
          "What is cleared: DAY, ANCILLARY (energy first), LT_RUC (two days), WINDOWS or STUDY"
              + " (each case in its study and alone) (${DEFAULT-VALUE}).")
  private Kind kind;

  /** What is cleared and compared. */
  private enum Kind {
    DAY,
    ANCILLARY,
    LT_RUC,
    WINDOWS,
    STUDY
  }

  private int compared;
  private int disagree;
  private int relaxed;
  private int changed;
  private int missed;
  private int alarms;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    LinearSolver solver =
        HighsSolver.find().orElseThrow(() -> new IllegalStateException(HighsSolver.failure()));
    for (long k = seed; k < seed + count; k++) {
      Set<Family> chosen = RandomCases.families(Arrays.asList(families), k);
      boolean whole = kind == Kind.DAY || kind == Kind.STUDY;
      chosen.removeAll(whole ? Set.of() : NOT_IN_PARTS);
      List<String> texts = new ArrayList<>();
      try {
        one(chosen, k, solver, texts);
      } catch (RuntimeException e) {
        disagree++;
        texts.add(e + " at " + Arrays.asList(e.getStackTrace()).subList(0, TRACE_LINES));
      }
      print(out, k, chosen, texts);
    }
    out.println(
        String.format(
            Locale.ROOT,
            "%d cases: %d disagree, %d have no schedule within their units' own limits; "
                + "%d wrong results: %d missed, %d alarms at right ones",
            compared,
            disagree,
            relaxed,
            changed,
            missed,
            alarms));
    return disagree + missed + alarms == 0 ? 0 : 1;
  }

  private void one(Set<Family> chosen, long k, LinearSolver solver, List<String> texts) {
    ClearingOptions options = Comparison.exact(chosen.contains(Family.LOSSES));
    if (kind == Kind.STUDY) {
      for (Comparison each : StudyComparison.of(chosen, k, options, solver)) {
        count(each, texts);
      }
      return;
    }
    if (kind != Kind.DAY) {
      count(ofKind(chosen, k, options, solver), texts);
      return;
    }
    ClearingCase clearingCase = RandomCases.clearingCase(chosen, k);
    ClearingResult result = compare(clearingCase, options, solver, texts);
    if (result != null && chain && !result.statistics().elastic()) {
      for (ClearingCase next : MarketChain.after(clearingCase, result, options, solver)) {
        compare(next, options.in(next.market()), solver, texts);
      }
    }
    if (mutations > 0) {
      audit(clearingCase, options.losses(), k, solver, texts);
    }
  }

  private static void print(PrintWriter out, long k, Set<Family> chosen, List<String> texts) {
    for (String text : texts) {
      out.println(String.format(Locale.ROOT, "seed %d %s: %s", k, chosen, text));
    }
    out.flush();
  }

  private Comparison ofKind(
      Set<Family> chosen, long k, ClearingOptions options, LinearSolver solver) {
    return switch (kind) {
      case ANCILLARY -> {
        chosen.add(k % 2 == 0 ? Family.PRODUCTS : Family.NON_SPINNING);
        ClearingCase clearingCase = RandomCases.clearingCase(chosen, k);
        yield AncillaryComparison.of(clearingCase, options, solver);
      }
      case LT_RUC -> LongCycleComparison.of(RandomCases.wholeDay(chosen, k), options, solver);
      default -> WindowComparison.of(RandomCases.clearingCase(chosen, k), options, solver);
    };
  }

  private @Nullable ClearingResult count(Comparison comparison, List<String> texts) {
    compared++;
    disagree += comparison.disagreements().isEmpty() ? 0 : 1;
    boolean elastic = comparison.result() != null && comparison.result().statistics().elastic();
    relaxed += elastic ? 1 : 0;
    texts.addAll(comparison.disagreements());
    return comparison.result();
  }

  private @Nullable ClearingResult compare(
      ClearingCase clearingCase, ClearingOptions options, LinearSolver solver, List<String> texts) {
    Comparison comparison = Comparison.of(clearingCase, options, solver);
    List<String> found = new ArrayList<>(comparison.disagreements());
    if (formulations && comparison.result() != null) {
      found.addAll(Comparison.formulations(clearingCase, options, comparison.result(), solver));
    }
    found.replaceAll(text -> clearingCase.market() + ": " + text);
    return count(new Comparison(comparison.result(), found), texts);
  }

  private void audit(
      ClearingCase clearingCase, boolean losses, long k, LinearSolver solver, List<String> texts) {
    AuditCheck check = AuditCheck.of(clearingCase, losses, mutations, k, solver);
    changed += check.mutations();
    missed += check.misses().size();
    alarms += check.alarms().size();
    check.misses().forEach(miss -> texts.add("The auditor misses: " + miss));
  }
}
