package org.gridclear.clearing.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.context.ClearingProgress;
import org.gridclear.clearing.context.SolverPhase;
import org.gridclear.clearing.flow.FlowOffsets;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.clearing.warmstart.WarmStart;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.market.MarketDay;
import org.gridclear.quantity.Horizon;
import org.gridclear.solver.Deadline;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A base's commitment that is good enough needs no complete relaxation; another one does. */
class BaseCommitmentTest {
  private static final String EARLY = "base before the relaxation";
  private static final double GAP = 0.02;

  private record Cleared(ClearingResult result, List<SolverPhase> phases) {
    boolean relaxed() {
      return phases.stream().anyMatch(phase -> phase.name().equals("relaxation"));
    }

    boolean early() {
      return phases.stream().anyMatch(phase -> phase.name().equals(EARLY));
    }
  }

  private static MarketDay day(String network, double loadScale) {
    return SyntheticMarket.complete(
        BuiltInNetworks.read(network),
        new Horizon(4, 60),
        new SyntheticOptions(3, loadScale, 0.25, 0.04, 0.3));
  }

  private static Cleared clear(MarketDay day, double gap, boolean losses, WarmStart start) {
    List<SolverPhase> phases = new ArrayList<>();
    ClearingProgress progress =
        new ClearingProgress() {
          @Override
          public void step(String text) {}

          @Override
          public void phase(SolverPhase phase) {
            phases.add(phase);
          }
        };
    ClearingContext context =
        new ClearingContext(
            Fixtures.highs(),
            Deadline.never(),
            Deadline.never(),
            progress,
            start,
            FlowOffsets.NONE);
    ClearingResult result =
        assertInstanceOf(
                ClearingOutcome.Cleared.class,
                ClearingKernel.clear(
                    ClearingCase.of(day),
                    ClearingOptions.LOSSLESS.withGap(gap).withLosses(losses),
                    context))
            .result();
    assertEquals(
        List.of(),
        ClearingAuditor.audit(ClearingCase.of(day), result).stream().map(Finding::line).toList());
    return new Cleared(result, phases);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCaseNearItsBaseIsProvedWithoutACompleteRelaxation(boolean losses) {
    WarmStart start = clear(day("ieee118", 1.1), GAP, losses, WarmStart.NONE).result().start();
    Cleared based = clear(day("ieee118", 1.11), GAP, losses, start);
    assertTrue(based.early(), () -> "phases " + based.phases());
    assertTrue(!based.relaxed(), "it was relaxed to the end: " + based.phases());
    assertEquals(ClearingResult.Status.OPTIMAL, based.result().status());
    // The oracle is the same case from nothing.
    ClearingResult alone = clear(day("ieee118", 1.11), GAP, losses, WarmStart.NONE).result();
    assertTrue(based.result().bestBoundYuan() <= alone.objectiveYuan());
    assertTrue(based.result().objectiveYuan() >= alone.bestBoundYuan());
    assertTrue(
        based.result().objectiveYuan() - alone.objectiveYuan() <= GAP * alone.objectiveYuan());
  }

  @Test
  void aCaseFarFromItsBaseIsRelaxedAndSearched() {
    WarmStart start = clear(day("ieee30", 0.8), 1e-4, false, WarmStart.NONE).result().start();
    Cleared based = clear(day("ieee30", 1.3), 1e-4, false, start);
    ClearingResult alone = clear(day("ieee30", 1.3), 1e-4, false, WarmStart.NONE).result();
    assertTrue(based.relaxed());
    assertEquals(ClearingResult.Status.OPTIMAL, based.result().status());
    assertEquals(
        alone.objectiveYuan(), based.result().objectiveYuan(), 1e-4 * alone.objectiveYuan());
  }

  @Test
  void whereThereIsNoBaseNothingIsDispatchedFirst() {
    assertTrue(!clear(day("ieee30", 1.1), GAP, false, WarmStart.NONE).early());
  }
}
