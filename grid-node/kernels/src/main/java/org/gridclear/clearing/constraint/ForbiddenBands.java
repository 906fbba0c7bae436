package org.gridclear.clearing.constraint;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.ConstraintClass;
import org.gridclear.clearing.model.UnitTimes;
import org.gridclear.market.rule.OutputBands;
import org.gridclear.solver.Terms;

/**
 * Output outside bands (B-11, B-12, EQ-17, EQ-18): a dispatchable unit is in exactly one zone,
 * {@code Σ_z y_z = d}, {@code Σ (lo_z − m⁰)·y_z ≤ p' ≤ Σ (hi_z − m⁰)·y_z}; the bands themselves are
 * zones only if dwelling is allowed, {@code Σ_(τ=t..t+D) y_band ≤ D}; crossings {@code c ≥
 * ±(above_t − above_(t−1)) − (1 − d)}, {@code Σ_day c ≤ N}. Model (31)–(34).
 */
final class ForbiddenBands implements ConstraintClass {
  private final OutputBands.Kind kind;
  private final ConstraintFamily family;

  ForbiddenBands(OutputBands.Kind kind, ConstraintFamily family) {
    this.kind = kind;
    this.family = family;
  }

  /** One zone of output; {@code band} tells a forbidden one. */
  private record Zone(double lowMw, double highMw, boolean band) {}

  @Override
  public void addTo(ClearingModel m) {
    for (OutputBands bands : m.day().rules().bands()) {
      if (bands.kind() == kind && bands.inEffect() && m.inEffect(family)) {
        new OfUnit(m, m.anyUnit(bands.unit()), bands).add();
      }
    }
  }

  /** The zones of one unit. */
  private static final class OfUnit {
    private final ClearingModel m;
    private final int g;
    private final OutputBands bands;
    private final List<Zone> zones = new ArrayList<>();
    private final int[][] in;

    OfUnit(ClearingModel m, int g, OutputBands bands) {
      this.m = m;
      this.g = g;
      this.bands = bands;
      double low = Double.NEGATIVE_INFINITY;
      for (OutputBands.Band band : bands.bands()) {
        zones.add(new Zone(low, band.fromMw(), false));
        zones.add(new Zone(band.fromMw(), band.toMw(), true));
        low = band.toMw();
      }
      zones.add(new Zone(low, Double.POSITIVE_INFINITY, false));
      this.in = new int[zones.size()][m.periodCount()];
    }

    void add() {
      for (int t = 0; t < m.periodCount(); t++) {
        choice(t);
      }
      dwell();
      if (bands.crossingsPerDayMax() >= 0) {
        for (int z = 1; z < zones.size(); z += 2) {
          crossings(z);
        }
      }
    }

    private void choice(int t) {
      UnitTimes times = m.units().get(g);
      double first = times.offer(t).firstMw();
      double most = Math.max(first, times.unit().pMaxMw().at(t));
      double edge = Double.NaN;
      Terms one = new Terms();
      Terms least = new Terms().add(m.above().at(g, t), 1);
      Terms greatest = new Terms().add(m.above().at(g, t), 1);
      for (int z = 0; z < zones.size(); z++) {
        Zone zone = zones.get(z);
        double low = Math.max(first, zone.lowMw());
        double high = Math.min(most, zone.highMw());
        boolean exists = low <= high && (!zone.band() || bands.dwellPeriodsMax() > 0);
        in[z][t] = m.linear().addColumn(0, exists ? 1 : 0, 0, true);
        if (exists) {
          one.add(in[z][t], 1);
          least.add(in[z][t], first - low);
          greatest.add(in[z][t], first - high);
        }
        if (exists && low == edge) {
          m.openedWays().edge(in[z - 1][t], m.above().at(g, t), low - first);
          m.openedWays().edge(in[z][t], m.above().at(g, t), low - first);
        }
        edge = exists ? high : Double.NaN;
      }
      String element = "unit " + m.units().get(g).unit().id();
      m.elasticSlack(least, 1, bands.kind().row(), element, t);
      m.elasticSlack(greatest, -1, bands.kind().row(), element, t);
      m.linear().equal(0, m.addDispatchable(one, g, t, -1));
      m.linear().atLeast(0, least);
      m.linear().atMost(0, greatest);
    }

    private void dwell() {
      int most = bands.dwellPeriodsMax();
      int before = Math.min(most, bands.insidePeriodsBefore());
      if (before > 0 && most - before < m.periodCount()) {
        Terms terms = new Terms();
        for (int i = 0; i <= most - before; i++) {
          for (int z = 1; z < zones.size(); z += 2) {
            terms.add(in[z][i], 1);
          }
        }
        m.linear().atMost(most - before, terms);
      }
      for (int t = 0; most > 0 && t + most < m.periodCount(); t++) {
        Terms terms = new Terms();
        for (int i = t; i <= t + most; i++) {
          for (int z = 1; z < zones.size(); z += 2) {
            terms.add(in[z][i], 1);
          }
        }
        m.linear().atMost(most, terms);
      }
    }

    /** Crossings of the band that is zone {@code z}. */
    private void crossings(int z) {
      int days = m.day().horizon().dayOf(m.periodCount() - 1) + 1;
      Terms[] ofDay = new Terms[days];
      for (int d = 0; d < days; d++) {
        ofDay[d] = new Terms();
      }
      for (int t = 0; t < m.periodCount(); t++) {
        int crossed = m.linear().addColumn(0, 1, 0);
        ofDay[m.day().horizon().dayOf(t)].add(crossed, 1);
        if (t == 0) {
          first(z, crossed);
          continue;
        }
        Terms up = above(z, t, -1, above(z, t - 1, 1, new Terms().add(crossed, 1)));
        m.linear().atLeast(-1, m.addDispatchable(up, g, t - 1, -1));
        Terms down = above(z, t, 1, above(z, t - 1, -1, new Terms().add(crossed, 1)));
        m.linear().atLeast(-1, m.addDispatchable(down, g, t, -1));
      }
      String unit = "unit " + m.units().get(g).unit().id();
      for (int d = 0; d < days; d++) {
        m.elasticSlackOfDay(ofDay[d], bands.kind().row(), unit, d, "crossings");
        int before = m.day().horizon().dayOf(0) == d ? bands.crossingsBefore(z / 2) : 0;
        m.linear().atMost(Math.max(0, bands.crossingsPerDayMax() - before), ofDay[d]);
      }
    }

    private void first(int z, int crossed) {
      UnitTimes times = m.units().get(g);
      if (!times.initiallyOn()) {
        return;
      }
      boolean was = times.unit().stateBefore().powerMw() >= zones.get(z).highMw();
      if (was) {
        Terms down = above(z, 0, 1, new Terms().add(crossed, 1));
        m.linear().atLeast(0, m.addDispatchable(down, g, 0, -1));
      } else {
        m.linear().atLeast(0, above(z, 0, -1, new Terms().add(crossed, 1)));
      }
    }

    private Terms above(int z, int t, double sign, Terms terms) {
      for (int upper = z + 1; upper < zones.size(); upper++) {
        terms.add(in[upper][t], sign);
      }
      return terms;
    }
  }
}
