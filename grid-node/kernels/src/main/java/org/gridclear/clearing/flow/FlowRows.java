package org.gridclear.clearing.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.model.ClearingGrid.Monitored;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.LostPower;
import org.gridclear.clearing.pricing.NodalPricing;
import org.gridclear.solver.SolverSession;
import org.gridclear.solver.Terms;

/**
 * Limits of branches and flowgates (B-18, B-19), of the intact grid and after contingencies (B-20),
 * added only where a solution violates them: {@code −F ≤ Σ SF·(injection − D·Loss) − over + under ≤
 * F}. Model (27), (44).
 */
public final class FlowRows {
  /** How near to its limit a flow meets it. */
  private static final double MET_MW = 1e-6;

  private static final int MET_ROUNDS_MAX = 20;

  /** The most rows added per period and round; the worst come first. */
  private static final int ROWS_PER_PERIOD_AND_ROUND_MAX = 40;

  /** A limit that an outage of units or buses, or a flowgate after outages, leaves to its cut. */
  private static final double FREE = Double.POSITIVE_INFINITY;

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
  private final Set<FlowSide> present = new HashSet<>();
  private final OutageWatch outages;
  private final Overloads overloads;

  /** One row in the solver; {@code factors} are those of the buses, losses not yet in them. */
  record Row(
      FlowSide side,
      Monitored element,
      String outage,
      double[] factors,
      int row,
      Overloads.Overload overload,
      LostFlow lost) {
    FlowRowKey key() {
      return side.key();
    }

    int period() {
      return side.key().period();
    }
  }

  private record Violation(FlowSide side, double excessMw) {}

  /** Rows of a model, none yet. */
  public FlowRows(
      ClearingModel model,
      ClearingGrid grid,
      FlowOffsets offsets,
      double contingencyYuanPerMwh,
      double toleranceMw) {
    this(model, grid, new OutageShares(grid), offsets, contingencyYuanPerMwh, toleranceMw);
  }

  private FlowRows(
      ClearingModel model,
      ClearingGrid grid,
      OutageShares shares,
      FlowOffsets offsets,
      double contingencyYuanPerMwh,
      double toleranceMw) {
    this.model = model;
    this.grid = grid;
    this.offsets = offsets;
    this.outages = new OutageWatch(grid, shares, offsets, toleranceMw, present);
    this.overloads = new Overloads(model, grid, offsets);
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
    this.lossCuts = new LossCuts(model, grid, injectionsOfPeriod, this::fixedFlowsMw);
  }

  /** Looks at all outages in every round from now on; for where a round is dearer than the look. */
  public void scanAll() {
    outages.scanAll();
  }

  /** Rows of the same model, none yet. */
  public FlowRows anew() {
    return new FlowRows(model, grid, outages.shares(), offsets, contingencyYuanPerMwh, toleranceMw);
  }

  /** Whether anything has a limit. */
  public boolean watches() {
    return !grid.monitored().isEmpty();
  }

  /** Number of rows that have joined the model. */
  public int size() {
    return rows.size();
  }

  /** Rows that it added, tangents of losses included. */
  public int rowCount() {
    return rows.size() + lossCuts.size();
  }

  /** Columns that it added. */
  int columnCount() {
    return overloads.columnCount();
  }

  /** One beyond the last column that it added. */
  public int columnEnd() {
    return overloads.columnEnd();
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
  public int addViolated(SolverSession session, double[] x, double lossToleranceShare) {
    if (grid.monitored().isEmpty() && !model.hasLosses()) {
      return 0;
    }
    double[][] flows = new double[periodCount][];
    for (int t = 0; t < periodCount; t++) {
      flows[t] = flowsMw(t, x);
    }
    int tangents =
        model.hasLosses() ? lossCuts.addViolated(session, x, flows, lossToleranceShare) : 0;
    return tangents + addViolated(session, x, flows);
  }

  /** Whether a point meets all limits; false, too, where only a scan of outages could tell. */
  public boolean meetsAll(double[] x) {
    return !model.hasLosses()
        && grid.outages().isEmpty()
        && IntStream.range(0, periodCount)
            .allMatch(t -> violations(t, flowsMw(t, x), toleranceMw).isEmpty());
  }

  /** Losses from tangents and secants, and as they are in a dispatch. */
  public LossCuts losses() {
    return lossCuts;
  }

  /**
   * Holds losses, and splits intervals of flows, where a point of a search loses more than its
   * flows; returns how many.
   */
  public int splitLosses(SolverSession session, double[] x) {
    if (!model.hasLosses()) {
      return 0;
    }
    double[][] flows = new double[periodCount][];
    for (int t = 0; t < periodCount; t++) {
      flows[t] = flowsMw(t, x);
    }
    int count = lossCuts.secants().split(session, x);
    double[][] excess = lossCuts.excessMw(x, flows);
    for (int t = 0; t < periodCount; t++) {
      for (int i = 0; i < excess[t].length; i++) {
        boolean held = excess[t][i] > 0 && lossCuts.secants().hold(session, t, i, fixedFlowsMw(t));
        count += held ? 1 : 0;
      }
    }
    return count;
  }

  /**
   * Adds rows for limits that the point just meets and that are in no row, since nothing has
   * violated them: they say what the next MWh costs as well.
   */
  public void addMet(SolverSession session, double[] x) {
    double[][] flows = new double[periodCount][];
    for (int t = 0; t < periodCount && watches(); t++) {
      flows[t] = flowsMw(t, x);
    }
    int added = watches() ? 1 : 0;
    for (int round = 0; round < MET_ROUNDS_MAX && added > 0; round++) {
      List<OutageScan.Violation> after =
          grid.outages().isEmpty()
              ? List.of()
              : outages.ofAll(-MET_MW, flows, allowedMw(widened(x)));
      added = addViolated(session, flows, -MET_MW, after);
    }
  }

  /** A point with the overloads of rows added since, which it does not have. */
  private double[] widened(double[] x) {
    return Arrays.copyOf(x, Math.max(x.length, columnEnd()));
  }

  private int addViolated(SolverSession session, double[] x, double[][] flows) {
    return addViolated(session, flows, toleranceMw, outages.violations(flows, allowedMw(x)));
  }

  private int addViolated(
      SolverSession session,
      double[][] flows,
      double excessMinMw,
      List<OutageScan.Violation> afterOutages) {
    List<List<Violation>> found = new ArrayList<>();
    for (int t = 0; t < periodCount; t++) {
      found.add(violations(t, flows[t], excessMinMw));
    }
    for (OutageScan.Violation v : afterOutages) {
      found.get(v.period()).add(new Violation(v.side(), v.excessMw()));
    }
    int added = 0;
    for (List<Violation> ofPeriod : found) {
      ofPeriod.sort(
          Comparator.comparingDouble(Violation::excessMw)
              .reversed()
              .thenComparingInt(v -> v.side().key().element())
              .thenComparingInt(v -> v.side().key().outage()));
      for (int i = 0; i < Math.min(ROWS_PER_PERIOD_AND_ROUND_MAX, ofPeriod.size()); i++) {
        add(session, ofPeriod.get(i).side());
        added++;
      }
    }
    return added;
  }

  private double[][] allowedMw(double[] x) {
    return overloads.allowedMw(x, periodCount, grid.monitored().size());
  }

  private List<Violation> violations(int t, double[] branchFlowsMw, double excessMinMw) {
    List<Violation> list = new ArrayList<>();
    for (int e = 0; e < grid.monitored().size(); e++) {
      Monitored element = grid.monitored().get(e);
      FlowRowKey key = new FlowRowKey(e, -1, t);
      double flow = ClearingGrid.flowMw(element, branchFlowsMw);
      double excess =
          Math.max(
              flow - offsets.forwardMw(key, element.limitMw()[t]),
              -flow - offsets.reverseMw(key, element.reverseLimitMw()[t]));
      FlowSide side = new FlowSide(key, false);
      if (excess > excessMinMw && !present.contains(side)) {
        list.add(new Violation(side, excess));
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
  void add(SolverSession session, FlowSide side) {
    FlowRowKey key = side.key();
    Optional<Monitored> found = watched(key);
    if (found.isEmpty() || present.contains(side)) {
      return;
    }
    Monitored element = found.get();
    int t = key.period();
    double[] factors = grid.shiftFactors(element, t);
    Overloads.Overload overload = overloads.of(session, key, element);
    Terms terms = overload.add(new Terms(), key.outage() >= 0, side.reverse());
    Optional<LostPower> lost = LostPower.of(grid, key.outage(), t);
    LostFlow moved =
        lost.map(power -> LostFlow.of(model, grid, injectionsOfPeriod.get(t), power, factors, t))
            .orElse(LostFlow.NONE);
    terms.addAll(moved.decided());
    for (ClearingModel.InjectionColumn injection : injectionsOfPeriod.get(t)) {
      double coefficient = factors[injection.bus()] * injection.mwPerUnit();
      if (Math.abs(coefficient) > COEFFICIENT_MIN) {
        terms.add(injection.column(), coefficient);
      }
    }
    for (int island = 0; island < grid.islandCount(t) && model.hasLosses(); island++) {
      terms.add(model.loss().at(t, island), -grid.loadWeighted(factors, t, island));
    }
    double fixedFlowMw = ClearingGrid.flowMw(element, fixedFlowsMw(t)) + moved.fixedMw();
    boolean both = key.outage() < 0;
    boolean byCutAlone = lost.isPresent() || !both && element.isFlowgate();
    double forward =
        both || !side.reverse()
            ? offsets.forwardMw(key, byCutAlone ? FREE : element.limitMw()[t]) - fixedFlowMw
            : Double.POSITIVE_INFINITY;
    double reverse =
        both || side.reverse()
            ? -offsets.reverseMw(key, byCutAlone ? FREE : element.reverseLimitMw()[t]) - fixedFlowMw
            : Double.NEGATIVE_INFINITY;
    int row = session.addRow(reverse, forward, terms);
    String outage = key.outage() < 0 ? "" : grid.outages().get(key.outage()).id();
    double[] priced = lost.map(power -> power.left(factors)).orElse(factors);
    rows.add(new Row(side, element, outage, priced, row, overload, moved));
    present.add(side);
  }

  /** The duals of all rows, for pricing. */
  public List<NodalPricing.FlowDual> duals(double[] rowDuals) {
    return rows.stream()
        .map(row -> new NodalPricing.FlowDual(row.period(), row.factors(), rowDuals[row.row()]))
        .toList();
  }

  /** The duals of the tangents of losses, for pricing. */
  public List<NodalPricing.LossDual> lossDuals(double[] rowDuals) {
    return lossCuts.duals(rowDuals);
  }

  /** What the rows look like at the end. */
  public FlowReport report(double[] x) {
    double[][] flows = new double[periodCount][];
    for (int t = 0; t < periodCount; t++) {
      flows[t] = rows.isEmpty() ? new double[0] : flowsMw(t, x);
    }
    Map<FlowSide, Double> lostMw = new HashMap<>();
    rows.forEach(row -> lostMw.put(row.side(), row.lost().mw(x)));
    return new FlowReport(rows, overloads, offsets, flows, lostMw, hours);
  }

  /** Penalty of all overloads. */
  public double penaltyYuan(double[] x) {
    return overloads.penaltyYuan(x);
  }
}
