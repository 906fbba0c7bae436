package org.gridclear.clearing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridclear.clearing.constraint.ClearingGrid;
import org.gridclear.clearing.constraint.ClearingGrid.Monitored;
import org.gridclear.clearing.constraint.ClearingModel;
import org.gridclear.clearing.pricing.NodalPricing;
import org.gridclear.solver.SolverSession;
import org.gridclear.solver.Terms;

/**
 * Limits of branches and flowgates (B-18, B-19), added only where a solution violates them: {@code
 * −F ≤ Σ SF·injection − over + under ≤ F}. Model (27).
 */
final class FlowRows {
  /** The most rows added per period and round; the worst come first. */
  private static final int ROWS_PER_PERIOD_AND_ROUND_MAX = 40;

  private final ClearingModel model;
  private final ClearingGrid grid;
  private final int periodCount;
  private final double hours;
  private final double toleranceMw;
  private final List<List<ClearingModel.InjectionColumn>> injectionsOfPeriod = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final Set<Long> present = new HashSet<>();

  /** One row in the solver. */
  private record Row(
      Monitored element, int period, double[] shiftFactors, int row, int over, int under) {}

  private record Violation(int element, int period, double excessMw) {}

  FlowRows(
      ClearingModel model, ClearingGrid grid, int periodCount, double hours, double toleranceMw) {
    this.model = model;
    this.grid = grid;
    this.periodCount = periodCount;
    this.hours = hours;
    this.toleranceMw = toleranceMw;
    for (int t = 0; t < periodCount; t++) {
      injectionsOfPeriod.add(new ArrayList<>());
    }
    for (ClearingModel.InjectionColumn injection : model.injections()) {
      injectionsOfPeriod.get(injection.period()).add(injection);
    }
  }

  int size() {
    return rows.size();
  }

  /** Adds rows for what the point violates; returns how many. */
  int addViolated(SolverSession session, double[] x) {
    List<Violation> violations = new ArrayList<>();
    for (int t = 0; t < periodCount && !grid.monitored().isEmpty(); t++) {
      List<Violation> ofPeriod = violations(t, branchFlowsMw(t, x));
      ofPeriod.sort(
          Comparator.comparingDouble(Violation::excessMw)
              .reversed()
              .thenComparingInt(Violation::element));
      violations.addAll(
          ofPeriod.subList(0, Math.min(ROWS_PER_PERIOD_AND_ROUND_MAX, ofPeriod.size())));
    }
    for (Violation violation : violations) {
      add(session, violation);
    }
    return violations.size();
  }

  private List<Violation> violations(int t, double[] branchFlowsMw) {
    List<Violation> list = new ArrayList<>();
    for (int e = 0; e < grid.monitored().size(); e++) {
      Monitored element = grid.monitored().get(e);
      double flow = ClearingGrid.flowMw(element, branchFlowsMw);
      double excess = Math.max(flow - element.limitMw()[t], -flow - element.reverseLimitMw()[t]);
      if (excess > toleranceMw && !present.contains(key(e, t))) {
        list.add(new Violation(e, t, excess));
      }
    }
    return list;
  }

  private static long key(int element, int period) {
    return ((long) element << 32) | period;
  }

  private double[] branchFlowsMw(int t, double[] x) {
    double[] decided = new double[grid.index().busCount()];
    if (x != null) {
      for (ClearingModel.InjectionColumn injection : injectionsOfPeriod.get(t)) {
        decided[injection.bus()] += injection.mwPerUnit() * x[injection.column()];
      }
    }
    return grid.flowsMw(t, decided);
  }

  private void add(SolverSession session, Violation violation) {
    Monitored element = grid.monitored().get(violation.element());
    int t = violation.period();
    double[] factors = grid.shiftFactors(element, t);
    double fixedFlowMw = ClearingGrid.flowMw(element, branchFlowsMw(t, null));
    double price = element.penaltyYuanPerMwh() * hours;
    int over = session.addColumn(0, Double.POSITIVE_INFINITY, price);
    int under = session.addColumn(0, Double.POSITIVE_INFINITY, price);
    Terms terms = new Terms().add(over, -1).add(under, 1);
    for (ClearingModel.InjectionColumn injection : injectionsOfPeriod.get(t)) {
      double coefficient = factors[injection.bus()] * injection.mwPerUnit();
      if (Math.abs(coefficient) > 1e-9) {
        terms.add(injection.column(), coefficient);
      }
    }
    int row =
        session.addRow(
            -element.reverseLimitMw()[t] - fixedFlowMw, element.limitMw()[t] - fixedFlowMw, terms);
    rows.add(new Row(element, t, factors, row, over, under));
    present.add(key(violation.element(), t));
  }

  /** The duals of all rows, for pricing. */
  List<NodalPricing.FlowDual> duals(double[] rowDuals) {
    return rows.stream()
        .map(
            row -> new NodalPricing.FlowDual(row.period(), row.shiftFactors(), rowDuals[row.row()]))
        .toList();
  }

  /** What the rows look like at the end. */
  List<FlowResult> results(double[] x, double[] rowDuals) {
    double[][] flows = new double[periodCount][];
    List<FlowResult> results = new ArrayList<>();
    for (Row row : rows) {
      int t = row.period();
      if (flows[t] == null) {
        flows[t] = branchFlowsMw(t, x);
      }
      double flow = ClearingGrid.flowMw(row.element(), flows[t]);
      double limit = flow >= 0 ? row.element().limitMw()[t] : row.element().reverseLimitMw()[t];
      double overload = Math.max(x[row.over()], x[row.under()]);
      results.add(
          new FlowResult(
              row.element().constraint(),
              row.element().id(),
              t,
              flow,
              limit,
              Math.abs(rowDuals[row.row()]) / hours,
              overload < 1e-6 ? 0 : overload));
    }
    results.sort(Comparator.comparing(FlowResult::element).thenComparingInt(FlowResult::period));
    return results;
  }

  /** Overloads as relaxations. */
  List<Relaxation> relaxations(double[] x, double amountMin) {
    List<Relaxation> list = new ArrayList<>();
    for (Row row : rows) {
      double overload = x[row.over()] + x[row.under()];
      if (overload > amountMin) {
        list.add(
            new Relaxation(
                row.element().constraint(),
                (row.element().constraint().equals("B-18") ? "flowgate " : "branch ")
                    + row.element().id(),
                row.period(),
                overload,
                "MW",
                overload * row.element().penaltyYuanPerMwh() * hours));
      }
    }
    return list;
  }

  /** Penalty of all overloads, in yuan. */
  double penaltyYuan(double[] x) {
    double sum = 0;
    for (Row row : rows) {
      sum += (x[row.over()] + x[row.under()]) * row.element().penaltyYuanPerMwh() * hours;
    }
    return sum;
  }
}
