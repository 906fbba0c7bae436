package org.gridclear.clearing.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.warmstart.KnownCuts;
import org.gridclear.clearing.warmstart.WarmStart;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.quantity.Horizon;
import org.gridclear.solver.Basis;
import org.gridclear.solver.Solution;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.junit.jupiter.api.Test;

class PrimalHeuristicsTest {
  private static final ClearingOptions OPTIONS = ClearingOptions.LOSSLESS.withGap(1e-3);

  private static ClearingCase day(double reserveShare) {
    return ClearingCase.of(
        SyntheticMarket.complete(
            BuiltInNetworks.read("ieee118"),
            new Horizon(6, 60),
            new SyntheticOptions(3, 1.1, 0.25, reserveShare, 0.3)));
  }

  private static double shortMw(ModelSession solve, Solution point) {
    return IntStream.range(0, solve.model().periodCount())
        .mapToDouble(t -> solve.model().shortMw(t, point.columns()))
        .sum();
  }

  @Test
  void whatTheCommitmentOfABaseLacksIsStartedInAGridToo() {
    ClearingCase day = day(0.2);
    ClearingResult best = Fixtures.clear(day, OPTIONS);
    boolean[][] lacking = Fixtures.clear(day(0.01), OPTIONS).schedule().committed();
    WarmStart base =
        new WarmStart(lacking, List.of(), Basis.NONE, Basis.NONE, KnownCuts.NONE, List.of());
    ClearingContext context = ClearingContext.of(Fixtures.highs()).startingFrom(base);
    try (ModelSession solve = Fixtures.solve(day, OPTIONS, context)) {
      assertTrue(solve.inGrid());
      Solution relaxed = solve.relaxed().orElseThrow();
      Solution mended =
          new PrimalHeuristics(solve, context, schedule -> false)
              .ofBase(relaxed, Double.POSITIVE_INFINITY)
              .orElseThrow();
      boolean[][] kept = solve.model().schedule(mended.columns()).committed();
      Solution again = dispatched(solve, kept);
      Solution alone = dispatched(solve, lacking);
      assertEquals(again.objective(), mended.objective(), 1e-6 * mended.objective());
      assertTrue(mended.objective() >= best.bestBoundYuan() * (1 - 1e-9));
      assertTrue(shortMw(solve, alone) > 1, "nothing is short");
      assertTrue(mended.objective() < alone.objective());
      assertTrue(shortMw(solve, mended) < 0.5 * shortMw(solve, alone));
    }
  }

  private static Solution dispatched(ModelSession solve, boolean[][] on) {
    return solve.dispatchStatuses(on, "again", Double.POSITIVE_INFINITY).orElseThrow();
  }
}
