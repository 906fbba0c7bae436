package org.gridclear.clearing.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.model.ClearingGrid.Monitored;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.solver.SolverSession;
import org.gridclear.solver.Terms;

/**
 * Columns by which flows may exceed their limits: two per element and period of the intact grid,
 * one for each direction; one without a sign for all outages together, so that what no outage
 * brings about is not paid once for each of them; and one of its own for a row whose cut has its
 * own price. An element with one overload has two for the intact grid and all outages together.
 * Model (27), (44).
 */
final class Overloads {
  private static final int ALL_OUTAGES = -2;
  private static final int NONE = -1;

  private final ClearingModel model;
  private final ClearingGrid grid;
  private final FlowOffsets offsets;
  private final Map<FlowRowKey, Overload> overloads = new LinkedHashMap<>();

  /**
   * What a limit is exceeded by.
   *
   * @param over column in the positive direction; in both where there is no other
   * @param under column in the negative direction; -1 where one column counts for both
   * @param yuanPerMw price of either
   */
  record Overload(int over, int under, double yuanPerMw) {
    double mw(double[] x) {
      return x[over] + (under < 0 ? 0 : x[under]);
    }

    /**
     * Puts it into the row of a flow; after an outage either column counts in the row's direction.
     */
    Terms add(Terms terms, boolean afterOutage, boolean reverse) {
      if (under < 0) {
        return terms.add(over, reverse ? 1 : -1);
      }
      boolean along = afterOutage && !reverse;
      return terms.add(over, afterOutage && reverse ? 1 : -1).add(under, along ? -1 : 1);
    }
  }

  Overloads(ClearingModel model, ClearingGrid grid, FlowOffsets offsets) {
    this.model = model;
    this.grid = grid;
    this.offsets = offsets;
  }

  /**
   * The overload of a row, made where it does not exist yet.
   *
   * @param element the element, after its outage where there is one, with the price of its limit
   */
  Overload of(SolverSession session, FlowRowKey key, Monitored element) {
    double usual = element.penaltyYuanPerMwh()[key.period()];
    double own = offsets.penaltyYuanPerMwh(key, usual);
    boolean shared = key.outage() < 0 || element.oneOverload();
    int outage = shared ? NONE : own > usual ? key.outage() : ALL_OUTAGES;
    double yuanPerMwh = model.priceYuanPerMwh(own);
    boolean relaxable = Double.isFinite(yuanPerMwh);
    double most = relaxable ? Double.POSITIVE_INFINITY : 0;
    double price = relaxable ? yuanPerMwh * model.hours() : 0;
    return overloads.computeIfAbsent(
        new FlowRowKey(key.element(), outage, key.period()),
        made ->
            new Overload(
                session.addColumn(0, most, price),
                outage == NONE ? session.addColumn(0, most, price) : NONE,
                price));
  }

  /** Number of columns. */
  int columnCount() {
    return overloads.values().stream().mapToInt(each -> each.under() < 0 ? 1 : 2).sum();
  }

  /** One beyond the last column. */
  int columnEnd() {
    return 1
        + overloads.values().stream()
            .mapToInt(each -> Math.max(each.over(), each.under()))
            .max()
            .orElse(-1);
  }

  /** Per period and element, the overload after outages that a point pays for already. */
  double[][] allowedMw(double[] x, int periodCount, int elementCount) {
    double[][] allowed = new double[periodCount][elementCount];
    overloads.forEach(
        (key, overload) -> {
          if (key.outage() == ALL_OUTAGES || grid.monitored().get(key.element()).oneOverload()) {
            allowed[key.period()][key.element()] = overload.mw(x);
          }
        });
    return allowed;
  }

  /** Hands over every overload with its period. */
  void forEach(BiConsumer<Integer, Overload> each) {
    overloads.forEach((key, overload) -> each.accept(key.period(), overload));
  }

  /** Penalty of all overloads at a point, in yuan. */
  double penaltyYuan(double[] x) {
    double sum = 0;
    for (Overload overload : overloads.values()) {
      sum += overload.mw(x) * overload.yuanPerMw();
    }
    return sum;
  }
}
