package org.gridclear.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.admittance.AdmittanceMatrix;
import org.gridclear.admittance.BranchAdmittances;
import org.gridclear.network.Generator;
import org.gridclear.powerflow.PowerFlowModel;

/**
 * One outage in a lane: how its equations differ from those of the base case, and the compensation
 * that follows. Reactive switching adds to the differences while the outage is being solved.
 */
final class LaneCase {
  private final AcBase base;
  private final OutageEffect effect;
  private final double[] lostReactiveMinPu;
  private final double[] lostReactiveMaxPu;
  private final int[] generatorPosition;
  private final double[] activeLostPu;
  private final double[] reactiveLostPu;
  private final List<Integer> freed = new ArrayList<>();
  private final List<Double> freedReactivePu = new ArrayList<>();
  private final List<Integer> held = new ArrayList<>();
  private final List<Integer> withoutUnits = new ArrayList<>();
  private final Map<Integer, Double> shiftPu = new TreeMap<>();
  private Compensation compensation;

  LaneCase(AcBase base, OutageEffect effect) {
    this.base = base;
    this.effect = effect;
    PowerFlowModel model = base.model;
    int count = effect.generators().length;
    generatorPosition = new int[count];
    activeLostPu = new double[count];
    reactiveLostPu = new double[count];
    lostReactiveMinPu = new double[count];
    lostReactiveMaxPu = new double[count];
    var index = model.structure().index();
    double mva = index.network().baseMva();
    for (int m = 0; m < count; m++) {
      int g = effect.generators()[m];
      Generator generator = index.network().generators().get(g);
      int k = model.position(index.bus(generator.bus()));
      generatorPosition[m] = k;
      activeLostPu[m] = model.point().generatorMw()[g] / mva;
      lostReactiveMinPu[m] = generator.qMinMvar() / mva;
      lostReactiveMaxPu[m] = generator.qMaxMvar() / mva;
      int side = base.solution.reactiveSide()[k];
      double atLimit = side > 0 ? lostReactiveMaxPu[m] : side < 0 ? lostReactiveMinPu[m] : 0;
      reactiveLostPu[m] = model.regulating(k) ? atLimit : generator.qMvar() / mva;
    }
    for (int m = 0; m < count; m++) {
      int k = generatorPosition[m];
      if (base.voltageFixed[k] && !model.isReference(k) && lastUnits(k) && !freed.contains(k)) {
        withoutUnits.add(k);
        free(k, model.reactivePu(k));
      }
    }
  }

  private boolean lastUnits(int k) {
    int tripped = 0;
    for (int position : generatorPosition) {
      tripped += position == k ? 1 : 0;
    }
    return tripped == base.unitsAt[k];
  }

  OutageEffect effect() {
    return effect;
  }

  /** Whether the outage trips every unit that held the voltage at {@code k}. */
  boolean isWithoutUnits(int k) {
    return withoutUnits.contains(k);
  }

  /** Least reactive power of the units left at {@code k}. */
  double reactiveMinPu(int k) {
    return base.model.reactiveMinPu(k) - lost(k, lostReactiveMinPu);
  }

  /** Greatest reactive power of the units left at {@code k}. */
  double reactiveMaxPu(int k) {
    return base.model.reactiveMaxPu(k) - lost(k, lostReactiveMaxPu);
  }

  private double lost(int k, double[] ofGenerators) {
    double sum = 0;
    for (int m = 0; m < generatorPosition.length; m++) {
      sum += generatorPosition[m] == k ? ofGenerators[m] : 0;
    }
    return sum;
  }

  /** Lets the voltage at {@code k} go, with this reactive power injected instead. */
  void free(int k, double reactivePu) {
    if (held.remove((Integer) k)) {
      shiftPu.put(k, reactivePu - base.reactiveSpec[k]);
    } else {
      freed.add(k);
      freedReactivePu.add(reactivePu);
    }
  }

  /** Holds the voltage at {@code k} at its set point again. */
  void hold(int k) {
    int at = freed.indexOf(k);
    if (at >= 0) {
      freed.remove(at);
      freedReactivePu.remove(at);
    } else {
      held.add(k);
      shiftPu.remove(k);
    }
  }

  private boolean voltageFixed(int k) {
    return base.voltageFixed[k] ? !freed.contains(k) : held.contains(k);
  }

  /**
   * Prepares the compensation for the differences as they are now.
   *
   * @return whether there is one: not too many positions are touched, and the matrix is regular
   */
  boolean prepare(double[] scratch) {
    int[] touched = touched();
    if (touched.length > Compensation.TOUCHED_MAX) {
      return false;
    }
    if (touched.length == 0) {
      compensation = null;
      return true;
    }
    double[][] change = new double[2 * touched.length][2 * touched.length];
    for (int k : freed) {
      reactiveRow(k, touched, change, 1);
    }
    for (int k : held) {
      reactiveRow(k, touched, change, -1);
    }
    for (int l : effect.open()) {
      removeEnd(l, true, touched, change);
      removeEnd(l, false, touched, change);
    }
    for (int l : effect.cut()) {
      removeEnd(l, survives(base.model.from(l)), touched, change);
    }
    compensation = Compensation.of(base.factor, touched, change, scratch);
    return compensation != null;
  }

  Compensation compensation() {
    return compensation;
  }

  private boolean survives(int k) {
    for (int lost : effect.lost()) {
      if (lost == k) {
        return false;
      }
    }
    return true;
  }

  private int[] touched() {
    int[] touched = new int[2 * (effect.open().length + effect.cut().length)];
    int count = 0;
    for (int[] branches : new int[][] {effect.open(), effect.cut()}) {
      for (int l : branches) {
        touched[count++] = base.model.from(l);
        touched[count++] = base.model.to(l);
      }
    }
    for (List<Integer> switched : List.of(freed, held)) {
      for (int k : switched) {
        int start = base.y.start(k);
        int end = base.y.start(k + 1);
        touched = Arrays.copyOf(touched, count + 1 + end - start);
        touched[count++] = k;
        for (int m = start; m < end; m++) {
          touched[count++] = base.y.column(m);
        }
      }
    }
    return Arrays.stream(touched).sorted().distinct().toArray();
  }

  /** Adds the reactive row of {@code k} less its unit row, or takes that away. */
  private void reactiveRow(int k, int[] touched, double[][] change, int sign) {
    AdmittanceMatrix y = base.y;
    double[] e = base.solution.e();
    double[] f = base.solution.f();
    int row = 2 * Arrays.binarySearch(touched, k) + 1;
    double aSum = 0;
    double bSum = 0;
    for (int m = y.start(k); m < y.start(k + 1); m++) {
      int j = y.column(m);
      double re = y.g(m) * e[j] - y.b(m) * f[j];
      double im = y.g(m) * f[j] + y.b(m) * e[j];
      double a = e[k] * re + f[k] * im;
      double b = f[k] * re - e[k] * im;
      int column = 2 * Arrays.binarySearch(touched, j);
      change[row][column] -= sign * a;
      change[row][column + 1] += sign * b;
      aSum += a;
      bSum += b;
    }
    double bSelf = -y.diagonalB(k) * (e[k] * e[k] + f[k] * f[k]);
    change[row][row - 1] += sign * aSum;
    change[row][row] += sign * (bSum + 2 * bSelf - 1);
  }

  /** Takes a branch's share out of the rows of one of its ends. */
  private void removeEnd(int l, boolean atFrom, int[] touched, double[][] change) {
    double[] y = base.model.structure().admittances().values();
    int o = BranchAdmittances.STRIDE * l;
    int k = atFrom ? base.model.from(l) : base.model.to(l);
    int j = atFrom ? base.model.to(l) : base.model.from(l);
    int self = atFrom ? o : o + 6;
    int mutual = atFrom ? o + 2 : o + 4;
    double[] e = base.solution.e();
    double[] f = base.solution.f();
    double re = y[mutual] * e[j] - y[mutual + 1] * f[j];
    double im = y[mutual] * f[j] + y[mutual + 1] * e[j];
    double a = e[k] * re + f[k] * im;
    double b = f[k] * re - e[k] * im;
    double squared = e[k] * e[k] + f[k] * f[k];
    int row = 2 * Arrays.binarySearch(touched, k);
    int column = 2 * Arrays.binarySearch(touched, j);
    if (!base.angleFixed[k]) {
      change[row][row] += b;
      change[row][row + 1] -= 2 * y[self] * squared + a;
      change[row][column] -= b;
      change[row][column + 1] -= a;
    }
    if (!voltageFixed(k)) {
      change[row + 1][row] -= a;
      change[row + 1][row + 1] -= -2 * y[self + 1] * squared + b;
      change[row + 1][column] += a;
      change[row + 1][column + 1] -= b;
    }
  }

  /**
   * Corrects the mismatch of this lane, which was computed as if nothing were out.
   *
   * @param lanes voltages and mismatch of all lanes
   */
  void correct(AcLanes lanes, int lane) {
    for (int m = 0; m < generatorPosition.length; m++) {
      lanes.add(generatorPosition[m], lane, -activeLostPu[m], -reactiveLostPu[m]);
    }
    shiftPu.forEach((k, shift) -> lanes.add(k, lane, 0, shift));
    for (int m = 0; m < freed.size(); m++) {
      lanes.freeReactive(freed.get(m), lane, freedReactivePu.get(m));
    }
    for (int l : effect.open()) {
      lanes.addBranch(l, lane, true, !voltageFixed(base.model.from(l)));
      lanes.addBranch(l, lane, false, !voltageFixed(base.model.to(l)));
    }
    for (int l : effect.cut()) {
      boolean atFrom = survives(base.model.from(l));
      int k = atFrom ? base.model.from(l) : base.model.to(l);
      lanes.addBranch(l, lane, atFrom, !voltageFixed(k));
    }
    for (int k : held) {
      lanes.holdVoltage(k, lane, base.model.voltageSetPu(k));
    }
    for (int k : effect.lost()) {
      lanes.clear(k, lane);
    }
  }
}
