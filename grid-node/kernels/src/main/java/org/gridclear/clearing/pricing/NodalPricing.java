package org.gridclear.clearing.pricing;

import java.util.List;
import org.gridclear.clearing.constraint.ClearingGrid;
import org.gridclear.clearing.constraint.ClearingModel;
import org.gridclear.clearing.constraint.LossPoint;

/**
 * Locational marginal prices (EQ-01, D-05, D-06) from row duals of the pricing program. Without
 * losses the energy component is the price at the reference bus of the island. With losses it is
 * that of the distributed reference D, where the losses are drawn, so that components as well as
 * totals do not depend on a reference bus: {@code λ' = λ + Σ_l μ_l·s_l}, {@code s_l = Σ_b
 * SF_lb·D_b}, {@code LMP_b = λ' − λ'·LF_b + Σ_l μ_l·(SF_lb − s_l)}.
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
   * Prices of every bus and reserve requirement.
   *
   * @param rowDuals duals of the model's rows
   * @param flows duals of the flow rows
   */
  public static Prices prices(
      ClearingModel model,
      ClearingGrid grid,
      int requirementCount,
      double[] rowDuals,
      List<FlowDual> flows) {
    return new NodalPricing(model, grid).prices(requirementCount, rowDuals, flows);
  }

  private Prices prices(int requirementCount, double[] rowDuals, List<FlowDual> flows) {
    int buses = energy.length;
    int periods = model.periodCount();
    LossPoint losses = model.losses();
    for (int b = 0; b < buses; b++) {
      for (int t = 0; t < periods; t++) {
        energy[b][t] = rowDuals[model.balanceRow(t, grid.island(t, b))] / hours;
      }
    }
    for (FlowDual flow : flows) {
      if (flow.dualYuanPerMw() != 0) {
        add(flow, losses.share()[flow.period()]);
      }
    }
    double[][] lmp = new double[buses][periods];
    for (int b = 0; b < buses; b++) {
      for (int t = 0; t < periods; t++) {
        loss[b][t] = -energy[b][t] * losses.factor()[t][b];
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

  /** What a limit adds to the price of every bus, the part at the distributed reference apart. */
  private void add(FlowDual flow, double[] share) {
    int t = flow.period();
    double[] atShare = new double[grid.islandCount(t)];
    for (int b = 0; b < share.length; b++) {
      atShare[grid.island(t, b)] += flow.shiftFactors()[b] * share[b];
    }
    double price = flow.dualYuanPerMw() / hours;
    for (int b = 0; b < share.length; b++) {
      double common = atShare[grid.island(t, b)];
      congestion[b][t] += price * (flow.shiftFactors()[b] - common);
      energy[b][t] += price * common;
    }
  }
}
