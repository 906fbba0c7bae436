package org.gridclear.marketfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.io.CaseFiles;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.highs.HighsSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Problems of the GO Competition against values by hand. Producer A: 60 MW at 20 and 40 MW at 30
 * per MWh, 50 MW at least, 100 an hour; producer B: 80 MW at 50, 20 MW at least, 40 an hour, a
 * start 300 (100 after at most an hour off), a stop 10. The consumer must take 70, 110, 70 MW and
 * bids 40 for 20 MW more.
 */
class GoCompetitionClearingTest {
  @TempDir Path folder;

  private final LinearSolver highs =
      HighsSolver.find().orElseThrow(() -> new AssertionError(HighsSolver.failure()));

  private static String text() throws IOException {
    try (var in =
        GoCompetitionClearingTest.class.getResourceAsStream(
            "/market-files/go-competition-3.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private double objective(String text) throws IOException {
    Files.writeString(folder.resolve("day.json"), text);
    CaseFiles.Loaded loaded = CaseFiles.load("day.json", folder, Set.of());
    ClearingCase day = ClearingCase.of(((CaseFiles.Content.WholeDay) loaded.content()).day());
    ClearingOutcome outcome =
        ClearingKernel.clear(day, ClearingOptions.LOSSLESS.withGap(0).withLosses(false), highs);
    var done = assertInstanceOf(ClearingOutcome.Cleared.class, outcome);
    assertEquals(java.util.List.of(), ClearingAuditor.audit(day, done.result()));
    return done.result().objectiveYuan();
  }

  /** A alone with 90 MW costs 2200 an hour; B runs in the second only, where A gives 100 MW. */
  @Test
  void costLessValueIsThatByHand() throws IOException {
    double a = (2200 + 2500 + 2200);
    double b = 300 + 40 + 20 * 50 + 10;
    double bids = 40 * (20 + 10 + 20);
    assertEquals(a + b - bids, objective(text()), 1e-6);
  }

  /** With energy of A at most 2.4 p.u.h, each MWh less costs 40: bids go first. */
  @Test
  void aRequirementOfEnergyIsPaidOrKept() throws IOException {
    String text = text();
    assertTrue(text.contains("\"energy_req_ub\": []"));
    double before = objective(text);
    String less =
        text.replaceFirst("\"energy_req_ub\": \\[\\]", "\"energy_req_ub\": [[0, 3, 2.7]]");
    assertEquals(before + 10 * (40 - 30), objective(less), 1e-6);
    String cheap = less.replace("\"e_vio_cost\": 7000.0", "\"e_vio_cost\": 500.0");
    assertEquals(before + 10 * 5, objective(cheap), 1e-6);
  }
}
