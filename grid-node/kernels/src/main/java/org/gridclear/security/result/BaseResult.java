package org.gridclear.security.result;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.powerflow.AcSolution;

/**
 * What the base case of a screening shows by itself; these violations are not those of any outage.
 *
 * @param loadings heavily loaded and violating devices, and all others with a limit as listed where
 *     everything is asked for; before and after are the same
 * @param monitored number of monitored branches
 * @param iterations linear solves of the AC power flow, 0 in DC
 * @param mismatchPu its greatest mismatch left, 0 in DC
 * @param text what must be said of its solution; empty for nothing
 */
public record BaseResult(
    List<Loading> loadings, int monitored, int iterations, double mismatchPu, String text) {
  public BaseResult {
    loadings = List.copyOf(loadings);
  }

  /** Number the loadings carry in place of an outage's. */
  public static final int BASE = -1;

  /** The base case of a snapshot, in DC; in AC it is to be {@link #solvedBy}. */
  public static BaseResult of(
      Monitored monitored,
      ScreeningOptions options,
      double[] flowPu,
      double[] gatePu,
      double[] voltage) {
    List<Loading> loadings = new ArrayList<>();
    double mva = monitored.baseMva();
    for (int m = 0; m < flowPu.length; m++) {
      add(loadings, options, monitored.branch[m], flowPu[m] * mva, monitored.limitPu[m] * mva);
    }
    for (int g = 0; g < gatePu.length; g++) {
      double limit = gatePu[g] >= 0 ? monitored.gateLimitPu[g] : monitored.gateReversePu[g];
      add(loadings, options, monitored.flowgateDevice(g), gatePu[g] * mva, limit * mva);
    }
    for (int k = 0; k < voltage.length; k++) {
      boolean low = voltage[k] < monitored.voltageMin[k];
      boolean out = low || voltage[k] > monitored.voltageMax[k];
      double limit = low ? monitored.voltageMin[k] : monitored.voltageMax[k];
      if (out || options.rows() == ScreeningOptions.Rows.ALL && Double.isFinite(limit)) {
        int device = monitored.busDevice(monitored.busAt(k));
        Loading.Kind kind = out ? Loading.Kind.NEW : Loading.Kind.LISTED;
        loadings.add(new Loading(BASE, device, kind, voltage[k], voltage[k], limit));
      }
    }
    loadings.sort(java.util.Comparator.comparingInt(Loading::device));
    return new BaseResult(loadings, monitored.rows(), 0, 0, "");
  }

  /** The same, with what an AC power flow says of itself. */
  public BaseResult solvedBy(AcSolution solution) {
    return new BaseResult(
        loadings, monitored, solution.iterations(), solution.mismatchPu(), solution.text());
  }

  private static void add(
      List<Loading> loadings, ScreeningOptions options, int device, double flow, double limit) {
    double loading = Math.abs(flow) / limit;
    boolean heavy = loading >= options.heavyShare();
    if (heavy || options.rows() == ScreeningOptions.Rows.ALL && Double.isFinite(limit)) {
      Loading.Kind over = loading > 1 ? Loading.Kind.NEW : Loading.Kind.HEAVY;
      Loading.Kind kind = heavy ? over : Loading.Kind.LISTED;
      loadings.add(new Loading(BASE, device, kind, flow, flow, limit));
    }
  }

  /** Number of devices that are heavily loaded and within their limits. */
  public long heavyCount() {
    return loadings.stream().filter(each -> each.kind() == Loading.Kind.HEAVY).count();
  }

  /** Number of violations. */
  public long violationCount() {
    return loadings.stream().filter(Loading::violation).count();
  }
}
