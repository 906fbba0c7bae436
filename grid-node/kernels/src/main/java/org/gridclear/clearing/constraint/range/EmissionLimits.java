package org.gridclear.clearing.constraint.range;

import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.ConstraintClass;
import org.gridclear.market.rule.RangeKind;

/**
 * Daily emission of a pollutant by a unit or plant (B-13): {@code Σ factor · energy ≤ E}. Model
 * (30g).
 */
public final class EmissionLimits implements ConstraintClass {
  @Override
  public void addTo(ClearingModel m) {
    RangeRows.add(
        m,
        RangeKind.EMISSION,
        ConstraintFamily.EMISSION,
        (terms, range, t) -> {
          m.addResource(terms, range.scope(), range.item(), t);
        });
  }
}
