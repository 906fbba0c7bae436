package org.gridclear.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridclear.scenario.resolved.ClearingCase;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.highs.HighsSolver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clearings of random cases against a program of their own; many more in the bench. */
class OracleTest {
  private static final int CASES = 3;

  static LinearSolver highs() {
    return HighsSolver.find().orElseThrow(() -> new AssertionError(HighsSolver.failure()));
  }

  @ParameterizedTest
  @EnumSource(
      value = Family.class,
      names = {"NETWORK", "OUTAGES", "FLOWGATES", "RESERVE", "STORAGE", "PROFILES"})
  void clearingIsTheOptimumOfTheDocumentedModel(Family family) {
    List<String> disagreements = new ArrayList<>();
    for (long seed = 1; seed <= CASES; seed++) {
      Set<Family> families = Set.of(family);
      ClearingCase clearingCase = ClearingCase.of(RandomCases.of(families, seed));
      Comparison comparison = Comparison.of(clearingCase, family == Family.LOSSES, highs());
      assertNotNull(comparison.result());
      for (String text : comparison.disagreements()) {
        disagreements.add("seed " + seed + ": " + text);
      }
    }
    assertEquals(List.of(), disagreements);
  }
}
