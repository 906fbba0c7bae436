package org.gridclear.market.fallback;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridclear.market.Commitment;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.day.ResultKind;
import org.gridclear.report.MarketFigures;

/**
 * Outputs, statuses and reserve of before on the units of today: what is out gives nothing, what is
 * new gives its least, what is beyond a limit of today is brought to it, and each is said.
 */
final class AdaptedUnits {
  private static final String THERMAL = "THERMAL";
  private static final String PROFILED = "PROFILED";
  private static final String UNIT = "unit";
  private static final double NOISE_MW = 1e-6;

  private final MarketDay day;
  private final PastValues past;
  private final Adaptations notes;
  final boolean[][] committed;
  final boolean[][] starts;
  final double[][] outputMw;
  final double[][] profiledMw;
  final double[][][] reserveMw;

  AdaptedUnits(MarketDay day, PastValues past, Adaptations notes) {
    this.day = day;
    this.past = past;
    this.notes = notes;
    int periods = day.periodCount();
    int units = day.thermalUnits().size();
    List<String> products = MarketFigures.products(day);
    committed = new boolean[units][periods];
    starts = new boolean[units][periods];
    outputMw = new double[units][periods];
    profiledMw = new double[day.profiledUnits().size()][periods];
    reserveMw = new double[products.size()][units][periods];
    for (int g = 0; g < units; g++) {
      thermal(g);
      for (int p = 0; p < products.size(); p++) {
        reserve(p, products.get(p), g);
      }
    }
    for (int i = 0; i < profiledMw.length; i++) {
      profiled(i);
    }
    gone();
  }

  private double[] before(ResultKind kind, String unit, String form, String column) {
    return past.of(kind, List.of(UNIT, "kind"), List.of(unit, form), column);
  }

  private void thermal(int g) {
    ThermalUnit unit = day.thermalUnits().get(g);
    double[] mw = before(ResultKind.UNITS, unit.id(), THERMAL, "mw");
    double[] on = before(ResultKind.COMMITMENT, unit.id(), THERMAL, "on");
    boolean was = unit.initial() != null && unit.initial().on();
    for (int t = 0; t < day.periodCount(); t++) {
      Commitment given = unit.commitment().get(t);
      boolean out = given.isOff() || unit.pMaxMw().at(t) <= 0;
      boolean ran = on[t] > 0;
      committed[g][t] = !out && (ran || given == Commitment.ON);
      if (Double.isNaN(mw[t])) {
        notes.in(t, UNIT, unit.id(), "is new; it gives its least, if it must run, else nothing");
      } else if (out && ran) {
        notes.in(t, UNIT, unit.id(), "is out today and gives nothing");
      } else if (!ran && committed[g][t]) {
        notes.in(t, UNIT, unit.id(), "must run today");
      }
      double wanted = Double.isNaN(mw[t]) ? 0 : mw[t];
      double min = committed[g][t] ? unit.pMinMw().at(t) : 0;
      double max = committed[g][t] ? unit.pMaxMw().at(t) : 0;
      outputMw[g][t] = Math.max(min, Math.min(max, wanted));
      if (committed[g][t] && ran && Math.abs(outputMw[g][t] - wanted) > NOISE_MW) {
        notes.in(t, UNIT, unit.id(), "is brought within the limits that it has today");
      }
      starts[g][t] = committed[g][t] && !was && (t > 0 || unit.initial() != null);
      was = committed[g][t];
    }
  }

  private void reserve(int p, String product, int g) {
    ThermalUnit unit = day.thermalUnits().get(g);
    double[] mw =
        past.of(ResultKind.RESERVES, List.of("product", UNIT), List.of(product, unit.id()), "mw");
    for (int t = 0; t < day.periodCount(); t++) {
      // A unit that held none has no row.
      double held = Double.isNaN(mw[t]) || !unit.reserves().contains(product) ? 0 : mw[t];
      reserveMw[p][g][t] = committed[g][t] ? held : 0;
      if (held > 0 && !committed[g][t]) {
        notes.in(t, UNIT, unit.id(), "holds no %s reserve while it is off".formatted(product));
      }
    }
  }

  private void profiled(int i) {
    ProfiledUnit unit = day.profiledUnits().get(i);
    double[] mw = before(ResultKind.UNITS, unit.id(), PROFILED, "mw");
    for (int t = 0; t < day.periodCount(); t++) {
      double min = unit.minMw().at(t);
      double max = unit.maxMw().at(t);
      if (Double.isNaN(mw[t])) {
        profiledMw[i][t] = min;
        notes.in(t, UNIT, unit.id(), "is new and gives its least");
      } else {
        profiledMw[i][t] = Math.max(min, Math.min(max, mw[t]));
        if (Math.abs(profiledMw[i][t] - mw[t]) > NOISE_MW) {
          notes.in(t, UNIT, unit.id(), "is brought within what it has today");
        }
      }
    }
  }

  private void gone() {
    Set<String> today = new HashSet<>();
    day.thermalUnits().forEach(unit -> today.add(unit.id()));
    day.profiledUnits().forEach(unit -> today.add(unit.id()));
    past.ids(ResultKind.UNITS, UNIT).stream()
        .filter(unit -> !today.contains(unit))
        .forEach(
            unit -> notes.of(UNIT, unit, "is not in the case of today; its output is left out"));
  }
}
