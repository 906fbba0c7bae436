package org.gridclear.clearing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.gridclear.clearing.constraint.ClearingGrid;
import org.gridclear.clearing.constraint.ClearingGrid.Monitored;
import org.gridclear.clearing.constraint.ClearingModel;
import org.gridclear.clearing.pricing.NodalPricing;
import org.gridclear.solver.SolverSession;
import org.gridclear.solver.Terms;

/**
 * Limits of branches and flowgates (B-18, B-19), of the intact grid and after contingencies (B-20),
 * added only where a solution violates them: {@code −F ≤ Σ SF·(injection − D·Loss) − over + under ≤
 * F}. Model (27), (44).
 */
final class FlowRows {
  /** The most rows added per period and round; the worst come first. */
  private static final int ROWS_PER_PERIOD_AND_ROUND_MAX = 40;

  private static final double COEFFICIENT_MIN = 1e-9;

  private final ClearingModel model;
  private final ClearingGrid grid;
  private final int periodCount;
  private final double hours;
  private final double toleranceMw;
  private final double contingencyYuanPerMwh;
  private final FlowOffsets offsets;
  private final List<List<ClearingModel.InjectionColumn>> injectionsOfPeriod = new ArrayList<>();
  private final double[][] fixedFlowsMw;
  private final LossCuts lossCuts;
  private final List<Row> rows = new ArrayList<>();
  private final Set<FlowRowKey> present = new HashSet<>();
  private final Set<Integer> hotOutages = new TreeSet<>();

  /**
   * Overloads by element and period, those after outages under outage 0: all outages share one, so
   * that what no outage brings about is not paid once for each of them.
   */
  private final Map<FlowRowKey, Overload> overloads = new LinkedHashMap<>();

  /** Columns by which a limit may be exceeded, one way and the other. */
  record Overload(int over, int under, double yuanPerMw) {
    double mw(double[] x) {
      return x[over] + x[under];
    }
  }

  /** One row in the solver; {@code factors} are those of the buses, losses not yet in them. */
  record Row(
      FlowRowKey key,
      Monitored element,
      String outage,
      double[] factors,
      int row,
      Overload overload) {
    int period() {
      return key.period();
    }
  }

  private record Violation(FlowRowKey key, double excessMw) {}

  FlowRows(
      ClearingModel model,
      ClearingGrid grid,
      FlowOffsets offsets,
      double contingencyYuanPerMwh,
      double toleranceMw) {
    this.model = model;
    this.grid = grid;
    this.offsets = offsets;
    this.contingencyYuanPerMwh = contingencyYuanPerMwh;
    this.periodCount = model.periodCount();
    this.hours = model.hours();
    this.toleranceMw = toleranceMw;
    this.fixedFlowsMw = new double[periodCount][];
    for (int t = 0; t < periodCount; t++) {
      injectionsOfPeriod.add(new ArrayList<>());
    }
    for (ClearingModel.InjectionColumn injection : model.injections()) {
      injectionsOfPeriod.get(injection.period()).add(injection);
    }
    this.lossCuts = new LossCuts(model, grid, injectionsOfPeriod);
  }

  /** Whether anything has a limit. */
  boolean watches() {
    return !grid.monitored().isEmpty();
  }

  int size() {
    return rows.size();
  }

  /** Rows that it added, tangents of losses included. */
  int rowCount() {
    return rows.size() + lossCuts.size();
  }

  /** Columns that it added. */
  int columnCount() {
    return 2 * overloads.size();
  }

  /** All rows, in the order in which they came. */
  List<Row> rows() {
    return rows;
  }

  /** Flows of all branches at a point, its losses drawn where the load is. */
  private double[] flowsMw(int t, double[] x) {
    return grid.flowsMw(t, decidedMw(t, x), model.lossMw(t, x));
  }

  /**
   * Adds rows for what the point violates; returns how many.
   *
   * @param lossToleranceShare share of the losses that the point may have too little
   */
  int addViolated(SolverSession session, double[] x, double lossToleranceShare) {
    if (grid.monitored().isEmpty() && !model.hasLosses()) {
      return 0;
    }
    double[][] flows = new double[periodCount][];
    double[][] decided = new double[periodCount][];
    for (int t = 0; t < periodCount; t++) {
      decided[t] = decidedMw(t, x);
      flows[t] = grid.flowsMw(t, decided[t], model.lossMw(t, x));
    }
    int tangents =
        model.hasLosses()
            ? lossCuts.addViolated(session, x, flows, decided, lossToleranceShare)
            : 0;
    return tangents + addViolated(session, x, flows);
  }

  private int addViolated(SolverSession session, double[] x, double[][] flows) {
    List<List<Violation>> found = new ArrayList<>();
    for (int t = 0; t < periodCount; t++) {
      found.add(violations(t, flows[t]));
    }
    for (OutageScan.Violation v : outageViolations(flows, x)) {
      FlowRowKey key = new FlowRowKey(v.element(), v.outage(), v.period());
      found.get(v.period()).add(new Violation(key, v.excessMw()));
    }
    int added = 0;
    for (List<Violation> ofPeriod : found) {
      ofPeriod.sort(
          Comparator.comparingDouble(Violation::excessMw)
              .reversed()
              .thenComparingInt(v -> v.key().element())
              .thenComparingInt(v -> v.key().outage()));
      for (int i = 0; i < Math.min(ROWS_PER_PERIOD_AND_ROUND_MAX, ofPeriod.size()); i++) {
        add(session, ofPeriod.get(i).key());
        added++;
      }
    }
    return added;
  }

  /**
   * Violations after outages: of those that were the worst of some element before, as long as these
   * bring any, and only then of all.
   */
  private List<OutageScan.Violation> outageViolations(double[][] flows, double[] x) {
    if (grid.outages().isEmpty()) {
      return List.of();
    }
    OutageScan scan = new OutageScan(grid, toleranceMw, present);
    double[][] allowed = allowedMw(x);
    List<OutageScan.Violation> list =
        scan.worst(hotOutages.stream().mapToInt(Integer::intValue), flows, offsets, allowed);
    if (list.isEmpty()) {
      list = scan.worst(IntStream.range(0, grid.outages().size()), flows, offsets, allowed);
      list.forEach(violation -> hotOutages.add(violation.outage()));
    }
    return list;
  }

  /** Per period and element, the overload after outages that the solution pays for already. */
  private double[][] allowedMw(double[] x) {
    double[][] allowed = new double[periodCount][grid.monitored().size()];
    overloads.forEach(
        (key, overload) -> {
          if (key.outage() == 0 || grid.monitored().get(key.element()).oneOverload()) {
            allowed[key.period()][key.element()] = overload.mw(x);
          }
        });
    return allowed;
  }

  private List<Violation> violations(int t, double[] branchFlowsMw) {
    List<Violation> list = new ArrayList<>();
    for (int e = 0; e < grid.monitored().size(); e++) {
      Monitored element = grid.monitored().get(e);
      FlowRowKey key = new FlowRowKey(e, -1, t);
      double flow = ClearingGrid.flowMw(element, branchFlowsMw);
      double excess =
          Math.max(
              flow - offsets.forwardMw(key, element.limitMw()[t]),
              -flow - offsets.reverseMw(key, element.reverseLimitMw()[t]));
      if (excess > toleranceMw && !present.contains(key)) {
        list.add(new Violation(key, excess));
      }
    }
    return list;
  }

  /** What the solution decides to inject at every bus. */
  private double[] decidedMw(int t, double[] x) {
    double[] decided = new double[grid.index().busCount()];
    for (ClearingModel.InjectionColumn injection : injectionsOfPeriod.get(t)) {
      decided[injection.bus()] += injection.mwPerUnit() * x[injection.column()];
    }
    return decided;
  }

  /** Flows of what no one decides. */
  private double[] fixedFlowsMw(int t) {
    if (fixedFlowsMw[t] == null) {
      fixedFlowsMw[t] = grid.flowsMw(t, new double[grid.index().busCount()], null);
    }
    return fixedFlowsMw[t];
  }

  /** The element itself, or with the share that it takes over of what an outage opens. */
  private Optional<Monitored> watched(FlowRowKey key) {
    Monitored element = grid.monitored().get(key.element());
    if (key.outage() < 0) {
      return Optional.of(element);
    }
    return grid.response(key.outage(), key.period())
        .map(response -> grid.after(element, response, contingencyYuanPerMwh));
  }

  /** Adds the row of a key that has none yet, unless its outage splits the grid. */
  void add(SolverSession session, FlowRowKey key) {
    Optional<Monitored> found = watched(key);
    if (found.isEmpty() || present.contains(key)) {
      return;
    }
    Monitored element = found.get();
    int t = key.period();
    double[] factors = grid.shiftFactors(element, t);
    double yuanPerMwh =
        model.priceYuanPerMwh(offsets.penaltyYuanPerMwh(key, element.penaltyYuanPerMwh()[t]));
    double most = Double.isFinite(yuanPerMwh) ? Double.POSITIVE_INFINITY : 0;
    double price = Double.isFinite(yuanPerMwh) ? yuanPerMwh * hours : 0;
    Overload overload =
        overloads.computeIfAbsent(
            new FlowRowKey(
                key.element(), element.oneOverload() ? -1 : Math.min(key.outage(), 0), t),
            shared ->
                new Overload(
                    session.addColumn(0, most, price), session.addColumn(0, most, price), price));
    Terms terms = new Terms().add(overload.over(), -1).add(overload.under(), 1);
    for (ClearingModel.InjectionColumn injection : injectionsOfPeriod.get(t)) {
      double coefficient = factors[injection.bus()] * injection.mwPerUnit();
      if (Math.abs(coefficient) > COEFFICIENT_MIN) {
        terms.add(injection.column(), coefficient);
      }
    }
    for (int island = 0; island < grid.islandCount(t) && model.hasLosses(); island++) {
      terms.add(model.lossColumn(t, island), -grid.loadWeighted(factors, t, island));
    }
    double fixedFlowMw = ClearingGrid.flowMw(element, fixedFlowsMw(t));
    double forward = offsets.forwardMw(key, element.limitMw()[t]);
    double reverse = offsets.reverseMw(key, element.reverseLimitMw()[t]);
    int row = session.addRow(-reverse - fixedFlowMw, forward - fixedFlowMw, terms);
    String outage = key.outage() < 0 ? "" : grid.outages().get(key.outage()).id();
    rows.add(new Row(key, element, outage, factors, row, overload));
    present.add(key);
  }

  /** Adds a tangent of losses. */
  void add(SolverSession session, LossTangent tangent) {
    lossCuts.add(session, tangent);
  }

  /** The tangents of losses that lie closest to the last solution. */
  List<LossTangent> latestTangents() {
    return lossCuts.latest();
  }

  /** The duals of all rows, for pricing. */
  List<NodalPricing.FlowDual> duals(double[] rowDuals) {
    return rows.stream()
        .map(row -> new NodalPricing.FlowDual(row.period(), row.factors(), rowDuals[row.row()]))
        .toList();
  }

  /** The duals of the tangents of losses, for pricing. */
  List<NodalPricing.LossDual> lossDuals(double[] rowDuals) {
    return lossCuts.duals(rowDuals);
  }

  /** What the rows look like at the end. */
  List<FlowResult> results(double[] x, double[] rowDuals) {
    double[][] flows = new double[periodCount][];
    List<FlowResult> results = new ArrayList<>();
    for (Row row : rows) {
      int t = row.period();
      if (flows[t] == null) {
        flows[t] = flowsMw(t, x);
      }
      double flow = ClearingGrid.flowMw(row.element(), flows[t]) + offsets.mw(row.key());
      double limit = flow >= 0 ? row.element().limitMw()[t] : row.element().reverseLimitMw()[t];
      double overload = Math.abs(flow) - offsets.limitMw(row.key(), limit);
      results.add(
          new FlowResult(
              row.element().constraint(),
              row.element().id(),
              row.outage(),
              t,
              flow,
              offsets.limitMw(row.key(), limit),
              Math.abs(rowDuals[row.row()]) / hours,
              overload < 1e-4 ? 0 : overload));
    }
    results.sort(
        Comparator.comparing(FlowResult::element)
            .thenComparing(FlowResult::outage)
            .thenComparingInt(FlowResult::period));
    return results;
  }

  /** Overloads as relaxations; after outages, with the outage that brings the most. */
  List<Relaxation> relaxations(double[] x, double amountMin) {
    List<Relaxation> list = new ArrayList<>();
    double[][] flows = new double[periodCount][];
    overloads.forEach(
        (key, overload) -> {
          double mw = overload.mw(x);
          if (mw > amountMin) {
            int t = key.period();
            if (flows[t] == null) {
              flows[t] = flowsMw(t, x);
            }
            list.add(relaxation(worst(overload, flows[t]), mw));
          }
        });
    return list;
  }

  private Row worst(Overload overload, double[] branchFlowsMw) {
    return rows.stream()
        .filter(row -> row.overload().equals(overload))
        .max(
            Comparator.comparingDouble(
                row ->
                    Math.abs(
                        ClearingGrid.flowMw(row.element(), branchFlowsMw) + offsets.mw(row.key()))))
        .orElseThrow();
  }

  private Relaxation relaxation(Row row, double mw) {
    String kind = row.element().constraint().equals("B-18") ? "flowgate " : "branch ";
    String outage = row.outage().isEmpty() ? "" : " after outages, most of " + row.outage();
    return new Relaxation(
        row.element().constraint(),
        kind + row.element().id() + outage,
        row.period(),
        mw,
        "MW",
        mw * row.overload().yuanPerMw());
  }

  /** Penalty of all overloads, in yuan. */
  double penaltyYuan(double[] x) {
    double sum = 0;
    for (Overload overload : overloads.values()) {
      sum += overload.mw(x) * overload.yuanPerMw();
    }
    return sum;
  }
}
