package org.gridclear.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
   * @return whether there is one: not too many rows change, and the matrix is regular
   */
  boolean prepare(double[] scratch) {
    List<RowChange> changes = new ArrayList<>();
    for (int k : freed) {
      changes.add(base.rows.voltageLetGo(k, scratch));
    }
    for (int k : held) {
      changes.add(base.rows.voltageLetGo(k, scratch).negated());
    }
    for (int l : effect.open()) {
      takeOut(l, true, changes, scratch);
      takeOut(l, false, changes, scratch);
    }
    for (int l : effect.cut()) {
      takeOut(l, !effect.loses(base.model.from(l)), changes, scratch);
    }
    if (changes.size() > Compensation.CHANGES_MAX) {
      return false;
    }
    compensation = changes.isEmpty() ? null : Compensation.of(changes, scratch);
    return changes.isEmpty() || compensation != null;
  }

  private void takeOut(int l, boolean atFrom, List<RowChange> changes, double[] scratch) {
    int k = atFrom ? base.model.from(l) : base.model.to(l);
    base.rows.takeOut(l, atFrom, !voltageFixed(k), changes, scratch);
  }

  Compensation compensation() {
    return compensation;
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
      boolean atFrom = !effect.loses(base.model.from(l));
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
