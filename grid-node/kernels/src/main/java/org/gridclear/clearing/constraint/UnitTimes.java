package org.gridclear.clearing.constraint;

import org.gridclear.market.InitialState;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ThermalUnit;
import org.gridclear.quantity.Horizon;

/**
 * A thermal unit's data counted in the periods of a horizon.
 *
 * @param unit the unit
 * @param upPeriods least periods on, at least 1
 * @param downPeriods least periods off, at least 1
 * @param rampUpMw greatest rise from one period to the next
 * @param rampDownMw greatest fall from one period to the next
 * @param initiallyOn whether it ran before the first period; false where not known
 * @param initialAboveMw output above the first breakpoint before the first period
 * @param offPeriods periods it had been off before the first period; 0 if it was on
 */
record UnitTimes(
    ThermalUnit unit,
    int upPeriods,
    int downPeriods,
    double rampUpMw,
    double rampDownMw,
    boolean initiallyOn,
    double initialAboveMw,
    int offPeriods) {

  static UnitTimes of(ThermalUnit unit, Horizon horizon) {
    InitialState initial = unit.initial();
    boolean on = initial != null && initial.on();
    double aboveMw = on ? initial.powerMw() - unit.offer(0).firstMw() : 0;
    int off =
        initial == null || on
            ? 0
            : (int) Math.floor(initial.hours() / horizon.hoursPerPeriod() + 1e-9);
    return new UnitTimes(
        unit,
        Math.max(1, horizon.periodsFor(unit.minUpHours())),
        Math.max(1, horizon.periodsFor(unit.minDownHours())),
        unit.rampUpMwPerH() * horizon.hoursPerPeriod(),
        unit.rampDownMwPerH() * horizon.hoursPerPeriod(),
        on,
        aboveMw,
        off);
  }

  boolean initialKnown() {
    return unit.initial() != null;
  }

  /** Periods at the start of the horizon in which the initial state cannot change. */
  int heldPeriods(Horizon horizon) {
    if (!initialKnown()) {
      return 0;
    }
    double need = initiallyOn ? unit.minUpHours() : unit.minDownHours();
    return Math.max(0, horizon.periodsFor(need - unit.initial().hours()));
  }

  OfferCurve offer(int t) {
    return unit.offer(t);
  }

  /** Width of the output band above the first breakpoint in period {@code t}, in MW. */
  double widthMw(int t) {
    return Math.max(0, unit.pMaxMw().at(t) - offer(t).firstMw());
  }

  /** How far the start limit lies below the upper limit of period {@code t}, in MW. */
  double startCutMw(int t) {
    return Math.max(0, Math.min(widthMw(t), unit.pMaxMw().at(t) - unit.startRampMw()));
  }

  /** How far the stop limit lies below the upper limit of period {@code t}, in MW. */
  double stopCutMw(int t) {
    return Math.max(0, Math.min(widthMw(t), unit.pMaxMw().at(t) - unit.stopRampMw()));
  }

  /**
   * Whether the first breakpoint is the same in all periods, so that ramps can be counted above it.
   */
  boolean steadyFirstBreakpoint() {
    return unit.offers().stream().allMatch(o -> o.firstMw() == unit.offer(0).firstMw());
  }
}
