package org.gridclear.clearing.search;

import java.util.Optional;
import org.gridclear.solver.Solution;

/**
 * A commitment with its dispatch.
 *
 * @param priced dispatch of the commitment, with duals
 * @param bound proved lower bound of the objective
 */
public record Incumbent(
    Solution priced, double bound, boolean timeLimited, int rounds, long nodes) {
  /** A bound that lies so much above a schedule is none. */
  private static final double REFUTED_SHARE = 1e-6;

  /** The same commitment with another point of its dispatch. */
  public Incumbent with(Solution again) {
    return new Incumbent(again, bound, timeLimited, rounds, nodes);
  }

  /** Relative distance of the objective from the bound. */
  public double gap() {
    double objective = priced.objective();
    return Math.max(0, objective - bound) / Math.max(1e-9, Math.abs(objective));
  }

  /** The cheaper of two schedules. */
  public static Optional<Solution> better(Optional<Solution> a, Optional<Solution> b) {
    return a.isPresent() && (b.isEmpty() || a.get().objective() <= b.get().objective()) ? a : b;
  }

  /**
   * Whether a schedule that is known costs less than a search claims to be possible: intervals of
   * flows have become narrower than what the solver tells apart, and the bound before stays.
   */
  public static boolean refutes(Solution known, double claimedYuan) {
    double room = REFUTED_SHARE * Math.max(1, Math.abs(known.objective()));
    return claimedYuan > known.objective() + room;
  }
}
