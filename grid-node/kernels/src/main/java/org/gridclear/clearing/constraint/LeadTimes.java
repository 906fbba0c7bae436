package org.gridclear.clearing.constraint;

import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.LeadTime;

/**
 * Lead times (C-01): before the lead time of a unit has passed from the first period on, it starts
 * only where the data say that it is on, since any other start would have had to be ordered before.
 * Model (52).
 */
final class LeadTimes implements ConstraintClass {
  @Override
  public void addTo(ClearingModel m) {
    for (int g = 0; g < m.units.size() && m.inEffect(ConstraintFamily.LEAD_TIMES); g++) {
      for (int t = 0; t < m.periodCount && !m.given(g); t++) {
        if (tooLate(m.day, m.units.get(g).unit().id(), t) && !m.givenOn(g, t)) {
          m.linear.tighten(m.start[g][t], 0, 0);
        }
      }
    }
  }

  /** Whether a start in a period would have had to be ordered before the first one. */
  static boolean tooLate(MarketDay day, String unit, int t) {
    double hours = t * day.horizon().hoursPerPeriod();
    for (LeadTime each : day.rules().leadTimes()) {
      if (each.unit().equals(unit)) {
        return each.inEffect() && hours < each.hours() - 1e-9;
      }
    }
    return false;
  }
}
