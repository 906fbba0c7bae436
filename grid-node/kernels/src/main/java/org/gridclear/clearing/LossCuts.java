package org.gridclear.clearing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.clearing.constraint.ClearingGrid;
import org.gridclear.clearing.constraint.ClearingModel;
import org.gridclear.clearing.pricing.NodalPricing.LossDual;
import org.gridclear.network.Branch;
import org.gridclear.solver.SolverSession;
import org.gridclear.solver.Terms;

/**
 * Losses {@code Σ r·f²} from below by tangents, added where a solution has less loss than its
 * flows: {@code Loss ≥ L(f⁰) + g·(P − P⁰) − ḡ·(Loss − Loss⁰)}, {@code g_b = Σ_l 2·r_l·f⁰_l·SF_lb},
 * {@code ḡ = Σ_b g_b·D_b}. The function is convex, so every tangent holds for every schedule and a
 * bound found with them is a bound of the case. Model (45).
 *
 * <p>Besides at the point that a solution is at, a tangent is taken at the centre between all
 * points so far, later ones weighing more: solutions of linear programs jump from corner to corner,
 * and tangents at the corners alone say little of what lies between.
 */
final class LossCuts {
  /** Losses of a schedule are right when they are this close, as a share and in MW. */
  static final double TOLERANCE_SHARE = 1e-4;

  private static final double COEFFICIENT_MIN = 1e-9;
  private static final double TOLERANCE_MW = 1e-4;

  /**
   * Where the price is negative, losses would grow beyond those of the flows; they get this much.
   */
  private static final double EXCESS_SHARE = 0.01;

  private static final double EXCESS_MW = 0.01;
  private static final int CAPS_MAX = 8;

  /** Tangents of a period and an island that the same case starts from next time. */
  private static final int HANDED_ON_MAX = 8;

  private final ClearingModel model;
  private final ClearingGrid grid;
  private final double[] resistancePerMw;
  private final List<List<ClearingModel.InjectionColumn>> injectionsOfPeriod;
  private final List<Cut> cuts = new ArrayList<>();
  private final Map<Integer, Integer> capsOfColumn = new HashMap<>();
  private final Point[] centres;

  private record Cut(LossTangent tangent, int row) {}

  /** Flows of branches, decided injections of buses and losses of islands at a point. */
  private record Point(double[] flowsMw, double[] decidedMw, double[] lossesMw) {
    Point halfwayTo(Point other) {
      return new Point(
          mean(flowsMw, other.flowsMw),
          mean(decidedMw, other.decidedMw),
          mean(lossesMw, other.lossesMw));
    }

    private static double[] mean(double[] a, double[] b) {
      double[] mean = new double[a.length];
      for (int i = 0; i < mean.length; i++) {
        mean[i] = (a[i] + b[i]) / 2;
      }
      return mean;
    }
  }

  LossCuts(
      ClearingModel model,
      ClearingGrid grid,
      List<List<ClearingModel.InjectionColumn>> injectionsOfPeriod) {
    this.model = model;
    this.grid = grid;
    this.injectionsOfPeriod = injectionsOfPeriod;
    this.centres = new Point[model.periodCount()];
    this.resistancePerMw = new double[grid.index().branchCount()];
    for (int l = 0; l < resistancePerMw.length; l++) {
      Branch branch = grid.index().network().branches().get(l);
      // A negative resistance (an equivalent) would make losses concave; it is taken as none.
      resistancePerMw[l] = Math.max(0, branch.rPu()) / grid.index().network().baseMva();
    }
  }

  /**
   * Adds tangents for every island and period whose losses are too small; returns how many.
   *
   * @param flowsMw per period, the flows of the point
   * @param decidedMw per period and bus, what the point decides to inject
   * @param toleranceShare share of the losses that may be missing
   */
  int addViolated(
      SolverSession session,
      double[] x,
      double[][] flowsMw,
      double[][] decidedMw,
      double toleranceShare) {
    int added = 0;
    for (int t = 0; t < flowsMw.length; t++) {
      Point point = new Point(flowsMw[t], decidedMw[t], model.lossMw(t, x));
      double[] loss = lossOfIsland(t, flowsMw[t]);
      List<Integer> violated = new ArrayList<>();
      for (int i = 0; i < loss.length; i++) {
        if (loss[i] - point.lossesMw()[i] > TOLERANCE_MW + toleranceShare * loss[i]) {
          violated.add(i);
        }
        added += cap(session, model.lossColumn(t, i), loss[i], x);
      }
      if (!violated.isEmpty()) {
        added += addTangents(session, t, point, violated);
        if (centres[t] != null) {
          centres[t] = centres[t].halfwayTo(point);
          added += addTangents(session, t, centres[t], violated);
        } else {
          centres[t] = point;
        }
      }
    }
    return added;
  }

  private int addTangents(SolverSession session, int t, Point point, List<Integer> islands) {
    double[] slope = slope(t, point.flowsMw());
    double[] loss = lossOfIsland(t, point.flowsMw());
    for (int i : islands) {
      add(session, t, i, loss[i], slope, point);
    }
    return islands.size();
  }

  /**
   * Holds losses down to those of the flows where a solution has more: a loss that earns money is
   * none. The hold moves with the flows, a few times at most.
   */
  private int cap(SolverSession session, int column, double lossMw, double[] x) {
    double most = lossMw * (1 + EXCESS_SHARE) + EXCESS_MW;
    if (x[column] <= most * (1 + EXCESS_SHARE)
        || capsOfColumn.merge(column, 1, Integer::sum) > CAPS_MAX) {
      return 0;
    }
    session.setColumnBounds(column, 0, most);
    return 1;
  }

  private double[] lossOfIsland(int t, double[] flowMw) {
    double[] loss = new double[grid.islandCount(t)];
    for (int l = 0; l < flowMw.length; l++) {
      if (grid.shiftFactors(t).inService(l)) {
        loss[grid.island(t, grid.index().from(l))] += resistancePerMw[l] * flowMw[l] * flowMw[l];
      }
    }
    return loss;
  }

  private double[] slope(int t, double[] flowMw) {
    double[] weight = new double[flowMw.length];
    for (int l = 0; l < weight.length; l++) {
      weight[l] = 2 * resistancePerMw[l] * flowMw[l];
    }
    return grid.shiftFactors(t).row(weight);
  }

  private void add(
      SolverSession session, int t, int island, double lossMw, double[] slope, Point point) {
    double mean = grid.loadWeighted(slope, t, island);
    double[] own = new double[slope.length];
    double atPoint = 0;
    for (int b = 0; b < slope.length; b++) {
      own[b] = grid.island(t, b) == island ? slope[b] : 0;
      atPoint += own[b] * point.decidedMw()[b];
    }
    double right = lossMw - atPoint + mean * point.lossesMw()[island];
    add(session, new LossTangent(t, island, own, mean, right));
  }

  /** Adds a tangent. */
  void add(SolverSession session, LossTangent tangent) {
    int t = tangent.period();
    Terms terms = new Terms().add(model.lossColumn(t, tangent.island()), 1 + tangent.mean());
    for (ClearingModel.InjectionColumn injection : injectionsOfPeriod.get(t)) {
      double coefficient = tangent.slope()[injection.bus()] * injection.mwPerUnit();
      if (Math.abs(coefficient) > COEFFICIENT_MIN) {
        terms.add(injection.column(), -coefficient);
      }
    }
    cuts.add(new Cut(tangent, session.addRow(tangent.rightMw(), Double.POSITIVE_INFINITY, terms)));
  }

  /** Number of tangents. */
  int size() {
    return cuts.size();
  }

  /** The latest tangents of every period and island, which lie closest to the last solution. */
  List<LossTangent> latest() {
    Map<List<Integer>, Integer> taken = new HashMap<>();
    List<LossTangent> latest = new ArrayList<>();
    for (int i = cuts.size() - 1; i >= 0; i--) {
      LossTangent tangent = cuts.get(i).tangent();
      if (taken.merge(List.of(tangent.period(), tangent.island()), 1, Integer::sum)
          <= HANDED_ON_MAX) {
        latest.add(tangent);
      }
    }
    return latest;
  }

  /** Duals of all tangents, for pricing. */
  List<LossDual> duals(double[] rowDuals) {
    return cuts.stream()
        .map(
            cut -> new LossDual(cut.tangent().period(), cut.tangent().slope(), rowDuals[cut.row()]))
        .toList();
  }
}
