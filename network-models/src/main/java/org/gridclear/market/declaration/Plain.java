package org.gridclear.market.declaration;

import java.math.BigDecimal;

/** Whole numbers of a last decimal as the decimals that they are. */
public final class Plain {
  private Plain() {}

  /** The shortest plain text: 320500 with 3 decimals is {@code 320.5}. */
  public static String text(long value, int decimals) {
    return decimal(value, decimals).toPlainString();
  }

  /** The decimal without zeros at its end. */
  public static BigDecimal decimal(long value, int decimals) {
    BigDecimal decimal = BigDecimal.valueOf(value, decimals).stripTrailingZeros();
    return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
  }

  /** The nearest floating-point number. */
  public static double number(long value, int decimals) {
    return BigDecimal.valueOf(value, decimals).doubleValue();
  }
}
