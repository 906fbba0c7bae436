package org.gridclear.clearing.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.numerics.OutageResponse;
import org.gridclear.numerics.ShiftFactors;

/**
 * Flows of branches after every contingency against emergency limits (B-20); flowgates have such
 * rows by cuts alone. Responses are made outage by outage for all periods of a topology at once and
 * kept nowhere: memory grows with branches, not with outages × branches.
 */
final class OutageScan {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  /** An outage of branches that carry less moves no flow worth looking at. */
  private static final double CARRIED_MIN_MW = 1e-3;

  private final ClearingGrid grid;
  private final double toleranceMw;
  private final Set<FlowSide> present;
  private final int[] elements;
  private final int[] branches;

  /** A limit that is exceeded after an outage. */
  record Violation(FlowSide side, int period, double excessMw) {}

  OutageScan(ClearingGrid grid, double toleranceMw, Set<FlowSide> present) {
    this.grid = grid;
    this.toleranceMw = toleranceMw;
    this.present = present;
    List<Integer> watched = new ArrayList<>();
    for (int e = 0; e < grid.monitored().size(); e++) {
      if (!grid.monitored().get(e).isFlowgate()) {
        watched.add(e);
      }
    }
    this.elements = watched.stream().mapToInt(Integer::intValue).toArray();
    this.branches = watched.stream().mapToInt(e -> grid.monitored().get(e).branches()[0]).toArray();
  }

  /**
   * The worst outage of every element and period with a violation that has no row yet.
   *
   * @param outages numbers of the outages to look at
   * @param flowsMw per period, flows of all branches of the intact grid
   * @param offsets corrections of flows (EQ-08)
   * @param allowedMw per period and element, overload that is paid for already
   */
  List<Violation> worst(
      IntStream outages, double[][] flowsMw, FlowOffsets offsets, double[][] allowedMw) {
    Map<ShiftFactors, List<Period>> periodsOf = new LinkedHashMap<>();
    List<Period> all = new ArrayList<>();
    for (int t = 0; t < flowsMw.length; t++) {
      Period period = new Period(t, flowsMw[t], allowedMw[t]);
      all.add(period);
      periodsOf.computeIfAbsent(grid.shiftFactors(t), key -> new ArrayList<>()).add(period);
    }
    Map<Integer, List<FlowRowKey>> cutsOfOutage =
        offsets.cuts().keySet().stream()
            .sorted()
            .collect(Collectors.groupingBy(FlowRowKey::outage));
    for (int k : outages.toArray()) {
      for (List<Period> periods : periodsOf.values()) {
        List<FlowRowKey> cuts = cutsOfOutage.getOrDefault(k, List.of());
        if (!cuts.isEmpty() || changes(k, periods)) {
          check(k, periods, offsets, cuts);
        }
      }
    }
    return all.stream().flatMap(period -> period.violations().stream()).toList();
  }

  /**
   * Whether an outage can bring a violation: it moves flows, or some flow is over its emergency
   * limit as it is, which may lie below the limit of the intact grid.
   */
  private boolean changes(int k, List<Period> periods) {
    for (Period period : periods) {
      if (period.overBefore) {
        return true;
      }
      for (int branch : grid.outages().get(k).branches()) {
        if (Math.abs(period.flowMw[branch]) > CARRIED_MIN_MW) {
          return true;
        }
      }
    }
    return false;
  }

  private void check(int k, List<Period> periods, FlowOffsets offsets, List<FlowRowKey> cuts) {
    Optional<OutageResponse> response = grid.response(k, periods.get(0).t);
    if (response.isEmpty()) {
      return;
    }
    int[] open = response.get().branches();
    double[][] weights = new double[open.length][elements.length];
    for (int j = 0; j < open.length; j++) {
      double[] ofBranch = response.get().weights(j);
      for (int i = 0; i < elements.length; i++) {
        weights[j][i] = ofBranch[branches[i]];
      }
    }
    for (Period period : periods) {
      double[] carried = new double[open.length];
      for (int j = 0; j < open.length; j++) {
        carried[j] = period.flowMw[open[j]];
      }
      period.check(k, weights, carried);
      for (FlowRowKey cut : cuts) {
        if (cut.period() == period.t) {
          period.checkCut(cut, weights, carried, offsets);
        }
      }
    }
  }

  /** What is found in one period. */
  private final class Period {
    private final int t;
    private final double[] flowMw;
    private final double[] before = new double[elements.length];
    private final double[] reachMw = new double[elements.length];
    private final double[] excess = new double[elements.length];
    private final int[] outageOf = new int[elements.length];
    private final boolean[] reverse = new boolean[elements.length];
    private final boolean overBefore;

    Period(int t, double[] flowMw, double[] allowedMw) {
      this.t = t;
      this.flowMw = flowMw;
      boolean over = false;
      for (int i = 0; i < elements.length; i++) {
        before[i] = flowMw[branches[i]];
        double limit = grid.monitored().get(elements[i]).emergencyMw()[t];
        reachMw[i] = limit + allowedMw[elements[i]];
        excess[i] = toleranceMw;
        over |= Math.abs(before[i]) > reachMw[i] + toleranceMw;
      }
      overBefore = over;
    }

    /** One outage: a vector of elements at a time, singly only where one of them exceeds. */
    void check(int k, double[][] weights, double[] carried) {
      int lanes = SPECIES.length();
      int bound = SPECIES.loopBound(before.length);
      for (int i = 0; i < bound; i += lanes) {
        DoubleVector after = DoubleVector.fromArray(SPECIES, before, i);
        for (int j = 0; j < carried.length; j++) {
          after =
              DoubleVector.fromArray(SPECIES, weights[j], i)
                  .fma(DoubleVector.broadcast(SPECIES, carried[j]), after);
        }
        DoubleVector over = after.abs().sub(DoubleVector.fromArray(SPECIES, reachMw, i));
        if (over.compare(VectorOperators.GT, DoubleVector.fromArray(SPECIES, excess, i))
            .anyTrue()) {
          single(k, weights, carried, i, i + lanes);
        }
      }
      single(k, weights, carried, bound, before.length);
    }

    private void single(int k, double[][] weights, double[] carried, int from, int to) {
      for (int i = from; i < to; i++) {
        double after = before[i];
        for (int j = 0; j < carried.length; j++) {
          after = Math.fma(weights[j][i], carried[j], after);
        }
        double over = Math.abs(after) - reachMw[i];
        if (over > excess[i]) {
          take(i, k, after < 0, over);
        }
      }
    }

    /**
     * A cut never allows more than the limit itself, so it is looked at besides; that of a flowgate
     * has its row from the start.
     */
    void checkCut(FlowRowKey cut, double[][] weights, double[] carried, FlowOffsets offsets) {
      int i = Arrays.binarySearch(elements, cut.element());
      if (i < 0) {
        return;
      }
      double flow = before[i];
      for (int j = 0; j < carried.length; j++) {
        flow += weights[j][i] * carried[j];
      }
      double limit = grid.monitored().get(elements[i]).emergencyMw()[t];
      double forward = flow - offsets.forwardMw(cut, limit);
      double backward = -flow - offsets.reverseMw(cut, limit);
      double over = Math.max(forward, backward) - (reachMw[i] - limit);
      if (over > excess[i]) {
        take(i, cut.outage(), backward > forward, over);
      }
    }

    private void take(int i, int k, boolean against, double over) {
      if (!present.contains(new FlowSide(new FlowRowKey(elements[i], k, t), against))) {
        excess[i] = over;
        outageOf[i] = k;
        reverse[i] = against;
      }
    }

    List<Violation> violations() {
      List<Violation> list = new ArrayList<>();
      for (int i = 0; i < elements.length; i++) {
        if (excess[i] > toleranceMw) {
          FlowRowKey key = new FlowRowKey(elements[i], outageOf[i], t);
          list.add(new Violation(new FlowSide(key, reverse[i]), t, excess[i]));
        }
      }
      return list;
    }
  }
}
