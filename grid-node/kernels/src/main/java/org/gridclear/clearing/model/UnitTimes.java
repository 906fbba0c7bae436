package org.gridclear.clearing.model;

import java.util.List;
import java.util.Optional;
import org.gridclear.market.Commitment;
import org.gridclear.market.InitialState;
import org.gridclear.market.LimitRule;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.Trajectory;
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
 * @param initialAboveMw output above the first breakpoint before the first period; 0 while a start
 *     curve was going on
 * @param startMw output in the periods from a start on; empty for none (B-06)
 * @param stopMw output in the periods up to a stop; empty for none (B-06)
 */
public record UnitTimes(
    ThermalUnit unit,
    int upPeriods,
    int downPeriods,
    double rampUpMw,
    double rampDownMw,
    boolean initiallyOn,
    double initialAboveMw,
    double[] startMw,
    double[] stopMw) {

  static UnitTimes of(ThermalUnit unit, Horizon horizon, Optional<Trajectory> trajectory) {
    InitialState initial = unit.initial();
    boolean on = initial != null && initial.on();
    double[] startMw = mw(trajectory.map(Trajectory::startMw));
    double[] stopMw = mw(trajectory.map(Trajectory::stopMw));
    boolean starting = initial != null && on && starting(initial, startMw.length, horizon);
    double aboveMw =
        initial != null && on && !starting ? initial.powerMw() - unit.offer(0).firstMw() : 0;
    if (startMw.length + stopMw.length > 0) {
      aboveMw = Math.max(0, aboveMw);
    }
    return new UnitTimes(
        unit,
        Math.max(1, horizon.periodsFor(unit.minUpHours())),
        Math.max(1, horizon.periodsFor(unit.minDownHours())),
        unit.rampUpMwPerH() * horizon.hoursPerPeriod(),
        unit.rampDownMwPerH() * horizon.hoursPerPeriod(),
        on,
        aboveMw,
        startMw,
        stopMw);
  }

  /** Whether a start curve was still going on in the period before the first. */
  private static boolean starting(InitialState initial, int startPeriods, Horizon horizon) {
    return initial.hours() <= startPeriods * horizon.hoursPerPeriod() + 1e-9;
  }

  private static double[] mw(Optional<List<Double>> curve) {
    return curve.orElse(List.of()).stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Whether its output is fixed while it starts or stops. */
  public boolean hasTrajectory() {
    return startMw.length + stopMw.length > 0;
  }

  /** Periods from the first one on in which a start before the horizon is still going on. */
  public int startingPeriods(Horizon horizon) {
    if (!initiallyOn || startMw.length == 0) {
      return 0;
    }
    int gone = (int) Math.floor(unit.stateBefore().hours() / horizon.hoursPerPeriod() + 1e-9);
    return Math.max(0, startMw.length - gone);
  }

  /** Whether it stops in the first period after the last one. */
  public boolean stopsNext() {
    return unit.stopAfterPeriods() == 1;
  }

  /**
   * Output in period {@code t} that a stop after the last period fixes; NaN where none does.
   *
   * @param periods the count of periods
   */
  public double stoppingMw(int t, int periods) {
    int left = periods - 1 + unit.stopAfterPeriods() - t;
    boolean stopping = unit.stopAfterPeriods() > 0 && left <= stopMw.length;
    return stopping ? stopMw[stopMw.length - left] : Double.NaN;
  }

  /** Whether the state before the first period is known. */
  public boolean initialKnown() {
    return unit.initial() != null;
  }

  /** Periods at the start of the horizon in which the initial state cannot change. */
  public int heldPeriods(Horizon horizon) {
    if (!initialKnown()) {
      return 0;
    }
    double need = initiallyOn ? unit.minUpHours() : unit.minDownHours();
    return Math.max(0, horizon.periodsFor(need - unit.stateBefore().hours()));
  }

  /** Whether the statuses that the data give keep the minimum times. */
  boolean keepsTimes(double hoursPerPeriod) {
    boolean running = unit.commitment().get(0) == Commitment.ON;
    double held = Double.POSITIVE_INFINITY;
    if (initialKnown()) {
      running = unit.stateBefore().on();
      held = unit.stateBefore().hours();
    }
    for (Commitment status : unit.commitment()) {
      boolean now = status == Commitment.ON;
      if (now != running) {
        if (held < (running ? unit.minUpHours() : unit.minDownHours()) - 1e-9) {
          return false;
        }
        running = now;
        held = 0;
      }
      held += hoursPerPeriod;
    }
    return true;
  }

  /** The offer in a period. */
  public OfferCurve offer(int t) {
    return unit.offer(t);
  }

  /** Width of the output band above the first breakpoint in period {@code t}, in MW. */
  public double widthMw(int t) {
    return Math.max(0, unit.pMaxMw().at(t) - offer(t).firstMw());
  }

  /** Least output of the running unit in period {@code t}, in MW. */
  double leastMw(int t) {
    return Math.max(unit.pMinMw().at(t), offer(t).firstMw());
  }

  /** Greatest output in a period of a start, in MW; not under the least output. */
  public double startLimitMw(int t) {
    return Math.max(unit.startRampMw(), leastMw(t));
  }

  /**
   * Greatest output in the last period before a stop, in MW; not under the least output, which
   * before the first period ({@code t} = -1) is that of the first.
   */
  public double stopLimitMw(int t) {
    return Math.max(unit.stopRampMw(), leastMw(Math.max(0, t)));
  }

  /** How far the start limit lies below the upper limit of period {@code t}, in MW. */
  public double startCutMw(int t) {
    return startMw.length > 0 ? 0 : cut(t, startLimitMw(t));
  }

  /** How far the stop limit lies below the upper limit of period {@code t}, in MW. */
  public double stopCutMw(int t) {
    return stopMw.length > 0 ? 0 : cut(t, stopLimitMw(t));
  }

  private double cut(int t, double limitMw) {
    return Math.max(0, Math.min(widthMw(t), unit.pMaxMw().at(t) - limitMw));
  }

  /** How far output before the first period lies above the stop limit, in MW. */
  public double firstStopExcessMw() {
    return initiallyOn && stopMw.length == 0
        ? Math.max(0, unit.stateBefore().powerMw() - stopLimitMw(-1))
        : 0;
  }

  /** Whether it can be dispatched before the first period: on, and no start curve going on. */
  public boolean initiallyDispatchable(Horizon horizon) {
    return initiallyOn && !starting(unit.stateBefore(), startMw.length, horizon);
  }

  /** Whether ramps are counted above the first breakpoint and bind in every period. */
  public boolean rampsAboveFirst() {
    return steadyFirstBreakpoint()
        && (hasTrajectory() || unit.limitRule() != LimitRule.LIMIT_FOR_RAMP);
  }

  private boolean steadyFirstBreakpoint() {
    return unit.offers().stream().allMatch(o -> o.firstMw() == unit.offer(0).firstMw());
  }
}
