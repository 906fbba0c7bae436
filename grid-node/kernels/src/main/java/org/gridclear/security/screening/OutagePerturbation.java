package org.gridclear.security.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.security.compensation.ChangedRow;
import org.gridclear.security.compensation.Compensation;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.result.OutageEffect;
import org.jspecify.annotations.Nullable;

/**
 * One outage in a lane: how its equations differ from those of the base case, and the compensation
 * that follows. Reactive switching adds to the differences while the outage is being solved.
 */
final class OutagePerturbation {
  private final AcBase base;
  private final OutageEffect effect;
  private final PowerFlowModel after;
  private final List<Integer> touched = new ArrayList<>();
  private final SlotList freed = new SlotList();
  private final SlotList held = new SlotList();
  private final List<Integer> withoutUnits = new ArrayList<>();
  private final Map<Integer, Double> shiftPu = new TreeMap<>();
  private final Map<Integer, ChangedRow> taken = new HashMap<>();
  private @Nullable Compensation compensation;

  /**
   * An outage.
   *
   * @param after the network that it leaves; that of the base case if no unit trips and no HVDC
   *     line stops
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
    return !touched.isEmpty() && touched.contains(k) ? after : base.model;
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
    return !withoutUnits.isEmpty() && withoutUnits.contains(k);
  }

  /** Lets the voltage at {@code k} go, with this reactive power injected instead. */
  void free(int k, double reactivePu) {
    if (held.remove(base.slot[k])) {
      shiftPu.put(k, reactivePu - base.reactiveSpec[k]);
    } else {
      freed.add(base.slot[k], reactivePu);
    }
  }

  /** Holds the voltage at {@code k} at its set point again. */
  void hold(int k) {
    if (!freed.remove(base.slot[k])) {
      held.add(base.slot[k], 0);
      shiftPu.remove(k);
    }
  }

  private boolean voltageFixed(int k) {
    return base.voltageFixed[k]
        ? base.slot[k] < 0 || !freed.contains(base.slot[k])
        : base.slot[k] >= 0 && held.contains(base.slot[k]);
  }

  /**
   * Prepares the compensation for the differences as they are now.
   *
   * @return whether there is one: not too many rows change, and the matrix is regular
   */
  boolean prepare(double[] scratch) {
    List<ChangedRow> changes = new ArrayList<>();
    for (int m = 0; m < freed.size(); m++) {
      changes.add(base.rows.voltageLetGo(freed.slot(m), scratch));
    }
    for (int m = 0; m < held.size(); m++) {
      changes.add(base.rows.voltageLetGo(held.slot(m), scratch));
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
    int[] signs = new int[changes.size()];
    Arrays.fill(signs, 1);
    Arrays.fill(signs, freed.size(), freed.size() + held.size(), -1);
    compensation = changes.isEmpty() ? null : Compensation.of(changes, signs, scratch);
    return changes.isEmpty() || compensation != null;
  }

  private void takeOut(int l, boolean atFrom, List<ChangedRow> changes, double[] scratch) {
    int k = atFrom ? base.model.from(l) : base.model.to(l);
    if (!base.angleFixed[k]) {
      changes.add(taken(l, atFrom, false, scratch));
    }
    if (!voltageFixed(k)) {
      changes.add(taken(l, atFrom, true, scratch));
    }
  }

  private ChangedRow taken(int l, boolean atFrom, boolean reactiveRow, double[] scratch) {
    int key = 4 * l + (atFrom ? 2 : 0) + (reactiveRow ? 1 : 0);
    return taken.computeIfAbsent(key, unused -> base.rows.takeOut(l, atFrom, reactiveRow, scratch));
  }

  /** What was prepared; null if no equation is another one. */
  @Nullable Compensation compensation() {
    return compensation;
  }

  /**
   * Notes what the mismatch of this lane differs by from that of a lane in which nothing is out.
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
      lanes.freeReactive(base.regulated[freed.slot(m)], lane, freed.value(m));
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
    for (int m = 0; m < held.size(); m++) {
      int k = base.regulated[held.slot(m)];
      lanes.holdVoltage(k, lane, at(k).voltageSetPu(k));
    }
    for (int k : effect.lost()) {
      lanes.clear(k, lane);
    }
  }

  /** Slots with a number each, in the order in which they came. */
  private static final class SlotList {
    private int[] slots = new int[8];
    private double[] values = new double[8];
    private int size;

    int size() {
      return size;
    }

    int slot(int m) {
      return slots[m];
    }

    double value(int m) {
      return values[m];
    }

    void add(int slot, double value) {
      if (size == slots.length) {
        slots = Arrays.copyOf(slots, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
      }
      slots[size] = slot;
      values[size++] = value;
    }

    boolean contains(int slot) {
      return indexOf(slot) >= 0;
    }

    /** Takes a slot out; whether it was there. */
    boolean remove(int slot) {
      int at = indexOf(slot);
      if (at < 0) {
        return false;
      }
      size--;
      System.arraycopy(slots, at + 1, slots, at, size - at);
      System.arraycopy(values, at + 1, values, at, size - at);
      return true;
    }

    private int indexOf(int slot) {
      for (int m = 0; m < size; m++) {
        if (slots[m] == slot) {
          return m;
        }
      }
      return -1;
    }
  }
}
