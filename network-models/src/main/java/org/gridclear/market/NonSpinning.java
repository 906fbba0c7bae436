package org.gridclear.market;

import org.gridclear.market.rule.OperatingRules;
import org.gridclear.market.rule.ReserveProduct;

/** Reserve of units that are off. */
public final class NonSpinning {
  private NonSpinning() {}

  /**
   * What a unit is where a decision keeps it off: still there for such reserve if it may hold it.
   */
  public static Commitment keptOff(ThermalUnit unit, OperatingRules rules) {
    return rules.products().stream()
            .filter(product -> product.kind() == ReserveProduct.Kind.NON_SPINNING)
            .anyMatch(product -> unit.mayHold(product.id(), rules))
        ? Commitment.KEPT_OFF
        : Commitment.OFF;
  }
}
