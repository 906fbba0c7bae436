package org.gridclear.clearing.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.clearing.model.ClearingGrid.Monitored;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.FlowgateLimit;
import org.gridclear.network.Branch;
import org.gridclear.network.Flowgate;
import org.gridclear.network.NetworkIndex;
import org.gridclear.quantity.Series;
import org.jspecify.annotations.Nullable;

/** The elements of a day whose flow is limited. */
final class MonitoredElements {
  private MonitoredElements() {}

  /** Limits of branches; with those of the intact grid switched off, after outages alone. */
  static void addBranches(
      List<Monitored> monitored, MarketDay day, NetworkIndex index, boolean intact) {
    Map<String, BranchLimit> replaced = new HashMap<>();
    day.branchLimits().forEach(limit -> replaced.put(limit.branch(), limit));
    for (int l = 0; l < index.branchCount(); l++) {
      Branch branch = day.network().branches().get(l);
      BranchLimit limit = replaced.get(branch.id());
      double[] limitMw = new double[day.periodCount()];
      double[] emergencyMw = new double[day.periodCount()];
      boolean limited = false;
      for (int t = 0; t < limitMw.length; t++) {
        limitMw[t] = intact ? BranchLimit.normalMw(branch, limit, t) : Double.POSITIVE_INFINITY;
        emergencyMw[t] = BranchLimit.emergencyMw(branch, limit, t);
        limited |= Double.isFinite(Math.min(limitMw[t], emergencyMw[t]));
      }
      if (limited) {
        monitored.add(
            new Monitored(
                "B-19",
                branch.id(),
                new int[] {l},
                new double[] {1},
                limitMw,
                limitMw,
                emergencyMw,
                penalties(day, limit),
                limit != null && limit.oneOverload()));
      }
    }
  }

  private static double[] penalties(MarketDay day, @Nullable BranchLimit limit) {
    double byDefault = day.penalties().thermalYuanPerMwh();
    double[] penalty = new double[day.periodCount()];
    for (int t = 0; t < penalty.length; t++) {
      penalty[t] = limit == null ? byDefault : limit.penaltyYuanPerMwh(t, byDefault);
    }
    return penalty;
  }

  /** Limits of flowgates. */
  static void addFlowgates(List<Monitored> monitored, MarketDay day, NetworkIndex index) {
    Map<String, FlowgateLimit> replaced = FlowgateLimit.byFlowgate(day.rules().flowgateLimits());
    for (Flowgate gate : day.network().flowgates()) {
      int[] branches =
          gate.terms().stream().mapToInt(term -> index.branch(term.branch())).toArray();
      double[] weights = gate.terms().stream().mapToDouble(Flowgate.Term::weight).toArray();
      double[] forward = new double[day.periodCount()];
      double[] reverse = new double[day.periodCount()];
      FlowgateLimit limit = replaced.get(gate.id());
      Arrays.setAll(forward, t -> FlowgateLimit.forwardMw(gate, limit, t));
      Arrays.setAll(reverse, t -> FlowgateLimit.reverseMw(gate, limit, t));
      monitored.add(
          new Monitored(
              "B-18",
              gate.id(),
              branches,
              weights,
              forward,
              reverse,
              forward,
              Series.constant(day.penalties().flowgateYuanPerMwh(), day.periodCount()).toArray(),
              false));
    }
  }
}
