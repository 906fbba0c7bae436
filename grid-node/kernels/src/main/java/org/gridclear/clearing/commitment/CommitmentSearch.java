package org.gridclear.clearing.commitment;

import java.util.List;
import java.util.Optional;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.SolverPhase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.search.Incumbent;
import org.gridclear.clearing.search.ModelSession;
import org.gridclear.clearing.search.StatusFixing;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.Solution;

/**
 * Finds a commitment and proves how good it is, cheapest means first: steps of a {@link SearchPlan}
 * until a schedule is within the gap of what is proved. Otherwise the whole model is searched from
 * the best of them. docs/decisions/004-start.md and 006.
 */
public final class CommitmentSearch {
  /** With a good start the search has to prove more than to find. */
  private static final double SEARCH_HEURISTIC_SHARE = 0.01;

  private static final double HEURISTIC_SHARE = 0.05;

  /** Share of the time that the whole model leaves for windows: docs/decisions/006. */
  private static final double WINDOWS_TIME_SHARE = 0.15;

  private final ModelSession solve;
  private final ClearingOptions options;
  private final ClearingContext context;
  private final SearchGoal goal;
  private final SearchMeans means;
  private final StatusFixing fixing;
  private final SearchState start;

  /**
   * A search in a model.
   *
   * @param relaxed optimum of its relaxation
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
    this.goal = new SearchGoal(solve, options, context);
    this.means = new SearchMeans(solve, options, context, goal, ofBase);
    this.fixing = new StatusFixing(solve.model());
    this.start = SearchState.of(relaxed, boundYuan);
  }

  /** Searches; empty if no schedule exists. */
  public Optional<Incumbent> run() {
    return found().map(found -> found.with(solve.withAllRows(found.priced())));
  }

  private Optional<Incumbent> found() {
    tell("relaxation", start);
    Solution relaxed = start.relaxed();
    Optional<Solution> dispatched =
        fixing.nothingFree(relaxed) ? solve.withItsLosses(relaxed) : Optional.empty();
    if (dispatched.isPresent() && fixing.nothingFree(dispatched.get())) {
      double proved = solve.lossesTied() ? start.boundYuan() : dispatched.get().objective();
      Incumbent found = new Incumbent(dispatched.get(), proved, false, 1, 0);
      return found.gap() <= options.gap()
          ? Optional.of(found)
          : whole(start.with(dispatched), HEURISTIC_SHARE);
    }
    if (!inSteps()) {
      return whole(start, HEURISTIC_SHARE);
    }
    boolean small = fixing.wholeIsSmall();
    SearchPlan.Model model =
        new SearchPlan.Model(small, solve.inGrid(), solve.based(), options.gap());
    SearchState state = taken(SearchPlan.of(model, goal, means), start);
    if (goal.enough(state)) {
      Solution best = state.best().orElseThrow();
      boolean late = goal.gap(state, best) > options.gap();
      return Optional.of(new Incumbent(best, state.boundYuan(), late, 1, best.nodes()));
    }
    boolean toProve = state.best().isPresent() && !small;
    return whole(state, toProve ? SEARCH_HEURISTIC_SHARE : HEURISTIC_SHARE)
        .map(found -> improved(found, state));
  }

  private boolean inSteps() {
    return options.strategy() == ClearingOptions.Strategy.RELAX_AND_FIX;
  }

  /** What is known after the steps of a plan, up to the first that makes a schedule good enough. */
  private SearchState taken(List<SearchStep> plan, SearchState before) {
    SearchState state = before;
    for (SearchStep step : plan) {
      if (goal.enough(state)) {
        return state;
      }
      if (step.worth().test(state)) {
        state = step.means().apply(state);
        tell(step.name(), state);
      }
    }
    return state;
  }

  /** Tells that a step has ended, with the bound and what it found. */
  private void tell(String step, SearchState state) {
    double foundYuan = state.found().map(Solution::objective).orElse(Double.NaN);
    context.progress().phase(new SolverPhase(step, state.boundYuan(), foundYuan));
  }

  private Optional<Incumbent> whole(SearchState state, double heuristicShare) {
    double kept = inSteps() ? WINDOWS_TIME_SHARE : 0;
    Deadline until = context.searchUntil().sooner(kept).or(context.cancelled());
    return new WholeModelSearch(solve, options, context, heuristicShare, until).from(state);
  }

  /** What a search that ran out of time found, improved some hours at a time in the time kept. */
  private Incumbent improved(Incumbent found, SearchState before) {
    if (!found.timeLimited() || found.gap() <= options.gap()) {
      return found;
    }
    SearchState state = means.windows(before.provedTo(found.bound()).holding(found.priced()));
    tell("windows", state);
    return found.with(state.found().orElseThrow());
  }
}
