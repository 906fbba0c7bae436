package org.gridclear.clearing.constraint;

import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.ConstraintClass;

/**
 * Lead times (C-01): before the lead time of a unit has passed from the first period on, it starts
 * only where the data say that it is on, since any other start would have had to be ordered before.
 * Model (52).
 */
final class LeadTimes implements ConstraintClass {
  @Override
  public void addTo(ClearingModel m) {
    for (int g = 0; g < m.units().size() && m.inEffect(ConstraintFamily.LEAD_TIMES); g++) {
      for (int t = 0; t < m.periodCount() && !m.given(g); t++) {
        if (m.tooLate(g, t) && !m.givenOn(g, t)) {
          m.linear().tighten(m.start().at(g, t), 0, 0);
        }
      }
    }
  }
}
