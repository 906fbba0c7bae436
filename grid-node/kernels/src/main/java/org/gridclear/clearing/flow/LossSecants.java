package org.gridclear.clearing.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.solver.SolverSession;
import org.gridclear.solver.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Losses {@code Σ r·f²} from above by secants, where loss would earn money: {@code Loss ≤ Σ_l s_l},
 * {@code s_l ≤ r·((α + β)·f − α·β)} while f lies in {@code α..β}, which binaries tell. Every point
 * whose losses are those of its flows keeps them, so that a bound found with them is a bound of the
 * case. They hold while a commitment is searched; in a dispatch the losses are exact (LossCuts).
 * Model (46), (47).
 */
public final class LossSecants {
  /** With more branches a secant holds all of them together. */
  private static final int BRANCHES_MAX = 150;

  private static final int BRANCHES_IN_ALL_MAX = 2000;

  /** With more branches in all, programs with split intervals take minutes; the gap stays. */
  private static final int BRANCHES_SPLIT_MAX = 40;

  private static final double COEFFICIENT_MIN = 1e-9;

  /** Losses that a point may have too much before intervals are split. */
  private static final double EXCESS_MAX_MW = 1e-6;

  /** Branches whose secants leave less than this share of what is left open are not split. */
  private static final double SPLIT_SHARE = 0.02;

  /** Half the width of an interval around a flow, as a share of the one that it is cut out of. */
  private static final double NARROW_SHARE = 0.08;

  private final ClearingModel model;
  private final ClearingGrid grid;
  private final double[] resistancePerMw;
  private final List<List<ClearingModel.InjectionColumn>> injectionsOfPeriod;
  private final Map<List<Integer>, List<Branch>> branchesOf = new LinkedHashMap<>();
  private final List<HeldRow> rows = new ArrayList<>();
  private int branchCount;
  private boolean inForce = true;

  private record HeldRow(int row, double lower, double upper) {}

  /**
   * A split: the flow is at least {@code atMw} where the binary is 1, at most that where it is 0.
   */
  private record Split(double atMw, int binary) implements Comparable<Split> {
    @Override
    public int compareTo(Split other) {
      return Double.compare(atMw, other.atMw);
    }
  }

  /** One branch in one period. */
  private final class Branch {
    private final double resistance;
    private final double lowMw;
    private final double highMw;
    private final int flow;
    private final int loss;
    private final TreeSet<Split> splits = new TreeSet<>();

    Branch(SolverSession session, double resistance, double lowMw, double highMw) {
      this.resistance = resistance;
      this.lowMw = lowMw;
      this.highMw = highMw;
      this.flow = session.addColumn(lowMw, highMw, 0);
      this.loss = session.addColumn(0, Double.POSITIVE_INFINITY, 0);
      secant(session, null, null);
    }

    private double lossMw(double[] x) {
      return resistance * x[flow] * x[flow];
    }

    /** By how much the secant of the interval of a point's flow lies above its loss. */
    private double openMw(double[] x) {
      Split from = splits.floor(new Split(x[flow], 0));
      Split to = splits.higher(new Split(x[flow], 0));
      double a = from == null ? lowMw : from.atMw();
      double b = to == null ? highMw : to.atMw();
      return Math.max(0, resistance * (x[flow] - a) * (b - x[flow]));
    }

    /** The secant between two splits; null for an end of the range. */
    private void secant(SolverSession session, @Nullable Split from, @Nullable Split to) {
      double a = from == null ? lowMw : from.atMw();
      double b = to == null ? highMw : to.atMw();
      double most = resistance * Math.max((lowMw - a) * (lowMw - b), (highMw - a) * (highMw - b));
      Terms terms = new Terms().add(loss, 1).add(flow, -resistance * (a + b));
      double right = -resistance * a * b;
      if (from != null) {
        terms.add(from.binary(), most);
        right += most;
      }
      if (to != null) {
        terms.add(to.binary(), -most);
      }
      add(session, Double.NEGATIVE_INFINITY, right, terms);
    }

    /** Cuts a narrow interval around a point's flow out of the one in which that lies. */
    void split(SolverSession session, double[] x) {
      double at = Math.min(highMw, Math.max(lowMw, x[flow]));
      Split from = splits.floor(new Split(at, 0));
      Split to = splits.higher(new Split(at, 0));
      double a = from == null ? lowMw : from.atMw();
      double b = to == null ? highMw : to.atMw();
      double reach = NARROW_SHARE * (b - a);
      Split below = at - reach > a + reach ? made(session, at - reach) : from;
      Split above = at + reach < b - reach ? made(session, at + reach) : to;
      if (below != from) {
        secant(session, from, below);
      }
      secant(session, below, above);
      if (above != to) {
        secant(session, above, to);
      }
    }

    private Split made(SolverSession session, double atMw) {
      Split split = new Split(atMw, session.addBinary(0));
      Terms most = new Terms().add(flow, 1).add(split.binary(), atMw - highMw);
      add(session, Double.NEGATIVE_INFINITY, atMw, most);
      Terms least = new Terms().add(flow, 1).add(split.binary(), lowMw - atMw);
      add(session, lowMw, Double.POSITIVE_INFINITY, least);
      splits.add(split);
      return split;
    }
  }

  LossSecants(
      ClearingModel model,
      ClearingGrid grid,
      double[] resistancePerMw,
      List<List<ClearingModel.InjectionColumn>> injectionsOfPeriod) {
    this.model = model;
    this.grid = grid;
    this.resistancePerMw = resistancePerMw;
    this.injectionsOfPeriod = injectionsOfPeriod;
  }

  private void add(SolverSession session, double lower, double upper, Terms terms) {
    int row = session.addRow(lower, upper, terms);
    rows.add(new HeldRow(row, lower, upper));
    if (!inForce) {
      lift(session, row);
    }
  }

  private static void lift(SolverSession session, int row) {
    session.setRowBounds(row, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** Whether they hold from now on. */
  void enforce(SolverSession session, boolean wanted) {
    if (wanted != inForce) {
      inForce = wanted;
      for (HeldRow row : rows) {
        if (wanted) {
          session.setRowBounds(row.row(), row.lower(), row.upper());
        } else {
          lift(session, row.row());
        }
      }
    }
  }

  /** Rows that the session has of them. */
  public int rowCount() {
    return rows.size();
  }

  /** How many of these rows come behind the first ones of the session. */
  public int rowCountBehind(int sessionRows) {
    return (int) rows.stream().filter(row -> row.row() >= sessionRows).count();
  }

  /**
   * Holds the losses of an island in a period by one secant per branch.
   *
   * @param fixedFlowsMw flows of what no one decides
   * @return whether they had not been held before
   */
  boolean hold(SolverSession session, int t, int island, double[] fixedFlowsMw) {
    List<Integer> key = List.of(t, island);
    if (branchesOf.containsKey(key)) {
      return false;
    }
    int[] lossy =
        IntStream.range(0, resistancePerMw.length)
            .filter(l -> resistancePerMw[l] > 0 && grid.shiftFactors(t).inService(l))
            .filter(l -> grid.island(t, grid.index().from(l)) == island)
            .toArray();
    List<Branch> branches = new ArrayList<>();
    branchesOf.put(key, branches);
    Terms sum = new Terms().add(model.loss().at(t, island), 1);
    double most = mostMw(t);
    boolean each =
        lossy.length <= BRANCHES_MAX && branchCount + lossy.length <= BRANCHES_IN_ALL_MAX;
    double together = 0;
    for (int l : lossy) {
      double[] factors = grid.shiftFactors(t).row(l);
      double[] range = range(t, island, factors, fixedFlowsMw[l], most);
      if (each) {
        Branch branch = new Branch(session, resistancePerMw[l], range[0], range[1]);
        define(session, t, island, factors, fixedFlowsMw[l], branch.flow);
        sum.add(branch.loss, -1);
        branches.add(branch);
      } else {
        together += resistancePerMw[l] * Math.max(range[0] * range[0], range[1] * range[1]);
      }
    }
    branchCount += branches.size();
    add(session, Double.NEGATIVE_INFINITY, together, sum);
    return true;
  }

  /** {@code f − Σ SF·P + SF_D·Loss = f of what no one decides}. */
  private void define(
      SolverSession session, int t, int island, double[] factors, double fixedMw, int flow) {
    Terms terms = new Terms().add(flow, 1);
    for (ClearingModel.InjectionColumn injection : injectionsOfPeriod.get(t)) {
      double coefficient = factors[injection.bus()] * injection.mwPerUnit();
      if (Math.abs(coefficient) > COEFFICIENT_MIN) {
        terms.add(injection.column(), -coefficient);
      }
    }
    terms.add(model.loss().at(t, island), grid.loadWeighted(factors, t, island));
    add(session, fixedMw, fixedMw, terms);
  }

  /** What can be injected at most in a period: surplus and losses are never more. */
  private double mostMw(int t) {
    double most = 0;
    for (ClearingModel.InjectionColumn injection : injectionsOfPeriod.get(t)) {
      double upper = model.linear().columnUpper(injection.column());
      double lower = model.linear().columnLower(injection.column());
      double mw = Math.max(upper * injection.mwPerUnit(), lower * injection.mwPerUnit());
      most += Double.isFinite(mw) ? Math.max(0, mw) : 0;
    }
    for (int b = 0; b < grid.index().busCount(); b++) {
      most += Math.max(0, grid.fixedInjectionMw(b, t));
    }
    return most;
  }

  /** The range of a flow over all that the columns allow. */
  private double[] range(int t, int island, double[] factors, double fixedMw, double mostMw) {
    double low = fixedMw;
    double high = fixedMw;
    for (ClearingModel.InjectionColumn injection : injectionsOfPeriod.get(t)) {
      double coefficient = factors[injection.bus()] * injection.mwPerUnit();
      double upper = Math.min(mostMw, model.linear().columnUpper(injection.column()));
      double lower = Math.max(-mostMw, model.linear().columnLower(injection.column()));
      low += Math.min(coefficient * lower, coefficient * upper);
      high += Math.max(coefficient * lower, coefficient * upper);
    }
    double ofLoss = grid.loadWeighted(factors, t, island) * mostMw;
    return new double[] {low - Math.max(0, ofLoss), high + Math.max(0, -ofLoss)};
  }

  /**
   * Splits intervals where a point loses more than its flows; returns how many.
   *
   * @param x a point of a search
   */
  int split(SolverSession session, double[] x) {
    int count = 0;
    if (branchCount > BRANCHES_SPLIT_MAX) {
      return 0;
    }
    for (Map.Entry<List<Integer>, List<Branch>> held : branchesOf.entrySet()) {
      List<Branch> branches = held.getValue();
      double excess =
          x[model.loss().at(held.getKey().get(0), held.getKey().get(1))]
              - branches.stream().mapToDouble(branch -> branch.lossMw(x)).sum();
      double open = branches.stream().mapToDouble(branch -> branch.openMw(x)).sum();
      for (Branch branch : branches) {
        if (excess > EXCESS_MAX_MW && branch.openMw(x) > SPLIT_SHARE * open) {
          branch.split(session, x);
          count++;
        }
      }
    }
    return count;
  }
}
