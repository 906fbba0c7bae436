package org.gridclear.clearing.constraint;

import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.solver.Terms;

/**
 * Minimum time on and off (B-04, EQ-09): {@code Σ v over UT periods ≤ u_t}, {@code Σ w over DT
 * periods ≤ 1 − u_t}. With the family off the windows are one period long, which only forbids a
 * start and a stop at once. The plain formulation leaves out windows that begin before the first
 * period, as the pglib-uc model does. Model (4)–(5).
 */
final class MinUpDownTimes {
  private MinUpDownTimes() {}

  static void addTo(ClearingModel m) {
    for (int g = 0; g < m.units().size(); g++) {
      if (m.given(g)) {
        continue;
      }
      int up = Math.min(m.upPeriods(g), m.periodCount());
      int down = Math.min(m.downPeriods(g), m.periodCount());
      for (int t = 0; t < m.periodCount(); t++) {
        if (m.isTight() || t + 1 >= up) {
          m.linear().atMost(0, window(m.start().row(g), t, up).add(m.on().at(g, t), -1));
        }
        if (m.isTight() || t + 1 >= down) {
          m.linear().atMost(1, window(m.stop().row(g), t, down).add(m.on().at(g, t), 1));
        }
      }
    }
  }

  private static Terms window(int[] columns, int t, int length) {
    Terms terms = new Terms();
    for (int i = Math.max(0, t - length + 1); i <= t; i++) {
      terms.add(columns[i], 1);
    }
    return terms;
  }
}
