package org.gridclear.clearing.constraint.range;

import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.ConstraintClass;
import org.gridclear.market.rule.RangeKind;

/** Energy of a day of a unit or plant (B-08): {@code min ≤ used + Σ Δ·p ≤ max}. Model (30c). */
public final class EnergyRanges implements ConstraintClass {
  @Override
  public void addTo(ClearingModel m) {
    RangeRows.add(
        m,
        RangeKind.ENERGY,
        ConstraintFamily.ENERGY,
        (terms, range, t) -> {
          m.units(range.scope()).forEach(g -> m.addOutput(terms, g, t, m.hours()));
        });
  }
}
