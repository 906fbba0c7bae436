package org.gridclear.security.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.result.OutageEffect;

/**
 * One outage in a lane: how its equations differ from those of the base case, and the compensation
 * that follows. Reactive switching adds to the differences while the outage is being solved.
 */
final class OutagePerturbation {
  private final AcBase base;
  private final OutageEffect effect;
  private final PowerFlowModel after;
  private final List<Integer> touched = new ArrayList<>();
  private final List<Integer> freed = new ArrayList<>();
  private final List<Double> freedReactivePu = new ArrayList<>();
  private final List<Integer> held = new ArrayList<>();
  private final List<Integer> withoutUnits = new ArrayList<>();
  private final Map<Integer, Double> shiftPu = new TreeMap<>();
  private Compensation compensation;

  /**
   * An outage.
   *
   * @param after the network that it leaves; null if no unit trips and no HVDC line stops
   */
  OutagePerturbation(AcBase base, OutageEffect effect, PowerFlowModel after) {
    this.base = base;
    this.effect = effect;
    this.after = after;
    for (int g : effect.generators()) {
      touch(base.units.position(g));
    }
    for (int h : effect.hvdcLines()) {
      touch(base.model.hvdcFrom(h));
      touch(base.model.hvdcTo(h));
    }
  }

  /** A bus whose units or converters are not those of the base case. */
  private void touch(int k) {
    if (touched.contains(k) || effect.loses(k)) {
      return;
    }
    touched.add(k);
    boolean regulates = after.regulating(k) && base.model.regulating(k);
    if (!regulates && base.model.regulating(k) && !base.angleFixed[k]) {
      withoutUnits.add(k);
    }
    int side = base.solution.reactiveSide()[k];
    if (base.voltageFixed[k]) {
      if (withoutUnits.contains(k)) {
        free(k, after.reactivePu(k));
      }
    } else if (regulates && side != 0) {
      double limit = side > 0 ? after.reactiveMaxPu(k) : after.reactiveMinPu(k);
      shiftPu.put(k, after.reactivePu(k) + limit - base.reactiveSpec[k]);
    } else {
      shiftPu.put(k, after.reactivePu(k) - base.reactiveSpec[k]);
    }
  }

  /** The network that says what the units at {@code k} can do. */
  PowerFlowModel at(int k) {
    return touched.contains(k) ? after : base.model;
  }

  /** Brings the voltages that are held to their set points, which may be those of other units. */
  void begin(AcLanes lanes, int lane) {
    for (int k : touched) {
      if (voltageFixed(k) && after.regulating(k)) {
        lanes.stretchTo(k, lane, after.voltageSetPu(k));
      }
    }
  }

  OutageEffect effect() {
    return effect;
  }

  /** Whether nothing that held the voltage at {@code k} is left. */
  boolean isWithoutUnits(int k) {
    return withoutUnits.contains(k);
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
    for (int g : effect.generators()) {
      lanes.add(base.units.position(g), lane, -base.units.outputPu(g), 0);
    }
    for (int h : effect.hvdcLines()) {
      lanes.add(base.model.hvdcFrom(h), lane, -base.model.hvdcFromPu(h), 0);
      lanes.add(base.model.hvdcTo(h), lane, -base.model.hvdcToPu(h), 0);
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
      lanes.holdVoltage(k, lane, at(k).voltageSetPu(k));
    }
    for (int k : effect.lost()) {
      lanes.clear(k, lane);
    }
  }
}
