package org.gridclear.clearing.commitment;

import java.util.Optional;
import org.gridclear.clearing.search.Incumbent;
import org.gridclear.solver.Solution;

/**
 * What a search knows between two steps.
 *
 * @param relaxed optimum of the relaxation, with its cuts once the bound was raised by them
 * @param boundYuan no schedule costs less
 * @param best the cheapest schedule that is known, dispatched, with duals
 * @param found what the last step found, be it dearer than the best
 * @param raise how far the bound was raised
 * @param dive how far a dive has come
 */
record SearchState(
    Solution relaxed,
    double boundYuan,
    Optional<Solution> best,
    Optional<Solution> found,
    Raise raise,
    Dive dive) {

  /**
   * What was done for the bound.
   *
   * @param done whether it was raised, which is done once
   * @param capacityScarce whether cuts showed that parts of units stand in for whole ones at a peak
   * @param triedYuan bound that the last rounds of cuts were to prove, NaN before the first
   */
  record Raise(boolean done, boolean capacityScarce, double triedYuan) {
    private static final Raise NONE = new Raise(false, false, Double.NaN);
  }

  /** How far a dive has come. */
  enum Dive {
    NONE,
    MADE,
    /** Windows came after it. */
    IMPROVED
  }

  /**
   * What is known before the first step.
   *
   * @param boundYuan proved lower bound, at least the objective of the relaxation
   */
  static SearchState of(Solution relaxed, double boundYuan) {
    return new SearchState(
        relaxed, boundYuan, Optional.empty(), Optional.empty(), Raise.NONE, Dive.NONE);
  }

  /** With what a step found; the cheaper of it and the best before is the best. */
  SearchState with(Optional<Solution> schedule) {
    Optional<Solution> cheaper = Incumbent.better(schedule, best);
    return new SearchState(relaxed, boundYuan, cheaper, schedule, raise, dive);
  }

  /** With a schedule in place of the best one. */
  SearchState holding(Solution schedule) {
    Optional<Solution> one = Optional.of(schedule);
    return new SearchState(relaxed, boundYuan, one, one, raise, dive);
  }

  /** With a bound that was proved; a lower one than before changes nothing. */
  SearchState provedTo(double yuan) {
    return new SearchState(relaxed, Math.max(boundYuan, yuan), best, found, raise, dive);
  }

  /** With the relaxation of more rows, whose optimum is a bound too. */
  SearchState relaxedTo(Solution tighter) {
    return new SearchState(
        tighter, Math.max(boundYuan, tighter.objective()), best, found, raise, dive);
  }

  /** After the bound was raised, which finds no schedule. */
  SearchState raised(boolean capacityScarce) {
    Raise once = new Raise(true, capacityScarce, raise.triedYuan());
    return new SearchState(relaxed, boundYuan, best, Optional.empty(), once, dive);
  }

  /** After rounds of cuts that were to prove a bound. */
  SearchState tried(double provingYuan) {
    Raise once = new Raise(true, raise.capacityScarce(), provingYuan);
    return new SearchState(relaxed, boundYuan, best, found, once, dive);
  }

  /** After a dive. */
  SearchState dived() {
    return new SearchState(relaxed, boundYuan, best, found, raise, Dive.MADE);
  }

  /** After windows. */
  SearchState improved() {
    Dive after = dive == Dive.MADE ? Dive.IMPROVED : dive;
    return new SearchState(relaxed, boundYuan, best, found, raise, after);
  }
}
