package org.gridclear.clearing.constraint;

import java.util.List;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.UnitTimes;
import org.gridclear.market.StartCategory;
import org.gridclear.solver.Terms;

/**
 * Start-up categories: {@code v_t = Σ_s δ_s,t}, and a category needs a stop at its distance: {@code
 * δ_s,t ≤ Σ w_(t−i), lag_s ≤ i < lag_(s+1)}, or the initial time off at that distance. The first
 * category holds before its own distance too; the last is always allowed. A stop has a cost of its
 * own. Model (10)–(11).
 */
final class StartCosts {
  private static final double TOLERANCE_H = 1e-9;

  private StartCosts() {}

  static void addTo(ClearingModel m) {
    for (int g = 0; g < m.units().size(); g++) {
      List<StartCategory> categories = m.units().get(g).unit().startCategories();
      for (int t = 0; t < m.periodCount(); t++) {
        m.linear().addCost(m.stop().at(g, t), m.units().get(g).unit().stopYuan());
        if (categories.size() == 1) {
          m.startCategories().set(g, t, new int[] {m.start().at(g, t)});
          m.linear().addCost(m.start().at(g, t), categories.get(0).costYuan());
          continue;
        }
        Terms choice = new Terms().add(m.start().at(g, t), -1);
        m.startCategories().set(g, t, new int[categories.size()]);
        for (int s = 0; s < categories.size(); s++) {
          int column = m.linear().addColumn(0, 1, categories.get(s).costYuan());
          m.startCategories().at(g, t)[s] = column;
          choice.add(column, 1);
          if (s < categories.size() - 1) {
            allow(m, g, t, column, s);
          }
        }
        m.linear().equal(0, choice);
      }
    }
  }

  /** The shortest time off of a category: a restart before the first one's is the hottest. */
  private static int lag(ClearingModel m, int g, int s) {
    UnitTimes times = m.units().get(g);
    int lag = m.day().horizon().periodsFor(times.unit().startCategories().get(s).offHours());
    return s == 0 ? Math.min(lag, m.downPeriods(g)) : lag;
  }

  private static void allow(ClearingModel m, int g, int t, int column, int s) {
    UnitTimes times = m.units().get(g);
    List<StartCategory> categories = times.unit().startCategories();
    double offHours = s == 0 ? 0 : categories.get(s).offHours();
    double nextOffHours = categories.get(s + 1).offHours();
    int lag = lag(m, g, s);
    int nextLag = m.day().horizon().periodsFor(nextOffHours);
    boolean reachesBack = t + 1 < nextLag;
    if (t < nextLag && !times.initialKnown()) {
      // All that is known of the time off is what lies in the day, which is less than the next's.
      return;
    }
    double off = times.initialKnown() ? times.unit().stateBefore().hours() + t * m.hours() : 0;
    boolean wasOff = times.initialKnown() && !times.initiallyOn();
    if (!m.isTight() && reachesBack && !(wasOff && off >= nextOffHours - TOLERANCE_H)) {
      // The pglib-uc model has no row here; it only rules out what the initial time off rules out.
      return;
    }
    Terms terms = new Terms().add(column, 1);
    for (int i = lag; i < nextLag && i <= t; i++) {
      terms.add(m.stop().at(g, t - i), -1);
    }
    boolean byInitial = wasOff && off >= offHours - TOLERANCE_H && off < nextOffHours - TOLERANCE_H;
    m.linear().atMost(byInitial ? 1 : 0, terms);
  }
}
