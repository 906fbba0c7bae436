package org.gridclear.oracle.program;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.OutputBands;

/** Bands of output that a unit avoids: rows (31) to (34). */
public final class BandRows {
  private final MarketDay day;
  private final Program program;
  private final Decisions decisions;
  private final OutputBands bands;
  private final int g;
  private final ThermalUnit unit;

  private BandRows(
      ClearingCase clearingCase, Program program, Decisions decisions, OutputBands bands) {
    this.day = clearingCase.day();
    this.program = program;
    this.decisions = decisions;
    this.bands = bands;
    int number = 0;
    while (!day.thermalUnits().get(number).id().equals(bands.unit())) {
      number++;
    }
    this.g = number;
    this.unit = day.thermalUnits().get(g);
  }

  public static void add(ClearingCase clearingCase, Program program, Decisions decisions) {
    for (OutputBands bands : clearingCase.day().rules().bands()) {
      boolean mill = bands.kind() == OutputBands.Kind.MILL;
      ConstraintFamily family =
          mill ? ConstraintFamily.MILL_BANDS : ConstraintFamily.VIBRATION_ZONES;
      if (bands.inEffect() && clearingCase.inEffect(family)) {
        new BandRows(clearingCase, program, decisions, bands).add();
      }
    }
  }

  /** Zones between, and where dwelling is allowed in, the bands. */
  private record Zone(double fromMw, double toMw, boolean band) {}

  private List<Zone> zones() {
    List<Zone> zones = new ArrayList<>();
    double from = Double.NEGATIVE_INFINITY;
    for (OutputBands.Band band : bands.bands()) {
      zones.add(new Zone(from, band.fromMw(), false));
      zones.add(new Zone(band.fromMw(), band.toMw(), true));
      from = band.toMw();
    }
    zones.add(new Zone(from, Double.POSITIVE_INFINITY, false));
    return zones;
  }

  private void add() {
    List<Zone> zones = zones();
    Expression[][] in = new Expression[zones.size()][day.periodCount()];
    for (int t = 0; t < day.periodCount(); t++) {
      Expression any = Expression.ZERO;
      Expression least = Expression.ZERO;
      Expression most = Expression.ZERO;
      double edge = Double.NaN;
      for (int z = 0; z < zones.size(); z++) {
        double from = Math.max(zones.get(z).fromMw(), unit.offer(t).firstMw());
        double to = Math.min(zones.get(z).toMw(), unit.pMaxMw().at(t));
        boolean exists = from <= to && (!zones.get(z).band() || bands.dwellPeriodsMax() > 0);
        in[z][t] = exists ? program.binary() : Expression.ZERO;
        any = any.plus(in[z][t]);
        least = exists ? least.plus(from, in[z][t]) : least;
        most = exists ? most.plus(to, in[z][t]) : most;
        if (exists && from == edge) {
          Expression beyond = decisions.dispatchedMw[g][t].minus(Expression.constant(edge));
          decisions.ways.add(new Decisions.Way(in[z - 1][t].plus(in[z][t]), beyond));
        }
        edge = exists ? to : Double.NaN;
      }
      program.equal(any, decisions.ready[g][t]);
      double hours = day.horizon().hoursPerPeriod();
      program.atMost(least.minus(program.way(hours)), decisions.dispatchedMw[g][t]);
      program.atMost(decisions.dispatchedMw[g][t].minus(program.way(hours)), most);
    }
    dwell(zones, in);
    for (int z = 1; z < zones.size() && bands.crossingsPerDayMax() >= 0; z += 2) {
      crossings(z, zones.get(z).toMw(), in);
    }
  }

  /** (33) */
  private void dwell(List<Zone> zones, Expression[][] in) {
    int most = bands.dwellPeriodsMax();
    int before = Math.min(most, bands.insidePeriodsBefore());
    for (int t = -before; t < 0 && t + most < day.periodCount(); t++) {
      Expression inside = Expression.constant(-t);
      for (int later = 0; later <= t + most; later++) {
        for (int z = 1; z < zones.size(); z += 2) {
          inside = inside.plus(in[z][later]);
        }
      }
      program.atMost(inside, most);
    }
    for (int t = 0; t + most < day.periodCount(); t++) {
      Expression inside = Expression.ZERO;
      for (int later = t; later <= t + most; later++) {
        for (int z = 1; z < zones.size(); z += 2) {
          inside = inside.plus(in[z][later]);
        }
      }
      program.atMost(inside, most);
    }
  }

  /** (34): how often a day the unit is above a band after it was not, or the other way. */
  private void crossings(int z, double toMw, Expression[][] in) {
    boolean on = unit.initial() != null && unit.initial().on();
    Expression before = Expression.constant(on && unit.stateBefore().powerMw() >= toMw ? 1 : 0);
    Expression ranBefore = Expression.constant(on ? 1 : 0);
    int days = day.horizon().dayOf(day.periodCount() - 1) + 1;
    Expression[] count = new Expression[days];
    java.util.Arrays.fill(count, Expression.ZERO);
    count[day.horizon().dayOf(0)] = Expression.constant(bands.crossingsBefore(z / 2));
    for (int t = 0; t < day.periodCount(); t++) {
      Expression above = Expression.ZERO;
      for (int higher = z + 1; higher < in.length; higher++) {
        above = above.plus(in[higher][t]);
      }
      Expression crossed = program.column(0, 1);
      program.atMost(above.minus(before).plus(ranBefore).minus(crossed), 1);
      program.atMost(before.minus(above).plus(decisions.ready[g][t]).minus(crossed), 1);
      count[day.horizon().dayOf(t)] = count[day.horizon().dayOf(t)].plus(crossed);
      before = above;
      ranBefore = decisions.ready[g][t];
    }
    for (Expression each : count) {
      program.atMost(each.minus(program.way(1)), bands.crossingsPerDayMax());
    }
  }
}
