package org.gridclear.clearing.pricing;

import java.util.List;
import org.gridclear.clearing.constraint.ClearingGrid;
import org.gridclear.clearing.constraint.ClearingModel;

/**
 * Locational marginal prices (EQ-01, D-05, D-06) from row duals of the pricing program. Without
 * losses the energy component is the price at the reference bus of the island. With losses it is
 * that of the distributed reference D, where the losses are drawn, so that components as well as
 * totals do not depend on a reference bus: {@code λ' = λ + Σ_l μ_l·s_l − Σ_k ν_k·ḡ_k}, {@code s_l =
 * Σ_b SF_lb·D_b}, {@code LMP_b = λ' − Σ_k ν_k·(g_kb − ḡ_k) + Σ_l μ_l·(SF_lb − s_l)}, ν the duals of
 * the tangents of losses.
 */
public final class NodalPricing {
  private final ClearingModel model;
  private final ClearingGrid grid;
  private final double hours;
  private final double[][] energy;
  private final double[][] loss;
  private final double[][] congestion;

  private NodalPricing(ClearingModel model, ClearingGrid grid) {
    this.model = model;
    this.grid = grid;
    this.hours = model.hours();
    int buses = grid.index().busCount();
    this.energy = new double[buses][model.periodCount()];
    this.loss = new double[buses][model.periodCount()];
    this.congestion = new double[buses][model.periodCount()];
  }

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
   * The dual of one tangent of losses.
   *
   * @param period the period
   * @param slope marginal loss per MW injected at every bus, 0 outside its island
   * @param dualYuanPerMw change of the objective per MW more of loss
   */
  public record LossDual(int period, double[] slope, double dualYuanPerMw) {}

  /**
   * Prices of every bus and reserve requirement.
   *
   * @param rowDuals duals of the model's rows
   * @param flows duals of the flow rows
   * @param losses duals of the tangents of losses
   */
  public static Prices prices(
      ClearingModel model,
      ClearingGrid grid,
      int requirementCount,
      double[] rowDuals,
      List<FlowDual> flows,
      List<LossDual> losses) {
    return new NodalPricing(model, grid).prices(requirementCount, rowDuals, flows, losses);
  }

  private Prices prices(
      int requirementCount, double[] rowDuals, List<FlowDual> flows, List<LossDual> losses) {
    int buses = energy.length;
    int periods = model.periodCount();
    for (int b = 0; b < buses; b++) {
      for (int t = 0; t < periods; t++) {
        energy[b][t] = rowDuals[model.balanceRow(t, grid.island(t, b))] / hours;
      }
    }
    for (FlowDual flow : flows) {
      if (flow.dualYuanPerMw() != 0) {
        add(congestion, flow.period(), flow.shiftFactors(), flow.dualYuanPerMw());
      }
    }
    for (LossDual tangent : losses) {
      if (tangent.dualYuanPerMw() != 0) {
        add(loss, tangent.period(), tangent.slope(), -tangent.dualYuanPerMw());
      }
    }
    double[][] lmp = new double[buses][periods];
    for (int b = 0; b < buses; b++) {
      for (int t = 0; t < periods; t++) {
        lmp[b][t] = energy[b][t] + congestion[b][t] + loss[b][t];
      }
    }
    double[][] reserve = new double[requirementCount][periods];
    for (int r = 0; r < requirementCount; r++) {
      for (int t = 0; t < periods; t++) {
        int row = model.reserveRow(r, t);
        reserve[r][t] = row < 0 ? 0 : rowDuals[row] / hours;
      }
    }
    return new Prices(lmp, energy, congestion, loss, reserve);
  }

  /** What a row adds to the price of every bus; with losses the part at the load apart. */
  private void add(double[][] component, int t, double[] factors, double dualYuanPerMw) {
    double price = dualYuanPerMw / hours;
    double[] common = new double[grid.islandCount(t)];
    for (int island = 0; island < common.length && model.hasLosses(); island++) {
      common[island] = grid.loadWeighted(factors, t, island);
    }
    for (int b = 0; b < factors.length; b++) {
      double atLoad = common[grid.island(t, b)];
      component[b][t] += price * (factors[b] - atLoad);
      energy[b][t] += price * atLoad;
    }
  }
}
