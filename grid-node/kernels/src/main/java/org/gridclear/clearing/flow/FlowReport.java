package org.gridclear.clearing.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.quantity.Horizon;

/**
 * What the rows of flows look like at a solution.
 *
 * @param rows the rows
 * @param overloads what their limits are exceeded by
 * @param offsets corrections of flows (EQ-08)
 * @param flowsMw per period, flows of all branches; empty where there is no row
 * @param lostMw per row, flow that an outage of units or buses moves besides
 * @param hours length of a period
 */
public record FlowReport(
    List<FlowRows.Row> rows,
    Overloads overloads,
    FlowOffsets offsets,
    double[][] flowsMw,
    Map<FlowSide, Double> lostMw,
    double hours) {
  private static final double OVERLOAD_MIN_MW = 1e-4;
  private static final double NOTHING_MW = 1e-6;

  private double flowMw(FlowRows.Row row) {
    return ClearingGrid.flowMw(row.element(), flowsMw[row.period()])
        + Objects.requireNonNull(lostMw.get(row.side()))
        + offsets.mw(row.key());
  }

  /** Every limited flow once, with the price of the direction that binds. */
  public List<FlowResult> results(double[] rowDuals) {
    Map<FlowRowKey, FlowRows.Row> first = new LinkedHashMap<>();
    Map<FlowRowKey, Double> dual = new LinkedHashMap<>();
    for (FlowRows.Row row : rows) {
      first.putIfAbsent(row.key(), row);
      dual.merge(row.key(), rowDuals[row.row()], Double::sum);
    }
    List<FlowResult> results = new ArrayList<>();
    first.forEach(
        (key, row) -> results.add(result(row, Objects.requireNonNull(dual.get(key)) / hours)));
    results.sort(
        Comparator.comparing(FlowResult::element)
            .thenComparing(FlowResult::outage)
            .thenComparingInt(FlowResult::period));
    return results;
  }

  /**
   * A flow with its price. More of an upper limit makes the objective less, so its dual is
   * negative; where the limit is nothing, this alone says which direction is held.
   */
  private FlowResult result(FlowRows.Row row, double dualYuanPerMwh) {
    int t = row.period();
    double found = flowMw(row);
    boolean nothing = dualYuanPerMwh != 0 && Math.abs(found) < NOTHING_MW;
    boolean forward = nothing ? dualYuanPerMwh < 0 : found >= 0;
    double flow = nothing ? Math.copySign(0.0, -dualYuanPerMwh) : found;
    double limit = forward ? row.element().limitMw()[t] : row.element().reverseLimitMw()[t];
    double overload = Math.abs(flow) - offsets.limitMw(row.key(), limit);
    return new FlowResult(
        row.element().constraint(),
        row.element().id(),
        row.outage(),
        t,
        flow,
        offsets.limitMw(row.key(), limit),
        Math.abs(dualYuanPerMwh),
        overload < OVERLOAD_MIN_MW ? 0 : overload);
  }

  /** Overloads as relaxations; after outages, with the outage that brings the most. */
  public List<Relaxation> relaxations(double[] x, double amountMin, Horizon horizon) {
    List<Relaxation> list = new ArrayList<>();
    overloads.forEach(
        (period, overload) -> {
          double mw = overload.mw(x);
          if (mw > amountMin) {
            list.add(relaxation(worst(overload), mw, horizon.dayOf(period)));
          }
        });
    return list;
  }

  private FlowRows.Row worst(Overloads.Overload overload) {
    return rows.stream()
        .filter(row -> row.overload().equals(overload))
        .max(Comparator.comparingDouble(row -> Math.abs(flowMw(row))))
        .orElseThrow();
  }

  private Relaxation relaxation(FlowRows.Row row, double mw, int day) {
    String kind = row.element().isFlowgate() ? "flowgate " : "branch ";
    String outage = row.outage().isEmpty() ? "" : " after outages, most of " + row.outage();
    return new Relaxation(
        row.element().constraint(),
        kind + row.element().id() + outage,
        row.period(),
        day,
        mw,
        "MW",
        mw * row.overload().yuanPerMw());
  }
}
