package org.gridclear.security.screening;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.gridclear.network.topology.Incidence;
import org.gridclear.numerics.Lanes;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.result.Monitored;
import org.gridclear.security.result.OutageEffect;
import org.gridclear.security.result.OutageResult;
import org.gridclear.security.result.OutageStatus;
import org.jspecify.annotations.Nullable;

/**
 * Looks at all monitored branches in all lanes at once: greatest loading, performance index, and
 * those at or above their thresholds. Branches that an outage opened or de-energised are left out
 * lane by lane. How a loading is computed is a matter of the subclass.
 */
abstract class LaneScan {
  private static final int LANES = Lanes.COUNT;
  private static final int LANE_BITS = 3;

  private final PowerFlowModel model;
  private final Monitored monitored;
  private final LimitCheck check;
  private final double[] threshold;
  private final int exponent;
  private int[] skips = new int[64];
  private int skipCount;
  private int lanes;
  private final boolean[] active = new boolean[LANES];
  private final double[] worst = new double[LANES];
  private final int[] worstRow = new int[LANES];
  private final double[] severity = new double[LANES];

  LaneScan(PowerFlowModel model, Monitored monitored, LimitCheck check, int exponent) {
    this.model = model;
    this.monitored = monitored;
    this.check = check;
    this.threshold = check.threshold();
    this.exponent = exponent;
  }

  /** Looks at rows {@code start} to {@code end} in the lanes of one vector. */
  abstract void pass(int start, int end, int first);

  /** Loading of a row in one lane, as a share of its limit: the same bits as in {@link #pass}. */
  abstract double loading(int m, int lane);

  /** Begins a batch. */
  void begin() {
    skipCount = 0;
    lanes = 0;
    Arrays.fill(active, false);
    Arrays.fill(worst, 0);
    Arrays.fill(worstRow, -1);
    Arrays.fill(severity, 0);
  }

  /**
   * Takes an outage into the next lane; what it opened or de-energised is not looked at.
   *
   * @param effect of the outage; null if the lane is not looked at
   */
  void add(@Nullable OutageEffect effect) {
    active[lanes] = effect != null;
    if (effect != null) {
      skip(effect);
    }
    lanes++;
  }

  private void skip(OutageEffect effect) {
    for (int l : effect.open()) {
      skip(l);
    }
    Incidence incidence = model.structure().incidence();
    for (int k : effect.lost()) {
      int bus = model.bus(k);
      for (int entry = incidence.start(bus); entry < incidence.end(bus); entry++) {
        skip(incidence.branch(entry));
      }
    }
  }

  private void skip(int l) {
    int row = monitored.row(l);
    if (row >= 0) {
      if (skipCount == skips.length) {
        skips = Arrays.copyOf(skips, 2 * skipCount);
      }
      skips[skipCount++] = row << LANE_BITS | lanes;
    }
  }

  /** Looks at all branches. */
  void run() {
    Arrays.sort(skips, 0, skipCount);
    int start = 0;
    for (int s = 0; s < skipCount; ) {
      int row = skips[s] >>> LANE_BITS;
      range(start, row);
      int mask = 0;
      for (; s < skipCount && skips[s] >>> LANE_BITS == row; s++) {
        mask |= 1 << (skips[s] & (LANES - 1));
      }
      for (int q = 0; q < lanes; q++) {
        if ((mask & 1 << q) == 0) {
          one(row, q);
        }
      }
      start = row + 1;
    }
    range(start, monitored.rows());
  }

  /** The usual exponent by products in all lanes, idle ones included; others one by one. */
  private void range(int start, int end) {
    for (int first = 0; first < LANES && exponent == 4; first += Lanes.STEP) {
      pass(start, end, first);
    }
    for (int m = start; m < end && exponent != 4; m++) {
      for (int q = 0; q < lanes; q++) {
        one(m, q);
      }
    }
  }

  private void one(int m, int q) {
    double loading = loading(m, q);
    double squared = loading * loading;
    severity[q] +=
        exponent == 4 ? squared * squared * (squared * squared) : Math.pow(squared, exponent);
    notice(q, m, loading);
  }

  /**
   * Takes the loadings of a row that may be the greatest so far or at its threshold. It gets no
   * vector: one that goes into a call is put on the heap at every row (docs/decisions/005).
   */
  void notice(int first, int m) {
    for (int q = first; q < first + Lanes.STEP; q++) {
      notice(q, m, loading(m, q));
    }
  }

  /** Takes a loading that may be the greatest so far or at its threshold. */
  final void notice(int q, int m, double loading) {
    if (loading > worst[q]) {
      worst[q] = loading;
      worstRow[q] = m;
    }
    if (loading >= threshold[m] && active[q]) {
      check.branch(q, m, loading);
    }
  }

  /** Looks at the flowgates in a lane, given its branches' active flows in p.u. */
  void flowgates(int q, OutageEffect effect, IntToDoubleFunction flowPu) {
    double[] gates =
        LimitCheck.gateFlows(
            monitored,
            l -> effect.leaves(l, model.from(l), model.to(l)) ? flowPu.applyAsDouble(l) : 0);
    for (int g = 0; g < gates.length; g++) {
      double loading = check.flowgate(q, g, gates[g]);
      device(q, monitored.flowgateDevice(g), loading);
    }
  }

  /** Takes a device that is no branch, with its loading. */
  void device(int q, int device, double loading) {
    severity[q] += Math.pow(loading, 2.0 * exponent);
    if (loading > worst[q]) {
      worst[q] = loading;
      worstRow[q] = -2 - device;
    }
  }

  /** The result of a lane whose outage is solved and has been looked at. */
  OutageResult result(
      int q, int outage, OutageEffect effect, double missingPu, double mismatchPu, int iterations) {
    int violations = check.violations(q);
    double mva = monitored.baseMva();
    return new OutageResult(
        outage,
        status(effect, missingPu, violations),
        worstDevice(q),
        worst[q],
        violations,
        check.excessPu(q) * mva,
        check.voltageExcessPu(q),
        severity[q],
        effect.lost().length,
        effect.lostLoadPu() * mva,
        effect.lostGenerationPu() * mva,
        missingPu * mva,
        mismatchPu,
        iterations,
        -1,
        (effect.text() + missing(missingPu * mva)).strip());
  }

  private static OutageStatus status(OutageEffect effect, double missingPu, int violations) {
    if (missingPu != 0) {
      return OutageStatus.UNBALANCED;
    }
    if (effect.lost().length > 0) {
      return OutageStatus.ISLANDED;
    }
    return violations > 0 ? OutageStatus.VIOLATED : OutageStatus.SECURE;
  }

  private static String missing(double mw) {
    return mw == 0
        ? ""
        : String.format(
            Locale.ROOT,
            mw > 0
                ? " %.3f MW are missing: more is lost than all that may rise can take."
                : " %.3f MW are too many: more load is lost than all that may fall can take.",
            Math.abs(mw));
  }

  /** Sums of the performance index so far, by lane. */
  double[] severities() {
    return severity;
  }

  /** Greatest loadings so far, by lane. */
  double[] greatest() {
    return worst;
  }

  /** Device with the greatest loading in a lane; -1 if nothing is monitored. */
  private int worstDevice(int q) {
    int row = worstRow[q];
    return row < -1 ? -2 - row : row < 0 ? -1 : monitored.branch[row];
  }
}
