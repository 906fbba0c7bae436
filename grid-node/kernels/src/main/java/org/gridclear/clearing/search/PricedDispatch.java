package org.gridclear.clearing.search;

import java.util.Optional;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.flow.FlowRows;
import org.gridclear.clearing.flow.PriceRule;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.solver.Solution;

/** A dispatch with the duals that {@link PriceRule} chooses where several are optimal. */
public final class PricedDispatch {
  private static final double DUAL_TOLERANCE = 1e-7;

  private PricedDispatch() {}

  /**
   * Prices a dispatch; its own duals, bit by bit, where they are the same, or where neither a step
   * up nor one down is possible.
   */
  public static Solution of(
      Solution dispatched,
      ModelSession solve,
      ClearingGrid grid,
      int requirementCount,
      ClearingContext context) {
    context.progress().step("prices");
    solve.returnTo(dispatched);
    FlowRows flowRows = solve.flowRows();
    double[] x = dispatched.columns();
    flowRows.addMet(solve.session(), x);
    Solution wide = dispatched.withRows(solve.rowCount()).withColumns(flowRows.columnEnd());
    PriceRule rule = new PriceRule(solve.model(), grid, x);
    for (HeldColumns.Open open : HeldColumns.Open.values()) {
      double[] point = solve.holdForPrices(x, open);
      for (int sign = 1; sign >= -1; sign -= 2) {
        double[] steps = rule.rowSteps(flowRows, solve.rowCount(), requirementCount, sign);
        Optional<double[]> duals = solve.session().dualsToward(point, steps, context.cancelled());
        if (duals.isPresent()) {
          return same(duals.get(), wide.rowDuals()) ? wide : wide.withRowDuals(duals.get());
        }
      }
    }
    return wide;
  }

  private static boolean same(double[] a, double[] b) {
    for (int i = 0; i < a.length; i++) {
      if (Math.abs(a[i] - b[i]) > DUAL_TOLERANCE * (1 + Math.abs(b[i]))) {
        return false;
      }
    }
    return true;
  }
}
