package org.gridclear.clearing.constraint.range;

import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.ConstraintClass;
import org.gridclear.market.rule.RangeKind;

/**
 * Output that the operator fixed for a unit or plant (B-07): {@code Σ p = schedule}. Model (30b).
 */
public final class FixedSchedules implements ConstraintClass {
  @Override
  public void addTo(ClearingModel m) {
    RangeRows.add(
        m,
        RangeKind.FIXED_SCHEDULE,
        ConstraintFamily.FIXED_SCHEDULE,
        (terms, range, t) -> {
          m.units(range.scope()).forEach(g -> m.addOutput(terms, g, t, 1));
        });
  }
}
