package org.gridclear.clearing.constraint.range;

import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.ConstraintClass;
import org.gridclear.market.rule.RangeKind;

/** Capacity online in a zone (B-17): {@code Σ P·u ≥ C}. Model (30f). */
public final class MustRunCapacity implements ConstraintClass {
  @Override
  public void addTo(ClearingModel m) {
    RangeRows.add(
        m,
        RangeKind.MUST_RUN_CAPACITY,
        ConstraintFamily.MUST_RUN_CAPACITY,
        (terms, range, t) -> {
          m.thermal(range.scope())
              .forEach(g -> terms.add(m.on().at(g, t), m.units().get(g).unit().pMaxMw().at(t)));
        });
  }
}
