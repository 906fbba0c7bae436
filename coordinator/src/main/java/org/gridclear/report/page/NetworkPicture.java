package org.gridclear.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.clearing.flow.ClearedFlows;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.market.BranchOutage;
import org.gridclear.network.Branch;
import org.gridclear.network.Bus;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.jspecify.annotations.Nullable;

/** Networks as pages draw them: places of buses, ends of branches, loadings in whole percent. */
public final class NetworkPicture {
  /** Loadings of all periods that a page holds; beyond, each branch has its greatest. */
  private static final int LOADINGS_MAX = 400_000;

  /** Loading of what has no limit, or is out. */
  public static final int NONE = -1;

  private static final int PLACES = 100;

  /** The greatest loading that is told. */
  private static final int PERCENT_MOST = 1000;

  private static final double UNLIMITED_MW = 1e9;
  private static final double FLOW_MW = 1e-6;

  private NetworkPicture() {}

  /**
   * Buses as {@code [id, kV, zone, x, y]}, branches as {@code [id, number of the first bus, of the
   * second, whether it is in]}.
   */
  public static Map<String, Object> of(Network network) {
    NetworkIndex index = new NetworkIndex(network);
    int[][] ends = new int[network.branches().size()][];
    List<Object[]> links = new ArrayList<>();
    for (int l = 0; l < ends.length; l++) {
      Branch branch = network.branches().get(l);
      ends[l] = new int[] {index.bus(branch.from()), index.bus(branch.to())};
      links.add(new Object[] {branch.id(), ends[l][0], ends[l][1], branch.inService() ? 1 : 0});
    }
    double[][] places = NetworkLayout.of(network.buses().size(), ends);
    List<Object[]> buses = new ArrayList<>();
    for (int b = 0; b < network.buses().size(); b++) {
      Bus bus = network.buses().get(b);
      buses.add(
          new Object[] {
            bus.id(), bus.baseKv(), bus.zone(), place(places[0][b]), place(places[1][b])
          });
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("buses", buses);
    map.put("links", links);
    return map;
  }

  private static double place(double value) {
    return Math.rint(value * PLACES) / PLACES;
  }

  /**
   * Loadings of the branches of a cleared case in percent of their limits of the intact grid.
   *
   * @return {@code byPeriod}, or {@code most} and {@code when} (the period) where that is too much
   */
  static Map<String, Object> loadings(ClearingCase clearingCase, ClearingResult result) {
    Network network = clearingCase.day().network();
    int periods = clearingCase.day().periodCount();
    int[][] percent = percent(clearingCase, result);
    if ((long) periods * network.branches().size() <= LOADINGS_MAX) {
      return Map.of("byPeriod", percent);
    }
    int[] most = new int[network.branches().size()];
    int[] when = new int[most.length];
    for (int l = 0; l < most.length; l++) {
      most[l] = NONE;
      for (int t = 0; t < periods; t++) {
        if (percent[t][l] > most[l]) {
          most[l] = percent[t][l];
          when[l] = t;
        }
      }
    }
    return Map.of("most", most, "when", when);
  }

  /**
   * Prices of buses by period, in cents of the day's money; null where that is too much for a page,
   * which then has the means only.
   */
  static double @Nullable [][] prices(ClearingCase clearingCase, ClearingResult result) {
    double[][] lmp = result.prices().lmpYuanPerMwh();
    int periods = clearingCase.day().periodCount();
    if ((long) periods * lmp.length > LOADINGS_MAX) {
      return null;
    }
    double[][] byPeriod = new double[periods][lmp.length];
    for (int t = 0; t < periods; t++) {
      for (int b = 0; b < lmp.length; b++) {
        byPeriod[t][b] = place(lmp[b][t]);
      }
    }
    return byPeriod;
  }

  static int[][] percent(ClearingCase clearingCase, ClearingResult result) {
    Network network = clearingCase.day().network();
    double[][] limitMw = limits(clearingCase);
    boolean[][] out = out(clearingCase);
    ClearedFlows flows = new ClearedFlows(clearingCase, result.schedule());
    int[][] percent = new int[clearingCase.day().periodCount()][];
    for (int t = 0; t < percent.length; t++) {
      double[] mw = flows.branchFlowsMw(t);
      percent[t] = new int[mw.length];
      for (int l = 0; l < mw.length; l++) {
        double limit = limitMw[l] == null ? Double.POSITIVE_INFINITY : limitMw[l][t];
        boolean in = network.branches().get(l).inService() && !out[l][t];
        percent[t][l] = in && limit < UNLIMITED_MW ? percent(Math.abs(mw[l]), limit) : NONE;
      }
    }
    return percent;
  }

  /** A limit of nothing is reached by nothing, and by any flow passed as far as a page can tell. */
  private static int percent(double mw, double limitMw) {
    if (limitMw > 0) {
      return (int) Math.min(PERCENT_MOST, Math.rint(100 * mw / limitMw));
    }
    return mw > FLOW_MW ? PERCENT_MOST : 100;
  }

  /** Branches that are out by plan, {@code [branch][period]}. */
  private static boolean[][] out(ClearingCase clearingCase) {
    NetworkIndex index = new NetworkIndex(clearingCase.day().network());
    boolean[][] out = new boolean[index.branchCount()][clearingCase.day().periodCount()];
    for (BranchOutage outage : clearingCase.day().branchOutages()) {
      Arrays.fill(out[index.branch(outage.branch())], outage.from(), outage.to(), true);
    }
    return out;
  }

  /** Limits by branch and period; null for a branch without. */
  private static double[][] limits(ClearingCase clearingCase) {
    Map<String, double[]> ofBranch = new LinkedHashMap<>();
    for (ClearingGrid.Monitored element : new ClearingGrid(clearingCase).monitored()) {
      if (!element.isFlowgate()) {
        ofBranch.put(element.id(), element.limitMw());
      }
    }
    return clearingCase.day().network().branches().stream()
        .map(branch -> ofBranch.get(branch.id()))
        .toArray(double[][]::new);
  }
}
