package org.gridclear.clearing.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.Schedule;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.HvdcSchedule;
import org.gridclear.market.rule.OutputBands;
import org.gridclear.market.rule.Reservoir;

/** Checks output bands, water and HVDC schedules by counting. */
final class PlantAudit {
  /** Tolerances of volumes, in million m³, and of flows, in m³/s. */
  private static final double MM3 = 1e-4;

  private static final double FLOW = 1e-3;

  /** Crossings on a way that is not possible. */
  private static final int NEVER = 1_000_000;

  private final ClearingCase clearingCase;
  private final MarketDay day;
  private final ClearingResult result;
  private final Schedule schedule;
  private final RelaxedRows relaxed;
  private final boolean priced;
  private final List<Finding> findings;

  PlantAudit(
      ClearingCase clearingCase, ClearingResult result, boolean priced, List<Finding> findings) {
    this.clearingCase = clearingCase;
    this.day = clearingCase.day();
    this.result = result;
    this.schedule = result.schedule();
    this.relaxed = RelaxedRows.of(result);
    this.priced = priced;
    this.findings = findings;
  }

  void run() {
    for (OutputBands bands : day.rules().bands()) {
      boolean mill = bands.kind() == OutputBands.Kind.MILL;
      if (bands.inEffect()
          && clearingCase.inEffect(
              mill ? ConstraintFamily.MILL_BANDS : ConstraintFamily.VIBRATION_ZONES)) {
        bands(bands);
      }
    }
    List<HvdcSchedule> decided = clearingCase.decidedHvdc();
    for (int i = 0; i < decided.size(); i++) {
      hvdc(decided.get(i), schedule.hvdcMw()[i]);
    }
    List<Reservoir> reservoirs = clearingCase.decidedReservoirs();
    for (int i = 0; i < reservoirs.size(); i++) {
      water(reservoirs, i);
    }
  }

  private void report(String check, String element, int t, String text) {
    findings.add(new Finding(check, element, t, text));
  }

  private void needed(String element, int t, double amount, double tolerance) {
    if (priced) {
      relaxed.needed(element, t, amount, tolerance, findings);
    }
  }

  private void bands(OutputBands bands) {
    int g = 0;
    while (!day.thermalUnits().get(g).id().equals(bands.unit())) {
      g++;
    }
    UnitPath path = new UnitPath(clearingCase, result, g);
    int inside = bands.insidePeriodsBefore();
    for (int t = 0; t < day.periodCount(); t++) {
      boolean in = false;
      double tolerance = Tolerance.MW + path.relaxedMw(bands.kind().row(), t);
      for (OutputBands.Band band : bands.bands()) {
        in |=
            path.ready(t)
                && path.mw(t) > band.fromMw() + tolerance
                && path.mw(t) < band.toMw() - tolerance;
      }
      inside = in ? inside + 1 : 0;
      if (inside > bands.dwellPeriodsMax()) {
        String text = path.mw(t) + " MW for " + inside + " periods";
        report("output band", "unit " + bands.unit(), t, text);
      }
    }
    for (int b = 0; b < bands.bands().size(); b++) {
      crossings(bands, b, path);
    }
  }

  /**
   * Counts how often a day a running unit is above a band after it was not, or the other way. At an
   * edge of a band in which it may dwell it counts as either, so both ways are followed.
   */
  private void crossings(OutputBands bands, int b, UnitPath path) {
    if (bands.crossingsPerDayMax() < 0) {
      return;
    }
    OutputBands.Band band = bands.bands().get(b);
    boolean ran = path.unit().initial() != null && path.unit().initial().on();
    boolean wasAbove = ran && path.unit().stateBefore().powerMw() >= band.toMw();
    int already = bands.crossingsBefore(b);
    int[] count = wasAbove ? new int[] {NEVER, already} : new int[] {already, NEVER};
    int d = day.horizon().dayOf(0);
    double most = crossingsMax(bands, path, d);
    for (int t = 0; t < day.periodCount(); t++) {
      if (day.horizon().dayOf(t) != d) {
        d = day.horizon().dayOf(t);
        most = crossingsMax(bands, path, d);
        count = new int[] {count[0] == NEVER ? NEVER : 0, count[1] == NEVER ? NEVER : 0};
      }
      boolean runs = path.ready(t);
      double over = path.mw(t) - band.toMw();
      boolean either = runs && Math.abs(over) <= Tolerance.MW && bands.dwellPeriodsMax() > 0;
      boolean above = runs && over > -Tolerance.MW;
      int toBelow = Math.min(count[0], count[1] + (runs ? 1 : 0));
      int toAbove = Math.min(count[1], count[0] + (ran ? 1 : 0));
      int fewest = either ? Math.min(toBelow, toAbove) : above ? toAbove : toBelow;
      if (fewest > most) {
        report("band crossings", "unit " + bands.unit(), -1, fewest + " in a day");
        return;
      }
      count[0] = (either || !above) && toBelow <= most ? toBelow : NEVER;
      count[1] = (either || above) && toAbove <= most ? toAbove : NEVER;
      ran = runs;
    }
  }

  private static double crossingsMax(OutputBands bands, UnitPath path, int d) {
    double more = path.relaxedOnDay(bands.kind().row(), d);
    return bands.crossingsPerDayMax() + more + Tolerance.COUNT;
  }

  private void hvdc(HvdcSchedule hvdc, double[] mw) {
    String element = "HVDC line " + hvdc.line();
    double hours = day.horizon().hoursPerPeriod();
    double before = hvdc.initialMw();
    List<Integer> changesOfDay = new ArrayList<>(Collections.nCopies(day.horizon().dayOf(0), 0));
    changesOfDay.add(hvdc.changesOfDay());
    for (int t = 0; t < mw.length; t++) {
      if (mw[t] < hvdc.minMw().at(t) - Tolerance.MW || mw[t] > hvdc.maxMw().at(t) + Tolerance.MW) {
        report("HVDC limits", element, t, mw[t] + " MW");
      }
      double change = Math.abs(mw[t] - before);
      double over = Math.max(0, change - hvdc.rampMwPerH() * hours);
      if (over > relaxed.inPeriod(element, t) + Tolerance.MW) {
        report("HVDC ramp", element, t, "changes by " + change + " MW");
      }
      needed(element, t, over, Tolerance.MW);
      int d = day.horizon().dayOf(t);
      while (changesOfDay.size() <= d) {
        changesOfDay.add(0);
      }
      if (change > Tolerance.MW) {
        changesOfDay.set(d, changesOfDay.get(d) + 1);
      }
      before = mw[t];
    }
    for (int d = 0; hvdc.changesPerDayMax() >= 0 && d < changesOfDay.size(); d++) {
      double most = hvdc.changesPerDayMax() + relaxed.onDay(element, d) + Tolerance.COUNT;
      if (changesOfDay.get(d) > most) {
        report("HVDC changes", element, -1, changesOfDay.get(d) + " in a day");
      }
    }
  }

  private void water(List<Reservoir> all, int i) {
    Reservoir reservoir = all.get(i);
    String element = "reservoir " + reservoir.id();
    double perFlow = 3600 * day.horizon().hoursPerPeriod() / 1e6;
    double volume = reservoir.initialMm3();
    for (int t = 0; t < day.periodCount(); t++) {
      double in = inflow(all, reservoir, t);
      double out = release(all, i, t);
      volume += perFlow * (in - out);
      double planned = schedule.volumeMm3()[i][t];
      boolean within =
          planned >= reservoir.minMm3().at(t) - MM3 && planned <= reservoir.maxMm3().at(t) + MM3;
      if (!within || Math.abs(volume - planned) > MM3 + relaxed.inPeriod(element + " water", t)) {
        report("water", element, t, "%s, schedule %s".formatted(volume, planned));
      }
      needed(element + " water", t, Math.abs(volume - planned), MM3);
      volume = planned;
      double least = reservoir.minReleaseM3PerS().at(t);
      double off = Math.max(0, Math.max(least - out, out - reservoir.maxReleaseM3PerS().at(t)));
      if (off > FLOW + relaxed.inPeriod(element + " release", t)) {
        report("release", element, t, out + " m³/s");
      }
      needed(element + " release", t, off, FLOW);
      double spill = schedule.spillM3PerS()[i][t];
      boolean limited = clearingCase.inEffect(ConstraintFamily.SPILLAGE);
      double over = limited ? Math.max(0, spill - reservoir.maxSpillM3PerS().at(t)) : 0;
      if (over > FLOW + relaxed.inPeriod(element + " spillage", t) || spill < -FLOW) {
        report("spillage", element, t, spill + " m³/s");
      }
      needed(element + " spillage", t, over, FLOW);
    }
    int last = day.periodCount() - 1;
    double missing = Math.max(0, reservoir.endMinMm3() - volume);
    if (missing > MM3 + relaxed.inPeriod(element + " end level", last)) {
      report("end level", element, -1, volume + " million m³");
    }
    needed(element + " end level", last, missing, MM3);
  }

  /** Natural inflow, and what came down from the reservoirs above. */
  private double inflow(List<Reservoir> all, Reservoir reservoir, int t) {
    double in = reservoir.inflowM3PerS().at(t);
    for (int up = 0; up < all.size(); up++) {
      if (all.get(up).downstream().equals(reservoir.id())) {
        int delay = day.horizon().periodsFor(all.get(up).delayHours());
        in += t < delay ? all.get(up).releasedM3PerS(t - delay) : release(all, up, t - delay);
      }
    }
    return in;
  }

  private double release(List<Reservoir> all, int i, int t) {
    return release(day, schedule, all, i, t);
  }

  /** Water that a reservoir gives through its units and over its weir, in m³/s. */
  static double release(MarketDay day, Schedule schedule, List<Reservoir> all, int i, int t) {
    double flow = schedule.spillM3PerS()[i][t];
    for (String unit : all.get(i).units()) {
      for (int g = 0; g < day.thermalUnits().size(); g++) {
        if (day.thermalUnits().get(g).id().equals(unit)) {
          flow += schedule.outputMw()[g][t] * all.get(i).m3PerMwh() / 3600;
        }
      }
      for (int g = 0; g < day.profiledUnits().size(); g++) {
        if (day.profiledUnits().get(g).id().equals(unit)) {
          flow += schedule.profiledMw()[g][t] * all.get(i).m3PerMwh() / 3600;
        }
      }
    }
    return flow;
  }
}
