package org.gridclear.clearing.input;

import java.util.Optional;
import org.gridclear.market.LimitRule;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.RangeKind;
import org.gridclear.market.rule.Scope;
import org.gridclear.market.rule.Span;
import org.gridclear.market.rule.Trajectory;
import org.gridclear.quantity.PeriodMap;
import org.gridclear.quantity.Series;

/**
 * What limits and stops after a window mean for its last period: a unit whose statuses are decided
 * must be able to reach with its ramps what comes later.
 */
final class LaterLimits {
  /** As dear as a ramp or a stop limit that gives way. */
  private static final double PENALTY_YUAN_PER_MWH = 30_000;

  private static final double EPS = 1e-9;

  private final MarketDay whole;
  private final PeriodMap all;
  private final MarketDay window;
  private final int first;
  private final int end;
  private final int[] planned;

  /**
   * Limits after a window.
   *
   * @param whole the day as its data say
   * @param all where the periods of the day that are as long as those of the window come from
   * @param plan what was planned, in these periods
   */
  LaterLimits(MarketDay whole, PeriodMap all, MarketDay window, InitialConditions plan) {
    this.whole = whole;
    this.all = all;
    this.window = window;
    int minutes = window.horizon().minutesPerPeriod();
    int from = window.horizon().startMinute() - all.horizon().startMinute();
    this.first = from / minutes + window.periodCount();
    int until = plan.endMinute() - all.horizon().startMinute();
    this.end = Math.min(all.horizon().periodCount(), until / minutes);
    this.planned = new int[Math.max(end, first)];
    for (int t = Math.max(0, first - 1); t < planned.length; t++) {
      planned[t] = plan.periodAt(all.horizon().startMinute() + t * minutes);
    }
  }

  private boolean on(InitialConditions.UnitPath path, int t) {
    return path.on()[planned[t]];
  }

  /**
   * In which period after the window a unit stops that is on at its end; 0 for none that matters:
   * later than its stop curve is long, its limits and ramps say all.
   */
  int stopAfterPeriods(ThermalUnit unit, InitialConditions.UnitPath path) {
    return stop(path, Math.min(end, first + Math.max(1, stopCurve(unit))));
  }

  private int stop(InitialConditions.UnitPath path, int before) {
    if (!on(path, first - 1)) {
      return 0;
    }
    for (int t = first; t < before; t++) {
      if (!on(path, t)) {
        return t - first + 1;
      }
    }
    return 0;
  }

  /**
   * The output of the last period from which a unit can go on; empty where all of it can.
   *
   * @param g place of the unit; units keep their places in a window
   */
  Optional<RangeConstraint> range(int g, InitialConditions.UnitPath path) {
    if (!on(path, first - 1)) {
      return Optional.empty();
    }
    ThermalUnit unit = window.thermalUnits().get(g);
    double hours = all.horizon().hoursPerPeriod();
    double up = unit.rampUpMwPerH() * hours;
    double down = unit.rampDownMwPerH() * hours;
    ThermalUnit unitOfDay = whole.thermalUnits().get(g);
    double bandMw = unitOfDay.pMaxMw().max() - Math.min(0, unitOfDay.pMinMw().min());
    double periods = Math.ceil(bandMw / Math.min(up, down)) + stopCurve(unit) + 1;
    int last = (int) Math.min(end, first + periods);
    int stop = stop(path, last);
    int to = stop == 0 ? last - 1 : first - 2 + stop - stopCurve(unit);
    if (to < first - 1) {
      return Optional.empty();
    }
    Output output = before(unitOfDay, to, stop > 0, up, down);
    int t = window.periodCount() - 1;
    return output.mostMw() < unit.pMaxMw().at(t) - EPS
            || output.leastMw() > unit.pMinMw().at(t) + EPS
        ? Optional.of(range(unit.id(), Math.max(0, output.leastMw()), output.mostMw()))
        : Optional.empty();
  }

  /** Between which outputs a unit must be before the first period after the window. */
  private record Output(double leastMw, double mostMw) {}

  /**
   * From which outputs a unit reaches its limits of later periods; those of periods with the same
   * data stay as they are once they do not change.
   *
   * @param to last period that counts
   * @param stops whether it stops after it
   */
  private Output before(ThermalUnit unitOfDay, int to, boolean stops, double up, double down) {
    double most = Double.POSITIVE_INFINITY;
    double least = Double.NEGATIVE_INFINITY;
    int[] source = all.source();
    boolean settled = false;
    for (int t = to; t >= first; t--) {
      int data = source[t];
      if (settled && data == source[t + 1]) {
        continue;
      }
      double mostLater = most;
      double leastLater = least;
      double min = Math.max(unitOfDay.pMinMw().at(data), unitOfDay.offer(data).firstMw());
      most = Math.min(most, unitOfDay.pMaxMw().at(data));
      most = stops && t == to ? Math.min(most, beforeStopMw(unitOfDay, data, down)) : most;
      most = Math.max(most, min) + down;
      least = Math.min(Math.max(least, min), unitOfDay.pMaxMw().at(data)) - up;
      settled = most == mostLater && least == leastLater;
    }
    if (stops && to == first - 1) {
      double ramped = beforeStopMw(unitOfDay, source[to], down);
      most = ramped < stopLimitMw(unitOfDay, source[to]) ? ramped : most;
    }
    return new Output(least, most);
  }

  private int stopCurve(ThermalUnit unit) {
    int periods = 0;
    for (Trajectory curve : window.rules().trajectories()) {
      periods += curve.inEffect() && curve.unit().equals(unit.id()) ? curve.stopMw().size() : 0;
    }
    return periods;
  }

  /**
   * Output at most in the last period that can be dispatched before a stop: the stop limit where
   * there is no curve, and where ramps bind there too, one ramp above the first breakpoint.
   */
  private double beforeStopMw(ThermalUnit unit, int data, double down) {
    double first = unit.offer(data).firstMw();
    boolean curve = stopCurve(unit) > 0;
    boolean steady = true;
    for (OfferCurve offer : unit.offers()) {
      steady &= offer.firstMw() == first;
    }
    double most = stopLimitMw(unit, data);
    return steady && (curve || unit.limitRule() != LimitRule.LIMIT_FOR_RAMP)
        ? Math.min(most, first + down)
        : most;
  }

  private double stopLimitMw(ThermalUnit unit, int data) {
    double least = Math.max(unit.pMinMw().at(data), unit.offer(data).firstMw());
    return stopCurve(unit) > 0 ? Double.POSITIVE_INFINITY : Math.max(unit.stopRampMw(), least);
  }

  private RangeConstraint range(String unit, double least, double most) {
    int periods = window.periodCount();
    return new RangeConstraint(
        "later limits of " + unit,
        RangeKind.OUTPUT,
        Scope.unit(unit),
        true,
        periods - 1,
        periods,
        Span.PERIOD,
        Series.constant(least, periods),
        Series.constant(most, periods),
        "",
        0,
        PENALTY_YUAN_PER_MWH);
  }
}
