package org.gridclear.clearing.audit;

import java.util.List;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.market.Commitment;
import org.gridclear.market.ThermalUnit;

/** Checks one thermal unit: status, times, limits, ramps. */
final class ThermalAudit {
  private final ClearingCase clearingCase;
  private final UnitPath path;
  private final ThermalUnit unit;
  private final boolean[] starts;
  private final List<Finding> findings;
  private final int periods;
  private final double hours;

  ThermalAudit(ClearingCase clearingCase, ClearingResult result, int g, List<Finding> findings) {
    this.clearingCase = clearingCase;
    this.path = new UnitPath(clearingCase, result, g);
    this.unit = path.unit();
    this.starts = result.schedule().starts()[g];
    this.findings = findings;
    this.periods = clearingCase.day().periodCount();
    this.hours = clearingCase.day().horizon().hoursPerPeriod();
  }

  void run() {
    for (int t = 0; t < periods; t++) {
      status(t);
      limits(t);
      ramps(t);
    }
    double above = path.aboveFirstStopMw() - path.relaxedMw("B-03", 0);
    if (above > Tolerance.MW) {
      report("stop limit", 0, "the output before the day is %s MW too great".formatted(above));
    }
    if (clearingCase.inEffect(ConstraintFamily.MIN_UP_DOWN)) {
      times();
    }
    if (clearingCase.inEffect(ConstraintFamily.STARTS_MAX)) {
      starts();
    }
  }

  private void report(String check, int t, String text) {
    findings.add(new Finding(check, "unit " + unit.id(), t, text));
  }

  private void status(int t) {
    boolean on = path.on(t);
    Commitment given = unit.commitment().get(t);
    boolean against = given != Commitment.FREE && on != (given == Commitment.ON);
    if (against && path.relaxedMw("B-07", t) == 0) {
      report("given status", t, "the data say " + given + ", the schedule " + (on ? "on" : "off"));
    }
    if (starts[t] != (on && !path.onBefore(t))) {
      report("starts", t, "the start flag is " + starts[t]);
    }
    boolean starting = on && !path.onBefore(t) && given == Commitment.FREE;
    boolean counts = clearingCase.inEffect(ConstraintFamily.LEAD_TIMES);
    if (starting && counts && path.tooLate(t)) {
      report("lead time", t, "starts %s h after the first period begins".formatted(t * hours));
    }
  }

  private void limits(int t) {
    double mw = path.mw(t);
    double upMw = path.upMw(t);
    double downMw = path.downMw(t);
    if (!path.on(t)) {
      if (Math.abs(mw) > Tolerance.MW || upMw + downMw > Tolerance.MW) {
        report("off means no power", t, mw + " MW, reserve " + (upMw + downMw) + " MW");
      }
      return;
    }
    if (path.fixed(t)) {
      if (Math.abs(mw - path.fixedMw(t)) > Tolerance.MW || upMw + downMw > Tolerance.MW) {
        report("trajectory", t, "%s MW, curve %s".formatted(mw, path.fixedMw(t)));
      }
      return;
    }
    double relaxed = path.relaxedMw("B-02", t) + Tolerance.MW;
    double least =
        Math.max(path.leastMw(t) + downMw - relaxed, unit.offer(t).firstMw() - Tolerance.MW);
    if (mw < least) {
      report(
          "lower limit",
          t,
          "%s MW and %s MW down, least %s".formatted(mw, downMw, path.leastMw(t)));
    }
    double most = path.mostWithReserveMw(t);
    if (mw + upMw > most + Tolerance.MW || mw > path.mostMw(t) + Tolerance.MW) {
      report("upper limit", t, "%s MW and %s MW reserve, most %s".formatted(mw, upMw, most));
    }
    if (mw > unit.offer(t).lastMw() + Tolerance.MW) {
      report("end of the offer", t, "%s MW, offered %s".formatted(mw, unit.offer(t).lastMw()));
    }
  }

  private void ramps(int t) {
    double relaxed = path.relaxedMw("B-03", t) + Tolerance.MW;
    if (path.riseRoomMw(t) < -relaxed) {
      report("ramp up", t, "broken by %s MW".formatted(-path.riseRoomMw(t)));
    }
    if (path.fallRoomMw(t) < -relaxed) {
      report("ramp down", t, "broken by %s MW".formatted(-path.fallRoomMw(t)));
    }
  }

  /** Times in a status; what it must keep from before the first period may be reported relaxed. */
  private void times() {
    boolean known = unit.initial() != null && !path.isRelaxed("B-04");
    double inState = known ? unit.stateBefore().hours() : Double.POSITIVE_INFINITY;
    for (int t = 0; t < periods; t++) {
      boolean was = path.onBefore(t);
      if (path.on(t) != was) {
        double need = was ? unit.minUpHours() : unit.minDownHours();
        if (inState < need - 1e-6) {
          report(
              was ? "minimum up time" : "minimum down time",
              t,
              "changed after %s h, least %s h".formatted(inState, need));
        }
        inState = 0;
      }
      inState += hours;
    }
  }

  private void starts() {
    if (unit.maxStartsPerDay() < 0) {
      return;
    }
    int[] perDay = new int[clearingCase.day().horizon().dayOf(periods - 1) + 1];
    perDay[clearingCase.day().horizon().dayOf(0)] += unit.startsOfDay();
    for (int t = 0; t < periods; t++) {
      perDay[clearingCase.day().horizon().dayOf(t)] += path.on(t) && !path.onBefore(t) ? 1 : 0;
    }
    for (int d = 0; d < perDay.length; d++) {
      double most = unit.maxStartsPerDay() + path.relaxedOnDay("B-05", d);
      if (perDay[d] > most + Tolerance.COUNT) {
        report("starts per day", -1, perDay[d] + " starts, most " + unit.maxStartsPerDay());
      }
    }
  }
}
