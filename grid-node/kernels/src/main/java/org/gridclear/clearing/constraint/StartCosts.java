package org.gridclear.clearing.constraint;

import java.util.List;
import org.gridclear.market.StartCategory;
import org.gridclear.solver.Terms;

/**
 * Start-up categories: {@code v_t = Σ_s δ_s,t}, and a category needs a stop at its distance: {@code
 * δ_s,t ≤ Σ w_(t−i), lag_s ≤ i < lag_(s+1)}, or the initial time off at that distance. The last
 * category is always allowed. A stop has a cost of its own. Model (10)–(11).
 */
final class StartCosts {
  private StartCosts() {}

  static void addTo(ClearingModel m) {
    for (int g = 0; g < m.units.size(); g++) {
      List<StartCategory> categories = m.units.get(g).unit().startCategories();
      for (int t = 0; t < m.periodCount; t++) {
        m.linear.addCost(m.stop[g][t], m.units.get(g).unit().stopYuan());
        if (categories.size() == 1) {
          m.startCategory[g][t] = new int[] {m.start[g][t]};
          m.linear.addCost(m.start[g][t], categories.get(0).costYuan());
          continue;
        }
        Terms choice = new Terms().add(m.start[g][t], -1);
        m.startCategory[g][t] = new int[categories.size()];
        for (int s = 0; s < categories.size(); s++) {
          int column = m.linear.addColumn(0, 1, categories.get(s).costYuan());
          m.startCategory[g][t][s] = column;
          choice.add(column, 1);
          if (s < categories.size() - 1) {
            allow(m, g, t, column, lag(m, categories, s), lag(m, categories, s + 1));
          }
        }
        m.linear.equal(0, choice);
      }
    }
  }

  private static int lag(ClearingModel m, List<StartCategory> categories, int s) {
    return m.day.horizon().periodsFor(categories.get(s).offHours());
  }

  private static void allow(ClearingModel m, int g, int t, int column, int lag, int nextLag) {
    UnitTimes times = m.units.get(g);
    boolean reachesBack = t + 1 < nextLag;
    if (!m.tight && reachesBack) {
      // The pglib-uc model has no row here; it only rules out what the initial time off rules out.
      if (times.offPeriods() > 0 && t + 1 >= nextLag - times.offPeriods() + 1) {
        m.linear.tighten(column, 0, 0);
      }
      return;
    }
    if (reachesBack && !times.initialKnown()) {
      return;
    }
    Terms terms = new Terms().add(column, 1);
    for (int i = lag; i < nextLag && i <= t; i++) {
      terms.add(m.stop[g][t - i], -1);
    }
    int offAtStart = times.offPeriods() + t;
    boolean byInitial =
        !times.initiallyOn() && times.initialKnown() && offAtStart >= lag && offAtStart < nextLag;
    m.linear.atMost(byInitial ? 1 : 0, terms);
  }
}
