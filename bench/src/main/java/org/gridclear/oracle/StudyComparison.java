package org.gridclear.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridclear.clearing.context.ClearingProgress;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.warmstart.WarmStart;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.oracle.random.Family;
import org.gridclear.oracle.random.RandomStudy;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.LinearSolver;
import org.gridclear.study.CaseOverlay;
import org.gridclear.study.ClearedAs;
import org.gridclear.study.StudyDefinition;
import org.gridclear.study.StudyReader;
import org.gridclear.study.WarmStartTree;
import org.gridclear.work.ClearingWork;
import org.gridclear.work.WorkKey;
import org.gridclear.work.WorkOutcome;
import org.gridclear.work.WorkUnit;
import org.jspecify.annotations.Nullable;

/**
 * A random study whose cases are cleared as in a study, each from what a similar one handed on, and
 * alone: written as a case file, read again and cleared from nothing.
 */
public final class StudyComparison {
  private static final String WRITTEN = "case.json.gz";
  private static final double SHARE = 1e-6;

  /** Losses are known to 1e-4. */
  private static final double LOSS_SHARE = 1e-5;

  private static final double PRICE_YUAN = 0.02;
  private static final double PRICE_SHARE = 5e-4;
  private static final double SAME_MW = 1e-4;
  private static final double LOSS_SAME_MW = 0.01;

  private final ClearingOptions options;
  private final LinearSolver solver;
  private final Path folder;
  private final StudyDefinition study;
  private final List<Integer> starts;
  private final Map<Integer, WorkOutcome> inStudy = new HashMap<>();

  private StudyComparison(
      ClearingOptions options, LinearSolver solver, Path folder, StudyDefinition study) {
    this.options = options;
    this.solver = solver;
    this.folder = folder;
    this.study = study;
    this.starts = WarmStartTree.of(study);
  }

  /** Clears a random study with these families, one comparison for each case but the base. */
  public static List<Comparison> of(
      Set<Family> families, long seed, ClearingOptions options, LinearSolver solver) {
    try {
      Path folder = Files.createTempDirectory("gridclear-study");
      try {
        StudyDefinition study = new RandomStudy(families, seed, folder).definition();
        StudyComparison each = new StudyComparison(options, solver, folder, study);
        List<Comparison> comparisons = new ArrayList<>();
        for (int k = 1; k < study.cases().size(); k++) {
          comparisons.add(each.compare(k));
        }
        return comparisons;
      } finally {
        for (String name : List.of(RandomStudy.BASE, WRITTEN)) {
          Files.deleteIfExists(folder.resolve(name));
        }
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private WorkOutcome inStudy(int k) {
    if (!inStudy.containsKey(k)) {
      WarmStart start = WarmStart.NONE;
      if (starts.get(k) != WarmStartTree.NONE
          && inStudy(starts.get(k)) instanceof WorkOutcome.Solved solved) {
        start = Objects.requireNonNullElse(solved.result().start(), WarmStart.NONE);
      }
      inStudy.put(k, run(study.cases().get(k), study.base(), options, start));
    }
    return inStudy.get(k);
  }

  private WorkOutcome run(
      CaseOverlay overlay, MarketDay base, ClearingOptions with, WarmStart start) {
    return ClearingWork.run(
        new WorkUnit.Clearing(new WorkKey(""), "", overlay, with, ""),
        base,
        start,
        solver,
        Deadline.never(),
        Deadline.never(),
        ClearingProgress.silent());
  }

  private Comparison compare(int k) throws IOException {
    CaseOverlay overlay = study.cases().get(k);
    ClearingCase resolved = overlay.resolve(study.base());
    byte[] written =
        CaseFiles.packCleared(resolved.day(), ClearedAs.map(options, resolved.switchedOff()));
    Files.write(folder.resolve(WRITTEN), written);
    StudyDefinition alone =
        StudyReader.read("study: a\nbase: {case: %s}\n".formatted(WRITTEN), "a.yaml", folder);
    List<String> found = new ArrayList<>();
    if (!alone.options().equals(options) || !alone.base().equals(resolved.day())) {
      found.add("The written case is another one.");
    }
    WorkOutcome one = inStudy(k);
    WorkOutcome other = run(alone.cases().get(0), alone.base(), alone.options(), WarmStart.NONE);
    @Nullable ClearingResult result = null;
    if (one instanceof WorkOutcome.Solved a && other instanceof WorkOutcome.Solved b) {
      result = a.result();
      same(a, b, found);
      found.addAll(Comparison.of(resolved.in(options.market()), options, solver).disagreements());
    } else if (!(one instanceof WorkOutcome.NotSolved a
        && other instanceof WorkOutcome.NotSolved b
        && a.failure().reason() == b.failure().reason())) {
      found.add("In the study %s, alone %s.".formatted(one, other));
    }
    found.replaceAll(text -> overlay.changes() + ": " + text);
    return new Comparison(result, found);
  }

  private void same(WorkOutcome.Solved inStudy, WorkOutcome.Solved alone, List<String> found) {
    ClearingResult a = inStudy.result();
    ClearingResult b = alone.result();
    for (WorkOutcome.Solved each : List.of(inStudy, alone)) {
      each.summary().auditFindings().forEach(text -> found.add("The auditor objects: " + text));
    }
    double share = options.losses() ? LOSS_SHARE : SHARE;
    double yuan = b.objectiveYuan();
    if (Math.abs(a.objectiveYuan() - yuan) > share * Math.max(1000, Math.abs(yuan))
        || a.statistics().elastic() != b.statistics().elastic()) {
      found.add("In the study %s yuan, alone %s.".formatted(a.objectiveYuan(), yuan));
    }
    // Where several schedules are optimal, each has prices of its own.
    if (java.util.Arrays.deepEquals(a.schedule().committed(), b.schedule().committed())
        && same(a.schedule().outputMw(), b.schedule().outputMw())
        && same(a.schedule().shedMw(), b.schedule().shedMw())) {
      prices(a, b, found);
    }
  }

  private boolean same(double[][] a, double[][] b) {
    for (int i = 0; i < a.length; i++) {
      for (int t = 0; t < a[i].length; t++) {
        if (Math.abs(a[i][t] - b[i][t]) > (options.losses() ? LOSS_SAME_MW : SAME_MW)) {
          return false;
        }
      }
    }
    return true;
  }

  private static void prices(ClearingResult a, ClearingResult b, List<String> found) {
    double[][] left = a.prices().lmpYuanPerMwh();
    double[][] right = b.prices().lmpYuanPerMwh();
    for (int i = 0; i < left.length; i++) {
      for (int t = 0; t < left[i].length; t++) {
        double size =
            Math.max(Math.abs(right[i][t]), Math.abs(b.prices().energyYuanPerMwh()[i][t]));
        if (Math.abs(left[i][t] - right[i][t]) > PRICE_YUAN + PRICE_SHARE * size) {
          found.add(
              "LMP of bus %d in period %d: in the study %s, alone %s."
                  .formatted(i, t + 1, left[i][t], right[i][t]));
        }
      }
    }
  }
}
