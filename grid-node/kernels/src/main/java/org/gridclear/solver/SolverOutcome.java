package org.gridclear.solver;

import java.util.Optional;

/** What a solver found out; "feasible but not proved" is never called optimal. */
public sealed interface SolverOutcome {
  /** The best point of it; empty if it has none. */
  default Optional<Solution> point() {
    if (this instanceof Optimal optimal) {
      return Optional.of(optimal.solution());
    }
    if (this instanceof TimedOut timedOut) {
      return timedOut.incumbent();
    }
    return this instanceof Feasible feasible ? Optional.of(feasible.solution()) : Optional.empty();
  }

  /** Optimal, for a mixed-integer model within the gap that was asked for. */
  record Optimal(Solution solution) implements SolverOutcome {}

  /**
   * Feasible; a reproducible limit on work stopped the search.
   *
   * @param gap relative gap that is left
   */
  record Feasible(Solution solution, double gap) implements SolverOutcome {}

  /** No point satisfies all rows. */
  record Infeasible() implements SolverOutcome {}

  /** The objective has no lower bound. */
  record Unbounded() implements SolverOutcome {}

  /** The deadline passed; the best point so far, if there is one. */
  record TimedOut(Optional<Solution> incumbent) implements SolverOutcome {}

  /** The solver gave up or broke. */
  record Failed(String cause) implements SolverOutcome {}
}
