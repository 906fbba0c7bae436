package org.gridclear.clearing;

import java.util.Optional;
import org.gridclear.solver.Solution;

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

  /** The cheaper of two schedules. */
  static Optional<Solution> better(Optional<Solution> a, Optional<Solution> b) {
    return a.isPresent() && (b.isEmpty() || a.get().objective() <= b.get().objective()) ? a : b;
  }
}
