package org.gridclear.security.screening;

import java.util.Arrays;
import java.util.BitSet;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import org.gridclear.numerics.AdmittanceMatrix;
import org.gridclear.numerics.BlockLuFactor;
import org.gridclear.numerics.Lanes;
import org.gridclear.security.compensation.Compensation;

/**
 * Voltages and mismatches of several outages side by side. A step of all is three passes over the
 * network: one measures, one eliminates, one substitutes backward and moves the voltages. Voltages
 * are in rectangular form; a step turns and stretches them by polynomials, which is as good as
 * sines and exponentials for the small steps it is given: any voltages are right whose mismatch is
 * small.
 */
final class AcLanes {
  static final int COUNT = Lanes.COUNT;

  /** Steps beyond this, in radians or as a logarithm, are not small. */
  static final double STEP_MAX = 0.6;

  private final AcBase base;
  private final int n;
  private final double[] e;
  private final double[] f;
  private final double[] r;
  private final RowEdits edits;
  private final double[] power = new double[4];
  private final double[] worst = new double[COUNT];
  private final double[] stepWorst = new double[COUNT];
  private final double[] freeAngle;
  private final double[] freeVoltage;
  private final double[] given;
  private final byte[] still;
  private final BitSet stillRows = new BitSet();
  private final double[] activeSpec;
  private final double[] reactiveSpec;

  AcLanes(AcBase base) {
    this.base = base;
    this.n = base.model.size();
    e = new double[COUNT * n];
    f = new double[COUNT * n];
    r = new double[BlockLuFactor.STRIDE * n];
    edits = new RowEdits(n);
    freeAngle = new double[n];
    freeVoltage = new double[n];
    given = new double[COUNT * base.regulated.length];
    still = new byte[n];
    activeSpec = base.solution.activeSpec();
    reactiveSpec = base.reactiveSpec;
    for (int k = 0; k < n; k++) {
      freeAngle[k] = base.angleFixed[k] ? 0 : 1;
      freeVoltage[k] = base.voltageFixed[k] ? 0 : 1;
      Arrays.fill(e, k * COUNT, (k + 1) * COUNT, base.solution.e()[k]);
      Arrays.fill(f, k * COUNT, (k + 1) * COUNT, base.solution.f()[k]);
    }
  }

  /** Puts the base case into lanes. */
  void begin(boolean[] fresh) {
    double[] fromE = base.solution.e();
    double[] fromF = base.solution.f();
    for (int k = 0; k < n; k++) {
      for (int q = 0; q < COUNT; q++) {
        if (fresh[q]) {
          e[k * COUNT + q] = fromE[k];
          f[k * COUNT + q] = fromF[k];
        }
      }
    }
  }

  double[] e() {
    return e;
  }

  double[] f() {
    return f;
  }

  /** Voltages of a lane at these positions do not move, or do again. */
  void still(int[] positions, int lane, boolean areStill) {
    for (int k : positions) {
      still[k] = (byte) (areStill ? still[k] | 1 << lane : still[k] & ~(1 << lane));
      stillRows.set(k, still[k] != 0);
    }
  }

  /** Adds to the mismatch at a position where its equations are in force. */
  void add(int k, int lane, double activePu, double reactivePu) {
    edits.add(k, lane, freeAngle[k] * activePu, freeVoltage[k] * reactivePu);
  }

  /** Gives back what a branch that is out takes from one of its ends. */
  void addBranch(int l, int lane, boolean atFrom, boolean reactive) {
    branchPower(l, lane);
    int k = atFrom ? base.model.from(l) : base.model.to(l);
    edits.add(k, lane, freeAngle[k] * power[atFrom ? 0 : 2], reactive ? power[atFrom ? 1 : 3] : 0);
  }

  private void branchPower(int l, int lane) {
    int i = base.model.from(l) * COUNT + lane;
    int j = base.model.to(l) * COUNT + lane;
    base.model.structure().admittances().power(l, e[i], f[i], e[j], f[j], power);
  }

  /** The reactive mismatch of a bus whose voltage is let go. */
  void freeReactive(int k, int lane, double injectedPu) {
    edits.put(k, lane, injectedPu - reactivePu(k, lane));
  }

  /** The mismatch of a bus whose voltage is held again, as a logarithm. */
  void holdVoltage(int k, int lane, double setPu) {
    edits.put(k, lane, Math.log(setPu / magnitude(k, lane)));
  }

  /** A position without voltage has no mismatch. */
  void clear(int k, int lane) {
    edits.clear(k, lane);
  }

  /**
   * Measures the mismatches of all lanes with what was noted for them.
   *
   * @param rises per lane, what generation rises by in all, in p.u.
   * @param riseShare who takes a rise, by position
   * @param falls per lane, what it falls by, as a negative number
   * @param fallShare who takes a fall
   * @return greatest mismatch of every lane; NaN counts as infinite
   */
  double[] measure(double[] rises, double[] riseShare, double[] falls, double[] fallShare) {
    Arrays.fill(worst, 0);
    for (int first = 0; first < COUNT; first += Lanes.STEP) {
      for (int k = 0; k < n; k++) {
        int edited = edits.next(k);
        measure(k, edited, first, rises, riseShare, falls, fallShare);
        k = edited;
        if (k < n) {
          measureRow(k, first, rises, riseShare, falls, fallShare);
          edits.make(k, first, r);
          finish(k, first);
        }
      }
    }
    edits.reset();
    for (int q = 0; q < COUNT; q++) {
      worst[q] = Double.isNaN(worst[q]) ? Double.POSITIVE_INFINITY : worst[q];
    }
    return worst;
  }

  /** Rows without edits, in one vector of lanes. No vector leaves it (docs/decisions/005). */
  private void measure(
      int start,
      int end,
      int first,
      double[] rises,
      double[] riseShare,
      double[] falls,
      double[] fallShare) {
    DoubleVector most = Lanes.at(worst, first);
    for (int k = start; k < end; k++) {
      measureRow(k, first, rises, riseShare, falls, fallShare);
      int t = k * BlockLuFactor.STRIDE + first;
      most = most.max(Lanes.at(r, t).abs()).max(Lanes.at(r, t + COUNT).abs());
    }
    most.intoArray(worst, first);
  }

  private void finish(int k, int first) {
    for (int q = first; q < first + Lanes.STEP; q++) {
      int t = k * BlockLuFactor.STRIDE + q;
      worst[q] = Math.max(worst[q], Math.max(Math.abs(r[t]), Math.abs(r[t + COUNT])));
    }
  }

  private void measureRow(
      int k, int first, double[] rises, double[] riseShare, double[] falls, double[] fallShare) {
    AdmittanceMatrix y = base.y;
    int o = k * COUNT + first;
    DoubleVector ek = Lanes.at(e, o);
    DoubleVector fk = Lanes.at(f, o);
    double gk = y.diagonalG(k);
    double bk = y.diagonalB(k);
    DoubleVector re = ek.mul(gk).sub(fk.mul(bk));
    DoubleVector im = fk.mul(gk).add(ek.mul(bk));
    int end = y.start(k + 1);
    for (int m = y.start(k); m < end; m++) {
      int i = y.column(m) * COUNT + first;
      DoubleVector ej = Lanes.at(e, i);
      DoubleVector fj = Lanes.at(f, i);
      double g = y.g(m);
      double b = y.b(m);
      re = re.add(ej.mul(g)).sub(fj.mul(b));
      im = im.add(fj.mul(g)).add(ej.mul(b));
    }
    int t = k * BlockLuFactor.STRIDE + first;
    Lanes.at(rises, first)
        .mul(riseShare[k])
        .add(Lanes.at(falls, first).mul(fallShare[k]))
        .add(activeSpec[k])
        .sub(ek.mul(re))
        .sub(fk.mul(im))
        .mul(freeAngle[k])
        .intoArray(r, t);
    DoubleVector q = ek.mul(im).sub(fk.mul(re));
    q.add(reactiveSpec[k]).mul(freeVoltage[k]).intoArray(r, t + COUNT);
    int slot = base.slot[k];
    if (slot >= 0) {
      q.intoArray(given, slot * COUNT + first);
    }
  }

  /** Reactive power that the network took, as last measured, of a bus that may hold its voltage. */
  double measuredReactivePu(int slot, int lane) {
    return -given[slot * COUNT + lane];
  }

  /** Reactive power that the network takes at a position as if nothing were out. */
  double reactivePu(int k, int lane) {
    AdmittanceMatrix y = base.y;
    double ek = e[k * COUNT + lane];
    double fk = f[k * COUNT + lane];
    double re = y.diagonalG(k) * ek - y.diagonalB(k) * fk;
    double im = y.diagonalG(k) * fk + y.diagonalB(k) * ek;
    for (int m = y.start(k); m < y.start(k + 1); m++) {
      double ej = e[y.column(m) * COUNT + lane];
      double fj = f[y.column(m) * COUNT + lane];
      re += y.g(m) * ej - y.b(m) * fj;
      im += y.g(m) * fj + y.b(m) * ej;
    }
    return fk * re - ek * im;
  }

  /** Reactive power that a branch takes at position {@code k}; 0 if it does not end there. */
  double branchReactivePu(int l, int lane, int k) {
    int from = base.model.from(l);
    int to = base.model.to(l);
    if (from != k && to != k) {
      return 0;
    }
    branchPower(l, lane);
    return from == k ? power[1] : power[3];
  }

  /** Active power into a branch at its sending end. */
  double activePu(int l, int lane) {
    branchPower(l, lane);
    return power[0];
  }

  /** Puts voltages that were found elsewhere into a lane. */
  void load(int lane, double[] fromE, double[] fromF) {
    for (int k = 0; k < n; k++) {
      e[k * COUNT + lane] = fromE[k];
      f[k * COUNT + lane] = fromF[k];
    }
  }

  /** Voltage magnitude in a lane. */
  double magnitude(int k, int lane) {
    return Math.hypot(e[k * COUNT + lane], f[k * COUNT + lane]);
  }

  /** Square of the voltage magnitude in a lane. */
  double magnitudeSquared(int k, int lane) {
    double ek = e[k * COUNT + lane];
    double fk = f[k * COUNT + lane];
    return ek * ek + fk * fk;
  }

  /** Puts the mismatch of a reactive row that was just switched, after it was measured. */
  void put(int k, int lane, double mismatch) {
    r[k * BlockLuFactor.STRIDE + COUNT + lane] = mismatch;
  }

  /** Brings a voltage that is held from now on to a magnitude, its angle left as it is. */
  void stretchTo(int k, int lane, double magnitudePu) {
    double scale = magnitudePu / magnitude(k, lane);
    e[k * COUNT + lane] *= scale;
    f[k * COUNT + lane] *= scale;
  }

  /** Eliminates the mismatches of all lanes by the base factor. */
  void eliminate() {
    for (int first = 0; first < COUNT; first += Lanes.STEP) {
      for (int k = 0; k < n; k++) {
        base.factor.forwardRow(r, k, first);
      }
    }
  }

  /** Corrects a lane after the elimination and before it is moved. */
  void compensate(Compensation compensation, int lane) {
    compensation.apply(r, lane);
  }

  /**
   * Substitutes backward and takes the step in the lanes that are under way.
   *
   * @return greatest step of every lane
   */
  double[] advance(boolean[] underWay) {
    Arrays.fill(stepWorst, 0);
    for (int first = 0; first < COUNT; first += Lanes.STEP) {
      for (int k = n - 1; k >= 0; k--) {
        int special = stillRows.previousSetBit(k);
        advance(k, special, first, underWay);
        k = special;
        if (k >= 0) {
          base.factor.backwardRow(r, k, first);
          advanceSome(k, first, underWay);
        }
      }
    }
    return stepWorst;
  }

  /** Rows from {@code start} down to before {@code end}, in one vector of lanes. */
  private void advance(int start, int end, int first, boolean[] underWay) {
    VectorMask<Double> move = VectorMask.fromArray(Lanes.SPECIES, underWay, first);
    DoubleVector most = Lanes.at(stepWorst, first);
    for (int k = start; k > end; k--) {
      base.factor.backwardRow(r, k, first);
      int o = k * COUNT + first;
      DoubleVector ek = Lanes.at(e, o);
      DoubleVector fk = Lanes.at(f, o);
      int t = k * BlockLuFactor.STRIDE + first;
      DoubleVector d = Lanes.at(r, t);
      DoubleVector v = Lanes.at(r, t + COUNT);
      most = most.max(d.abs()).max(v.abs());
      DoubleVector d2 = d.mul(d);
      DoubleVector cos = d2.mul(-1.0 / 720).add(1.0 / 24).mul(d2).add(-0.5).mul(d2).add(1);
      DoubleVector sin =
          d2.mul(-1.0 / 5040).add(1.0 / 120).mul(d2).add(-1.0 / 6).mul(d2).add(1).mul(d);
      DoubleVector stretch =
          v.mul(1.0 / 24).add(1.0 / 6).mul(v).add(0.5).mul(v).add(1).mul(v).add(1);
      cos = cos.mul(stretch);
      sin = sin.mul(stretch);
      ek.blend(ek.mul(cos).sub(fk.mul(sin)), move).intoArray(e, o);
      fk.blend(ek.mul(sin).add(fk.mul(cos)), move).intoArray(f, o);
    }
    most.intoArray(stepWorst, first);
  }

  /** The same for a position that is without voltage in some lanes. */
  private void advanceSome(int k, int first, boolean[] underWay) {
    for (int q = first; q < first + Lanes.STEP; q++) {
      if (!underWay[q] || (still[k] >> q & 1) != 0) {
        continue;
      }
      int o = k * COUNT + q;
      double d = r[k * BlockLuFactor.STRIDE + q];
      double v = r[k * BlockLuFactor.STRIDE + COUNT + q];
      stepWorst[q] = Math.max(stepWorst[q], Math.max(Math.abs(d), Math.abs(v)));
      double d2 = d * d;
      double cos = ((d2 * (-1.0 / 720) + 1.0 / 24) * d2 + -0.5) * d2 + 1;
      double sin = (((d2 * (-1.0 / 5040) + 1.0 / 120) * d2 + -1.0 / 6) * d2 + 1) * d;
      double stretch = (((v * (1.0 / 24) + 1.0 / 6) * v + 0.5) * v + 1) * v + 1;
      cos *= stretch;
      sin *= stretch;
      double turned = e[o] * cos - f[o] * sin;
      f[o] = e[o] * sin + f[o] * cos;
      e[o] = turned;
    }
  }
}
