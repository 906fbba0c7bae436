package org.gridclear.clearing.commitment;

import java.util.Optional;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.search.Incumbent;
import org.gridclear.clearing.search.ModelSession;
import org.gridclear.clearing.search.ReducedCostBounds;
import org.gridclear.solver.Solution;

/** What is asked of a search, and how far from it a state is. Nothing of it changes. */
final class SearchGoal {
  /** The search stops a little within the gap, so that pricing cannot carry it over. */
  static final double SEARCH_GAP_SHARE = 0.99;

  /** The same where the dispatch may still meet limits that the search has not seen. */
  static final double SEARCH_GAP_SHARE_IN_GRID = 0.9;

  /** A schedule that is further away is improved some hours at a time before the whole search. */
  private static final double POOR_GAP = 0.02;

  /** A schedule so many gaps from the bound is as good as a dive's: docs/decisions/006. */
  private static final double NEAR_GAPS = 1.3;

  /** The same where cuts of capacity are known: what is further away, more rounds do not prove. */
  private static final double REACH_GAPS = 3;

  /** Above the bound by more, a commitment is not even dispatched to the end. */
  private static final double USEFUL_SHARE_MAX = 0.1;

  private final ModelSession solve;
  private final ClearingOptions options;
  private final ClearingContext context;

  /** The goal of a search in a model. */
  SearchGoal(ModelSession solve, ClearingOptions options, ClearingContext context) {
    this.solve = solve;
    this.options = options;
    this.context = context;
  }

  /** The gap that a search aims at. */
  double searchGap() {
    return options.gap() * (solve.inGrid() ? SEARCH_GAP_SHARE_IN_GRID : SEARCH_GAP_SHARE);
  }

  /**
   * Objective from which the bound proves a schedule good enough; -Infinity where none is known.
   */
  double enoughYuan(SearchState state) {
    double bound = state.boundYuan();
    return bound > 0 ? bound / (1 - searchGap()) : Double.NEGATIVE_INFINITY;
  }

  /** Objective from which a commitment is not even dispatched to the end. */
  double usefulYuan(SearchState state) {
    return state.boundYuan() + USEFUL_SHARE_MAX * Math.abs(state.boundYuan());
  }

  /** Bound from which a schedule of a case that has a base is good enough, so no more is raised. */
  double provingYuan(SearchState state) {
    return state
        .best()
        .filter(point -> solve.based())
        .map(point -> point.objective() * (1 - SEARCH_GAP_SHARE * options.gap()))
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Relative distance of a schedule from the bound. */
  double gap(SearchState state, Solution schedule) {
    return new Incumbent(schedule, state.boundYuan(), false, 1, 0).gap();
  }

  /** Whether a schedule is all that is asked for, or all that there is time for. */
  boolean enough(SearchState state, Solution schedule) {
    return gap(state, schedule) <= options.gap() || context.searchUntil().passed();
  }

  /** Whether the best schedule is. */
  boolean enough(SearchState state) {
    Optional<Solution> best = state.best();
    return best.isPresent() && enough(state, best.get());
  }

  /** Whether what the best schedule lacks is rather proof. */
  boolean near(SearchState state) {
    return within(NEAR_GAPS * options.gap(), state);
  }

  /** Whether cuts may prove the best schedule good enough. */
  boolean withinReach(SearchState state) {
    return within((solve.cuts().known() ? REACH_GAPS : NEAR_GAPS) * options.gap(), state);
  }

  /** Whether the best schedule is far from the bound. */
  boolean poor(SearchState state) {
    return state.best().isPresent() && !within(POOR_GAP, state);
  }

  private boolean within(double gap, SearchState state) {
    return state.best().isPresent() && gap(state, state.best().get()) <= gap;
  }

  /** Whether more cuts may prove what those before did not. */
  boolean provable(SearchState state) {
    double proving = provingYuan(state);
    return solve.based()
        && state.best().isPresent()
        && state.boundYuan() < proving
        && proving != state.raise().triedYuan();
  }

  /** Whether the relaxation's duals show that the base's statuses are not good enough. */
  boolean refutesBase(SearchState state) {
    return enoughYuan(state) > 0
        && solve.inGrid()
        && ReducedCostBounds.leastYuan(solve.model(), state.relaxed(), context.start().committed())
            > enoughYuan(state);
  }
}
