package org.gridclear.marketfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.marketfile.FileCheck.Found;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.highs.HighsSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Random files of other formats against programs written from the formats' documentation. */
class RandomChecksTest {
  private static LinearSolver highs() {
    return HighsSolver.find().orElseThrow(() -> new AssertionError(HighsSolver.failure()));
  }

  @ParameterizedTest
  @CsvSource({"unit-commitment-jl, 1, 16", "pglib-uc, 7, 20", "egret, 1, 10"})
  void objectivesAndPricesOfRandomFilesAreThoseOfTheirFormat(String format, long from, long to) {
    RandomChecks checks = new RandomChecks(format, highs());
    List<String> differences = new ArrayList<>();
    int feasible = 0;
    int prices = 0;
    for (long seed = from; seed <= to; seed++) {
      Found found = checks.check(seed);
      long of = seed;
      found.differences().forEach(text -> differences.add("seed " + of + " " + text));
      feasible += found.feasible() ? 1 : 0;
      prices += found.prices();
    }
    assertEquals(List.of(), differences);
    assertTrue(feasible >= 0.8 * (to - from + 1), feasible + " feasible");
    assertTrue(prices > 3 * feasible, prices + " prices");
  }

  @Test
  void theProgramOfAFileSeesWhatTheClearingMustNotMiss() {
    RandomChecks checks = new RandomChecks("pglib-uc", highs());
    ObjectNode file = (ObjectNode) checks.file(7);
    ObjectNode dearer = file.deepCopy();
    dearer.get("thermal_generators").forEach(unit -> dear((ObjectNode) unit));
    FileCheck check = new FileCheck(highs());
    assertEquals(List.of(), check.check(dearer).differences());
    assertFalse(objective(file) == objective(dearer));
  }

  private static void dear(ObjectNode unit) {
    unit.get("piecewise_production")
        .forEach(p -> ((ObjectNode) p).put("cost", 2 * p.get("cost").doubleValue()));
  }

  private static double objective(ObjectNode file) {
    FileProgram program = FileCheck.program(file);
    try (var session = highs().open(program.model)) {
      var outcome =
          session.solve(
              new org.gridclear.solver.SolverLimits(0, 100_000),
              org.gridclear.solver.Deadline.never());
      return ((org.gridclear.solver.SolverOutcome.Optimal) outcome).solution().objective();
    }
  }
}
