package org.gridclear.clearing.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
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
import org.gridclear.clearing.flow.OutageShares.Near;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.numerics.OutageResponse;

/**
 * Flows of branches after every contingency against emergency limits (B-20); flowgates have such
 * rows by cuts alone. Near shares of an outage are looked at one by one, for all periods of a
 * topology. What is far comes second: only elements whose limits are nearer than the largest far
 * share can bring them are looked at there.
 */
final class OutageScan {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  /** An outage of branches that carry less moves no flow worth looking at. */
  private static final double CARRIED_MIN_MW = 1e-3;

  /** What is far is worse only where it is so by more than this. */
  private static final double ROUNDING_MW = 1e-9;

  private final ClearingGrid grid;
  private final OutageShares shares;
  private final double toleranceMw;
  private final Set<FlowSide> present;
  private final int[] elements;
  private final int[] branches;

  /** A limit that is exceeded after an outage. */
  record Violation(FlowSide side, int period, double excessMw) {}

  OutageScan(ClearingGrid grid, OutageShares shares, double toleranceMw, Set<FlowSide> present) {
    this.grid = grid;
    this.shares = shares;
    this.toleranceMw = toleranceMw;
    this.present = present;
    this.elements = shares.elements();
    this.branches = shares.branches();
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
    Map<OutageShares.OfTopology, List<Period>> periodsOf = new LinkedHashMap<>();
    List<Period> all = new ArrayList<>();
    for (int t = 0; t < flowsMw.length; t++) {
      Period period = new Period(t, flowsMw[t], allowedMw[t]);
      all.add(period);
      periodsOf.computeIfAbsent(shares.of(t), key -> new ArrayList<>()).add(period);
    }
    Map<Integer, List<FlowRowKey>> cutsOfOutage =
        offsets.cuts().keySet().stream()
            .sorted()
            .collect(Collectors.groupingBy(FlowRowKey::outage));
    int[] numbers = outages.toArray();
    periodsOf.forEach(
        (topology, periods) -> {
          BitSet changing = new BitSet(grid.outages().size());
          Arrays.stream(numbers).filter(k -> changes(k, periods)).forEach(changing::set);
          for (int k : numbers) {
            List<FlowRowKey> cuts = cutsOfOutage.getOrDefault(k, List.of());
            if (!cuts.isEmpty()) {
              check(k, periods, offsets, cuts);
            } else if (changing.get(k)) {
              topology.near(k).ifPresent(near -> checkNear(k, periods, near));
            }
          }
          checkFar(Arrays.stream(numbers).filter(changing::get), periods, topology);
        });
    return all.stream().flatMap(period -> period.violations().stream()).toList();
  }

  private void checkNear(int k, List<Period> periods, Near near) {
    if (near.several()) {
      check(k, periods, FlowOffsets.NONE, List.of());
    } else {
      periods.forEach(period -> period.check(k, near));
    }
  }

  /** Looks at elements whose limits are so near that even outages far from them may exceed them. */
  private void checkFar(IntStream outages, List<Period> periods, OutageShares.OfTopology topology) {
    periods.forEach(Period::sortByReserve);
    outages.forEach(
        k ->
            topology
                .near(k)
                .filter(near -> !near.several() && !near.whole())
                .ifPresent(near -> periods.forEach(period -> period.checkFar(k, near, topology))));
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
    double[][] weights = new double[open.length][];
    for (int j = 0; j < open.length; j++) {
      weights[j] = shares.watched(response.get().weights(j));
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
    private int[] byReserve = new int[0];
    private double[] reserves = new double[0];

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

    /** One outage of one branch, where it is near. */
    void check(int k, Near near) {
      double carried = flowMw[near.branch()];
      if (near.whole()) {
        check(k, new double[][] {near.shares()}, new double[] {carried});
        return;
      }
      for (int e = 0; e < near.at().length; e++) {
        int i = near.at()[e];
        double after = Math.fma(near.shares()[e], carried, before[i]);
        double over = Math.abs(after) - reachMw[i];
        if (over > excess[i]) {
          take(i, k, after < 0, over);
        }
      }
    }

    /** What the flow of an element may rise by until it exceeds more than is found already. */
    private double reserveMw(int i) {
      return reachMw[i] + excess[i] - Math.abs(before[i]);
    }

    /** Finds the elements that far outages may matter to, by what is left of their limits. */
    void sortByReserve() {
      double most = shares.nearMin() * Arrays.stream(flowMw).map(Math::abs).max().orElse(0);
      byReserve =
          IntStream.range(0, elements.length)
              .filter(i -> reserveMw(i) <= most + ROUNDING_MW)
              .boxed()
              .sorted(Comparator.comparingDouble(this::reserveMw))
              .mapToInt(Integer::intValue)
              .toArray();
      reserves = Arrays.stream(byReserve).mapToDouble(this::reserveMw).toArray();
    }

    /** One outage, where it is far. */
    void checkFar(int k, Near near, OutageShares.OfTopology topology) {
      double carried = flowMw[near.branch()];
      double most = near.restShare() * Math.abs(carried) + ROUNDING_MW;
      for (int p = 0; p < byReserve.length && reserves[p] < most; p++) {
        int i = byReserve[p];
        if (reserveMw(i) < most) {
          double after = Math.fma(topology.share(i, k, near), carried, before[i]);
          double over = Math.abs(after) - reachMw[i];
          if (over > excess[i] + ROUNDING_MW && !near.has(i)) {
            take(i, k, after < 0, over);
          }
        }
      }
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
