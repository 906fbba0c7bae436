package org.gridclear.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridclear.market.BusLoad;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.network.Branch;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.numerics.ShiftFactors;

/** Ratings for a network that has none, from the flows of merit-order dispatches of the day. */
final class SyntheticRatings {
  private static final double FLOOR_MW = 20;

  private SyntheticRatings() {}

  static Network rate(
      Network network,
      List<ThermalUnit> thermal,
      List<ProfiledUnit> profiled,
      List<BusLoad> loads,
      int periodCount,
      SyntheticOptions options) {
    NetworkIndex index = new NetworkIndex(network);
    boolean[] inService = new boolean[index.branchCount()];
    for (int l = 0; l < inService.length; l++) {
      inService[l] = network.branches().get(l).inService();
    }
    ShiftFactors factors = new ShiftFactors(index, inService);
    double[] peakFlowMw = new double[index.branchCount()];
    for (int t = 0; t < periodCount; t++) {
      double[] flow = factors.flowsMw(injections(index, thermal, profiled, loads, t));
      for (int l = 0; l < flow.length; l++) {
        peakFlowMw[l] = Math.max(peakFlowMw[l], Math.abs(flow[l]));
      }
    }
    double median = Arrays.stream(peakFlowMw).sorted().toArray()[peakFlowMw.length / 2];
    List<Branch> rated = new ArrayList<>();
    for (int l = 0; l < peakFlowMw.length; l++) {
      Branch branch = network.branches().get(l);
      var random = Draw.of(options.seed(), "rating " + branch.id());
      boolean tight = peakFlowMw[l] > median && random.nextDouble() < options.tightShare();
      double factor = tight ? 0.9 + 0.08 * random.nextDouble() : 1.4 + 0.5 * random.nextDouble();
      double mva = Math.rint(Math.max(FLOOR_MW + 0.5 * median, peakFlowMw[l] * factor));
      if (tight) {
        mva = Math.rint(peakFlowMw[l] * factor);
      }
      rated.add(
          branch.withRatings(new Branch.Ratings(mva, Math.rint(1.1 * mva), Math.rint(1.2 * mva))));
    }
    return network.withBranches(rated);
  }

  private static double[] injections(
      NetworkIndex index,
      List<ThermalUnit> thermal,
      List<ProfiledUnit> profiled,
      List<BusLoad> loads,
      int t) {
    double[] injection = new double[index.busCount()];
    double need = 0;
    for (BusLoad load : loads) {
      injection[index.bus(load.bus())] -= load.mw().at(t);
      need += load.mw().at(t);
    }
    for (ProfiledUnit unit : profiled) {
      injection[index.bus(unit.bus())] += unit.maxMw().at(t);
      need -= unit.maxMw().at(t);
    }
    List<ThermalUnit> byCost = new ArrayList<>(thermal);
    byCost.sort(
        java.util.Comparator.comparingDouble(SyntheticUnits::averageYuanPerMwh)
            .thenComparing(ThermalUnit::id));
    for (ThermalUnit unit : byCost) {
      double mw = Math.min(Math.max(0, need), unit.pMaxMw().at(t));
      injection[index.bus(unit.bus())] += mw;
      need -= mw;
    }
    return injection;
  }
}
