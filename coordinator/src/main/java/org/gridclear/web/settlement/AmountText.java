package org.gridclear.web.settlement;

import java.util.Map;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.close.CloseQueries;

/** Amounts of entities as answers have them. */
final class AmountText {
  private AmountText() {}

  static Map<String, String> row(CloseQueries.EntityAmount amount) {
    return Map.of(
        "entity", amount.entity(),
        "item", amount.item(),
        "quantity", FixedPoint.format(amount.quantity(), 4),
        "unit", amount.unit(),
        "yuan", FixedPoint.format(amount.amount(), 3));
  }
}
