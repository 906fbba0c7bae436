package org.gridclear.clearing.constraint;

import org.gridclear.market.ReserveRequirement;
import org.gridclear.scenario.resolved.ConstraintFamily;
import org.gridclear.solver.Terms;

/**
 * Spinning reserve of the system (B-10, B-15): {@code Σ r_g,t + shortfall_t ≥ R_t}. A unit gives
 * reserve out of the same band and ramp as output. Model (19).
 */
final class ReserveRequirements {
  private ReserveRequirements() {}

  static void addColumnsTo(ClearingModel m) {
    if (!m.inEffect(ConstraintFamily.RESERVE)) {
      return;
    }
    for (int r = 0; r < m.reserves().size(); r++) {
      ReserveRequirement requirement = m.reserves().get(r);
      for (int g = 0; g < m.units.size(); g++) {
        if (m.units.get(g).unit().reserves().contains(requirement.id())) {
          for (int t = 0; t < m.periodCount; t++) {
            if (requirement.mw().at(t) > 0) {
              m.reserve[r][g][t] = m.linear.addColumn(0, Double.POSITIVE_INFINITY, 0);
            }
          }
        }
      }
    }
  }

  static void addRowsTo(ClearingModel m) {
    for (int r = 0; r < m.reserves().size(); r++) {
      ReserveRequirement requirement = m.reserves().get(r);
      double penalty =
          requirement.shortfallYuanPerMwh() >= 0
              ? requirement.shortfallYuanPerMwh()
              : m.day.penalties().reserveYuanPerMwh();
      for (int t = 0; t < m.periodCount; t++) {
        m.reserveRow[r][t] = -1;
        if (!m.inEffect(ConstraintFamily.RESERVE) || requirement.mw().at(t) <= 0) {
          continue;
        }
        Terms terms = new Terms();
        for (int g = 0; g < m.units.size(); g++) {
          if (m.reserve[r][g][t] >= 0) {
            terms.add(m.reserve[r][g][t], 1);
          }
        }
        int slack = m.slack("B-15", "reserve " + requirement.id(), t, "MW", penalty * m.hours);
        m.reserveRow[r][t] = m.linear.atLeast(requirement.mw().at(t), terms.add(slack, 1));
      }
    }
  }
}
