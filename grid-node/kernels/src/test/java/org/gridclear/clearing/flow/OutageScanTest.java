package org.gridclear.clearing.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.market.BranchOutage;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.ContingencySet;
import org.gridclear.network.Contingency;
import org.gridclear.numerics.OutageResponse;
import org.gridclear.quantity.Horizon;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.junit.jupiter.api.Test;

/** What a scan finds, against every outage and every branch looked at one by one. */
// Rows: H-11
class OutageScanTest {
  private static final int PERIODS = 3;

  /** All branches and two pairs of them; one branch is out in the last period. */
  private static ClearingGrid grid() {
    MarketDay day =
        SyntheticMarket.complete(
                BuiltInNetworks.read("ieee118"), new Horizon(PERIODS, 60), SyntheticOptions.DEFAULT)
            .withBranchOutages(List.of(new BranchOutage("L30", PERIODS - 1, PERIODS)));
    List<Contingency> pairs =
        List.of(
            new Contingency("pair", List.of("L8", "L38"), List.of(), List.of()),
            new Contingency("other", List.of("L51", "L9"), List.of(), List.of()));
    return new ClearingGrid(
        ClearingCase.of(
            day.withRules(day.rules().withContingencies(new ContingencySet(true, pairs)))));
  }

  private final ClearingGrid grid = grid();
  private final List<List<Optional<OutageResponse>>> responses =
      IntStream.range(0, PERIODS)
          .mapToObj(
              t ->
                  IntStream.range(0, grid.outages().size())
                      .mapToObj(k -> grid.response(k, t))
                      .toList())
          .toList();

  private record Worst(int outage, boolean against, double excessMw) {}

  /** The worst outage of an element, the first of those that are as bad. */
  private Worst worst(
      int e, int t, double[] flowMw, double allowedMw, double from, Set<FlowSide> present) {
    Worst worst = new Worst(-1, false, from);
    int branch = grid.monitored().get(e).branches()[0];
    for (int k = 0; k < grid.outages().size(); k++) {
      if (responses.get(t).get(k).isEmpty()) {
        continue;
      }
      OutageResponse response = responses.get(t).get(k).get();
      double after = flowMw[branch];
      for (int j = 0; j < response.branches().length; j++) {
        after = Math.fma(response.weights(j)[branch], flowMw[response.branches()[j]], after);
      }
      double excess = Math.abs(after) - (grid.monitored().get(e).emergencyMw()[t] + allowedMw);
      FlowSide side = new FlowSide(new FlowRowKey(e, k, t), after < 0);
      if (excess > worst.excessMw() && !present.contains(side)) {
        worst = new Worst(k, after < 0, excess);
      }
    }
    return worst;
  }

  @Test
  void findsTheWorstOutageOfEveryElementWhateverIsNear() {
    Random random = new Random(3);
    int found = 0;
    for (double nearMin : new double[] {1e-3, 0.02, 0.1, 0.4, 0.9}) {
      OutageShares shares = new OutageShares(grid, nearMin);
      Set<FlowSide> present = new HashSet<>();
      for (int trial = 0; trial < 4; trial++) {
        double toleranceMw = trial == 3 ? -1e-6 : 1e-3;
        double[][] flows = flows(random, trial);
        double[][] allowed = allowed(random);
        List<OutageScan.Violation> list =
            new OutageScan(grid, shares, toleranceMw, present)
                .worst(IntStream.range(0, grid.outages().size()), flows, FlowOffsets.NONE, allowed);
        List<OutageScan.Violation> expected = new ArrayList<>();
        for (int t = 0; t < PERIODS; t++) {
          for (int e = 0; e < grid.monitored().size(); e++) {
            Worst worst = worst(e, t, flows[t], allowed[t][e], toleranceMw, present);
            if (worst.outage() >= 0) {
              FlowRowKey key = new FlowRowKey(e, worst.outage(), t);
              expected.add(
                  new OutageScan.Violation(
                      new FlowSide(key, worst.against()), t, worst.excessMw()));
            }
          }
        }
        assertAsBad(expected, list, nearMin, "near from " + nearMin + ", trial " + trial);
        list.stream().limit(list.size() / 2).forEach(v -> present.add(v.side()));
        found += list.size();
      }
    }
    assertTrue(found > 1000, found + " violations: the flows show little");
  }

  /** Outages that are as bad are one as good as the other. */
  private static void assertAsBad(
      List<OutageScan.Violation> expected,
      List<OutageScan.Violation> list,
      double nearMin,
      String message) {
    assertEquals(expected.size(), list.size(), message);
    for (int v = 0; v < list.size(); v++) {
      assertEquals(expected.get(v).period(), list.get(v).period(), message);
      assertEquals(
          expected.get(v).side().key().element(), list.get(v).side().key().element(), message);
      assertEquals(expected.get(v).side().reverse(), list.get(v).side().reverse(), message);
      assertEquals(expected.get(v).excessMw(), list.get(v).excessMw(), 1e-3 * nearMin, message);
    }
  }

  /** Flows of a transfer or two, so that many limits are exceeded, or just met. */
  private double[][] flows(Random random, int trial) {
    double[][] flows = new double[PERIODS][];
    for (int t = 0; t < PERIODS; t++) {
      double[] injection = new double[grid.index().busCount()];
      for (int b = 0; b < injection.length; b++) {
        injection[b] = (30 + 60 * trial) * random.nextGaussian();
      }
      flows[t] = grid.shiftFactors(t).flowsMw(injection);
      if (trial == 3) {
        meet(flows[t], t, random);
      }
    }
    return flows;
  }

  /** Puts some flows on their limits. */
  private void meet(double[] flowMw, int t, Random random) {
    for (ClearingGrid.Monitored element : grid.monitored()) {
      int branch = element.branches()[0];
      double limit = element.emergencyMw()[t];
      boolean over = Math.abs(flowMw[branch]) > limit;
      if (over || random.nextInt(10) == 0) {
        flowMw[branch] = Math.copySign(limit, flowMw[branch]);
      }
    }
  }

  private double[][] allowed(Random random) {
    double[][] allowed = new double[PERIODS][grid.monitored().size()];
    for (double[] ofPeriod : allowed) {
      Arrays.setAll(ofPeriod, e -> random.nextInt(20) == 0 ? 50 : 0);
    }
    return allowed;
  }
}
