package org.gridclear.web.market.settlement.analysis;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Bounds of numbers of reports. */
final class ReportBounds {
  private ReportBounds() {}

  static final int DECIMALS_MAX = 9;

  /**
   * Numbers that the options of the commands take too; 1e999999999 would be worked with for ever.
   */
  static void check(String name, @Nullable BigDecimal value, int below) {
    if (value != null
        && (Math.abs((long) value.scale()) > DECIMALS_MAX
            || value.signum() < 0
            || value.compareTo(BigDecimal.valueOf(below)) >= 0)) {
      throw new IllegalArgumentException(
          "%s must be from 0 to below %d, with at most %d decimals."
              .formatted(name, below, DECIMALS_MAX));
    }
  }
}
