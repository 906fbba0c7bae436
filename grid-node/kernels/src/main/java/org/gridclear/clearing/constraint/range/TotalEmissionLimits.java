package org.gridclear.clearing.constraint.range;

import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.ConstraintClass;
import org.gridclear.market.rule.RangeKind;

/** Emission over the whole horizon at any scope (B-23). Model (30h). */
public final class TotalEmissionLimits implements ConstraintClass {
  @Override
  public void addTo(ClearingModel m) {
    RangeRows.add(
        m,
        RangeKind.EMISSION_TOTAL,
        ConstraintFamily.EMISSION_TOTAL,
        (terms, range, t) -> {
          m.addResource(terms, range.scope(), range.item(), t);
        });
  }
}
