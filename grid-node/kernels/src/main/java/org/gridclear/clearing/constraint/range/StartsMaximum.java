package org.gridclear.clearing.constraint.range;

import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.ConstraintClass;
import org.gridclear.market.rule.RangeKind;
import org.gridclear.solver.Terms;

/**
 * Greatest number of starts and stops per day or horizon (B-05, AMB-06): {@code Σ v ≤ N}, {@code Σ
 * w ≤ N}. A unit's own limit is hard, ranges over groups relax at their price. Model (6), (30j).
 */
public final class StartsMaximum implements ConstraintClass {
  @Override
  public void addTo(ClearingModel m) {
    if (!m.inEffect(ConstraintFamily.STARTS_MAX)) {
      return;
    }
    ownLimits(m);
    RangeRows.add(
        m,
        RangeKind.STARTS,
        ConstraintFamily.STARTS_MAX,
        (terms, range, t) ->
            m.thermal(range.scope()).forEach(g -> terms.add(m.start().at(g, t), 1)));
    RangeRows.add(
        m,
        RangeKind.STOPS,
        ConstraintFamily.STARTS_MAX,
        (terms, range, t) ->
            m.thermal(range.scope()).forEach(g -> terms.add(m.stop().at(g, t), 1)));
  }

  private static void ownLimits(ClearingModel m) {
    int days = m.day().horizon().dayOf(m.periodCount() - 1) + 1;
    for (int g = 0; g < m.units().size(); g++) {
      int most = m.units().get(g).unit().maxStartsPerDay();
      for (int d = 0; d < days && most >= 0; d++) {
        Terms terms = new Terms();
        for (int t = 0; t < m.periodCount(); t++) {
          if (m.day().horizon().dayOf(t) == d) {
            terms.add(m.start().at(g, t), 1);
          }
        }
        String unit = "unit " + m.units().get(g).unit().id();
        m.elasticSlackOfDay(terms, "B-05", unit, d, "starts");
        int before = m.day().horizon().dayOf(0) == d ? m.units().get(g).unit().startsOfDay() : 0;
        m.linear().atMost(Math.max(0, most - before), terms);
      }
    }
  }
}
