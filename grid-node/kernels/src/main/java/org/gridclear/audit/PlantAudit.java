package org.gridclear.audit;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.clearing.ClearingResult;
import org.gridclear.clearing.Relaxation;
import org.gridclear.clearing.constraint.Schedule;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.constraint.HvdcSchedule;
import org.gridclear.market.constraint.OutputBands;
import org.gridclear.market.constraint.Reservoir;
import org.gridclear.scenario.resolved.ClearingCase;
import org.gridclear.scenario.resolved.ConstraintFamily;

/** Checks output bands, water and HVDC schedules by counting. */
final class PlantAudit {
  private final ClearingCase clearingCase;
  private final MarketDay day;
  private final ClearingResult result;
  private final Schedule schedule;
  private final List<Finding> findings;

  PlantAudit(ClearingCase clearingCase, ClearingResult result, List<Finding> findings) {
    this.clearingCase = clearingCase;
    this.day = clearingCase.day();
    this.result = result;
    this.schedule = result.schedule();
    this.findings = findings;
  }

  /** Whether a schedule has all reservoirs and lines that the case decides. */
  static boolean complete(ClearingCase clearingCase, Schedule schedule) {
    return schedule.volumeMm3().length == clearingCase.decidedReservoirs().size()
        && schedule.hvdcMw().length == clearingCase.decidedHvdc().size();
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

  private boolean relaxed(String element) {
    return result.relaxations().stream().map(Relaxation::element).anyMatch(e -> e.equals(element));
  }

  private void report(String check, String element, int t, String text) {
    findings.add(new Finding(check, element, t, text));
  }

  private void bands(OutputBands bands) {
    int g = 0;
    while (!day.thermalUnits().get(g).id().equals(bands.unit())) {
      g++;
    }
    ThermalUnit unit = day.thermalUnits().get(g);
    if (relaxed("unit " + unit.id())) {
      return;
    }
    double[] mw = schedule.outputMw()[g];
    boolean[] fixed = new FixedOutput(clearingCase, unit, schedule.committed()[g]).fixed();
    int inside = 0;
    for (int t = 0; t < mw.length; t++) {
      boolean in = false;
      for (OutputBands.Band band : bands.bands()) {
        in |=
            schedule.committed()[g][t]
                && !fixed[t]
                && mw[t] > band.fromMw() + ClearingAuditor.MW
                && mw[t] < band.toMw() - ClearingAuditor.MW;
      }
      inside = in ? inside + 1 : 0;
      if (inside > bands.dwellPeriodsMax()) {
        report("output band", "unit " + unit.id(), t, mw[t] + " MW for " + inside + " periods");
      }
    }
  }

  private void hvdc(HvdcSchedule hvdc, double[] mw) {
    String element = "HVDC line " + hvdc.line();
    double hours = day.horizon().hoursPerPeriod();
    double before = hvdc.initialMw();
    List<Integer> changesOfDay = new ArrayList<>();
    for (int t = 0; t < mw.length; t++) {
      if (mw[t] < hvdc.minMw().at(t) - ClearingAuditor.MW
          || mw[t] > hvdc.maxMw().at(t) + ClearingAuditor.MW) {
        report("HVDC limits", element, t, mw[t] + " MW");
      }
      double change = Math.abs(mw[t] - before);
      if (change > hvdc.rampMwPerH() * hours + ClearingAuditor.MW && !relaxed(element)) {
        report("HVDC ramp", element, t, "changes by " + change + " MW");
      }
      int d = day.horizon().dayOf(t);
      while (changesOfDay.size() <= d) {
        changesOfDay.add(0);
      }
      if (change > ClearingAuditor.MW) {
        changesOfDay.set(d, changesOfDay.get(d) + 1);
      }
      before = mw[t];
    }
    for (int count : changesOfDay) {
      if (hvdc.changesPerDayMax() >= 0 && count > hvdc.changesPerDayMax() && !relaxed(element)) {
        report("HVDC changes", element, -1, count + " in a day");
      }
    }
  }

  private void water(List<Reservoir> all, int i) {
    Reservoir reservoir = all.get(i);
    String element = "reservoir " + reservoir.id();
    if (relaxed(element + " water")) {
      return;
    }
    double perFlow = 3600 * day.horizon().hoursPerPeriod() / 1e6;
    double volume = reservoir.initialMm3();
    for (int t = 0; t < day.periodCount(); t++) {
      double in = reservoir.inflowM3PerS().at(t);
      for (int up = 0; up < all.size(); up++) {
        if (all.get(up).downstream().equals(reservoir.id())) {
          int delay = day.horizon().periodsFor(all.get(up).delayHours());
          in += t < delay ? all.get(up).releaseBeforeM3PerS() : release(all, up, t - delay);
        }
      }
      double out = release(all, i, t);
      volume += perFlow * (in - out);
      boolean within =
          volume >= reservoir.minMm3().at(t) - 1e-4 && volume <= reservoir.maxMm3().at(t) + 1e-4;
      if (!within || Math.abs(volume - schedule.volumeMm3()[i][t]) > 1e-4) {
        report(
            "water", element, t, "%s, schedule %s".formatted(volume, schedule.volumeMm3()[i][t]));
      }
      boolean flows =
          out >= reservoir.minReleaseM3PerS().at(t) - 1e-3
              && out <= reservoir.maxReleaseM3PerS().at(t) + 1e-3;
      if (!flows && !relaxed(element + " release")) {
        report("release", element, t, out + " m³/s");
      }
      boolean spills =
          clearingCase.inEffect(ConstraintFamily.SPILLAGE)
              && schedule.spillM3PerS()[i][t] > reservoir.maxSpillM3PerS().at(t) + 1e-3;
      if (spills && !relaxed(element + " spillage")) {
        report("spillage", element, t, schedule.spillM3PerS()[i][t] + " m³/s");
      }
    }
    if (volume < reservoir.endMinMm3() - 1e-4 && !relaxed(element + " end level")) {
      report("end level", element, -1, volume + " million m³");
    }
  }

  private double release(List<Reservoir> all, int i, int t) {
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
