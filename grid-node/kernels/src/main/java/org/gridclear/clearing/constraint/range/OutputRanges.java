package org.gridclear.clearing.constraint.range;

import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.ConstraintClass;
import org.gridclear.market.rule.RangeKind;

/**
 * Output of a unit or group between limits of each period (B-02): {@code min ≤ Σ p ≤ max}. Model
 * (30a).
 */
public final class OutputRanges implements ConstraintClass {
  @Override
  public void addTo(ClearingModel m) {
    RangeRows.add(
        m,
        RangeKind.OUTPUT,
        ConstraintFamily.OUTPUT_RANGE,
        (terms, range, t) -> {
          m.units(range.scope()).forEach(g -> m.addOutput(terms, g, t, 1));
        });
  }
}
