package org.gridclear.oracle.program;

import java.util.List;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.market.Commitment;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.Trajectory;

/** Status, times, output and trajectories of a thermal unit: rows (1) to (8), (28), (29), (52). */
public final class UnitRows {
  private final ClearingCase clearingCase;
  private final Program program;
  private final Decisions decisions;
  private final int g;
  private final ThermalUnit unit;
  private final int periods;
  private final double hours;

  public UnitRows(ClearingCase clearingCase, Program program, Decisions decisions, int g) {
    MarketDay day = clearingCase.day();
    this.clearingCase = clearingCase;
    this.program = program;
    this.decisions = decisions;
    this.g = g;
    this.unit = day.thermalUnits().get(g);
    this.periods = day.periodCount();
    this.hours = day.horizon().hoursPerPeriod();
  }

  public void add() {
    for (int t = 0; t < periods; t++) {
      decisions.on[g][t] = program.binary();
      decisions.starts[g][t] = program.binary();
      decisions.stops[g][t] = program.binary();
    }
    for (int t = 0; t < periods; t++) {
      status(t);
    }
    times();
    startsPerDay();
    Trajectory curve = trajectory(clearingCase, unit);
    for (int t = 0; t < periods; t++) {
      output(t, curve);
    }
  }

  /** The trajectory in effect, empty where there is none. */
  static Trajectory trajectory(ClearingCase clearingCase, ThermalUnit unit) {
    return clearingCase.day().rules().trajectories().stream()
        .filter(each -> each.unit().equals(unit.id()) && each.inEffect())
        .filter(each -> clearingCase.inEffect(ConstraintFamily.TRAJECTORIES))
        .findFirst()
        .orElse(new Trajectory(unit.id(), false, List.of(), List.of()));
  }

  /** (52): whether nobody can be told in time to start in a period, and the data do not say so. */
  static boolean tooLate(ClearingCase clearingCase, ThermalUnit unit, int t) {
    double begins = t * clearingCase.day().horizon().hoursPerPeriod();
    return clearingCase.inEffect(ConstraintFamily.LEAD_TIMES)
        && unit.commitment().get(t) != Commitment.ON
        && clearingCase.day().rules().leadTimes().stream()
            .anyMatch(x -> x.unit().equals(unit.id()) && x.inEffect() && begins < x.hours() - 1e-9);
  }

  private boolean initiallyOn() {
    return unit.initial() != null && unit.initial().on();
  }

  /** (1), (2) and that a unit does not start and stop at once. */
  private void status(int t) {
    Expression change = decisions.starts[g][t].minus(decisions.stops[g][t]);
    if (t > 0) {
      program.equal(decisions.on[g][t].minus(decisions.on[g][t - 1]), change);
    } else if (unit.initial() != null) {
      program.equal(decisions.on[g][t].plus(initiallyOn() ? -1 : 0), change);
    } else {
      program.equal(decisions.starts[g][t].plus(decisions.stops[g][t]), Expression.ZERO);
    }
    program.atMost(decisions.starts[g][t].plus(decisions.stops[g][t]), 1);
    Commitment given = unit.commitment().get(t);
    if (tooLate(clearingCase, unit, t)) {
      program.equal(decisions.starts[g][t], Expression.ZERO);
    }
    if (given == Commitment.ON) {
      program.atLeast(decisions.on[g][t].plus(program.way(hours)), 1);
    } else if (given.isOff()) {
      program.equal(decisions.on[g][t], Expression.ZERO);
    }
  }

  /** (3) to (5): after a change, the status stays for as long as it must. */
  private void times() {
    if (!clearingCase.inEffect(ConstraintFamily.MIN_UP_DOWN)) {
      return;
    }
    if (unit.initial() != null) {
      double least = initiallyOn() ? unit.minUpHours() : unit.minDownHours();
      int rest = clearingCase.day().horizon().periodsFor(least - unit.stateBefore().hours());
      for (int t = 0; t < Math.min(rest, periods); t++) {
        if (initiallyOn()) {
          program.atLeast(decisions.on[g][t].plus(program.way(hours)), 1);
        } else if (!unit.commitment().get(t).isOff()) {
          program.atMost(decisions.on[g][t].minus(program.way(hours)), 0);
        }
      }
    }
    int up = clearingCase.day().horizon().periodsFor(unit.minUpHours());
    int down = clearingCase.day().horizon().periodsFor(unit.minDownHours());
    for (int t = 0; t < periods; t++) {
      for (int later = t + 1; later < Math.min(periods, t + up); later++) {
        program.atMost(decisions.starts[g][t], decisions.on[g][later]);
      }
      for (int later = t + 1; later < Math.min(periods, t + down); later++) {
        program.atMost(decisions.stops[g][t].plus(decisions.on[g][later]), 1);
      }
    }
  }

  /** (6) */
  private void startsPerDay() {
    if (unit.maxStartsPerDay() < 0 || !clearingCase.inEffect(ConstraintFamily.STARTS_MAX)) {
      return;
    }
    int days = clearingCase.day().horizon().dayOf(periods - 1) + 1;
    for (int d = 0; d < days; d++) {
      boolean first = d == clearingCase.day().horizon().dayOf(0);
      Expression count = Expression.constant(first ? unit.startsOfDay() : 0);
      for (int t = 0; t < periods; t++) {
        count =
            clearingCase.day().horizon().dayOf(t) == d ? count.plus(decisions.starts[g][t]) : count;
      }
      program.atMost(count.minus(program.way(1)), unit.maxStartsPerDay());
    }
  }

  /** Start in a period that may lie before the first one, as many whole periods as it is on. */
  private Expression start(int t) {
    boolean known = initiallyOn() && (int) (unit.stateBefore().hours() / hours + 1e-9) == -t;
    Expression before = Expression.constant(known ? 1 : 0);
    return t >= 0 ? decisions.starts[g][t].plus(known ? 1 : 0) : before;
  }

  /** (7), (8), (28), (29), and what energy costs. */
  private void output(int t, Trajectory curve) {
    OfferCurve offer = unit.offer(t);
    Expression ready = decisions.on[g][t];
    Expression fixedMw = Expression.ZERO;
    for (int i = 0; i < curve.startMw().size(); i++) {
      ready = ready.minus(start(t - i));
      fixedMw = fixedMw.plus(curve.startMw().get(i), start(t - i));
    }
    int m = curve.stopMw().size();
    for (int j = 1; j <= m && t + j < periods; j++) {
      ready = ready.minus(decisions.stops[g][t + j]);
      fixedMw = fixedMw.plus(curve.stopMw().get(m - j), decisions.stops[g][t + j]);
    }
    int later = periods - 1 + unit.stopAfterPeriods() - t;
    if (unit.stopAfterPeriods() > 0 && later <= m) {
      ready = ready.minus(decisions.on[g][periods - 1]);
      fixedMw = fixedMw.plus(curve.stopMw().get(m - later), decisions.on[g][periods - 1]);
    }
    if (!curve.startMw().isEmpty() || m > 0) {
      program.atLeast(ready, 0);
    }
    Expression mw = ready.times(offer.firstMw());
    program.cost(offer.firstYuanPerH() * hours, decisions.on[g][t]);
    for (int k = 0; k < offer.segmentCount(); k++) {
      Expression segment = program.slack(offer.priceYuanPerMwh(k) * hours);
      program.atMost(segment, ready.times(offer.widthMw(k)));
      mw = mw.plus(segment);
    }
    decisions.ready[g][t] = ready;
    decisions.dispatchedMw[g][t] = mw;
    decisions.outputMw[g][t] = mw.plus(fixedMw);
  }
}
