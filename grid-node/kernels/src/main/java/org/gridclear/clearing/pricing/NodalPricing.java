package org.gridclear.clearing.pricing;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.DeadIslands;
import org.gridclear.clearing.result.Prices;

/**
 * Locational marginal prices (EQ-01, D-05, D-06) from row duals of the pricing program. Without
 * losses the energy component is the price at the reference bus of the island. With losses it is
 * that of the distributed reference D, where the losses are drawn, so that components as well as
 * totals do not depend on a reference bus: {@code λ' = λ + Σ_l μ_l·s_l − Σ_k ν_k·ḡ_k}, {@code s_l =
 * Σ_b SF_lb·D_b}, {@code LMP_b = λ' − Σ_k ν_k·(g_kb − ḡ_k) + Σ_l μ_l·(SF_lb − s_l)}, ν the duals of
 * the tangents of losses.
 */
public final class NodalPricing {
  private static final double SHED_ALL_MW = 1e-6;

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
   * Prices of every bus and reserve requirement. At a bus whose load is all shed, and where nothing
   * else can change, one more MWh is shed as well: its price is the penalty at most, and the
   * congestion component is what is left. In a dead island the price is that penalty, as energy.
   *
   * @param x the point that is priced
   * @param shedYuanPerMwh per period, the penalty of load not served
   * @param rowDuals duals of the model's rows
   * @param flows duals of the flow rows
   * @param losses duals of the tangents of losses
   */
  public static Prices prices(
      ClearingModel model,
      ClearingGrid grid,
      int requirementCount,
      double[] x,
      IntToDoubleFunction shedYuanPerMwh,
      double[] rowDuals,
      List<FlowDual> flows,
      List<LossDual> losses) {
    NodalPricing pricing = new NodalPricing(model, grid);
    return pricing.prices(requirementCount, x, shedYuanPerMwh, rowDuals, flows, losses);
  }

  private Prices prices(
      int requirementCount,
      double[] x,
      IntToDoubleFunction shedYuanPerMwh,
      double[] rowDuals,
      List<FlowDual> flows,
      List<LossDual> losses) {
    int buses = energy.length;
    int periods = model.periodCount();
    components(rowDuals, flows, losses);
    boolean[][] shedAll = shedAll(x);
    DeadIslands dead = DeadIslands.at(model, grid, x);
    double[][] lmp = new double[buses][periods];
    for (int b = 0; b < buses; b++) {
      for (int t = 0; t < periods; t++) {
        if (dead.is(t, grid.island(t, b))) {
          energy[b][t] = shedYuanPerMwh.applyAsDouble(t) - congestion[b][t] - loss[b][t];
        }
        lmp[b][t] = energy[b][t] + congestion[b][t] + loss[b][t];
        if (shedAll[b][t] && lmp[b][t] > shedYuanPerMwh.applyAsDouble(t)) {
          congestion[b][t] -= lmp[b][t] - shedYuanPerMwh.applyAsDouble(t);
          lmp[b][t] = shedYuanPerMwh.applyAsDouble(t);
        }
      }
    }
    double[][] reserve = reserve(requirementCount, rowDuals);
    return new Prices(lmp, energy, congestion, loss, reserve);
  }

  /** Energy, congestion and loss, as the rows have them. */
  private void components(double[] rowDuals, List<FlowDual> flows, List<LossDual> losses) {
    for (int b = 0; b < energy.length; b++) {
      for (int t = 0; t < model.periodCount(); t++) {
        energy[b][t] = rowDuals[model.balanceRow().at(t, grid.island(t, b))] / hours;
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
  }

  private double[][] reserve(int requirementCount, double[] rowDuals) {
    double[][] reserve = new double[requirementCount][model.periodCount()];
    for (int r = 0; r < requirementCount; r++) {
      for (int t = 0; t < model.periodCount(); t++) {
        int row = model.reserveRow().at(r, t);
        reserve[r][t] = row < 0 ? 0 : rowDuals[row] / hours;
      }
    }
    return reserve;
  }

  /** Where all load is shed and nothing else is decided, {@code [bus][period]}. */
  private boolean[][] shedAll(double[] x) {
    boolean[][] all = new boolean[energy.length][model.periodCount()];
    for (int b = 0; b < all.length; b++) {
      for (int t = 0; t < all[b].length; t++) {
        int column = model.shedColumns()[b][t];
        all[b][t] = column >= 0 && x[column] > model.linear().columnUpper(column) - SHED_ALL_MW;
      }
    }
    for (ClearingModel.InjectionColumn injection : model.injections()) {
      int shed = model.shedColumns()[injection.bus()][injection.period()];
      all[injection.bus()][injection.period()] &=
          injection.column() == shed || injection.mwPerUnit() < 0 && x[injection.column()] == 0;
    }
    return all;
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
