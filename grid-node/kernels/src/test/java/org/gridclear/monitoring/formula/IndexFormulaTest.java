package org.gridclear.monitoring.formula;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.gridclear.settlement.formula.FormulaException;
import org.gridclear.settlement.formula.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas of indices: units are checked, and what is missing stays missing. */
class IndexFormulaTest {
  private static final Map<String, Unit> KNOWN =
      Map.of("a", Unit.MW, "b", Unit.MW, "h", Unit.parse("h"), "p", Unit.YUAN_PER_MWH);
  private static final Map<String, double[]> VALUES =
      Map.of(
          "a", new double[] {10, 20, 30},
          "b", new double[] {5, 0, 60},
          "h", new double[] {1, 1, 1},
          "p", new double[] {100, -50, Double.NaN});

  private static double[] values(String text) {
    return IndexFormula.of(text, KNOWN).values(VALUES, 3);
  }

  @Test
  void valuesAreThoseOfTheFormula() {
    assertArrayEquals(new double[] {15, 20, 90}, values("a + b"));
    assertArrayEquals(new double[] {-5, -20, 30}, values("-(a - b)"));
    assertArrayEquals(new double[] {60, 60, 60}, values("sum(a)"));
    assertArrayEquals(new double[] {20, 20, 20}, values("mean(a)"));
    assertArrayEquals(new double[] {0, 0, 0}, values("lowest(b)"));
    assertArrayEquals(new double[] {60, 60, 60}, values("highest(b)"));
    assertArrayEquals(new double[] {5, 0, 30}, values("min(a, b)"));
    assertArrayEquals(new double[] {10, 20, 60}, values("max(a, b, 0)"));
    assertArrayEquals(new double[] {5, 20, 30}, values("abs(a - b)"));
    assertArrayEquals(new double[] {1, 1, 0}, values("if(a >= b, 1, 0)"));
    assertArrayEquals(new double[] {0, 0, 1}, values("if(a < b, 1, 0)"));
    assertArrayEquals(new double[] {0, 1, 0}, values("if(b == 0, 1, 0)"));
    assertArrayEquals(new double[] {1, 1, 0}, values("if(a > b, 1, 0)"));
    assertArrayEquals(new double[] {0, 0, 1}, values("if(a <= b, 1, 0)"));
  }

  @Test
  void whatIsMissingOrDividedByNothingIsMissing() {
    double[] ratio = values("divide(a, b)");
    assertEquals(2, ratio[0]);
    assertTrue(Double.isNaN(ratio[1]));
    assertTrue(Double.isNaN(values("p * a")[2]));
    assertTrue(Double.isNaN(values("sum(p)")[0]));
    assertTrue(Double.isNaN(values("if(p < 0, 1, 0)")[2]));
    assertTrue(Double.isNaN(values("max(p, 0)")[2]));
  }

  @Test
  void unitsFollowFromTheFormula() {
    assertEquals(Unit.YUAN, IndexFormula.of("a * h * p", KNOWN).unit());
    assertEquals(Unit.ONE, IndexFormula.of("divide(a, b)", KNOWN).unit());
    assertEquals(Unit.ONE, IndexFormula.of("0", KNOWN).unit());
    assertEquals(Set.of("a", "b"), IndexFormula.of("a - b + a", KNOWN).names());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a + p | cannot be added to",
        "if(a < p, 1, 0) | cannot be compared with",
        "if(a < b, a, h) | cannot be chosen beside",
        "divide(a) | takes 2 value(s)",
        "divide(a, 0) | nothing can be divided by 0",
        "median(a) | is no function",
        "a + c | is no measure",
        "sum(a, b) | takes 1 value(s)",
        "a + | a value"
      })
  void whatMeansNothingIsRefused(String text, String why) {
    FormulaException refused =
        assertThrows(FormulaException.class, () -> IndexFormula.of(text, KNOWN));
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
  }
}
