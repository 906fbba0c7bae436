package org.gridclear.settlement.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of cells as whole multiples of a last decimal: exact, or not taken at all. */
// Rows: S-07
class NumberCellsTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static long parse(String cell, int decimals) {
    return DecimalCell.parse(bytes("x," + cell + ",y"), 2, 2 + cell.length(), decimals);
  }

  @ParameterizedTest
  @CsvSource({
    "12, 3, 12000",
    "12.5, 3, 12500",
    "-0.001, 3, -1",
    "' 7 ', 0, 7",
    "1.2300000, 2, 123",
    "5., 1, 50",
    ".5, 1, 5",
    "-.5, 1, -5",
    "0.0, 0, 0",
    "12345678901234.567, 3, 12345678901234567"
  })
  void aDecimalIsTakenExactly(String cell, int decimals, long value) {
    assertEquals(value, parse(cell, decimals));
  }

  @Test
  void aLineFeedOfWindowsIsNoPartOfACell() {
    assertEquals(75, parse("7.5\r", 1));
    assertEquals(DecimalCell.EMPTY, parse(" \r", 1));
    assertEquals(DecimalCell.EMPTY, parse("", 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-",
        ".",
        "-.",
        "1.23",
        "1,2",
        "1e3",
        "+1",
        "--1",
        "1-",
        "1.2.3",
        "1 2",
        "NaN",
        "0x1",
        "123456789012345678",
        "12345678901234567" // with one decimal it has 18 digits
      })
  void whatIsNoNumberOfOneDecimalIsBad(String cell) {
    assertEquals(DecimalCell.BAD, parse(cell, 1));
  }

  @Test
  void aNumberThatIsOnlyTooLargeIsTold() {
    assertTrue(DecimalCell.large("123456789012345678", 1));
    assertTrue(DecimalCell.large("-123456789012345678.10", 1));
    assertFalse(DecimalCell.large("1.23", 1));
    assertFalse(DecimalCell.large("1e3", 1));
    assertFalse(DecimalCell.large("", 1));
  }

  @Test
  void decimalsAreThoseOfBigDecimalWhateverTheyLookLike() {
    SplittableRandom random = new SplittableRandom(1);
    for (int k = 0; k < 20_000; k++) {
      String cell = digits(random, random.nextInt(9), random.nextInt(7));
      int decimals = random.nextInt(6);
      BigDecimal exact = new BigDecimal(cell).movePointRight(decimals);
      boolean whole = exact.stripTrailingZeros().scale() <= 0;
      long expected =
          whole ? exact.setScale(0, RoundingMode.UNNECESSARY).longValueExact() : DecimalCell.BAD;
      assertEquals(expected, parse(cell, decimals), cell + " of " + decimals);
    }
  }

  private static String digits(SplittableRandom random, int before, int after) {
    StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "-" : "");
    for (int k = 0; k <= before; k++) {
      text.append((char) ('0' + random.nextInt(10)));
    }
    if (after > 0) {
      text.append('.');
      for (int k = 0; k < after; k++) {
        text.append((char) ('0' + (random.nextInt(3) == 0 ? 0 : random.nextInt(10))));
      }
    }
    return text.toString();
  }

  @Test
  void whatIsReadInOnePassIsWhatIsReadDigitByDigit() {
    SplittableRandom random = new SplittableRandom(2);
    String alphabet = "0123456789012345678901234567890123456789..-,, +e\r";
    int taken = 0;
    for (int k = 0; k < 60_000; k++) {
      StringBuilder line = new StringBuilder();
      if (k % 2 == 0) {
        int count = random.nextInt(20);
        for (int c = 0; c < count; c++) {
          line.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
      } else {
        line.append(digits(random, random.nextInt(8), random.nextInt(6)));
        line.append(
            random.nextInt(4) == 0 ? "" : ",123456789,3".substring(0, 1 + random.nextInt(11)));
      }
      int decimals = random.nextInt(5);
      long least = random.nextBoolean() ? 0 : -2_000_000_000L;
      long bound = random.nextInt(3) == 0 ? 2_000_000_000L : 10_000 + random.nextInt(1_000_000);
      String text = line.toString();
      int comma = text.indexOf(',');
      String cell = comma < 0 ? text : text.substring(0, comma);
      byte[] bytes = bytes("ab" + text);
      long exact = DecimalCell.parse(bytes, 2, 2 + cell.length(), decimals);
      long read = PlainCell.parse(bytes, 2, bytes.length, decimals, least, bound);
      if (read != PlainCell.OTHER) {
        assertEquals(exact, PlainCell.value(read), text + " of " + decimals);
        assertEquals(cell.length(), PlainCell.length(read), text);
        assertTrue(Math.abs(exact) <= bound && (least < 0 || exact >= 0), text);
        taken++;
      } else {
        boolean plain =
            cell.matches("-?\\d+(\\.\\d{1,%d})?".formatted(Math.max(1, decimals)))
                && !(decimals == 0 && cell.contains("."));
        boolean fits = Math.abs((double) exact) <= bound && (least < 0 || !cell.startsWith("-"));
        assertFalse(plain && fits && cell.length() < 14, text + " of " + decimals);
      }
    }
    assertTrue(taken > 10_000, taken + " read in one pass");
  }

  // Cells of delivered tables.

  @ParameterizedTest
  @CsvSource({
    "12345, 3, 3, 12345, 12.345",
    "12345, 3, 5, 1234500, 12.345",
    "12300, 3, 1, 123, 12.3",
    "-12300, 3, 1, -123, -12.3",
    "0, 3, 0, 0, 0",
    "5000, 3, 0, 5, 5"
  })
  void aWholeNumberIsRescaledExactly(
      long cell, int decimals, int wanted, long scaled, String text) {
    assertEquals(scaled, new Cells.Wholes(new long[] {9, cell}, decimals).scaled(1, wanted));
    assertEquals(text, new Cells.Wholes(new long[] {9, cell}, decimals).text(1));
    assertEquals(scaled, new Cells.Ints(new int[] {9, (int) cell}, decimals).scaled(1, wanted));
    assertEquals(text, new Cells.Ints(new int[] {9, (int) cell}, decimals).text(1));
  }

  @Test
  void whatWouldLoseDecimalsOrOverflowIsNoNumber() {
    assertEquals(Cells.OTHER, new Cells.Wholes(new long[] {12345}, 3).scaled(0, 2));
    assertEquals(Cells.OTHER, new Cells.Ints(new int[] {12345}, 3).scaled(0, 2));
    long most = Long.MAX_VALUE / 1000;
    assertEquals(most * 1000, new Cells.Wholes(new long[] {most}, 0).scaled(0, 3));
    assertEquals(Cells.OTHER, new Cells.Wholes(new long[] {most + 1}, 0).scaled(0, 3));
    assertEquals(-most * 1000, new Cells.Wholes(new long[] {-most}, 0).scaled(0, 3));
    assertEquals(Cells.OTHER, new Cells.Wholes(new long[] {-most - 1}, 0).scaled(0, 3));
  }

  @Test
  void nothingStaysNothingInEveryKindOfColumn() {
    assertEquals(Cells.MISSING, new Cells.Wholes(new long[] {Cells.MISSING}, 3).scaled(0, 1));
    assertEquals("", new Cells.Wholes(new long[] {Cells.MISSING}, 3).text(0));
    assertEquals(Cells.MISSING, new Cells.Ints(new int[] {Cells.Ints.NONE}, 3).scaled(0, 5));
    assertEquals("", new Cells.Ints(new int[] {Cells.Ints.NONE}, 3).text(0));
    BitSet missing = new BitSet();
    missing.set(1);
    Cells.Doubles doubles = new Cells.Doubles(new double[] {0, 7}, missing);
    assertEquals(0, doubles.scaled(0, 3));
    assertEquals(Cells.MISSING, doubles.scaled(1, 3));
    assertEquals("", doubles.text(1));
    assertEquals("", new Cells.Texts(new String[] {null}).text(0));
    assertEquals("a", new Cells.Texts(new String[] {"a"}).text(0));
    assertEquals("", new Cells.Times(new long[] {Cells.MISSING}, 5).text(0));
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 1, 1, 0.1",
    "-12.345, 3, -12345, -12.345",
    "1e3, 0, 1000, 1000",
    "0.30000000000000004, 3, OTHER, 0.30000000000000004",
    "0.1234, 3, OTHER, 0.1234",
    "1e15, 0, 1000000000000000, 1000000000000000",
    "1000000000000001, 0, OTHER, 1000000000000001",
    "NaN, 0, OTHER, NaN",
    "Infinity, 0, OTHER, Infinity",
    "-0.0, 2, 0, 0"
  })
  void aBinaryNumberIsThatOfADecimalOrNone(double cell, int decimals, String scaled, String text) {
    Cells.Doubles doubles = new Cells.Doubles(new double[] {cell}, new BitSet());
    long expected = scaled.equals("OTHER") ? Cells.OTHER : Long.parseLong(scaled);
    assertEquals(expected, doubles.scaled(0, decimals));
    assertEquals(text, doubles.text(0));
  }

  @Test
  void timesAreLocalAndThoseOfUtcEightHoursAhead() {
    long noon = 1_700_000_000_000_000L - 1_700_000_000_000_000L % 86_400_000_000L;
    assertEquals("2023-11-14T00:00", new Cells.Times(new long[] {noon}, 0).text(0));
    assertEquals(
        "2023-11-14T08:00", new Cells.Times(new long[] {noon}, 8 * 3_600_000_000L).text(0));
    assertEquals("1969-12-31T23:59:59", new Cells.Times(new long[] {-1_000_000}, 0).text(0));
  }
}
