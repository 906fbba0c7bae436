package org.gridclear.clearing.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridclear.clearing.bound.MixedRounding;
import org.gridclear.clearing.bound.RowSum;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.warmstart.Inequality;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.Solution;

/**
 * Cuts that say how many whole units a period needs. The balance of an island, its reserve and the
 * limits of its units' outputs add up to a need of capacity {@code Σ P·u ≥ D + R} (model (49)),
 * which the relaxation meets with parts of units and rounding (50) does not allow. Three sums a
 * period: all units at their limits, with reserve; and only those at their limits in the point,
 * with and without reserve, the others by the segments of their offers that are full.
 * docs/decisions/006.
 */
public final class CapacityCuts {
  private static final int ROUNDS_MAX = 40;
  private static final double FULL_MW = 1e-6;

  /** A round that raises the bound by less than this share of the gap is the last. */
  private static final double USEFUL_SHARE = 0.003;

  private final ModelSession solve;
  private final ClearingModel model;
  private final RowSum sum;
  private final int units;
  private final double gap;

  public CapacityCuts(ModelSession solve, double gap) {
    this.solve = solve;
    this.model = solve.model();
    this.sum = new RowSum(model.linear());
    this.units = model.statusColumns().length;
    this.gap = gap;
  }

  /**
   * Adds cuts and solves the relaxation again, as long as that raises its objective, at most to
   * what is enough.
   *
   * @param relaxed what the cuts are to cut off
   * @param enoughYuan objective that proves what shall be proved
   * @param until asked between rounds
   * @return the relaxation with all cuts; its objective is a bound of the whole model's
   */
  public Solution raised(Solution relaxed, double enoughYuan, Deadline until) {
    Solution best = relaxed;
    if (best.objective() >= enoughYuan) {
      return best;
    }
    solve.reopenRelaxation();
    for (int round = 1;
        round <= ROUNDS_MAX && best.objective() < enoughYuan && !until.passed();
        round++) {
      List<Inequality> cuts = violated(best.columns());
      Optional<Solution> next = cuts.isEmpty() ? Optional.empty() : solve.relaxedWith(cuts);
      if (next.isEmpty()) {
        break;
      }
      double raisedYuan = next.get().objective() - best.objective();
      best = next.get();
      solve.bases().keepRaised();
      if (raisedYuan < USEFUL_SHARE * gap * Math.abs(best.objective())) {
        break;
      }
    }
    solve.cuts().dropSlack(best.columns());
    return best;
  }

  /** Cuts that a point does not meet. */
  List<Inequality> violated(double[] x) {
    List<Inequality> cuts = new ArrayList<>();
    for (int t = 0; t < model.periodCount(); t++) {
      for (int island = 0; island < model.islandCount(t); island++) {
        boolean reserve = model.islandCount(t) == 1;
        addCut(capacity(t, island, reserve), x, cuts);
        addCut(dispatched(t, island, false, x), x, cuts);
        if (reserve) {
          addCut(dispatched(t, island, true, x), x, cuts);
        }
      }
    }
    return cuts;
  }

  private void addCut(Inequality need, double[] x, List<Inequality> cuts) {
    MixedRounding.cut(model.linear(), need, x).ifPresent(cuts::add);
  }

  /** The need of a period with every unit at its limit. */
  private Inequality capacity(int t, int island, boolean reserve) {
    need(t, island, reserve);
    for (int g = 0; g < units; g++) {
      if (model.islandOfUnit(g, t) == island && model.outputRow().at(g, t) >= 0) {
        sum.add(model.outputRow().at(g, t), 1);
      }
    }
    return sum.take();
  }

  /** The same with the limits that a point meets. */
  private Inequality dispatched(int t, int island, boolean reserve, double[] x) {
    need(t, island, reserve);
    for (int g = 0; g < units; g++) {
      int limit = model.outputRow().at(g, t);
      if (model.islandOfUnit(g, t) != island) {
        continue;
      }
      if (limit >= 0 && sum.slack(limit, x) < FULL_MW) {
        sum.add(limit, 1);
      } else if (model.segmentSumRow().at(g, t) >= 0) {
        sum.add(model.segmentSumRow().at(g, t), -1);
        for (int segment : model.rowsOfSegments().at(g, t)) {
          if (segment >= 0 && sum.slack(segment, x) < FULL_MW) {
            sum.add(segment, 1);
          }
        }
      }
    }
    return sum.take();
  }

  private void need(int t, int island, boolean reserve) {
    sum.add(model.balanceRow().at(t, island), -1);
    for (int row : reserve ? model.upwardReserveRows(t) : new int[0]) {
      sum.add(row, -1);
    }
  }
}
