package org.gridclear.monitoring.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.gridclear.monitoring.index.Bounds.Passed;
import org.gridclear.monitoring.index.Bounds.Scale;
import org.gridclear.monitoring.index.Bounds.Worse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the numbers of periods become that of a day, its limits and its score. */
// Rows: J-01
class DayOfAnIndexTest {
  private static final double NONE = Double.NaN;

  @ParameterizedTest
  @CsvSource({"MEAN, 4", "SUM, 12", "LOWEST, -3", "HIGHEST, 10"})
  void aDayHasItsFigure(DayFigure figure, double expected) {
    assertEquals(expected, figure.of(new double[] {5, -3, 10}), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"MEAN, 3.5", "SUM, NaN", "LOWEST, -3", "HIGHEST, 10"})
  void aMissingPeriodDoesNotCountButMakesASumUnknown(DayFigure figure, double expected) {
    assertEquals(expected, figure.of(new double[] {NONE, -3, 10, NONE}), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"MEAN", "SUM", "LOWEST", "HIGHEST"})
  void aDayOfNoNumbersHasNone(DayFigure figure) {
    assertTrue(Double.isNaN(figure.of(new double[] {NONE, NONE})));
    assertTrue(Double.isNaN(figure.of(new double[0])));
  }

  @ParameterizedTest
  @CsvSource({
    "ABOVE, 10, none",
    "ABOVE, 10.5, warning",
    "ABOVE, 20, warning",
    "ABOVE, 20.5, severe",
    "ABOVE, NaN, none",
    "ABOVE, -99, none",
  })
  void aLimitIsPassedOnlyBeyondIt(Worse worse, double value, String expected) {
    Bounds bounds =
        new Bounds(worse, OptionalDouble.of(10), OptionalDouble.of(20), Optional.empty());
    assertEquals(expected(expected, 10, 20), bounds.passed(value));
  }

  @ParameterizedTest
  @CsvSource({
    "20, none",
    "19.5, warning",
    "10, warning",
    "9.5, severe",
    "NaN, none",
    "99, none",
  })
  void aLimitBelowIsPassedBelowIt(double value, String expected) {
    Bounds bounds =
        new Bounds(Worse.BELOW, OptionalDouble.of(20), OptionalDouble.of(10), Optional.empty());
    assertEquals(expected(expected, 20, 10), bounds.passed(value));
  }

  private static Optional<Passed> expected(String word, double warning, double severe) {
    return switch (word) {
      case "warning" -> Optional.of(new Passed(false, warning));
      case "severe" -> Optional.of(new Passed(true, severe));
      default -> Optional.empty();
    };
  }

  @Test
  void eachLimitStandsAlone() {
    OptionalDouble ten = OptionalDouble.of(10);
    OptionalDouble no = OptionalDouble.empty();
    assertEquals(
        Optional.of(new Passed(false, 10)),
        new Bounds(Worse.ABOVE, ten, no, Optional.empty()).passed(999));
    assertEquals(
        Optional.of(new Passed(true, 10)),
        new Bounds(Worse.ABOVE, no, ten, Optional.empty()).passed(11));
    assertEquals(Optional.empty(), Bounds.NONE.passed(1e9));
    assertEquals(Optional.empty(), Bounds.NONE.passed(-1e9));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3, 1, 100", "1, 3, 3, 0", "1, 3, 1.5, 75", "1, 3, 0, 100", "1, 3, 4, 0",
    "3, 1, 3, 100", "3, 1, 1, 0", "3, 1, 1.5, 25", "3, 1, 9, 100", "3, 1, -9, 0",
    "-2, 2, 0, 50", "1, 3, NaN, NaN",
  })
  void aScoreRunsFromWorstToBest(double best, double worst, double value, double score) {
    assertEquals(score, new Scale(best, worst).score(value), 1e-9);
  }

  @Test
  void whatIsMissingIsSaidOfPeriodsAndOfTheDay() {
    Measured some = Measured.of(new double[] {1, NONE, NONE});
    assertEquals("not defined in 2 of 3 periods", IndexValue.of(some, DayFigure.MEAN).note());
    assertEquals(
        "why; not defined in 2 of 3 periods",
        IndexValue.of(some.noted("why"), DayFigure.MEAN).note());
    assertEquals("not defined", IndexValue.of(Measured.ofDay(NONE), DayFigure.MEAN).note());
    assertEquals("why", IndexValue.of(Measured.undefined("why"), DayFigure.MEAN).note());
    assertEquals("", IndexValue.of(Measured.ofDay(1), DayFigure.MEAN).note());
    Measured whole = Measured.of(new double[] {1, 2});
    assertEquals("", IndexValue.of(whole, DayFigure.MEAN).note());
    assertEquals("why", IndexValue.of(Measured.ofDay(1).noted("why"), DayFigure.MEAN).note());
  }

  @Test
  void aValueKeepsItsElementsToItself() {
    Map<String, Double> elements = new TreeMap<>(Map.of("a", 1.0));
    IndexValue value = IndexValue.of(Measured.ofDay(7).with(elements), DayFigure.SUM);
    elements.put("b", 2.0);
    assertEquals(Map.of("a", 1.0), value.elements());
    assertTrue(value.defined());
    assertEquals(7, value.value(), 0);
    assertFalse(IndexValue.of(Measured.ofDay(NONE), DayFigure.SUM).defined());
    assertThrows(UnsupportedOperationException.class, () -> value.elements().put("c", 3.0));
  }

  @Test
  void whatWasFoundKeepsItsNoteAndElementsWhereOneOfThemChanges() {
    Measured found = Measured.ofDay(1).noted("n").with(Map.of("a", 2.0));
    assertEquals("n", found.note());
    assertEquals(Map.of("a", 2.0), found.noted("m").elements());
    assertTrue(found.defined());
    assertTrue(Measured.of(new double[] {NONE, 1}).defined());
    assertFalse(Measured.of(new double[] {NONE, NONE}).defined());
    assertFalse(Measured.of(new double[0]).defined());
  }
}
