package org.gridclear.screening;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.gridclear.admittance.BranchAdmittances;
import org.gridclear.sparse.Lanes;

/** Loadings, as apparent power of the more loaded end, and voltages from those of all lanes. */
final class AcScan extends LaneScan {
  private final AcBase base;
  private final Monitored monitored;
  private final LimitCheck check;
  private final int[] from;
  private final int[] to;
  private final double[] threshold;
  private final double[] y;
  private final double[] perLimitSquared;
  private final double[] lowSquared;
  private final double[] highSquared;
  private final double[] e;
  private final double[] f;

  AcScan(AcBase base, Monitored monitored, LimitCheck check, int exponent, AcLanes lanes) {
    super(base.model, monitored, check, exponent);
    this.base = base;
    this.monitored = monitored;
    this.check = check;
    this.from = monitored.from;
    this.to = monitored.to;
    this.threshold = check.threshold();
    this.e = lanes.e();
    this.f = lanes.f();
    int stride = BranchAdmittances.STRIDE;
    y = new double[stride * monitored.rows()];
    perLimitSquared = new double[monitored.rows()];
    double[] all = base.model.structure().admittances().values();
    for (int m = 0; m < perLimitSquared.length; m++) {
      System.arraycopy(all, stride * monitored.branch[m], y, stride * m, stride);
      perLimitSquared[m] = 1 / (monitored.limitPu[m] * monitored.limitPu[m]);
    }
    lowSquared = new double[base.model.size()];
    highSquared = new double[base.model.size()];
    for (int k = 0; k < lowSquared.length; k++) {
      double now = base.magnitude(k);
      double low = monitored.voltageMin[k];
      double high = monitored.voltageMax[k];
      low = now < low ? now - LimitCheck.VOLTAGE_WORSENED_PU : low;
      high = now > high ? now + LimitCheck.VOLTAGE_WORSENED_PU : high;
      lowSquared[k] = low > 0 ? low * low : -1;
      highSquared[k] = high * high;
    }
  }

  @Override
  void pass(int start, int end, int first) {
    DoubleVector sum = Lanes.at(severities(), first);
    DoubleVector alarm = Lanes.at(greatest(), first);
    for (int m = start; m < end; m++) {
      int i = from[m] * Lanes.COUNT + first;
      int j = to[m] * Lanes.COUNT + first;
      DoubleVector squared = squared(m, i, j);
      DoubleVector fourth = squared.mul(squared);
      sum = sum.add(fourth.mul(fourth));
      DoubleVector limit = alarm.min(threshold[m]);
      if (squared.compare(VectorOperators.GE, limit.mul(limit.abs())).anyTrue()) {
        notice(first, m, squared.sqrt());
        alarm = Lanes.at(greatest(), first);
      }
    }
    sum.intoArray(severities(), first);
  }

  /** Square of the loading: |V|² |I|² of the more loaded end over the limit squared. */
  private DoubleVector squared(int m, int i, int j) {
    DoubleVector ei = Lanes.at(e, i);
    DoubleVector fi = Lanes.at(f, i);
    DoubleVector ej = Lanes.at(e, j);
    DoubleVector fj = Lanes.at(f, j);
    int o = BranchAdmittances.STRIDE * m;
    DoubleVector sending =
        end(ei, fi, ej, fj, y[o], y[o + 1], y[o + 2], y[o + 3]).mul(perLimitSquared[m]);
    DoubleVector receiving =
        end(ej, fj, ei, fi, y[o + 6], y[o + 7], y[o + 4], y[o + 5]).mul(perLimitSquared[m]);
    return sending.max(receiving);
  }

  private static DoubleVector end(
      DoubleVector e,
      DoubleVector f,
      DoubleVector otherE,
      DoubleVector otherF,
      double gSelf,
      double bSelf,
      double gMutual,
      double bMutual) {
    DoubleVector re =
        e.mul(gSelf).sub(f.mul(bSelf)).add(otherE.mul(gMutual)).sub(otherF.mul(bMutual));
    DoubleVector im =
        f.mul(gSelf).add(e.mul(bSelf)).add(otherF.mul(gMutual)).add(otherE.mul(bMutual));
    return re.mul(re).add(im.mul(im)).mul(e.mul(e).add(f.mul(f)));
  }

  @Override
  double loading(int m, int lane) {
    int i = from[m] * Lanes.COUNT + lane;
    int j = to[m] * Lanes.COUNT + lane;
    double[] power = new double[4];
    base.model.structure().admittances().power(monitored.branch[m], e[i], f[i], e[j], f[j], power);
    return Math.max(Math.hypot(power[0], power[1]), Math.hypot(power[2], power[3]))
        / monitored.limitPu[m];
  }

  /** Looks at all voltages; {@link #run} looks at the branches. */
  void voltages(OutageEffect[] effects, boolean[] solved) {
    for (int first = 0; first < Lanes.COUNT; first += Lanes.STEP) {
      for (int k = 0; k < lowSquared.length; k++) {
        int o = k * Lanes.COUNT + first;
        DoubleVector squared =
            Lanes.at(e, o).mul(Lanes.at(e, o)).add(Lanes.at(f, o).mul(Lanes.at(f, o)));
        boolean out =
            squared.compare(VectorOperators.LT, lowSquared[k]).anyTrue()
                || squared.compare(VectorOperators.GT, highSquared[k]).anyTrue();
        for (int q = first; out && q < first + Lanes.STEP; q++) {
          if (q < solved.length && solved[q]) {
            voltage(k, q, effects[q]);
          }
        }
      }
    }
  }

  private void voltage(int k, int lane, OutageEffect effect) {
    int o = k * Lanes.COUNT + lane;
    double squared = e[o] * e[o] + f[o] * f[o];
    if (squared >= lowSquared[k] && squared <= highSquared[k]) {
      return;
    }
    if (!effect.loses(k)) {
      check.voltage(lane, k, base.model.bus(k), Math.sqrt(squared));
    }
  }
}
