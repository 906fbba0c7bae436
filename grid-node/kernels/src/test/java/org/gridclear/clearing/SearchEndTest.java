package org.gridclear.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.ClearingResult.SearchEnd;
import org.gridclear.clearing.result.ClearingResult.Status;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.study.StudyDefinition;
import org.gridclear.study.StudyReader;
import org.junit.jupiter.api.Test;

/** A result that is not within the gap asked for says why its search ended. */
// Rows: I-05
class SearchEndTest {
  private static final ClearingOptions EXACT = ClearingOptions.LOSSLESS.withGap(0);

  /** Half of the load: least outputs make a surplus, and prices negative. */
  private static ClearingCase surplus() {
    StudyDefinition study =
        StudyReader.read(
            """
            study: surplus
            base: {case: ieee30}
            horizon: {periodCount: 3}
            cases: [{name: a, changes: [{load: {scale: 0.5}}]}]
            """,
            "surplus.yaml",
            Path.of("."));
    return study.cases().get(1).resolve(study.base());
  }

  @Test
  void lossesThatWouldEarnMoneyAreTheReasonWhereTheyAreNotNarrowed() {
    ClearingResult result = Fixtures.clear(surplus(), EXACT.withGap(1e-6).withLosses(true));
    assertEquals(Status.FEASIBLE, result.status());
    assertEquals(SearchEnd.LOSSES_HELD, result.statistics().ended());
    ClearingResult lossless = Fixtures.clear(surplus(), EXACT.withGap(1e-6));
    assertEquals(Status.OPTIMAL, lossless.status());
    assertEquals(SearchEnd.WITHIN_GAP, lossless.statistics().ended());
  }

  @Test
  void aSearchOfOneNodeSaysThatItsNodesAreUsed() {
    ClearingOptions d = EXACT.withStrategy(ClearingOptions.Strategy.WHOLE_MODEL).withLosses(true);
    ClearingOptions oneNode =
        new ClearingOptions(
            d.market(),
            d.gap(),
            1,
            d.secondsMax(),
            d.solver(),
            d.formulation(),
            d.feasibilityMw(),
            d.losses(),
            d.ancillary(),
            d.strategy(),
            d.startFromBase(),
            d.security());
    ClearingResult result = Fixtures.clear(surplus(), oneNode);
    assertEquals(Status.FEASIBLE, result.status());
    assertEquals(SearchEnd.NODES_USED, result.statistics().ended());
  }

  @Test
  void aSearchWithoutTimeSaysThatItsTimeIsUsed() {
    ClearingOutcome outcome =
        ClearingKernel.clear(
            ClearingCase.of(Days.threeUnits("110, 60", "", "")),
            EXACT,
            Fixtures.context(() -> true, () -> false, line -> {}));
    ClearingResult result = assertInstanceOf(ClearingOutcome.Cleared.class, outcome).result();
    assertEquals(SearchEnd.TIME_USED, result.statistics().ended());
  }

  @Test
  void everyEndButTheGapIsASentence() {
    for (SearchEnd end : SearchEnd.values()) {
      assertEquals(end == SearchEnd.WITHIN_GAP, end.text().isEmpty());
      assertFalse(end.text().contains("null"));
      assertTrue(end.text().isEmpty() || end.text().endsWith("."), end.text());
    }
  }
}
