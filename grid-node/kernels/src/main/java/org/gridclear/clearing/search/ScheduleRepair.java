package org.gridclear.clearing.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.gridclear.solver.Solution;

/**
 * Mends a dispatched schedule a few statuses at a time, each try dispatched from where the last one
 * ended: units are started where load or reserve is short ({@link ShortfallStarts}), runs left out
 * that do not pay ({@link UneconomicRuns}), and units run as the relaxation runs them.
 * docs/decisions/006.
 */
final class ScheduleRepair {
  private static final int STARTS_MAX = 5;

  /** So many parts of runs are tried: a dispatch each. */
  private static final int PARTS_MAX = 40;

  private static final int FAILURES_MAX = 20;

  private static final double HALF = 0.5;

  /** A part that saves less than this share of the gap is left. */
  private static final double USEFUL_SHARE = 0.002;

  private final ModelSession solve;
  private final Predicate<Solution> enough;

  /**
   * In a model.
   *
   * @param enough whether a schedule is good enough, or there is no more time
   */
  ScheduleRepair(ModelSession solve, Predicate<Solution> enough) {
    this.solve = solve;
    this.enough = enough;
  }

  /**
   * A schedule without what it leaves short, as far as that makes it cheaper.
   *
   * @param schedule dispatched last
   * @param relaxed optimum of the relaxation, with duals
   */
  Solution completed(Solution schedule, Solution relaxed) {
    ShortfallStarts starts = new ShortfallStarts(solve.model(), relaxed);
    Solution best = schedule;
    for (int round = 1; round <= STARTS_MAX && !enough.test(best); round++) {
      boolean[][] on = statuses(best);
      Optional<Solution> next =
          starts.start(on, best.columns()) ? cheaper(on, best) : Optional.empty();
      if (next.isEmpty()) {
        return best;
      }
      best = next.get();
    }
    return best;
  }

  /**
   * A schedule without runs that do not pay.
   *
   * @param schedule dispatched, with duals
   * @param gap relative gap that is asked for
   */
  Solution trimmed(Solution schedule, double gap) {
    Solution best = schedule;
    double leastYuan = USEFUL_SHARE * gap * Math.abs(schedule.objective());
    List<UneconomicRuns.Part> failed = new ArrayList<>();
    for (int tries = 1;
        tries <= PARTS_MAX && failed.size() < FAILURES_MAX && !enough.test(best);
        tries++) {
      Optional<UneconomicRuns.Part> part =
          new UneconomicRuns(solve.model(), best)
              .saving(leastYuan).stream()
                  .filter(each -> failed.stream().noneMatch(each::covers))
                  .findFirst();
      if (part.isEmpty()) {
        return best;
      }
      boolean[][] on = statuses(best);
      for (int t = part.get().from(); t < part.get().to(); t++) {
        on[part.get().unit()][t] = false;
      }
      Optional<Solution> next = cheaper(on, best);
      if (next.isEmpty()) {
        failed.add(part.get());
      }
      best = next.orElse(best);
    }
    return best;
  }

  /**
   * A schedule in which units run as the relaxation runs them, rounded, where that makes it
   * cheaper: one unit after the other, first those whose statuses the relaxation's reduced costs
   * contradict most.
   *
   * @param schedule dispatched last
   * @param relaxed optimum of the relaxation, with duals
   */
  Solution drawnTo(Solution relaxed, Solution schedule) {
    boolean[][] wanted = new RoundingHeuristic(solve.model()).round(relaxed.columns(), HALF);
    double[] contradicted = contradicted(relaxed, statuses(schedule));
    int[] units =
        IntStream.range(0, wanted.length)
            .filter(g -> contradicted[g] > 0)
            .boxed()
            .sorted(Comparator.comparingDouble(g -> -contradicted[g]))
            .mapToInt(Integer::intValue)
            .toArray();
    Solution best = schedule;
    for (int g : units) {
      boolean[][] on = statuses(best);
      if (!Arrays.equals(on[g], wanted[g]) && !enough.test(best)) {
        on[g] = wanted[g];
        best = cheaper(on, best).orElse(best);
      }
    }
    return best;
  }

  /** Per unit, how far its statuses are from the relaxation's, and what its duals say of that. */
  private double[] contradicted(Solution relaxed, boolean[][] on) {
    int[][] columns = solve.model().statusColumns();
    double[] sum = new double[columns.length];
    for (int g = 0; g < columns.length && relaxed.columnDuals().length > 0; g++) {
      for (int t = 0; t < columns[g].length; t++) {
        int column = columns[g][t];
        double apart = Math.abs(relaxed.columns()[column] - (on[g][t] ? 1 : 0));
        sum[g] += apart * (1 + Math.abs(relaxed.columnDuals()[column]));
      }
    }
    return sum;
  }

  private Optional<Solution> cheaper(boolean[][] on, Solution than) {
    Optional<Solution> next =
        solve
            .redispatchStatuses(on, "mended", than.objective())
            .filter(point -> point.objective() < than.objective());
    next.ifPresent(solve::keep);
    return next;
  }

  private boolean[][] statuses(Solution schedule) {
    return solve.model().schedule(schedule.columns()).committed();
  }
}
