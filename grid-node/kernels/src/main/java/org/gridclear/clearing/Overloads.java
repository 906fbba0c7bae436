package org.gridclear.clearing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.gridclear.solver.SolverSession;
import org.gridclear.solver.Terms;

/**
 * Columns by which flows may exceed their limits: two per element and period of the intact grid,
 * one for each direction; one without a sign for all outages together, so that what no outage
 * brings about is not paid once for each of them; and one of its own for a row whose cut has its
 * own price. Model (27), (44).
 */
final class Overloads {
  private static final int ALL_OUTAGES = -2;
  private static final int NONE = -1;

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

    /** Puts it into the row of a flow. */
    Terms add(Terms terms, boolean reverse) {
      terms.add(over, reverse ? 1 : -1);
      return under < 0 ? terms : terms.add(under, 1);
    }
  }

  Overloads(FlowOffsets offsets) {
    this.offsets = offsets;
  }

  /**
   * The overload of a row, made where it does not exist yet.
   *
   * @param yuanPerMwh price of the limit
   */
  Overload of(SolverSession session, FlowRowKey key, double yuanPerMwh, double hours) {
    double own = offsets.penaltyYuanPerMwh(key, yuanPerMwh);
    int outage = key.outage() < 0 ? NONE : own > yuanPerMwh ? key.outage() : ALL_OUTAGES;
    double price = own * hours;
    return overloads.computeIfAbsent(
        new FlowRowKey(key.element(), outage, key.period()),
        made ->
            new Overload(
                session.addColumn(0, Double.POSITIVE_INFINITY, price),
                outage == NONE ? session.addColumn(0, Double.POSITIVE_INFINITY, price) : NONE,
                price));
  }

  /** Number of columns. */
  int columnCount() {
    return overloads.values().stream().mapToInt(each -> each.under() < 0 ? 1 : 2).sum();
  }

  /** Per period and element, the overload after outages that a point pays for already. */
  double[][] allowedMw(double[] x, int periodCount, int elementCount) {
    double[][] allowed = new double[periodCount][elementCount];
    overloads.forEach(
        (key, overload) -> {
          if (key.outage() == ALL_OUTAGES) {
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
