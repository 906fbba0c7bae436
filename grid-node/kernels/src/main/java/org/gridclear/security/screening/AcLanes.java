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
  private static final int COUNT = Lanes.COUNT;
  private static final int STRIDE = BlockLuFactor.STRIDE;

  /** Steps beyond this, in radians or as a logarithm, are not small. */
  static final double STEP_MAX = 0.6;

  private final AcBase base;
  private final int n;

  /** Voltages, {@code [STRIDE * position + COUNT * part + lane]}, real part and imaginary part. */
  private final double[] v;

  /** Mismatches, and what becomes of them in a step, laid out in the same way. */
  private final double[] r;

  private final LaneMismatch mismatch;
  private final RowEdits edits;
  private final double[] power = new double[4];
  private final double[] stepWorst = new double[COUNT];
  private final byte[] still;
  private final BitSet stillRows = new BitSet();

  AcLanes(AcBase base) {
    this.base = base;
    this.n = base.model.size();
    v = new double[STRIDE * n];
    r = new double[STRIDE * n];
    for (int q = 0; q < COUNT; q++) {
      load(q, base.solution.e(), base.solution.f());
    }
    mismatch = new LaneMismatch(base, v, r);
    edits = mismatch.edits();
    still = new byte[n];
  }

  /** Puts the base case into lanes. */
  void begin(boolean[] fresh) {
    double[] fromE = base.solution.e();
    double[] fromF = base.solution.f();
    for (int k = 0; k < n; k++) {
      for (int q = 0; q < COUNT; q++) {
        if (fresh[q]) {
          v[k * STRIDE + q] = fromE[k];
          v[k * STRIDE + COUNT + q] = fromF[k];
        }
      }
    }
  }

  /** Voltages, {@code [STRIDE * position + COUNT * part + lane]}. Not to be changed. */
  double[] voltages() {
    return v;
  }

  /** What lanes lack. */
  LaneMismatch mismatch() {
    return mismatch;
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
    edits.add(k, lane, mismatch.freeAngle(k) * activePu, mismatch.freeVoltage(k) * reactivePu);
  }

  /** Gives back what a branch that is out takes from one of its ends. */
  void addBranch(int l, int lane, boolean atFrom, boolean reactive) {
    branchPower(l, lane);
    int k = atFrom ? base.model.from(l) : base.model.to(l);
    edits.add(
        k,
        lane,
        mismatch.freeAngle(k) * power[atFrom ? 0 : 2],
        reactive ? power[atFrom ? 1 : 3] : 0);
  }

  private void branchPower(int l, int lane) {
    int i = base.model.from(l) * STRIDE + lane;
    int j = base.model.to(l) * STRIDE + lane;
    base.model.structure().admittances().power(l, v[i], v[i + COUNT], v[j], v[j + COUNT], power);
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

  /** Reactive power that the network takes at a position as if nothing were out. */
  private double reactivePu(int k, int lane) {
    AdmittanceMatrix y = base.y;
    double ek = v[k * STRIDE + lane];
    double fk = v[k * STRIDE + COUNT + lane];
    double re = y.diagonalG(k) * ek - y.diagonalB(k) * fk;
    double im = y.diagonalG(k) * fk + y.diagonalB(k) * ek;
    for (int m = y.start(k); m < y.start(k + 1); m++) {
      double ej = v[y.column(m) * STRIDE + lane];
      double fj = v[y.column(m) * STRIDE + COUNT + lane];
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
      v[k * STRIDE + lane] = fromE[k];
      v[k * STRIDE + COUNT + lane] = fromF[k];
    }
  }

  /** Voltage magnitude in a lane. */
  double magnitude(int k, int lane) {
    return Math.hypot(v[k * STRIDE + lane], v[k * STRIDE + COUNT + lane]);
  }

  /** Square of the voltage magnitude in a lane. */
  double magnitudeSquared(int k, int lane) {
    double ek = v[k * STRIDE + lane];
    double fk = v[k * STRIDE + COUNT + lane];
    return ek * ek + fk * fk;
  }

  /** Brings a voltage that is held from now on to a magnitude, its angle left as it is. */
  void stretchTo(int k, int lane, double magnitudePu) {
    double scale = magnitudePu / magnitude(k, lane);
    v[k * STRIDE + lane] *= scale;
    v[k * STRIDE + COUNT + lane] *= scale;
  }

  /** Eliminates the mismatches of all lanes by the base factor. */
  void eliminate() {
    for (int first = 0; first < COUNT; first += Lanes.STEP) {
      base.factor.forward(r, first);
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
      base.factor.backward(r, first);
      for (int k = 0; k < n; k++) {
        int special = stillRows.nextSetBit(k);
        int end = special < 0 ? n : special;
        advance(k, end, first, underWay);
        k = end;
        if (k < n) {
          advanceSome(k, first, underWay);
        }
      }
    }
    return stepWorst;
  }

  /** Rows from {@code start} to before {@code end}, in one vector of lanes. */
  private void advance(int start, int end, int first, boolean[] underWay) {
    VectorMask<Double> move = VectorMask.fromArray(Lanes.SPECIES, underWay, first);
    DoubleVector most = Lanes.at(stepWorst, first);
    for (int o = start * STRIDE + first; o < end * STRIDE; o += STRIDE) {
      DoubleVector e = Lanes.at(v, o);
      DoubleVector f = Lanes.at(v, o + COUNT);
      DoubleVector d = Lanes.at(r, o);
      DoubleVector s = Lanes.at(r, o + COUNT);
      most = most.max(d.abs().max(s.abs()));
      DoubleVector d2 = d.mul(d);
      DoubleVector cos = d2.mul(-1.0 / 720).add(1.0 / 24).mul(d2).add(-0.5).mul(d2).add(1);
      DoubleVector sin =
          d2.mul(-1.0 / 5040).add(1.0 / 120).mul(d2).add(-1.0 / 6).mul(d2).add(1).mul(d);
      DoubleVector stretch =
          s.mul(1.0 / 24).add(1.0 / 6).mul(s).add(0.5).mul(s).add(1).mul(s).add(1);
      cos = cos.mul(stretch);
      sin = sin.mul(stretch);
      e.blend(e.mul(cos).sub(f.mul(sin)), move).intoArray(v, o);
      f.blend(e.mul(sin).add(f.mul(cos)), move).intoArray(v, o + COUNT);
    }
    most.intoArray(stepWorst, first);
  }

  /** The same for a position that is without voltage in some lanes. */
  private void advanceSome(int k, int first, boolean[] underWay) {
    for (int q = first; q < first + Lanes.STEP; q++) {
      int o = k * STRIDE + q;
      if (!underWay[q] || (still[k] >> q & 1) != 0) {
        continue;
      }
      double d = r[o];
      double s = r[o + COUNT];
      stepWorst[q] = Math.max(stepWorst[q], Math.max(Math.abs(d), Math.abs(s)));
      double d2 = d * d;
      double cos = ((d2 * (-1.0 / 720) + 1.0 / 24) * d2 + -0.5) * d2 + 1;
      double sin = (((d2 * (-1.0 / 5040) + 1.0 / 120) * d2 + -1.0 / 6) * d2 + 1) * d;
      double stretch = (((s * (1.0 / 24) + 1.0 / 6) * s + 0.5) * s + 1) * s + 1;
      cos *= stretch;
      sin *= stretch;
      double turned = v[o] * cos - v[o + COUNT] * sin;
      v[o + COUNT] = v[o] * sin + v[o + COUNT] * cos;
      v[o] = turned;
    }
  }
}
