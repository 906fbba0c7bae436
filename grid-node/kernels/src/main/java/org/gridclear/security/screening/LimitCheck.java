package org.gridclear.security.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.input.ScreeningOptions.Rows;
import org.gridclear.security.result.Loading;
import org.gridclear.security.result.Monitored;
import org.jspecify.annotations.Nullable;

/**
 * Judges loadings after an outage against the limits and against the base case, and keeps what is
 * to be listed. Loadings below {@link #threshold} need not be shown to it.
 */
final class LimitCheck {
  /** A violation of a voltage counts as worse from this much further out, in p.u. */
  static final double VOLTAGE_WORSENED_PU = 0.001;

  /** A voltage that is held at its limit is at it, whatever rounding makes of its last digits. */
  private static final double VOLTAGE_ROUNDING_PU = 1e-9;

  private final Monitored monitored;
  private final ScreeningOptions options;
  private final double[] baseFlowPu;
  private final double[] baseGatePu;
  private final double[] baseVoltage;
  private final double[] threshold;
  private final List<Loading> loadings = new ArrayList<>();
  private final int[] outage;
  private final int[] violations;
  private final double[] excessPu;
  private final double[] voltageExcessPu;

  /**
   * A check against a base case.
   *
   * @param baseFlowPu flow of the monitored rows in the base case: |P| in DC, the greater |S| of
   *     both ends in AC
   * @param baseGatePu flow of the flowgates, signed
   * @param baseVoltage magnitudes by position; empty in DC
   * @param lanes outages that are judged side by side
   */
  LimitCheck(
      Monitored monitored,
      ScreeningOptions options,
      double[] baseFlowPu,
      double[] baseGatePu,
      double[] baseVoltage,
      int lanes) {
    this.outage = new int[lanes];
    this.violations = new int[lanes];
    this.excessPu = new double[lanes];
    this.voltageExcessPu = new double[lanes];
    this.monitored = monitored;
    this.options = options;
    this.baseFlowPu = baseFlowPu;
    this.baseGatePu = baseGatePu;
    this.baseVoltage = baseVoltage;
    threshold = new double[baseFlowPu.length];
    for (int m = 0; m < threshold.length; m++) {
      double base = baseFlowPu[m] / monitored.limitPu[m];
      double heavier = Math.max(options.heavyShare(), base + options.worsenedShare());
      boolean onlyOver = options.rows() == Rows.VIOLATIONS || options.rows() == Rows.OVER;
      boolean onlyViolations = onlyOver || base > 1;
      threshold[m] = options.rows() == Rows.ALL ? -1 : onlyViolations ? 1 : Math.min(1, heavier);
    }
  }

  /** Per monitored row, the share of the limit from which {@link #branch} must be called. */
  double[] threshold() {
    return threshold;
  }

  /** Begins an outage in a lane. */
  void begin(int lane, int outageNumber) {
    outage[lane] = outageNumber;
    violations[lane] = 0;
    excessPu[lane] = 0;
    voltageExcessPu[lane] = 0;
  }

  /** A monitored branch at or above its threshold. */
  void branch(int lane, int m, double loading) {
    double limit = monitored.limitPu[m];
    double base = baseFlowPu[m] / limit;
    excessPu[lane] += Math.max(0, loading - 1) * limit;
    double mva = monitored.baseMva();
    keep(
        lane,
        monitored.branch[m],
        kind(base, loading),
        baseFlowPu[m] * mva,
        loading * limit * mva,
        limit * mva);
  }

  /**
   * A flowgate; its loading as a share of the limit in the direction of its flow, 0 and nothing
   * listed where it has none there or is out of scope.
   */
  double flowgate(int lane, int g, double flowPu) {
    double limit = flowPu >= 0 ? monitored.gateLimitPu[g] : monitored.gateReversePu[g];
    if (!Double.isFinite(limit)) {
      return 0;
    }
    double loading = Math.abs(flowPu) / limit;
    double base =
        baseGatePu[g]
            / (baseGatePu[g] >= 0 ? monitored.gateLimitPu[g] : -monitored.gateReversePu[g]);
    excessPu[lane] += Math.max(0, loading - 1) * limit;
    double mva = monitored.baseMva();
    keep(
        lane,
        monitored.flowgateDevice(g),
        kind(base, loading),
        baseGatePu[g] * mva,
        flowPu * mva,
        limit * mva);
    return loading;
  }

  /** A bus; whether it is outside its voltage band, newly or worse than in the base case. */
  boolean voltage(int lane, int position, int bus, double magnitude) {
    double base = baseVoltage[position];
    boolean low = magnitude < monitored.voltageMin[position];
    double limit = low ? monitored.voltageMin[position] : monitored.voltageMax[position];
    double baseOut = low ? limit - base : base - limit;
    double out = low ? limit - magnitude : magnitude - limit;
    boolean worse = out >= baseOut + VOLTAGE_WORSENED_PU;
    boolean within = out <= VOLTAGE_ROUNDING_PU;
    boolean fresh = baseOut <= VOLTAGE_ROUNDING_PU;
    Loading.@Nullable Kind kind =
        within ? null : fresh ? Loading.Kind.NEW : worse ? Loading.Kind.WORSENED : null;
    voltageExcessPu[lane] += kind == null ? 0 : out;
    Loading.@Nullable Kind listed = options.rows() == Rows.ALL ? Loading.Kind.LISTED : null;
    keep(lane, monitored.busDevice(bus), kind == null ? listed : kind, base, magnitude, limit);
    return kind != null;
  }

  /** What a loading is listed as; null if it is not. */
  private Loading.@Nullable Kind kind(double base, double loading) {
    if (loading > 1 && base <= 1) {
      return Loading.Kind.NEW;
    }
    boolean worse = loading >= base + options.worsenedShare();
    if (loading > 1 && worse) {
      return Loading.Kind.WORSENED;
    }
    boolean heavy = loading <= 1 && worse && loading >= options.heavyShare();
    return switch (options.rows()) {
      case VIOLATIONS -> null;
      case OVER -> loading > 1 ? Loading.Kind.LISTED : null;
      case OVER_AND_HEAVY -> loading > 1 ? Loading.Kind.LISTED : heavy ? Loading.Kind.HEAVY : null;
      case HEAVY -> heavy ? Loading.Kind.HEAVY : null;
      case ALL -> heavy ? Loading.Kind.HEAVY : Loading.Kind.LISTED;
    };
  }

  private void keep(
      int lane,
      int device,
      Loading.@Nullable Kind kind,
      double before,
      double after,
      double limit) {
    if (kind != null) {
      violations[lane] += kind == Loading.Kind.NEW || kind == Loading.Kind.WORSENED ? 1 : 0;
      loadings.add(new Loading(outage[lane], device, kind, before, after, limit));
    }
  }

  /** New and worsened violations of the outage in a lane. */
  int violations(int lane) {
    return violations[lane];
  }

  /** Excess over limits of flows of the outage in a lane, in p.u. */
  double excessPu(int lane) {
    return excessPu[lane];
  }

  /** Distance of violating voltages from their bands, in p.u. */
  double voltageExcessPu(int lane) {
    return voltageExcessPu[lane];
  }

  /** What was kept, by outage, in the order in which it came. */
  List<Loading> loadings() {
    loadings.sort(Comparator.comparingInt(Loading::outage));
    return loadings;
  }

  /** Flows of the flowgates for flows of all branches. */
  static double[] gateFlows(Monitored monitored, java.util.function.IntToDoubleFunction flowPu) {
    double[] flows = new double[monitored.gateBranches.length];
    Arrays.setAll(
        flows,
        g -> {
          double sum = 0;
          for (int t = 0; t < monitored.gateBranches[g].length; t++) {
            sum += monitored.gateWeights[g][t] * flowPu.applyAsDouble(monitored.gateBranches[g][t]);
          }
          return sum;
        });
    return flows;
  }
}
