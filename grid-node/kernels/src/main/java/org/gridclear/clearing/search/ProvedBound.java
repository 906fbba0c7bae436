package org.gridclear.clearing.search;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gridclear.clearing.bound.UnitConvexHullBound;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.SolverPhase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.Solution;

/**
 * What a search has proved of a model so far, and how good that makes a schedule: the bound of the
 * relaxation, raised once by cuts or by what whole statuses cost.
 */
final class ProvedBound {
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

  /** Where cuts close less of the gap, what the relaxation lacks is not units at a peak. */
  private static final double CUTS_USEFUL_SHARE = 0.05;

  private final ModelSession solve;
  private final ClearingOptions options;
  private final ClearingContext context;
  private Solution relaxed;
  private double yuan;
  private boolean raised;
  private double provingLast = Double.NaN;
  private boolean capacityScarce;

  /**
   * The bound of a model before it is raised.
   *
   * @param yuan proved lower bound, at least the objective of the relaxation
   */
  ProvedBound(
      ModelSession solve,
      ClearingOptions options,
      ClearingContext context,
      Solution relaxed,
      double yuan) {
    this.solve = solve;
    this.options = options;
    this.context = context;
    this.relaxed = relaxed;
    this.yuan = yuan;
  }

  /** The relaxation, with its cuts once the bound was raised by them. */
  Solution relaxed() {
    return relaxed;
  }

  /** No schedule costs less. */
  double yuan() {
    return yuan;
  }

  /** Whether cuts showed that parts of units stand in for whole ones at a peak. */
  boolean capacityScarce() {
    return capacityScarce;
  }

  /** Takes what a search has proved. */
  void raiseTo(double provedYuan) {
    yuan = Math.max(yuan, provedYuan);
  }

  /**
   * Raises the bound once, in small models by cuts, which shape the relaxation as well, in others
   * by what whole statuses cost each unit: docs/decisions/006.
   *
   * @param best the best schedule that is known
   */
  void raise(boolean small, Optional<Solution> best) {
    if (raised) {
      return;
    }
    raised = true;
    Deadline until = context.searchUntil().or(context.cancelled());
    if (small) {
      raiseByCuts(best, until);
      tell("capacity cuts", Double.NaN);
    } else if (yuan > 0) {
      double raise = UnitConvexHullBound.raiseYuan(solve.model(), relaxed, context.solver(), until);
      raiseTo(relaxed.objective() + raise);
      tell("units by themselves", Double.NaN);
    }
  }

  private void raiseByCuts(Optional<Solution> best, Deadline until) {
    double before = relaxed.objective();
    relaxed = new CapacityCuts(solve, options.gap()).raised(relaxed, provingYuan(best), until);
    raiseTo(relaxed.objective());
    double useful = CUTS_USEFUL_SHARE * options.gap() * Math.abs(before);
    // A base with the same schedules has been searched where they are scarce.
    capacityScarce = !solve.cuts().known() && relaxed.objective() - before > useful;
  }

  /**
   * Raises the bound of a small model of a case that has a base by all cuts there are, as far as
   * that proves a schedule good enough, and betters the schedule between rounds of cuts.
   *
   * @param better a schedule that is at least as good, by the relaxation of then
   * @return the schedule
   */
  Optional<Solution> prove(Optional<Solution> best, UnaryOperator<Solution> better) {
    double proving = provingYuan(best);
    if (!solve.based() || best.isEmpty() || yuan >= proving || proving == provingLast) {
      return best;
    }
    raised = true;
    Deadline until = context.searchUntil().or(context.cancelled());
    TableauRounds rounds = new TableauRounds(solve, options.gap());
    Optional<Solution> schedule = best;
    while (!rounds.over() && yuan < proving) {
      double before = yuan;
      relaxed = rounds.raised(relaxed, proving, until);
      raiseTo(relaxed.objective());
      // Where another round will do, it is cheaper than a few dispatches.
      boolean nearly = !rounds.over() && yuan - before > proving - yuan;
      schedule = yuan < proving && !nearly ? schedule.map(better) : schedule;
      proving = provingYuan(schedule);
    }
    provingLast = proving;
    solve.cuts().dropOfFlows();
    tell("rounded rows", schedule.map(Solution::objective).orElse(Double.NaN));
    return schedule;
  }

  /** Bound from which a schedule of a case that has a base is good enough, so no more is raised. */
  private double provingYuan(Optional<Solution> best) {
    return best.filter(point -> solve.based())
        .map(point -> point.objective() * (1 - SEARCH_GAP_SHARE * options.gap()))
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** The gap that a search aims at. */
  double searchGap() {
    return options.gap() * (solve.inGrid() ? SEARCH_GAP_SHARE_IN_GRID : SEARCH_GAP_SHARE);
  }

  /**
   * Objective from which the bound proves a schedule good enough; -Infinity where none is known.
   */
  double enoughYuan() {
    return yuan > 0 ? yuan / (1 - searchGap()) : Double.NEGATIVE_INFINITY;
  }

  /** Objective from which a commitment is not even dispatched to the end. */
  double usefulYuan() {
    return yuan + USEFUL_SHARE_MAX * Math.abs(yuan);
  }

  /** Relative distance of a schedule from the bound. */
  double gap(Solution schedule) {
    return new Incumbent(schedule, yuan, false, 1, 0).gap();
  }

  /** Whether a schedule is all that is asked for, or all that there is time for. */
  boolean enough(Optional<Solution> best) {
    return best.isPresent() && (gap(best.get()) <= options.gap() || context.searchUntil().passed());
  }

  /** Whether what a schedule lacks is rather proof. */
  boolean near(Optional<Solution> best) {
    return best.isPresent() && gap(best.get()) <= NEAR_GAPS * options.gap();
  }

  /** Whether cuts may prove a schedule good enough. */
  boolean withinReach(Optional<Solution> best) {
    double gaps = solve.cuts().known() ? REACH_GAPS : NEAR_GAPS;
    return best.isPresent() && gap(best.get()) <= gaps * options.gap();
  }

  /** Whether a schedule is far from the bound. */
  boolean poor(Solution schedule) {
    return gap(schedule) > POOR_GAP;
  }

  /** Whether the relaxation's duals show that the base's statuses are not good enough. */
  boolean refutesBase() {
    return enoughYuan() > 0
        && solve.inGrid()
        && ReducedCostBounds.leastYuan(solve.model(), relaxed, context.start().committed())
            > enoughYuan();
  }

  /**
   * Tells that a step of the search has ended.
   *
   * @param scheduleYuan objective of what it found, NaN for nothing
   */
  void tell(String step, double scheduleYuan) {
    context.progress().phase(new SolverPhase(step, yuan, scheduleYuan));
  }
}
