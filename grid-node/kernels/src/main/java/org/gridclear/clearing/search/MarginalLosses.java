package org.gridclear.clearing.search;

import java.util.List;
import java.util.Optional;
import org.gridclear.clearing.flow.LossCuts;
import org.gridclear.clearing.flow.LossTangent;
import org.gridclear.solver.Solution;

/**
 * Dispatches a commitment again until the tangents of losses that price it are those at its own
 * flows: losses that are right to a ten-thousandth leave flows a MW or two to move in, and where a
 * limit is exceeded beside them, at a price of thousands, a price is off by yuan.
 */
public final class MarginalLosses {
  private static final double TOLERANCE_YUAN_PER_MWH = 0.01;
  private static final int ROUNDS_MAX = 20;

  private MarginalLosses() {}

  /** A dispatch with the duals of all rows, and tangents at its flows. */
  public static Solution settled(Solution dispatched, ModelSession solve) {
    double tolerance = TOLERANCE_YUAN_PER_MWH * solve.model().hours();
    LossCuts losses = solve.flowRows().losses();
    Solution at = dispatched;
    for (int round = 1; round <= ROUNDS_MAX && solve.model().hasLosses(); round++) {
      List<LossTangent> missing = losses.missing(at.columns(), at.rowDuals(), tolerance);
      if (missing.isEmpty()) {
        return at;
      }
      solve.returnTo(at);
      missing.forEach(tangent -> losses.add(solve.session(), tangent));
      Optional<Solution> next = solve.secure("marginal losses");
      if (next.isEmpty()) {
        return solve.withAllRows(at);
      }
      at = next.get();
    }
    return at;
  }
}
