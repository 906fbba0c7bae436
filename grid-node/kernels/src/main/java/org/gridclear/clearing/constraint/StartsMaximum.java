package org.gridclear.clearing.constraint;

import org.gridclear.solver.Terms;

/** Greatest number of starts per day (B-05): {@code Σ v over the day ≤ N}. Model (6). */
final class StartsMaximum {
  private StartsMaximum() {}

  static void addTo(ClearingModel m) {
    int days = m.day.horizon().dayOf(m.periodCount - 1) + 1;
    for (int g = 0; g < m.units.size(); g++) {
      int most = m.units.get(g).unit().maxStartsPerDay();
      if (most < 0) {
        continue;
      }
      for (int d = 0; d < days; d++) {
        Terms terms = new Terms();
        for (int t = 0; t < m.periodCount; t++) {
          if (m.day.horizon().dayOf(t) == d) {
            terms.add(m.start[g][t], 1);
          }
        }
        m.elasticSlack(terms, -1, "B-05", "unit " + m.units.get(g).unit().id(), -1);
        m.linear.atMost(most, terms);
      }
    }
  }
}
