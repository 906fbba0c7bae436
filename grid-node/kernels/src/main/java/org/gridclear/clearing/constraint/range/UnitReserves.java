package org.gridclear.clearing.constraint.range;

import java.util.List;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.ConstraintClass;
import org.gridclear.market.rule.RangeKind;

/**
 * Reserve held at a unit or group (B-10), by a rule or because a run before has awarded it (G-06):
 * {@code Σ r ≥ R}. Model (30e).
 */
public final class UnitReserves implements ConstraintClass {
  @Override
  public void addTo(ClearingModel m) {
    for (RangeKind kind : List.of(RangeKind.UNIT_RESERVE, RangeKind.AWARD)) {
      RangeRows.add(
          m,
          kind,
          ConstraintFamily.UNIT_RESERVE,
          (terms, range, t) ->
              m.thermal(range.scope()).forEach(g -> m.addProduct(terms, range.item(), g, t, 1)));
    }
  }
}
