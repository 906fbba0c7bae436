package org.gridclear.security.screening;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import org.gridclear.numerics.AdmittanceMatrix;
import org.gridclear.numerics.BlockLuFactor;
import org.gridclear.numerics.Lanes;

/**
 * Voltages and mismatches of several outages side by side, and the passes over them. Voltages are
 * in rectangular form; a step turns and stretches them by polynomials, which is as good as sines
 * and exponentials for the small steps it is given: any voltages are right whose mismatch is small.
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
  private final double[] power = new double[4];
  private final double[] worst = new double[COUNT];
  private final double[] stepWorst = new double[COUNT];
  private final double[] freeAngle;
  private final double[] freeVoltage;

  AcLanes(AcBase base) {
    this.base = base;
    this.n = base.model.size();
    e = new double[COUNT * n];
    f = new double[COUNT * n];
    r = new double[BlockLuFactor.STRIDE * n];
    freeAngle = new double[n];
    freeVoltage = new double[n];
    for (int k = 0; k < n; k++) {
      freeAngle[k] = base.angleFixed[k] ? 0 : 1;
      freeVoltage[k] = base.voltageFixed[k] ? 0 : 1;
    }
  }

  /** Puts the base case into all lanes. */
  void begin() {
    for (int k = 0; k < n; k++) {
      Arrays.fill(e, k * COUNT, (k + 1) * COUNT, base.solution.e()[k]);
      Arrays.fill(f, k * COUNT, (k + 1) * COUNT, base.solution.f()[k]);
    }
  }

  double[] e() {
    return e;
  }

  double[] f() {
    return f;
  }

  /**
   * Mismatches of all lanes as if nothing were out.
   *
   * @param rises per lane, what generation rises by in all, in p.u.
   * @param riseShare who takes a rise, by position
   * @param falls per lane, what it falls by, as a negative number
   * @param fallShare who takes a fall
   */
  void mismatch(double[] rises, double[] riseShare, double[] falls, double[] fallShare) {
    AdmittanceMatrix y = base.y;
    double[] active = base.solution.activeSpec();
    double[] reactive = base.reactiveSpec;
    for (int first = 0; first < COUNT; first += Lanes.STEP) {
      DoubleVector rise = Lanes.at(rises, first);
      DoubleVector fall = Lanes.at(falls, first);
      for (int k = 0; k < n; k++) {
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
        rise.mul(riseShare[k])
            .add(fall.mul(fallShare[k]))
            .add(active[k])
            .sub(ek.mul(re))
            .sub(fk.mul(im))
            .mul(freeAngle[k])
            .intoArray(r, t);
        ek.mul(im).sub(fk.mul(re)).add(reactive[k]).mul(freeVoltage[k]).intoArray(r, t + COUNT);
      }
    }
  }

  /** Adds to the mismatch at a position where its equations are in force. */
  void add(int k, int lane, double activePu, double reactivePu) {
    r[k * BlockLuFactor.STRIDE + lane] += freeAngle[k] * activePu;
    r[k * BlockLuFactor.STRIDE + COUNT + lane] += freeVoltage[k] * reactivePu;
  }

  /** Gives back what a branch that is out takes from one of its ends. */
  void addBranch(int l, int lane, boolean atFrom, boolean reactive) {
    int i = base.model.from(l) * COUNT + lane;
    int j = base.model.to(l) * COUNT + lane;
    base.model.structure().admittances().power(l, e[i], f[i], e[j], f[j], power);
    int k = atFrom ? base.model.from(l) : base.model.to(l);
    int t = k * BlockLuFactor.STRIDE + lane;
    r[t] += freeAngle[k] * power[atFrom ? 0 : 2];
    r[t + COUNT] += reactive ? power[atFrom ? 1 : 3] : 0;
  }

  /** The reactive mismatch of a bus whose voltage is let go. */
  void freeReactive(int k, int lane, double injectedPu) {
    r[k * BlockLuFactor.STRIDE + COUNT + lane] = injectedPu - reactivePu(k, lane);
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
    int i = from * COUNT + lane;
    int j = to * COUNT + lane;
    base.model.structure().admittances().power(l, e[i], f[i], e[j], f[j], power);
    return from == k ? power[1] : power[3];
  }

  /** Active power into a branch at its sending end. */
  double activePu(int l, int lane) {
    int i = base.model.from(l) * COUNT + lane;
    int j = base.model.to(l) * COUNT + lane;
    base.model.structure().admittances().power(l, e[i], f[i], e[j], f[j], power);
    return power[0];
  }

  /** Puts voltages that were found elsewhere into a lane. */
  void load(int lane, double[] fromE, double[] fromF) {
    for (int k = 0; k < n; k++) {
      e[k * COUNT + lane] = fromE[k];
      f[k * COUNT + lane] = fromF[k];
    }
  }

  /** The mismatch of a bus whose voltage is held again, as a logarithm. */
  void holdVoltage(int k, int lane, double setPu) {
    r[k * BlockLuFactor.STRIDE + COUNT + lane] = Math.log(setPu / magnitude(k, lane));
  }

  /** Voltage magnitude in a lane. */
  double magnitude(int k, int lane) {
    return Math.hypot(e[k * COUNT + lane], f[k * COUNT + lane]);
  }

  /**
   * Brings a voltage that is held from now on to a magnitude, its angle left as it is. What was
   * missing in its reactive row is no step of its voltage.
   */
  void stretchTo(int k, int lane, double magnitudePu) {
    r[k * BlockLuFactor.STRIDE + COUNT + lane] = 0;
    double scale = magnitudePu / magnitude(k, lane);
    e[k * COUNT + lane] *= scale;
    f[k * COUNT + lane] *= scale;
  }

  /** A position without voltage has no mismatch. */
  void clear(int k, int lane) {
    r[k * BlockLuFactor.STRIDE + lane] = 0;
    r[k * BlockLuFactor.STRIDE + COUNT + lane] = 0;
  }

  /** Greatest mismatch of every lane; NaN counts as infinite. */
  double[] worst() {
    largest(worst);
    return worst;
  }

  private void largest(double[] into) {
    for (int first = 0; first < COUNT; first += Lanes.STEP) {
      DoubleVector most = DoubleVector.zero(Lanes.SPECIES);
      for (int t = first; t < r.length; t += COUNT) {
        most = most.max(Lanes.at(r, t).abs());
      }
      most.intoArray(into, first);
    }
    for (int q = 0; q < COUNT; q++) {
      into[q] = Double.isNaN(into[q]) ? Double.POSITIVE_INFINITY : into[q];
    }
  }

  /** First half of the solve. */
  void forward() {
    base.factor.forwardLanes(r);
  }

  /** Corrects a lane between the halves. */
  void compensate(Compensation compensation, int lane) {
    compensation.apply(r, lane);
  }

  /** Second half of the solve; then the mismatch has become the step. */
  void backward() {
    base.factor.backwardLanes(r);
  }

  /** Greatest step of every lane. */
  double[] stepWorst() {
    largest(stepWorst);
    return stepWorst;
  }

  /** Takes the step in the lanes that are under way. */
  void advance(boolean[] underWay) {
    for (int first = 0; first < COUNT; first += Lanes.STEP) {
      VectorMask<Double> move = VectorMask.fromArray(Lanes.SPECIES, underWay, first);
      for (int k = 0; k < n; k++) {
        int o = k * COUNT + first;
        DoubleVector ek = Lanes.at(e, o);
        DoubleVector fk = Lanes.at(f, o);
        int t = k * BlockLuFactor.STRIDE + first;
        DoubleVector d = Lanes.at(r, t);
        DoubleVector v = Lanes.at(r, t + COUNT);
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
    }
  }
}
