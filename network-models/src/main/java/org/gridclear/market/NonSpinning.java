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
            .anyMatch(product -> mayHold(unit, product.id(), rules))
        ? Commitment.KEPT_OFF
        : Commitment.OFF;
  }

  private static boolean mayHold(ThermalUnit unit, String product, OperatingRules rules) {
    return unit.reserves().contains(product)
        || rules.reserveOffers().stream()
            .anyMatch(offer -> offer.unit().equals(unit.id()) && offer.product().equals(product));
  }
}
