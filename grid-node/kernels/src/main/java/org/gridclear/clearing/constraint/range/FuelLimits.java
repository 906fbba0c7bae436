package org.gridclear.clearing.constraint.range;

import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.ConstraintClass;
import org.gridclear.market.rule.RangeKind;

/**
 * Fuel burnt over the horizon (B-21): {@code min ≤ Σ (rate·Δ·p + idle·Δ·u + start·v) ≤ max}. Model
 * (30i).
 */
public final class FuelLimits implements ConstraintClass {
  @Override
  public void addTo(ClearingModel m) {
    RangeRows.add(
        m,
        RangeKind.FUEL,
        ConstraintFamily.FUEL,
        (terms, range, t) -> {
          m.addResource(terms, range.scope(), range.item(), t);
        });
  }
}
