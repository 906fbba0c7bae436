package org.gridclear.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exact money and energy: rounding half away from zero, texts there and back, nothing lost. */
// Rows: S-07
class FixedPointTest {
  @ParameterizedTest
  @CsvSource({
    "149, 2, 1",
    "150, 2, 2",
    "-149, 2, -1",
    "-150, 2, -2",
    "250, 2, 3", // away from zero, not to even
    "-250, 2, -3",
    "4, 1, 0",
    "5, 1, 1",
    "-5, 1, -1",
    "499, 3, 0",
    "500, 3, 1",
    "4999, 4, 0",
    "5000, 4, 1",
    "49999, 5, 0",
    "50000, 5, 1",
    "499999, 6, 0",
    "500000, 6, 1",
    "4999999, 7, 0",
    "5000000, 7, 1",
    "7, 0, 7"
  })
  void halvesGoAwayFromZero(long value, int decimals, long rounded) {
    assertEquals(rounded, FixedPoint.round(value, decimals));
  }

  @Test
  void roundingIsThatOfDecimalsForAllDigitsAndSigns() {
    SplittableRandom random = new SplittableRandom(1);
    for (int k = 0; k < 20_000; k++) {
      long value = random.nextLong() >> (2 + random.nextInt(60));
      int decimals = random.nextInt(19);
      long expected =
          BigDecimal.valueOf(value, decimals).setScale(0, RoundingMode.HALF_UP).longValueExact();
      assertEquals(expected, FixedPoint.round(value, decimals), value + " of " + decimals);
      long divisor = 1 + (random.nextLong() >>> (2 + random.nextInt(60)));
      assertEquals(
          BigDecimal.valueOf(value)
              .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_UP)
              .longValueExact(),
          FixedPoint.divide(value, divisor),
          value + " / " + divisor);
    }
  }

  @Test
  void textsComeBackAndAreThoseOfDecimals() {
    SplittableRandom random = new SplittableRandom(2);
    for (int k = 0; k < 5_000; k++) {
      long value = random.nextLong() >> random.nextInt(63);
      int decimals = random.nextInt(7);
      String text = FixedPoint.format(value, decimals);
      assertEquals(BigDecimal.valueOf(value, decimals).toPlainString(), text);
      assertEquals(value, FixedPoint.parse(text, decimals));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "12, 12000",
    "' 12.5 ', 12500",
    "-0.001, -1",
    "0, 0",
    "1.2300000, 1230",
    "1e3, 1000000",
    "9223372036854775.807, 9223372036854775807",
    "-9223372036854775.808, -9223372036854775808"
  })
  void aTextIsAWholeNumberOfItsLastDecimal(String text, long value) {
    assertEquals(value, FixedPoint.parse(text, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0001", "1.2345", "1e-999999999", "", "12,5", "1.2.3", "NaN"})
  void whatHasMoreDecimalsOrIsNoNumberIsRefused(String text) {
    assertThrows(NumberFormatException.class, () -> FixedPoint.parse(text, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775.808", "-9223372036854775.809", "1e20", "1e999999999"})
  void whatDoesNotFitIsRefused(String text) {
    assertThrows(ArithmeticException.class, () -> FixedPoint.parse(text, 3));
  }

  @ParameterizedTest
  @CsvSource({
    "0.0005, more than 3 decimals",
    "1e17, BigInteger out of long range",
    "1e30, more than 19 digits"
  })
  void anAmountThatCannotBeUsedIsRefusedWithItsReason(String yuan, String reason) {
    BigDecimal amount = new BigDecimal(yuan);
    assertEquals(
        "The amount (%s yuan) cannot be used: %s.".formatted(amount, reason),
        assertThrows(IllegalArgumentException.class, () -> FixedPoint.milliYuan(amount))
            .getMessage());
  }

  @Test
  void amountsAreMilliYuan() {
    assertEquals(12_345, FixedPoint.milliYuan(new BigDecimal("12.345")));
    assertEquals(-1_000_000, FixedPoint.milliYuan(new BigDecimal("-1e3")));
    assertEquals("-0.005", FixedPoint.yuan(-5));
    assertEquals("12.500", FixedPoint.yuan(12_500));
    assertEquals("7", FixedPoint.format(7, 0));
  }

  @Test
  void powersOfTenGoUpToEighteen() {
    assertEquals(1, FixedPoint.pow10(0));
    assertEquals(1_000_000_000_000_000_000L, FixedPoint.pow10(18));
  }
}
