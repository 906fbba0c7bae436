package org.gridclear.clearing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gridclear.clearing.SettledStatuses.Scope;
import org.gridclear.scenario.resolved.ClearingOptions;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.Solution;
import org.gridclear.solver.SolverLimits;
import org.gridclear.solver.SolverOutcome;

/**
 * Finds a commitment and proves how good it is, cheapest means first: statuses that the relaxation
 * (and a base case, where there is one) leaves no doubt about are fixed, the small program that is
 * left gives a schedule, and if the relaxation's bound proves that good enough, that is all.
 * Otherwise the whole model is searched from that schedule. docs/decisions/004-start.md.
 */
final class CommitmentSearch {
  private static final int ROUNDS_MAX = 60;

  /** The search stops a little within the gap, so that pricing cannot carry it over. */
  private static final double SEARCH_GAP_SHARE = 0.99;

  /** The same where the dispatch may still meet limits that the search has not seen. */
  private static final double SEARCH_GAP_SHARE_IN_GRID = 0.9;

  /** A schedule that is further away is improved some hours at a time before the whole search. */
  private static final double POOR_GAP = 0.02;

  /** A small program need not be solved better than a schedule shall be in the end. */
  private static final double START_GAP_SHARE = 0.4;

  /** With a good start the search has to prove more than to find. */
  private static final double SEARCH_HEURISTIC_SHARE = 0.01;

  private static final int START_NODES_MAX = 100;
  private static final double USED_MIN = 1e-3;

  /** Above the bound by more, a commitment is not even dispatched to the end. */
  private static final double USEFUL_SHARE_MAX = 0.1;

  private static final int SMALL_ROUNDS_MAX = 3;

  /** Share of the time that the whole model leaves for windows: docs/decisions/006. */
  private static final double WINDOWS_TIME_SHARE = 0.15;

  private final ModelSolve solve;
  private final ClearingOptions options;
  private final ClearingContext context;
  private final Solution relaxed;
  private double bound;
  private boolean small = true;

  /**
   * A commitment with its dispatch.
   *
   * @param priced dispatch of the commitment, with duals
   * @param bound proved lower bound of the objective
   */
  record Found(Solution priced, double bound, boolean timeLimited, int rounds, long nodes) {
    Found with(Solution again) {
      return new Found(again, bound, timeLimited, rounds, nodes);
    }

    double gap() {
      double objective = priced.objective();
      return Math.max(0, objective - bound) / Math.max(1e-9, Math.abs(objective));
    }
  }

  /**
   * A search in a model.
   *
   * @param boundYuan proved lower bound, at least the objective of the relaxation
   */
  CommitmentSearch(
      ModelSolve solve,
      ClearingOptions options,
      ClearingContext context,
      Solution relaxed,
      double boundYuan) {
    this.solve = solve;
    this.options = options;
    this.context = context;
    this.relaxed = relaxed;
    this.bound = boundYuan;
  }

  /** Searches; empty if no schedule exists. */
  Optional<Found> run() {
    return found().map(found -> found.with(solve.withAllRows(found.priced())));
  }

  private Optional<Found> found() {
    phase("relaxation", Double.NaN);
    Optional<Solution> dispatched =
        nothingFree(relaxed) ? solve.withItsLosses(relaxed) : Optional.empty();
    if (dispatched.isPresent() && nothingFree(dispatched.get())) {
      return Optional.of(new Found(dispatched.get(), dispatched.get().objective(), false, 1, 0));
    }
    Optional<Solution> best = Optional.empty();
    if (inSteps()) {
      best = withoutWholeModel();
      if (enough(best)) {
        boolean late = gap(best.get()) > options.gap();
        return Optional.of(new Found(best.get(), bound, late, 1, best.get().nodes()));
      }
    }
    if (small && best.isPresent() && gap(best.get()) > POOR_GAP) {
      best = best.map(schedule -> windows(schedule, () -> {}));
    }
    solve.release();
    best.ifPresent(point -> solve.session().setStart(point.columns()));
    return whole(best).map(this::improved);
  }

  private boolean inSteps() {
    return options.strategy() == ClearingOptions.Strategy.RELAX_AND_FIX;
  }

  /** The best schedule of the cheaper means, up to the first that is good enough. */
  private Optional<Solution> withoutWholeModel() {
    SettledStatuses settled = new SettledStatuses(solve.model());
    boolean based = context.start().fits(solve.model().statusColumns().length);
    small = settled.wholeIsSmall();
    Optional<Solution> best = firstSchedule(based);
    if (!small && !enough(best)) {
      raiseBound();
    }
    Scope first = based ? Scope.AGREED : Scope.WHOLE;
    if (dives() && !enough(best)) {
      best = best.map(schedule -> windows(schedule, () -> fix(settled, first)));
    }
    for (Scope scope : small ? List.of(first) : List.of(first, Scope.CERTAIN)) {
      if (!enough(best)) {
        best = better(best, small(settled, scope, best));
      }
    }
    return best;
  }

  /** A schedule from linear programs alone. */
  private Optional<Solution> firstSchedule(boolean based) {
    Optional<Solution> best =
        based ? baseDispatched(solve, context, usefulYuan()) : Optional.empty();
    best.ifPresent(p -> phase("base dispatched", p.objective()));
    if (!enough(best)) {
      best = better(rounded(best), best);
    }
    return enough(best) || !dives() ? best : better(dived(), best);
  }

  /** Whether a dive takes the place of small programs: dense flow rows make their cuts dear. */
  private boolean dives() {
    return !small && solve.inGrid() && options.gap() >= ModelSolve.COARSE_GAP_MIN;
  }

  /** What a search that ran out of time found, improved some hours at a time in the time kept. */
  private Found improved(Found found) {
    if (!found.timeLimited() || found.gap() <= options.gap() || !inSteps()) {
      return found;
    }
    return found.with(windows(found.priced(), () -> {}));
  }

  /**
   * A schedule improved some hours at a time.
   *
   * @param settle fixes statuses that no window opens
   */
  private Solution windows(Solution schedule, Runnable settle) {
    Solution best =
        new WindowSearch(solve, context, relaxed, options.gap(), enoughYuan(), settle)
            .improve(schedule);
    phase("windows", best.objective());
    return best;
  }

  /** The bound raised by what whole statuses cost each unit: docs/decisions/006. */
  private void raiseBound() {
    if (bound > 0) {
      Deadline until = context.searchUntil().or(context.cancelled());
      double raise = UnitHulls.raiseYuan(solve.model(), relaxed, context.solver(), until);
      bound = Math.max(bound, relaxed.objective() + raise);
      phase("units by themselves", Double.NaN);
    }
  }

  /**
   * Objective from which the bound proves a schedule good enough; -Infinity where none is known.
   */
  private double enoughYuan() {
    return bound > 0 ? bound / (1 - searchGap()) : Double.NEGATIVE_INFINITY;
  }

  private double searchGap() {
    return options.gap() * (solve.inGrid() ? SEARCH_GAP_SHARE_IN_GRID : SEARCH_GAP_SHARE);
  }

  /** Whether a schedule is all that is asked for, or all that there is time for. */
  private boolean enough(Optional<Solution> best) {
    return best.isPresent() && (gap(best.get()) <= options.gap() || context.searchUntil().passed());
  }

  /**
   * Whether the data leave no whole number to decide: then the relaxation is the dispatch, but for
   * the last digits of its losses.
   */
  private boolean nothingFree(Solution point) {
    for (int column : solve.model().integerColumns()) {
      if (solve.model().linear().columnLower(column) < solve.model().linear().columnUpper(column)
          && Math.abs(point.columns()[column] - Math.rint(point.columns()[column])) > 1e-9) {
        return false;
      }
    }
    return true;
  }

  /** The base case's own commitment, dispatched: a linear program. */
  private static Optional<Solution> baseDispatched(
      ModelSolve solve, ClearingContext context, double yuanMax) {
    return solve.dispatchStatuses(context.start().committed(), "base commitment", yuanMax);
  }

  /** Objective from which a commitment is not even dispatched to the end. */
  private double usefulYuan() {
    return bound + USEFUL_SHARE_MAX * Math.abs(bound);
  }

  /**
   * The commitment of the same case before cuts were added, dispatched with them, if it still is
   * good enough or there is no more time: then nothing need be relaxed or searched again.
   *
   * @param bound proved lower bound
   */
  static Optional<Found> kept(
      ModelSolve solve, ClearingOptions options, ClearingContext context, double bound) {
    if (!context.start().fits(solve.model().statusColumns().length)) {
      return Optional.empty();
    }
    Optional<Found> found =
        baseDispatched(solve, context, Double.POSITIVE_INFINITY)
            .map(priced -> new Found(priced, bound, true, 1, 0));
    found.ifPresent(
        f ->
            context
                .progress()
                .phase(new SolverPhase("commitment kept", bound, f.priced().objective())));
    Optional<Found> good =
        found.filter(f -> f.gap() <= options.gap() || context.searchUntil().passed());
    if (good.isEmpty()) {
      solve.release();
    }
    return good;
  }

  /** The relaxation's statuses rounded up, dispatched: a linear program too. */
  private Optional<Solution> rounded(Optional<Solution> best) {
    boolean[][] on =
        new RoundedStatuses(solve.model()).round(relaxed.columns(), RoundedStatuses.THRESHOLD);
    double yuanMax = Math.min(usefulYuan(), best.map(Solution::objective).orElse(usefulYuan()));
    Optional<Solution> priced = solve.dispatchStatuses(on, "rounded statuses", yuanMax);
    priced.ifPresent(p -> phase("rounded statuses", p.objective()));
    return priced;
  }

  /** The commitment of a dive, dispatched. */
  private Optional<Solution> dived() {
    Optional<Solution> priced =
        new StatusDive(solve)
            .statuses(relaxed, context.searchUntil().or(context.cancelled()))
            .flatMap(on -> solve.dispatchStatuses(on, "dive", Double.POSITIVE_INFINITY));
    priced.ifPresent(p -> phase("dive", p.objective()));
    return priced;
  }

  private void phase(String name, double yuan) {
    context.progress().phase(new SolverPhase(name, bound, yuan));
  }

  private double gap(Solution point) {
    return new Found(point, bound, false, 1, 0).gap();
  }

  private static Optional<Solution> better(Optional<Solution> a, Optional<Solution> b) {
    return a.isPresent() && (b.isEmpty() || a.get().objective() <= b.get().objective()) ? a : b;
  }

  private int fix(SettledStatuses settled, Scope scope) {
    return settled.fix(solve.session(), relaxed, context.start().committed(), scope);
  }

  /** The best schedule of a small program that leaves few statuses open, dispatched. */
  private Optional<Solution> small(SettledStatuses settled, Scope scope, Optional<Solution> known) {
    SolverLimits limits =
        new SolverLimits(options.gap() * START_GAP_SHARE, START_NODES_MAX).withTarget(enoughYuan());
    Optional<Solution> priced = Optional.empty();
    Optional<Solution> start = scope == Scope.AGREED ? known : Optional.empty();
    for (int round = 1; round <= SMALL_ROUNDS_MAX; round++) {
      solve.release();
      int fixed = fix(settled, scope);
      solve.serveAll(relaxed);
      context.progress().step("%d statuses settled".formatted(fixed));
      start.ifPresent(point -> solve.session().setStart(point.columns()));
      SolverOutcome outcome =
          solve.session().solve(limits, context.searchUntil().or(context.cancelled()));
      Optional<Solution> found = ModelSolve.pointOf(outcome);
      if (found.isEmpty()) {
        break;
      }
      int rowsBefore = solve.flowRows().size();
      start = solve.tryDispatch(found.get().columns(), "start");
      if (start.isEmpty()) {
        break;
      }
      priced = better(priced, start);
      double missed = start.get().objective() - found.get().objective();
      if (solve.flowRows().size() == rowsBefore || missed <= bound * options.gap() / 4) {
        break;
      }
    }
    phase(scope.text(), priced.map(Solution::objective).orElse(Double.NaN));
    return priced;
  }

  /**
   * Searches the whole model, dispatches within all flow limits, and searches again only if the
   * limits that were missing cost more than the gap allows; empty if infeasible.
   */
  private Optional<Found> whole(Optional<Solution> start) {
    double heuristics = start.isPresent() && !small ? SEARCH_HEURISTIC_SHARE : 0.05;
    SolverLimits limits =
        new SolverLimits(searchGap(), options.nodesMax(), heuristics).withTarget(enoughYuan());
    long nodes = 0;
    double kept = inSteps() ? WINDOWS_TIME_SHARE : 0;
    Deadline until = context.searchUntil().sooner(kept).or(context.cancelled());
    for (int round = 1; round <= ROUNDS_MAX; round++) {
      SolverOutcome outcome = solve.session().solve(limits, until);
      if (outcome instanceof SolverOutcome.Infeasible) {
        return Optional.empty();
      }
      boolean timeLimited = outcome instanceof SolverOutcome.TimedOut;
      if (start.isEmpty() && foundNothing(outcome)) {
        return Optional.of(allUsedOn().orElseThrow(() -> solve.stopped(outcome)));
      }
      Optional<Solution> searched =
          fallsBack(outcome, start) ? Optional.empty() : Optional.of(solve.solutionOf(outcome));
      if (searched.isPresent()) {
        bound = Math.max(bound, searched.get().bound());
        nodes += searched.get().nodes();
      }
      if (searched.isEmpty()) {
        return Optional.of(new Found(start.orElseThrow(), bound, timeLimited, round, nodes));
      }
      int rowsBefore = solve.flowRows().size();
      double[] columns = searched.get().columns();
      Solution priced =
          start.isPresent()
              ? solve.tryDispatch(columns, "dispatch").orElse(start.get())
              : solve.dispatch(columns, "dispatch");
      Found found = new Found(priced, bound, timeLimited, round, nodes);
      phase("whole model", priced.objective());
      if (timeLimited
          || found.gap() <= options.gap()
          || solve.flowRows().size() == rowsBefore
          || outcome instanceof SolverOutcome.Feasible) {
        return Optional.of(found);
      }
      solve.release();
      solve.session().setStart(priced.columns());
    }
    throw new Stopped(
        ClearingOutcome.Reason.SOLVER_FAILED,
        "Flow limits were still violated after %d rounds.".formatted(ROUNDS_MAX));
  }

  /** Whether a search was stopped before it found anything, and the start is all there is. */
  private boolean fallsBack(SolverOutcome outcome, Optional<Solution> start) {
    return foundNothing(outcome) && start.isPresent();
  }

  private boolean foundNothing(SolverOutcome outcome) {
    return outcome instanceof SolverOutcome.TimedOut
        && ModelSolve.pointOf(outcome).isEmpty()
        && !context.cancelled().passed();
  }

  /**
   * The last resort of a stopped search: every unit that the relaxation uses is on where it may.
   */
  private Optional<Found> allUsedOn() {
    int[][] columns = solve.model().statusColumns();
    boolean[][] on = new boolean[columns.length][];
    for (int g = 0; g < columns.length; g++) {
      boolean used =
          Arrays.stream(columns[g]).anyMatch(column -> relaxed.columns()[column] > USED_MIN);
      on[g] = new boolean[columns[g].length];
      Arrays.fill(on[g], used);
    }
    Optional<Solution> priced =
        solve.dispatchStatuses(on, "all used units on", Double.POSITIVE_INFINITY);
    priced.ifPresent(p -> phase("all used units on", p.objective()));
    return priced.map(point -> new Found(point, bound, true, 1, 0));
  }
}
