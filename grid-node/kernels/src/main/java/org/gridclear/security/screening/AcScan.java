package org.gridclear.security.screening;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.gridclear.numerics.BlockLuFactor;
import org.gridclear.numerics.BranchAdmittances;
import org.gridclear.numerics.Lanes;
import org.gridclear.security.result.Monitored;
import org.gridclear.security.result.OutageEffect;
import org.jspecify.annotations.Nullable;

/** Loadings, as apparent power of the more loaded end, and voltages from those of all lanes. */
final class AcScan extends LaneScan {
  private static final int STRIDE = BlockLuFactor.STRIDE;

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
  private final double[] v;

  /**
   * A scan of the voltages of lanes.
   *
   * @param all whether every voltage with a band is shown to the check, in its band or not
   */
  AcScan(
      AcBase base,
      Monitored monitored,
      LimitCheck check,
      int exponent,
      boolean all,
      AcLanes lanes) {
    super(base.model, monitored, check, exponent);
    this.base = base;
    this.monitored = monitored;
    this.check = check;
    this.from = monitored.from;
    this.to = monitored.to;
    this.threshold = check.threshold();
    this.v = lanes.voltages();
    int stride = BranchAdmittances.STRIDE;
    y = new double[stride * monitored.rows()];
    perLimitSquared = new double[monitored.rows()];
    double[] values = base.model.structure().admittances().values();
    for (int m = 0; m < perLimitSquared.length; m++) {
      System.arraycopy(values, stride * monitored.branch[m], y, stride * m, stride);
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
      boolean listed = all && Double.isFinite(low);
      lowSquared[k] = listed ? Double.POSITIVE_INFINITY : low > 0 ? low * low : -1;
      highSquared[k] = high * high;
    }
  }

  /**
   * Square of the loading: |V|² |I|² of the more loaded end over the limit squared. In one method,
   * so that no vector leaves it (docs/decisions/005).
   */
  @Override
  void pass(int start, int end, int first) {
    DoubleVector sum = Lanes.at(severities(), first);
    for (int m = start; m < end; m++) {
      DoubleVector limit = Lanes.at(greatest(), first).min(threshold[m]);
      int i = from[m] * STRIDE + first;
      int j = to[m] * STRIDE + first;
      int o = BranchAdmittances.STRIDE * m;
      DoubleVector ei = Lanes.at(v, i);
      DoubleVector fi = Lanes.at(v, i + Lanes.COUNT);
      DoubleVector ej = Lanes.at(v, j);
      DoubleVector fj = Lanes.at(v, j + Lanes.COUNT);
      DoubleVector re = ei.mul(y[o]).sub(fi.mul(y[o + 1]));
      DoubleVector im = fi.mul(y[o]).add(ei.mul(y[o + 1]));
      re = re.add(ej.mul(y[o + 2])).sub(fj.mul(y[o + 3]));
      im = im.add(fj.mul(y[o + 2])).add(ej.mul(y[o + 3]));
      DoubleVector sending = re.mul(re).add(im.mul(im)).mul(ei.mul(ei).add(fi.mul(fi)));
      re = ej.mul(y[o + 6]).sub(fj.mul(y[o + 7]));
      im = fj.mul(y[o + 6]).add(ej.mul(y[o + 7]));
      re = re.add(ei.mul(y[o + 4])).sub(fi.mul(y[o + 5]));
      im = im.add(fi.mul(y[o + 4])).add(ei.mul(y[o + 5]));
      DoubleVector receiving = re.mul(re).add(im.mul(im)).mul(ej.mul(ej).add(fj.mul(fj)));
      DoubleVector squared = sending.max(receiving).mul(perLimitSquared[m]);
      DoubleVector fourth = squared.mul(squared);
      sum = sum.add(fourth.mul(fourth));
      if (squared.compare(VectorOperators.GE, limit.mul(limit.abs())).anyTrue()) {
        notice(first, m);
      }
    }
    sum.intoArray(severities(), first);
  }

  @Override
  double loading(int m, int lane) {
    int i = from[m] * STRIDE + lane;
    int j = to[m] * STRIDE + lane;
    int o = BranchAdmittances.STRIDE * m;
    double sending =
        end(v[i], v[i + Lanes.COUNT], v[j], v[j + Lanes.COUNT], y[o], y[o + 1], y[o + 2], y[o + 3]);
    double receiving =
        end(
            v[j],
            v[j + Lanes.COUNT],
            v[i],
            v[i + Lanes.COUNT],
            y[o + 6],
            y[o + 7],
            y[o + 4],
            y[o + 5]);
    return Math.sqrt(Math.max(sending, receiving) * perLimitSquared[m]);
  }

  private static double end(
      double e,
      double f,
      double otherE,
      double otherF,
      double gSelf,
      double bSelf,
      double gMutual,
      double bMutual) {
    double re = e * gSelf - f * bSelf + otherE * gMutual - otherF * bMutual;
    double im = f * gSelf + e * bSelf + otherF * gMutual + otherE * bMutual;
    return (re * re + im * im) * (e * e + f * f);
  }

  /** Looks at all voltages; {@link #run} looks at the branches. */
  void voltages(@Nullable OutageEffect[] effects, boolean[] solved) {
    for (int first = 0; first < Lanes.COUNT; first += Lanes.STEP) {
      for (int k = 0; k < lowSquared.length; k++) {
        int o = k * STRIDE + first;
        DoubleVector ek = Lanes.at(v, o);
        DoubleVector fk = Lanes.at(v, o + Lanes.COUNT);
        DoubleVector squared = ek.mul(ek).add(fk.mul(fk));
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
    int o = k * STRIDE + lane;
    double ek = v[o];
    double fk = v[o + Lanes.COUNT];
    double squared = ek * ek + fk * fk;
    if (squared >= lowSquared[k] && squared <= highSquared[k]) {
      return;
    }
    double magnitude = Math.sqrt(squared);
    int bus = base.model.bus(k);
    if (!effect.loses(k) && check.voltage(lane, k, bus, magnitude)) {
      device(lane, monitored.busDevice(bus), monitored.voltageLoading(k, magnitude));
    }
  }
}
