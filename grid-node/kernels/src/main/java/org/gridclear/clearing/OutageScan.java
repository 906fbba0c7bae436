package org.gridclear.clearing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridclear.clearing.constraint.ClearingGrid;
import org.gridclear.clearing.constraint.ClearingGrid.Monitored;
import org.gridclear.sensitivity.OutageResponse;
import org.gridclear.sensitivity.ShiftFactors;

/**
 * Flows after every contingency against emergency limits (B-20). Responses are made outage by
 * outage for all periods of a topology at once and kept nowhere: memory grows with branches, not
 * with outages × branches.
 */
final class OutageScan {
  /** An outage of a branch that carries less changes nothing worth looking at. */
  private static final double CARRIED_MIN_MW = 1e-3;

  private final ClearingGrid grid;
  private final double toleranceMw;
  private final Set<FlowRowKey> present;

  /** A limit that is exceeded after an outage. */
  record Violation(int element, int outage, int period, double excessMw) {}

  OutageScan(ClearingGrid grid, double toleranceMw, Set<FlowRowKey> present) {
    this.grid = grid;
    this.toleranceMw = toleranceMw;
    this.present = present;
  }

  /**
   * The worst outage of every element and period with a violation that has no row yet.
   *
   * @param flowsMw per period, flows of all branches of the intact grid
   * @param offsets corrections of flows (EQ-08)
   */
  List<Violation> worst(double[][] flowsMw, FlowOffsets offsets) {
    Map<ShiftFactors, List<Integer>> periodsOf = new HashMap<>();
    for (int t = 0; t < flowsMw.length; t++) {
      periodsOf.computeIfAbsent(grid.shiftFactors(t), key -> new ArrayList<>()).add(t);
    }
    int elements = grid.monitored().size();
    double[][] excess = new double[flowsMw.length][elements];
    int[][] outageOf = new int[flowsMw.length][elements];
    for (double[] row : excess) {
      Arrays.fill(row, toleranceMw);
    }
    for (int k = 0; k < grid.outages().size(); k++) {
      for (Map.Entry<ShiftFactors, List<Integer>> entry : periodsOf.entrySet()) {
        if (!carries(k, entry.getValue(), flowsMw)) {
          continue;
        }
        Optional<OutageResponse> response = grid.response(k, entry.getValue().get(0));
        for (int t : response.isPresent() ? entry.getValue() : List.<Integer>of()) {
          double[] after = after(response.get(), flowsMw[t]);
          check(k, t, after, offsets, excess[t], outageOf[t]);
        }
      }
    }
    List<Violation> violations = new ArrayList<>();
    for (int t = 0; t < excess.length; t++) {
      for (int e = 0; e < elements; e++) {
        if (excess[t][e] > toleranceMw) {
          violations.add(new Violation(e, outageOf[t][e], t, excess[t][e]));
        }
      }
    }
    return violations;
  }

  private boolean carries(int k, List<Integer> periods, double[][] flowsMw) {
    for (int t : periods) {
      for (int branch : grid.outages().get(k).branches()) {
        if (Math.abs(flowsMw[t][branch]) > CARRIED_MIN_MW) {
          return true;
        }
      }
    }
    return false;
  }

  private static double[] after(OutageResponse response, double[] before) {
    double[] flow = before.clone();
    int[] open = response.branches();
    for (int k = 0; k < open.length; k++) {
      double[] weight = response.weights(k);
      double carried = before[open[k]];
      for (int l = 0; l < flow.length; l++) {
        flow[l] += weight[l] * carried;
      }
    }
    return flow;
  }

  private void check(
      int k, int t, double[] after, FlowOffsets offsets, double[] excess, int[] outageOf) {
    List<Monitored> monitored = grid.monitored();
    boolean corrected = !offsets.isEmpty();
    for (int e = 0; e < monitored.size(); e++) {
      Monitored element = monitored.get(e);
      if (element.branches().length != 1) {
        continue;
      }
      double flow = after[element.branches()[0]];
      double limit = element.emergencyMw()[t];
      if (corrected) {
        FlowRowKey key = new FlowRowKey(e, k, t);
        flow += offsets.mw(key);
        limit = offsets.limitMw(key, limit);
      }
      double over = Math.abs(flow) - limit;
      if (over > excess[e] && !present.contains(new FlowRowKey(e, k, t))) {
        excess[e] = over;
        outageOf[e] = k;
      }
    }
  }
}
