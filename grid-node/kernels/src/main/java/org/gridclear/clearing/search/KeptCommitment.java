package org.gridclear.clearing.search;

import java.util.Optional;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.SolverPhase;
import org.gridclear.clearing.input.ClearingOptions;

/** The commitment of the same case before cuts were added. */
public final class KeptCommitment {
  private KeptCommitment() {}

  /**
   * Dispatches it with the cuts. If it still is good enough, or there is no more time, nothing need
   * be relaxed or searched again; empty otherwise.
   *
   * @param boundYuan proved lower bound
   */
  public static Optional<Incumbent> dispatched(
      ModelSession solve, ClearingOptions options, ClearingContext context, double boundYuan) {
    if (!context.start().fits(solve.model().statusColumns().length)) {
      return Optional.empty();
    }
    Optional<Incumbent> found =
        solve
            .dispatchStatuses(
                context.start().committed(), "commitment kept", Double.POSITIVE_INFINITY)
            .map(priced -> new Incumbent(priced, boundYuan, true, 1, 0));
    found.ifPresent(
        f ->
            context
                .progress()
                .phase(new SolverPhase("commitment kept", boundYuan, f.priced().objective())));
    Optional<Incumbent> good =
        found.filter(f -> f.gap() <= options.gap() || context.searchUntil().passed());
    if (good.isEmpty()) {
      solve.release();
    }
    return good;
  }
}
