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
 */
final class LossCuts {
  /** Losses are right when they are this close, as a share and in MW. */
  private static final double TOLERANCE_SHARE = 1e-5;

  private static final double TOLERANCE_MW = 1e-4;
  private static final double COEFFICIENT_MIN = 1e-9;

  /**
   * Where the price is negative, losses would grow beyond those of the flows; they get this much.
   */
  private static final double EXCESS_SHARE = 0.01;

  private static final double EXCESS_MW = 0.01;
  private static final int CAPS_MAX = 8;

  private final ClearingModel model;
  private final ClearingGrid grid;
  private final double[] resistancePerMw;
  private final List<List<ClearingModel.InjectionColumn>> injectionsOfPeriod;
  private final List<Cut> cuts = new ArrayList<>();
  private final Map<Integer, Integer> capsOfColumn = new HashMap<>();

  private record Cut(int period, double[] slope, int row) {}

  LossCuts(
      ClearingModel model,
      ClearingGrid grid,
      List<List<ClearingModel.InjectionColumn>> injectionsOfPeriod) {
    this.model = model;
    this.grid = grid;
    this.injectionsOfPeriod = injectionsOfPeriod;
    this.resistancePerMw = new double[grid.index().branchCount()];
    for (int l = 0; l < resistancePerMw.length; l++) {
      Branch branch = grid.index().network().branches().get(l);
      // A negative resistance (an equivalent) would make losses concave; it is taken as none.
      resistancePerMw[l] = Math.max(0, branch.rPu()) / grid.index().network().baseMva();
    }
  }

  /**
   * Adds a tangent for every island and period whose losses are too small; returns how many.
   *
   * @param flowsMw per period, the flows of the point
   * @param decidedMw per period and bus, what the point decides to inject
   */
  int addViolated(SolverSession session, double[] x, double[][] flowsMw, double[][] decidedMw) {
    int added = 0;
    for (int t = 0; t < flowsMw.length; t++) {
      double[] loss = lossOfIsland(t, flowsMw[t]);
      double[] slope = null;
      for (int i = 0; i < loss.length; i++) {
        double missing = loss[i] - x[model.lossColumn(t, i)];
        if (missing > TOLERANCE_MW + TOLERANCE_SHARE * loss[i]) {
          slope = slope == null ? slope(t, flowsMw[t]) : slope;
          add(session, t, i, loss[i], slope, x, decidedMw[t]);
          added++;
        }
        added += cap(session, model.lossColumn(t, i), loss[i], x);
      }
    }
    return added;
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
      SolverSession session,
      int t,
      int island,
      double lossMw,
      double[] slope,
      double[] x,
      double[] decidedMw) {
    double mean = grid.loadWeighted(slope, t, island);
    double[] own = new double[slope.length];
    double atPoint = 0;
    for (int b = 0; b < slope.length; b++) {
      own[b] = grid.island(t, b) == island ? slope[b] : 0;
      atPoint += own[b] * decidedMw[b];
    }
    int column = model.lossColumn(t, island);
    Terms terms = new Terms().add(column, 1 + mean);
    for (ClearingModel.InjectionColumn injection : injectionsOfPeriod.get(t)) {
      double coefficient = own[injection.bus()] * injection.mwPerUnit();
      if (Math.abs(coefficient) > COEFFICIENT_MIN) {
        terms.add(injection.column(), -coefficient);
      }
    }
    double right = lossMw - atPoint + mean * x[column];
    cuts.add(new Cut(t, own, session.addRow(right, Double.POSITIVE_INFINITY, terms)));
  }

  /** Duals of all tangents, for pricing. */
  List<LossDual> duals(double[] rowDuals) {
    return cuts.stream()
        .map(cut -> new LossDual(cut.period(), cut.slope(), rowDuals[cut.row()]))
        .toList();
  }
}
