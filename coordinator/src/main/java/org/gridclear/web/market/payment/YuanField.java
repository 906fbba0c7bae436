package org.gridclear.web.market.payment;

import org.gridclear.quantity.FixedPoint;
import org.jspecify.annotations.Nullable;

/** Amounts in yuan, as calls give them. */
final class YuanField {
  private YuanField() {}

  static long milliYuan(String field, @Nullable String yuan) {
    try {
      return FixedPoint.parse(yuan == null ? "" : yuan, FixedPoint.YUAN_DECIMALS);
    } catch (NumberFormatException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "%s (%s) must be an amount in yuan with at most 3 decimals.".formatted(field, yuan), e);
    }
  }
}
