package org.gridclear.clearing.commitment;

import java.util.Optional;
import org.gridclear.clearing.bound.UnitConvexHullBound;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.search.CapacityCuts;
import org.gridclear.clearing.search.ModelSession;
import org.gridclear.clearing.search.PrimalHeuristics;
import org.gridclear.clearing.search.StatusFixing;
import org.gridclear.clearing.search.StatusFixing.Scope;
import org.gridclear.clearing.search.TableauRounds;
import org.gridclear.clearing.search.WindowNeighbourhoodSearch;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.Solution;
import org.gridclear.solver.SolverLimits;

/** What steps of a search do in a model: from what is known to what is known after it. */
final class SearchMeans {
  /** A small program need not be solved better than a schedule shall be in the end. */
  private static final double START_GAP_SHARE = 0.4;

  private static final int START_NODES_MAX = 100;

  /** Where cuts close less of the gap, what the relaxation lacks is not units at a peak. */
  private static final double CUTS_USEFUL_SHARE = 0.05;

  private final ModelSession solve;
  private final ClearingOptions options;
  private final ClearingContext context;
  private final SearchGoal goal;
  private final StatusFixing fixing;
  private final Optional<Solution> ofBase;

  /**
   * The means in a model.
   *
   * @param ofBase the base's commitment if it has been dispatched
   */
  SearchMeans(
      ModelSession solve,
      ClearingOptions options,
      ClearingContext context,
      SearchGoal goal,
      Optional<Solution> ofBase) {
    this.solve = solve;
    this.options = options;
    this.context = context;
    this.goal = goal;
    this.fixing = new StatusFixing(solve.model());
    this.ofBase = ofBase;
  }

  private PrimalHeuristics schedules(SearchState state) {
    return new PrimalHeuristics(solve, context, point -> goal.enough(state, point));
  }

  private Deadline until() {
    return context.searchUntil().or(context.cancelled());
  }

  /** The base's commitment, dispatched. */
  SearchState baseDispatched(SearchState state) {
    return state.with(
        ofBase.or(() -> schedules(state).ofBase(state.relaxed(), goal.usefulYuan(state))));
  }

  /** The base's commitment where the relaxation does not contradict it, completed by a dive. */
  SearchState baseCompleted(SearchState state) {
    return state.with(schedules(state).completed(state.relaxed()));
  }

  /** The relaxation's statuses rounded up, unless that costs more than what is known. */
  SearchState rounded(SearchState state) {
    double useful = goal.usefulYuan(state);
    double least = Math.min(useful, state.best().map(Solution::objective).orElse(useful));
    return state.with(schedules(state).rounded(state.relaxed(), least));
  }

  /** The best schedule nearer to the relaxation. */
  SearchState drawn(SearchState state) {
    return state.with(state.best().map(point -> schedules(state).drawnTo(state.relaxed(), point)));
  }

  /** The best schedule without runs that do not pay. */
  SearchState trimmed(SearchState state) {
    return state.with(state.best().map(point -> schedules(state).trimmed(point, options.gap())));
  }

  /** The commitment of a dive. */
  SearchState dived(SearchState state) {
    return state.with(schedules(state).dived(state.relaxed())).dived();
  }

  /** The bound raised by cuts, which shape the relaxation as well. */
  SearchState raisedByCuts(SearchState state) {
    double before = state.relaxed().objective();
    Solution tighter =
        new CapacityCuts(solve, options.gap())
            .raised(state.relaxed(), goal.provingYuan(state), until());
    double useful = CUTS_USEFUL_SHARE * options.gap() * Math.abs(before);
    // A base with the same schedules has been searched where they are scarce.
    boolean scarce = !solve.cuts().known() && tighter.objective() - before > useful;
    return state.relaxedTo(tighter).raised(scarce);
  }

  /** The bound raised by what whole statuses cost each unit. */
  SearchState raisedByUnits(SearchState state) {
    Solution relaxed = state.relaxed();
    double raise = UnitConvexHullBound.raiseYuan(solve.model(), relaxed, context.solver(), until());
    return state.provedTo(relaxed.objective() + raise).raised(state.raise().capacityScarce());
  }

  /**
   * The bound of a small model of a case that has a base raised by all cuts there are, as far as
   * that proves a schedule good enough, and the schedule bettered between rounds of cuts.
   */
  SearchState proved(SearchState state) {
    TableauRounds rounds = new TableauRounds(solve, options.gap());
    SearchState now = state.with(state.best());
    double proving = goal.provingYuan(now);
    while (!rounds.over() && now.boundYuan() < proving) {
      double before = now.boundYuan();
      now = now.relaxedTo(rounds.raised(now.relaxed(), proving, until()));
      double left = proving - now.boundYuan();
      // Where another round will do, it is cheaper than a few dispatches.
      boolean nearly = !rounds.over() && now.boundYuan() - before > left;
      now = left > 0 && !nearly ? drawn(now) : now;
      proving = goal.provingYuan(now);
    }
    solve.cuts().dropOfFlows();
    return now.tried(proving);
  }

  /** The best schedule of a small program that leaves few statuses open, dispatched. */
  SearchState small(SearchState state, Scope scope, SolverLimits.Effort effort) {
    SolverLimits limits =
        new SolverLimits(options.gap() * START_GAP_SHARE, START_NODES_MAX)
            .withTarget(goal.enoughYuan(state))
            .with(effort);
    boolean startsKnown = scope == Scope.AGREED || scope == Scope.PERIODS;
    SmallProgram program =
        new SmallProgram(
            solve, context, state.relaxed(), limits, state.boundYuan() * options.gap() / 4);
    return state.with(
        program.best(() -> fix(state, scope), startsKnown ? state.best() : Optional.empty()));
  }

  /** The best schedule improved some hours at a time. */
  SearchState windows(SearchState state) {
    return windows(state, () -> {});
  }

  /** The same, with the statuses that the relaxation leaves no doubt about fixed. */
  SearchState windows(SearchState state, Scope scope) {
    return windows(state, () -> fix(state, scope));
  }

  private SearchState windows(SearchState state, Runnable settle) {
    WindowNeighbourhoodSearch search =
        new WindowNeighbourhoodSearch(
            solve,
            context,
            state.relaxed(),
            options.gap(),
            goal.enoughYuan(state),
            point -> goal.enough(state, point),
            settle);
    return state.with(state.best().map(search::improve)).improved();
  }

  private int fix(SearchState state, Scope scope) {
    return fixing.fix(solve.session(), state.relaxed(), context.start().committed(), scope);
  }
}
