package org.gridclear.clearing.pricing;

import java.util.List;
import org.gridclear.clearing.constraint.ClearingGrid;
import org.gridclear.clearing.constraint.ClearingModel;

/** Locational marginal prices (EQ-01, D-05, D-06) from row duals of the pricing program. */
public final class NodalPricing {
  private NodalPricing() {}

  /**
   * The dual of one active flow row.
   *
   * @param period the period
   * @param shiftFactors shift factor of every bus
   * @param dualYuanPerMw change of the objective per MW of the row's bounds; not positive where the
   *     upper bound binds
   */
  public record FlowDual(int period, double[] shiftFactors, double dualYuanPerMw) {}

  /**
   * Prices of every bus and reserve product.
   *
   * @param rowDuals duals of the model's rows
   * @param flows duals of the flow rows
   * @param hours length of a period
   */
  public static Prices prices(
      ClearingModel model,
      ClearingGrid grid,
      int periodCount,
      int productCount,
      double hours,
      double[] rowDuals,
      List<FlowDual> flows) {
    int buses = grid.index().busCount();
    double[][] energy = new double[buses][periodCount];
    double[][] congestion = new double[buses][periodCount];
    double[][] lmp = new double[buses][periodCount];
    for (FlowDual flow : flows) {
      if (flow.dualYuanPerMw() != 0) {
        for (int b = 0; b < buses; b++) {
          congestion[b][flow.period()] += flow.dualYuanPerMw() * flow.shiftFactors()[b] / hours;
        }
      }
    }
    for (int b = 0; b < buses; b++) {
      for (int t = 0; t < periodCount; t++) {
        energy[b][t] = rowDuals[model.balanceRow(t, grid.island(t, b))] / hours;
        lmp[b][t] = energy[b][t] + congestion[b][t];
      }
    }
    double[][] reserve = new double[productCount][periodCount];
    for (int r = 0; r < productCount; r++) {
      for (int t = 0; t < periodCount; t++) {
        int row = model.reserveRow(r, t);
        reserve[r][t] = row < 0 ? 0 : rowDuals[row] / hours;
      }
    }
    return new Prices(lmp, energy, congestion, reserve);
  }
}
