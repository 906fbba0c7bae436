package org.gridclear.security.powerflow;

import org.gridclear.network.Bus;
import org.gridclear.numerics.AdmittanceMatrix;

/** Voltages, what is held fixed, and what is asked for at every position, during a power flow. */
final class AcState {
  private final PowerFlowModel model;
  private final AdmittanceMatrix y;
  private final double[] e;
  private final double[] f;
  private final double[] p;
  private final double[] q;
  private final double[] spec;
  private double[] extra;
  private int[] references = new int[0];
  private final double[] reactiveSpec;
  private final boolean[] angleFixed;
  private final boolean[] voltageFixed;
  private final int[] reactiveSide;

  AcState(PowerFlowModel model, AdmittanceMatrix y) {
    this.model = model;
    this.y = y;
    int n = model.size();
    e = new double[n];
    f = new double[n];
    p = new double[n];
    q = new double[n];
    spec = new double[n];
    extra = new double[n];
    reactiveSpec = new double[n];
    angleFixed = new boolean[n];
    voltageFixed = new boolean[n];
    reactiveSide = new int[n];
    reset();
  }

  private void reset() {
    for (int k = 0; k < e.length; k++) {
      spec[k] = model.activePu(k) + extra[k];
      reactiveSpec[k] = model.reactivePu(k);
      angleFixed[k] = model.angleFixed(k);
      voltageFixed[k] = angleFixed[k] || model.regulating(k);
      reactiveSide[k] = 0;
    }
    for (int k : references) {
      angleFixed[k] = true;
    }
  }

  /** Holds the file's angle at these positions too, from the next start on. */
  void holdAngles(int[] positions) {
    references = positions.clone();
  }

  /** Active power on top of the operating point, from the next start on. */
  void inject(double[] extraPu) {
    extra = extraPu.clone();
  }

  /** Every angle that of the island's reference, magnitudes 1 or the set point. */
  void startFlat() {
    reset();
    for (int k = 0; k < e.length; k++) {
      double magnitude = !model.alive(k) ? 0 : model.regulating(k) ? model.voltageSetPu(k) : 1;
      int reference = angleFixed[k] ? k : model.reference(model.island(k));
      double angle = model.alive(k) ? fileAngle(reference) : 0;
      e[k] = magnitude * Math.cos(angle);
      f[k] = magnitude * Math.sin(angle);
    }
  }

  private double fileAngle(int k) {
    return Math.toRadians(model.fileAngleDeg(k));
  }

  void startFromFile() {
    reset();
    for (int k = 0; k < e.length; k++) {
      Bus bus = model.structure().index().network().buses().get(model.bus(k));
      double magnitude = model.regulating(k) ? model.voltageSetPu(k) : bus.vSetPu();
      double alive = model.alive(k) ? (magnitude > 0 ? magnitude : 1) : 0;
      double angle = fileAngle(k);
      e[k] = alive * Math.cos(angle);
      f[k] = alive * Math.sin(angle);
    }
  }

  /** From voltages and reactive limits that were found before; what is dead now has none. */
  void start(double[] fromE, double[] fromF, int[] sides) {
    reset();
    for (int k = 0; k < e.length; k++) {
      if (sides[k] != 0 && model.regulating(k) && !model.isReference(k) && model.alive(k)) {
        holdReactive(k, sides[k]);
      }
      boolean known = fromE[k] != 0 || fromF[k] != 0;
      e[k] = !model.alive(k) ? 0 : known ? fromE[k] : 1;
      f[k] = !model.alive(k) ? 0 : known ? fromF[k] : 0;
      if (model.alive(k) && model.regulating(k) && reactiveSide[k] == 0) {
        double scale = model.voltageSetPu(k) / Math.hypot(e[k], f[k]);
        e[k] *= scale;
        f[k] *= scale;
      }
    }
  }

  /** What is missing at every position: {@code into[2k]} active, {@code into[2k + 1]} reactive. */
  void mismatch(double[] into) {
    y.power(e, f, p, q);
    for (int k = 0; k < e.length; k++) {
      into[2 * k] = angleFixed[k] ? 0 : spec[k] - p[k];
      into[2 * k + 1] = voltageFixed[k] ? 0 : reactiveSpec[k] - q[k];
    }
  }

  /** Turns every voltage by the step's angle and stretches it by the step's logarithm. */
  void advance(double[] step, double scale) {
    for (int k = 0; k < e.length; k++) {
      double angle = scale * step[2 * k];
      double stretch = voltageFixed[k] ? 1 : Math.exp(scale * step[2 * k + 1]);
      turn(k, angle, stretch);
    }
  }

  void turn(int k, double angle, double stretch) {
    double cos = Math.cos(angle) * stretch;
    double sin = Math.sin(angle) * stretch;
    double turned = e[k] * cos - f[k] * sin;
    f[k] = e[k] * sin + f[k] * cos;
    e[k] = turned;
  }

  /** Lets go of the set point at {@code k}: the generators stay at their limit of that side. */
  void holdReactive(int k, int side) {
    reactiveSide[k] = side;
    voltageFixed[k] = false;
    double limit = side > 0 ? model.reactiveMaxPu(k) : model.reactiveMinPu(k);
    reactiveSpec[k] = model.reactivePu(k) + limit;
  }

  /** Holds the set point at {@code k} again. */
  void holdVoltage(int k) {
    reactiveSide[k] = 0;
    voltageFixed[k] = true;
    double scale = model.voltageSetPu(k) / Math.hypot(e[k], f[k]);
    e[k] *= scale;
    f[k] *= scale;
  }

  /** Active power that the network takes at {@code k}, at the voltages last measured. */
  double activePu(int k) {
    return p[k];
  }

  /** Reactive power that the network takes at {@code k}, at the voltages last measured. */
  double networkReactivePu(int k) {
    return q[k];
  }

  AdmittanceMatrix y() {
    return y;
  }

  double[] e() {
    return e;
  }

  double[] f() {
    return f;
  }

  double[] spec() {
    return spec;
  }

  boolean[] angleFixed() {
    return angleFixed;
  }

  boolean[] voltageFixed() {
    return voltageFixed;
  }

  int[] reactiveSide() {
    return reactiveSide;
  }
}
