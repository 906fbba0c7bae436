package org.gridclear.io.declaration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.JsonNode;

/** Numbers of files as whole numbers of their last decimal, never by way of floating point. */
final class DecimalValue {
  private static final String PLAIN = "[+-]?\\d{1,18}(\\.\\d{1,18})?";
  private static final int SCALE_MOST = 40;

  private DecimalValue() {}

  /** A value that is none, and why. */
  static final class NotReadException extends Exception {
    private static final long serialVersionUID = 1L;

    NotReadException(String advice) {
      super(advice);
    }
  }

  /** The whole number of a value with at most so many decimals. */
  static long of(JsonNode value, int decimals) throws NotReadException {
    BigDecimal decimal = decimal(value);
    if (Math.abs((long) decimal.scale()) > SCALE_MOST || decimal.precision() > SCALE_MOST) {
      throw new NotReadException("It is beyond every size; give a plain number.");
    }
    try {
      return decimal.setScale(decimals, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    } catch (ArithmeticException e) {
      throw decimal.stripTrailingZeros().scale() > decimals
          ? new NotReadException(
              "Give at most %d decimals; nothing is rounded.".formatted(decimals))
          : new NotReadException("It is beyond every size; give a plain number.");
    }
  }

  private static BigDecimal decimal(JsonNode value) throws NotReadException {
    if (value.isNumber()) {
      try {
        return value.decimalValue();
      } catch (RuntimeException e) {
        throw new NotReadException("Give a finite number.");
      }
    }
    String text = value.isString() ? value.asString().strip() : "";
    if (!text.matches(PLAIN)) {
      throw new NotReadException("Give a plain number such as 320.5.");
    }
    return new BigDecimal(text);
  }
}
