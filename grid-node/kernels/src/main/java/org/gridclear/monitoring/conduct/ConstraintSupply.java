package org.gridclear.monitoring.conduct;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.monitoring.structure.PivotalSuppliers;

/**
 * The three-pivotal-supplier test of every branch that binds in the intact grid (EQ-12). What a
 * unit can do for it is what it could generate at no more than a multiple of the price at its bus,
 * times the relief of a MW there; what is needed is the relief that units give now.
 *
 * @param priceFactor the multiple
 */
public record ConstraintSupply(double priceFactor) {
  /** 1.5 times the price. */
  public static final ConstraintSupply DEFAULT = new ConstraintSupply(1.5);

  /**
   * A constraint of a period.
   *
   * @param branch id of the branch
   * @param period period, counted from 0
   * @param reliefMw relief that units give
   * @param index by supplier
   */
  public record Tested(String branch, int period, double reliefMw, double[] index) {}

  /**
   * Tests the branches that bind.
   *
   * @param supplier supplier of a unit by its id, {@code 0…suppliers−1}
   */
  public List<Tested> of(
      MarketDay day,
      ClearingGrid grid,
      ClearingResult result,
      ToIntFunction<String> supplier,
      int suppliers) {
    List<Tested> tested = new ArrayList<>();
    for (FlowResult flow : result.flows()) {
      boolean binds =
          flow.constraint().equals("B-19")
              && flow.outage().isEmpty()
              && flow.shadowPriceYuanPerMwh() > 0;
      if (binds) {
        int branch = grid.index().branch(flow.element());
        double[] row = grid.shiftFactors(flow.period()).row(branch);
        Units units = new Units(day, grid, result, flow, row);
        double[] effective =
            PivotalSuppliers.effective(
                units.relief, units.couldMw, units.suppliers(supplier), suppliers);
        double now = 0;
        for (int u = 0; u < units.relief.length; u++) {
          now += Math.max(0, units.relief[u]) * Math.max(0, units.mw[u]);
        }
        tested.add(
            new Tested(flow.element(), flow.period(), now, PivotalSuppliers.index(effective, now)));
      }
    }
    return tested;
  }

  /** What units do, could do, and how a MW of each relieves a branch. */
  private final class Units {
    private final List<String> ids = new ArrayList<>();
    private final double[] relief;
    private final double[] couldMw;
    private final double[] mw;

    Units(MarketDay day, ClearingGrid grid, ClearingResult result, FlowResult flow, double[] row) {
      int thermal = day.thermalUnits().size();
      int count = thermal + day.profiledUnits().size();
      relief = new double[count];
      couldMw = new double[count];
      mw = new double[count];
      int t = flow.period();
      for (int u = 0; u < thermal; u++) {
        ThermalUnit unit = day.thermalUnits().get(u);
        int bus = grid.index().bus(unit.bus());
        relief[u] = -flow.direction() * row[bus];
        mw[u] = result.schedule().outputMw()[u][t];
        double price = result.prices().lmpYuanPerMwh()[bus][t] * priceFactor;
        couldMw[u] = Math.max(mw[u], offeredMw(unit.offer(t), unit.pMaxMw().at(t), price));
        ids.add(unit.id());
      }
      for (int p = 0; p < day.profiledUnits().size(); p++) {
        ProfiledUnit unit = day.profiledUnits().get(p);
        relief[thermal + p] = -flow.direction() * row[grid.index().bus(unit.bus())];
        mw[thermal + p] = result.schedule().profiledMw()[p][t];
        couldMw[thermal + p] = unit.maxMw().at(t);
        ids.add(unit.id());
      }
    }

    int[] suppliers(ToIntFunction<String> supplier) {
      return ids.stream().mapToInt(supplier).toArray();
    }
  }

  private static double offeredMw(OfferCurve curve, double mostMw, double priceYuanPerMwh) {
    double mw = curve.firstMw();
    for (int k = 0; k < curve.segmentCount(); k++) {
      if (curve.priceYuanPerMwh(k) <= priceYuanPerMwh) {
        mw = curve.mw().get(k + 1);
      }
    }
    return Math.min(mw, mostMw);
  }
}
