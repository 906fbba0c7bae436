package org.gridclear.clearing.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.clearing.Days;
import org.gridclear.clearing.ManyUnits;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.warmstart.Inequality;
import org.gridclear.clearing.warmstart.KnownCuts;
import org.gridclear.solver.Basis;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.Solution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapacityCutsTest {
  private static final ClearingOptions OPTIONS = ClearingOptions.LOSSLESS.withGap(1e-6);

  private record Bounds(double relaxedYuan, double raisedYuan) {}

  private static ModelSession open(ClearingCase day) {
    return Fixtures.solve(day, OPTIONS, ClearingContext.of(Fixtures.highs()));
  }

  private static Bounds bounds(ClearingCase day, Deadline until) {
    try (ModelSession solve = open(day)) {
      Solution relaxed = solve.relaxed().orElseThrow();
      Solution raised =
          new CapacityCuts(solve, 1e-4).raised(relaxed, Double.POSITIVE_INFINITY, until);
      return new Bounds(relaxed.objective(), raised.objective());
    }
  }

  /** Four equal units for 120 MW and 20 MW of reserve: three of 50 MW, not two and four fifths. */
  @Test
  void partsOfUnitsAreRoundedToWholeOnes() {
    Bounds bounds = bounds(priced(1000, "120"), Deadline.never());
    assertEquals(2.8 * 1000, bounds.relaxedYuan(), 1e-4);
    assertEquals(3 * 1000, bounds.raisedYuan(), 1e-4);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theRaisedBoundIsBelowTheBestScheduleAndClosesPartOfTheGap(long seed) {
    ClearingCase day = ManyUnits.random(seed);
    ClearingOptions whole = OPTIONS.withStrategy(ClearingOptions.Strategy.WHOLE_MODEL);
    double optimum = Fixtures.clear(day, whole).objectiveYuan();
    Bounds bounds = bounds(day, Deadline.never());
    assertTrue(bounds.raisedYuan() <= optimum * (1 + 1e-6), bounds + " above " + optimum);
    double closed = (bounds.raisedYuan() - bounds.relaxedYuan()) / (optimum - bounds.relaxedYuan());
    assertTrue(closed > 0.1, "closes " + closed + " of the gap: " + bounds + ", " + optimum);
  }

  /**
   * A cut that halves the output of a unit: it shapes the relaxation and leaves a dispatch alone.
   */
  @Test
  void cutsTakeNoPartInADispatchNorInItsPrices() {
    ClearingCase day = ManyUnits.random(1);
    boolean[][] on = Fixtures.clear(day, OPTIONS.withGap(1e-3)).schedule().committed();
    try (ModelSession fresh = open(day);
        ModelSession cut = open(day)) {
      Solution relaxed = cut.relaxed().orElseThrow();
      Solution without =
          fresh.dispatchStatuses(on, "fresh", Double.POSITIVE_INFINITY).orElseThrow();
      Solution raised = cut.relaxedWith(List.of(half(relaxed))).orElseThrow();
      assertTrue(raised.objective() > relaxed.objective() + 1, "the cut does not bind");
      Solution with = cut.dispatchStatuses(on, "cut", Double.POSITIVE_INFINITY).orElseThrow();
      int rows = without.rowDuals().length;
      assertEquals(rows + 1, with.rowDuals().length);
      assertEquals(without.objective(), with.objective(), 1e-6);
      assertEquals(0, with.rowDuals()[rows], 1e-12);
      cut.reopenRelaxation();
      Solution again = cut.relaxedWith(List.of()).orElseThrow();
      assertEquals(raised.objective(), again.objective(), 1e-4);
    }
  }

  private static Inequality half(Solution relaxed) {
    double[] x = relaxed.columns();
    int most = 0;
    for (int j = 0; j < x.length; j++) {
      most = x[j] > x[most] ? j : most;
    }
    return new Inequality(new int[] {most}, new double[] {1}, x[most] / 2);
  }

  /** Costs alone differ in the second model; in the third less is asked for. */
  @Test
  void cutsOfACaseHoldWhereItsSchedulesArePossibleAndNowhereElse() {
    KnownCuts known;
    double raisedYuan;
    try (ModelSession solve = open(priced(1000, "120"))) {
      Solution raised = raised(solve);
      raisedYuan = raised.objective();
      known = solve.cuts().handedOn(solve.model().linear(), Basis.NONE);
    }
    assertTrue(!known.cuts().isEmpty());
    try (ModelSession dearer = open(priced(2000, "120"))) {
      assertEquals(known, known.holdingIn(dearer.model().linear()));
      dearer.relaxed();
      Solution at = dearer.relaxedWith(known.cuts()).orElseThrow();
      assertEquals(2 * raisedYuan, at.objective(), 1e-3);
    }
    try (ModelSession less = open(priced(1000, "119"))) {
      assertEquals(KnownCuts.NONE, known.holdingIn(less.model().linear()));
    }
  }

  private static ClearingCase priced(double noLoadYuan, String loadMw) {
    StringBuilder units = new StringBuilder();
    for (int g = 0; g < 4; g++) {
      units
          .append(g == 0 ? "" : ",")
          .append(ManyUnits.unit("g" + g, 0, 50, noLoadYuan, 0, 1, false));
    }
    return ClearingCase.of(
        Days.read(ManyUnits.day(units.toString(), loadMw, 20, "\"profiledUnits\": []")));
  }

  private static Solution raised(ModelSession solve) {
    return new CapacityCuts(solve, 1e-4)
        .raised(solve.relaxed().orElseThrow(), Double.POSITIVE_INFINITY, Deadline.never());
  }

  @Test
  void withoutTimeNothingIsAdded() {
    Bounds bounds = bounds(ManyUnits.random(1), () -> true);
    assertEquals(bounds.relaxedYuan(), bounds.raisedYuan());
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void theSearchProvesWhatTheWholeModelFinds(long seed) {
    ClearingCase day = ManyUnits.random(seed);
    ClearingOptions whole = OPTIONS.withStrategy(ClearingOptions.Strategy.WHOLE_MODEL);
    double optimum = Fixtures.clear(day, whole).objectiveYuan();
    ClearingResult steps = Fixtures.clear(day, OPTIONS.withGap(1e-4));
    assertEquals(ClearingResult.Status.OPTIMAL, steps.status());
    assertTrue(steps.objectiveYuan() >= optimum * (1 - 1e-6));
    assertTrue(steps.bestBoundYuan() <= optimum * (1 + 1e-6), "proves more than is true");
  }
}
