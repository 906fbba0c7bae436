package org.gridclear.settlement.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The language of settlement rules: what a formula of constants is worth, exactly, which unit it
 * has, and what is refused before any data come. A constant's range is its value.
 */
// Rows: Q-28, S-07
class FormulaTest {
  /** Bounds of 40 000 MW with four decimals, and of 100 000 yuan/MWh with three. */
  private static final Map<String, Unit> COLUMNS =
      Map.of("mwh", Unit.parse("MWh"), "mw", Unit.MW, "price", Unit.YUAN_PER_MWH);

  private static Value compile(String formula) {
    Names names =
        (name, compiler) ->
            Optional.ofNullable(COLUMNS.get(name))
                .map(unit -> compiler.load(name.length(), unit, 4, 400_000_000L, false));
    return new FormulaCompiler(24, expr -> 0).compile(FormulaParser.parse(formula), names);
  }

  private static String worth(String formula) {
    Value value = compile(formula);
    assertEquals(value.range().min(), value.range().max(), formula + " has one value");
    return new BigDecimal(value.range().min(), value.decimals()).toPlainString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1 + 2 * 3; 7",
        "(1 + 2) * 3; 9",
        "10 - 4 - 3; 3",
        "2 - -3; 5",
        "-2 * -3; 6",
        "--2; 2",
        "0.1 + 0.2; 0.3",
        "1.005 * 1000; 1005.000",
        "0.25 * 0.5; 0.125",
        "1 - 0.999; 0.001",
        "min(3, 1.5, 2); 1.5",
        "max(3, 1.5, 2); 3.0",
        "max(-3, -1.50); -1.5",
        "abs(2.5); 2.5",
        "sum(1.5); 36.0"
      })
  void constantsAreWorthWhatTheyAreOnPaper(String formula, String worth) {
    assertEquals(worth, worth(formula));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "mw * price; yuan/h",
        "mwh * price; yuan",
        "mwh * price + 0; yuan",
        "0 - mwh; MWh",
        "divide(mwh * price, mwh, 3); yuan/MWh",
        "divide(mwh, mw, 2); h",
        "min(mwh, 0); MWh",
        "if(mw < 1 * mw, mwh, 0); MWh",
        "begins(mw); 1",
        "energyCost(mw); yuan/h",
        "marginalCost(mw); yuan/MWh",
        "economicMw(price); MW",
        "mw * mw; MW·MW"
      })
  void unitsGoAlong(String formula, String unit) {
    assertEquals(unit, String.valueOf(compile(formula).unit()));
  }

  @Test
  void nothingHasEveryUnitAndAProductWithItToo() {
    assertNull(compile("0").unit());
    assertNull(compile("0.000 * price").unit());
    assertNull(compile("0 + 0").unit());
    assertEquals(Unit.ONE, compile("0 + 1").unit());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "mwh + mw; MW cannot be added to MWh",
        "mwh - price; yuan/MWh cannot be subtracted from MWh",
        "min(mw, price); yuan/MWh cannot be compared with MW",
        "if(mw < price, 1, 2); yuan/MWh cannot be compared with MW",
        "if(mw < mw, mw, price); yuan/MWh cannot be chosen beside MW",
        "energyCost(price); MW is needed, not yuan/MWh",
        "nothing; 'nothing' means nothing here",
        "abs(1, 2); 'abs' takes one value",
        "round(1); 'round' takes one value",
        "divide(1, 2); divide takes a, b and a number of decimals",
        "round(1, 13); the last argument of round is a number of decimals, 0 to 12",
        "round(1, mw); the last argument of round is a number of decimals, 0 to 12",
        "1234567890123456789 + 1; the number 1234567890123456789 has more than 18 digits or 12"
            + " decimals",
        "0.1234567890123; the number 0.1234567890123 has more than 18 digits or 12 decimals"
      })
  void whatMeansNothingIsRefused(String formula, String message) {
    assertEquals(
        message, assertThrows(FormulaException.class, () -> compile(formula)).getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1 +; at 4 of '1 +': a value is expected, not the end",
        "1 2; at 3 of '1 2': an operator or the end is expected, not '2'",
        "(1; at 3 of '(1': ')' is expected, not the end",
        "* 2; at 1 of '* 2': a value is expected, not '*'",
        "if(1, 2, 3); at 5 of 'if(1, 2, 3)': a comparison is expected, not ','",
        "if(1 < 2, 3); at 12 of 'if(1 < 2, 3)': ',' is expected, not ')'",
        "1 / 2; at 2 of '1 / 2': '/ 2' is not part of the language",
        "abs(1; at 6 of 'abs(1': ')' is expected, not the end",
        "'  '; at 3 of '  ': a value is expected, not the end"
      })
  void whatIsNoFormulaIsRefusedAtItsPlace(String formula, String message) {
    assertEquals(
        message,
        assertThrows(FormulaException.class, () -> FormulaParser.parse(formula)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "-", "abs("})
  void whatNestsTooDeepIsRefusedAndNotOverrun(String open) {
    String deep = open.repeat(900) + "1";
    assertEquals(
        "the formula nests deeper than 100",
        assertThrows(FormulaException.class, () -> FormulaParser.parse(deep)).getMessage());
    String fits = "-".repeat(99) + "1";
    assertEquals("-1", worth(fits));
  }

  @Test
  void aFormulaOfAnyLengthIsComputedOrRefused() {
    assertEquals("1000", worth("1" + " + 1".repeat(999)));
    String endless = "1" + " + 1".repeat(100_000);
    assertEquals(
        "the formula has more than 2000 parts",
        assertThrows(FormulaException.class, () -> FormulaParser.parse(endless)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mwh * price * price", // 4e8³ is above 2^62
        "999999999999999999 * 5",
        "sum(mwh * price * 1000)",
        "divide(mwh * price, mwh, 12)"
      })
  void whatCouldOverflowIsRefusedBeforeAnyDataCome(String formula) {
    String message = assertThrows(FormulaException.class, () -> compile(formula)).getMessage();
    assertEquals(
        true, message.endsWith("overflow; round an operand first, as in round(x, 3)"), message);
  }

  @Test
  void aProductThatJustFitsIsTakenAndTheNextIsNot() {
    // 2^62 − 1 = 2 147 483 647 · 2 147 483 649
    assertEquals("4611686018427387903", worth("2147483647 * 2147483649"));
    assertThrows(FormulaException.class, () -> compile("2147483648 * 2147483648"));
  }
}
