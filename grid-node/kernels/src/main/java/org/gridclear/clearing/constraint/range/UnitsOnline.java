package org.gridclear.clearing.constraint.range;

import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.ConstraintClass;
import org.gridclear.market.rule.RangeKind;

/** Least number of units online in a zone (B-09): {@code Σ u ≥ N}. Model (30d). */
public final class UnitsOnline implements ConstraintClass {
  @Override
  public void addTo(ClearingModel m) {
    RangeRows.add(
        m,
        RangeKind.UNITS_ONLINE,
        ConstraintFamily.UNITS_ONLINE,
        (terms, range, t) -> {
          m.thermal(range.scope()).forEach(g -> terms.add(m.on().at(g, t), 1));
        });
  }
}
