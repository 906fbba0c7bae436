package org.gridclear.clearing.search;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gridclear.clearing.context.ClearingAbortedException;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.search.StatusFixing.Scope;
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
public final class CommitmentSearch {
  private static final int ROUNDS_MAX = 60;

  /** A small program need not be solved better than a schedule shall be in the end. */
  private static final double START_GAP_SHARE = 0.4;

  /** With a good start the search has to prove more than to find. */
  private static final double SEARCH_HEURISTIC_SHARE = 0.01;

  private static final int START_NODES_MAX = 100;

  /** Searches of the whole model between which intervals of flows are split. */
  private static final int SPLIT_ROUNDS_MAX = 20;

  /** Share of the time that the whole model leaves for windows: docs/decisions/006. */
  private static final double WINDOWS_TIME_SHARE = 0.15;

  private final ModelSession solve;
  private final ClearingOptions options;
  private final ClearingContext context;
  private final PrimalHeuristics schedules;
  private final StatusFixing settled;
  private final ProvedBound bound;
  private final Optional<Solution> ofBase;
  private boolean small = true;
  private boolean dived;

  /**
   * A search in a model.
   *
   * @param boundYuan proved lower bound, at least the objective of the relaxation
   * @param ofBase the base's commitment if it has been dispatched
   */
  public CommitmentSearch(
      ModelSession solve,
      ClearingOptions options,
      ClearingContext context,
      Solution relaxed,
      double boundYuan,
      Optional<Solution> ofBase) {
    this.solve = solve;
    this.options = options;
    this.context = context;
    this.bound = new ProvedBound(solve, options, context, relaxed, boundYuan);
    this.schedules =
        new PrimalHeuristics(solve, context, point -> bound.enough(Optional.of(point)));
    this.settled = new StatusFixing(solve.model());
    this.ofBase = ofBase;
  }

  /** Searches; empty if no schedule exists. */
  public Optional<Incumbent> run() {
    return found().map(found -> found.with(solve.withAllRows(found.priced())));
  }

  private Optional<Incumbent> found() {
    bound.tell("relaxation", Double.NaN);
    Optional<Solution> dispatched =
        settled.nothingFree(bound.relaxed())
            ? solve.withItsLosses(bound.relaxed())
            : Optional.empty();
    if (dispatched.isPresent() && settled.nothingFree(dispatched.get())) {
      double proved = solve.lossesTied() ? bound.yuan() : dispatched.get().objective();
      Incumbent found = new Incumbent(dispatched.get(), proved, false, 1, 0);
      return found.gap() <= options.gap() ? Optional.of(found) : whole(dispatched);
    }
    Optional<Solution> best = Optional.empty();
    if (inSteps()) {
      best = withoutWholeModel();
      if (bound.enough(best)) {
        boolean late = bound.gap(best.get()) > options.gap();
        return Optional.of(new Incumbent(best.get(), bound.yuan(), late, 1, best.get().nodes()));
      }
    }
    return whole(best).map(this::improved);
  }

  private boolean inSteps() {
    return options.strategy() == ClearingOptions.Strategy.RELAX_AND_FIX;
  }

  /** The best schedule of the cheaper means, up to the first that is good enough. */
  private Optional<Solution> withoutWholeModel() {
    small = settled.wholeIsSmall();
    boolean based = solve.based();
    Scope first = based ? Scope.AGREED : Scope.WHOLE;
    Optional<Solution> best = Optional.empty();
    for (UnaryOperator<Optional<Solution>> mean :
        dives() ? dives(based, first) : programs(based, first)) {
      if (!bound.enough(best)) {
        best = Incumbent.better(mean.apply(best), best);
      }
    }
    return best;
  }

  /** Linear programs, and small programs with most statuses fixed. */
  private List<UnaryOperator<Optional<Solution>>> programs(boolean based, Scope first) {
    return List.of(
        best -> based && (small || !bound.refutesBase()) ? baseDispatched() : best,
        best -> based && small && bound.withinReach(best) ? proved(best) : best,
        best -> based && small ? raised(best) : best,
        this::rounded,
        best -> based && small ? named("relaxation's statuses", best.map(this::drawn)) : best,
        best -> based && small && bound.withinReach(best) ? proved(best) : best,
        this::raised,
        best -> coarse() ? trimmed(Incumbent.better(rounded(best), best)) : best,
        best -> settledByBase(based, best) ? best : small(first, best),
        best -> small && best.filter(bound::poor).isPresent() ? windows(best, () -> {}) : best,
        best ->
            (small && !bound.capacityScarce()) || settledByBase(based, best)
                ? best
                : small(small ? Scope.PERIODS : Scope.CERTAIN, best),
        best -> coarse() ? windows(best, () -> {}) : best,
        best -> based && small ? proved(best) : best);
  }

  /** Dives, and windows after them. A schedule that is near needs no dive: it ends no nearer. */
  private List<UnaryOperator<Optional<Solution>>> dives(boolean based, Scope first) {
    UnaryOperator<Optional<Solution>> windows = best -> windows(best, () -> fix(first));
    return List.of(
        best -> based ? baseDispatched() : rounded(best),
        best -> bound.near(best) ? raised(best) : best,
        best ->
            based && !bound.near(best)
                ? named("base completed", schedules.completed(bound.relaxed()))
                : best,
        best -> bound.near(best) ? best : dive(),
        this::raised,
        windows,
        best -> dived ? best : windows.apply(Incumbent.better(dive(), best)),
        best -> small(first, best),
        best -> small(Scope.CERTAIN, best));
  }

  /** Whether what the base leaves to do is to prove: that the whole of a small model does best. */
  private boolean settledByBase(boolean based, Optional<Solution> best) {
    return based && small && bound.near(best);
  }

  private Optional<Solution> baseDispatched() {
    return named(
        "base dispatched", ofBase.or(() -> schedules.ofBase(bound.relaxed(), bound.usefulYuan())));
  }

  /** Whether little is asked of a small model without a grid: a mended schedule may do. */
  private boolean coarse() {
    return small && !solve.inGrid() && options.gap() >= CaseModel.COARSE_GAP_MIN;
  }

  private Optional<Solution> trimmed(Optional<Solution> schedule) {
    return named("trimmed", schedule.map(point -> schedules.trimmed(point, options.gap())));
  }

  private Optional<Solution> dive() {
    dived = true;
    return named("dive", schedules.dived(bound.relaxed()));
  }

  private Optional<Solution> rounded(Optional<Solution> best) {
    double useful =
        Math.min(bound.usefulYuan(), best.map(Solution::objective).orElse(bound.usefulYuan()));
    return named("rounded statuses", schedules.rounded(bound.relaxed(), useful));
  }

  private Solution drawn(Solution best) {
    return schedules.drawnTo(bound.relaxed(), best);
  }

  private Optional<Solution> named(String name, Optional<Solution> schedule) {
    schedule.ifPresent(point -> bound.tell(name, point.objective()));
    return schedule;
  }

  /** Whether a dive takes the place of small programs: dense flow rows make their cuts dear. */
  private boolean dives() {
    return !small && solve.inGrid() && options.gap() >= CaseModel.COARSE_GAP_MIN;
  }

  /** What a search that ran out of time found, improved some hours at a time in the time kept. */
  private Incumbent improved(Incumbent found) {
    if (!found.timeLimited() || found.gap() <= options.gap() || !inSteps()) {
      return found;
    }
    return windows(Optional.of(found.priced()), () -> {}).map(found::with).orElse(found);
  }

  /**
   * A schedule improved some hours at a time.
   *
   * @param settle fixes statuses that no window opens
   */
  private Optional<Solution> windows(Optional<Solution> schedule, Runnable settle) {
    WindowNeighbourhoodSearch search =
        new WindowNeighbourhoodSearch(
            solve,
            context,
            bound.relaxed(),
            options.gap(),
            bound.enoughYuan(),
            p -> bound.enough(Optional.of(p)),
            settle);
    return named("windows", schedule.map(search::improve));
  }

  private Optional<Solution> raised(Optional<Solution> best) {
    bound.raise(small, best);
    return best;
  }

  private Optional<Solution> proved(Optional<Solution> best) {
    return bound.prove(best, this::drawn);
  }

  private int fix(Scope scope) {
    return settled.fix(solve.session(), bound.relaxed(), context.start().committed(), scope);
  }

  /** The best schedule of a small program that leaves few statuses open, dispatched. */
  private Optional<Solution> small(Scope scope, Optional<Solution> known) {
    SolverLimits limits =
        new SolverLimits(options.gap() * START_GAP_SHARE, START_NODES_MAX)
            .withTarget(bound.enoughYuan())
            .with(small ? SolverLimits.Effort.QUICK : SolverLimits.Effort.FULL);
    boolean startsKnown = scope == Scope.AGREED || scope == Scope.PERIODS;
    SmallProgram program =
        new SmallProgram(solve, context, bound.relaxed(), limits, bound.yuan() * options.gap() / 4);
    Optional<Solution> priced =
        program.best(() -> fix(scope), startsKnown ? known : Optional.empty());
    bound.tell(scope.text(), priced.map(Solution::objective).orElse(Double.NaN));
    return priced;
  }

  /**
   * Searches the whole model, dispatches within all flow limits, and searches again only if the
   * limits that were missing cost more than the gap allows; empty if infeasible.
   */
  private Optional<Incumbent> whole(Optional<Solution> start) {
    double heuristics = start.isPresent() && !small ? SEARCH_HEURISTIC_SHARE : 0.05;
    SolverLimits limits =
        new SolverLimits(bound.searchGap(), options.nodesMax(), heuristics)
            .withTarget(bound.enoughYuan());
    long nodes = 0;
    double kept = inSteps() ? WINDOWS_TIME_SHARE : 0;
    Deadline until = context.searchUntil().sooner(kept).or(context.cancelled());
    Optional<Solution> best = start;
    for (int round = 1; round <= ROUNDS_MAX; round++) {
      double provedYuan = opened(best);
      SolverOutcome outcome = solve.session().solve(limits, until);
      if (outcome instanceof SolverOutcome.Infeasible) {
        // A schedule that is known refutes that there is none.
        return best.isEmpty()
            ? Optional.empty()
            : Optional.of(new Incumbent(best.get(), bound.yuan(), false, round, nodes));
      }
      boolean timeLimited = outcome instanceof SolverOutcome.TimedOut;
      if (start.isEmpty() && foundNothing(outcome)) {
        return allUsedOn(outcome);
      }
      Optional<Solution> searched =
          foundNothing(outcome) ? Optional.empty() : Optional.of(solve.solutionOf(outcome));
      double claimed = searched.map(Solution::bound).orElse(Double.NEGATIVE_INFINITY);
      boolean refuted = best.isPresent() && Incumbent.refutes(best.get(), claimed);
      if (searched.isPresent()) {
        bound.raiseTo(refuted ? bound.yuan() : Math.min(provedYuan, claimed));
        nodes += searched.get().nodes();
      }
      if (searched.isEmpty()) {
        return Optional.of(
            new Incumbent(start.orElseThrow(), bound.yuan(), timeLimited, round, nodes));
      }
      int rowsBefore = solve.flowRows().size();
      double[] columns = searched.get().columns();
      Solution priced =
          start.isPresent()
              ? solve.tryDispatch(columns, "dispatch").orElse(start.get())
              : solve.dispatch(columns, "dispatch");
      bound.tell("whole model", priced.objective());
      boolean held = solve.lossesTied();
      Solution cheapest =
          held || refuted ? Incumbent.better(Optional.of(priced), best).orElse(priced) : priced;
      Incumbent found = new Incumbent(cheapest, bound.yuan(), timeLimited, round, nodes);
      boolean last = timeLimited || refuted || found.gap() <= options.gap();
      boolean split = !last && round <= SPLIT_ROUNDS_MAX && solve.splitLosses(columns) > 0;
      boolean settled =
          solve.flowRows().size() == rowsBefore || outcome instanceof SolverOutcome.Feasible;
      if (last || (!split && settled)) {
        return Optional.of(found);
      }
      best = Optional.of(cheapest);
    }
    throw new ClearingAbortedException(
        ClearingOutcome.Reason.SOLVER_FAILED,
        "Flow limits were still violated after %d rounds.".formatted(ROUNDS_MAX));
  }

  /**
   * Opens the whole model, but for the statuses that every schedule has which would refute that the
   * best one known is good enough.
   *
   * @return what is proved of all schedules left out: they cost at least this
   */
  private double opened(Optional<Solution> best) {
    solve.release();
    double provedYuan = Double.POSITIVE_INFINITY;
    if (best.isPresent()
        && best.get().objective() > 0
        && bound.relaxed().columnDuals().length > 0) {
      provedYuan = best.get().objective() * (1 - bound.searchGap());
      int fixed = settled.fixBeyond(solve.session(), bound.relaxed(), provedYuan, best.get());
      context.progress().step("%d statuses settled by their costs".formatted(fixed));
    }
    // The solver forgets a start when bounds change, so it comes last.
    best.ifPresent(point -> solve.session().setStart(point.columns()));
    return provedYuan;
  }

  private boolean foundNothing(SolverOutcome outcome) {
    return outcome instanceof SolverOutcome.TimedOut
        && outcome.point().isEmpty()
        && !context.cancelled().passed();
  }

  /** What is left where a search was stopped before it found anything. */
  private Optional<Incumbent> allUsedOn(SolverOutcome outcome) {
    Optional<Solution> point = named("all used units on", schedules.allUsedOn(bound.relaxed()));
    return Optional.of(
        point
            .map(each -> new Incumbent(each, bound.yuan(), true, 1, 0))
            .orElseThrow(() -> ClearingAbortedException.by(outcome, options.secondsMax())));
  }
}
