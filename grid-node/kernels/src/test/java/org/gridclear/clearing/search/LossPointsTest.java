package org.gridclear.clearing.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.warmstart.LossPoint;
import org.gridclear.clearing.warmstart.WarmStart;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.market.BranchOutage;
import org.gridclear.market.MarketDay;
import org.gridclear.quantity.Horizon;
import org.gridclear.solver.Basis;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.junit.jupiter.api.Test;

/** Tangents of losses at the flows of another case: they hold, and save rounds. */
class LossPointsTest {
  private static final int PERIODS = 4;
  private static final boolean[][] NONE_COMMITTED = new boolean[0][];

  /** Where the rounds of a relaxation end, losses are known to a part of the gap. */
  private static final ClearingOptions OPTIONS = ClearingOptions.LOSSLESS.withGap(1e-6);

  private record Relaxed(double yuan, int rounds, WarmStart handedOn) {}

  private static MarketDay day(double loadScale) {
    return SyntheticMarket.complete(
        BuiltInNetworks.read("ieee57"),
        new Horizon(PERIODS, 60),
        new SyntheticOptions(3, loadScale, 0.25, 0.04, 0.3));
  }

  private static Relaxed relaxed(MarketDay day, WarmStart start) {
    ClearingCase clearingCase = ClearingCase.of(day);
    try (ModelSession solve =
        new ModelSession(
            clearingCase,
            new ClearingGrid(clearingCase),
            OPTIONS,
            ClearingContext.of(Fixtures.highs()),
            true,
            false,
            start)) {
      var relaxation = solve.relaxed().orElseThrow();
      WarmStart handedOn = solve.handedOn(NONE_COMMITTED, relaxation.rowDuals());
      return new Relaxed(relaxation.objective(), solve.rounds(), handedOn);
    }
  }

  @Test
  void aCaseOfOtherLoadHasTheSameRelaxationInFewerRounds() {
    WarmStart start = relaxed(day(1.1), WarmStart.NONE).handedOn();
    Relaxed alone = relaxed(day(1.15), WarmStart.NONE);
    Relaxed based = relaxed(day(1.15), start);
    assertEquals(alone.yuan(), based.yuan(), 2e-5 * alone.yuan());
    assertTrue(
        based.rounds() < alone.rounds(), based.rounds() + " and " + alone.rounds() + " rounds");
  }

  @Test
  void theSameCaseOnceMoreNeedsARoundOrTwo() {
    Relaxed alone = relaxed(day(1.1), WarmStart.NONE);
    Relaxed again = relaxed(day(1.1), alone.handedOn());
    assertEquals(alone.yuan(), again.yuan(), 2e-5 * alone.yuan());
    assertTrue(again.rounds() <= 2, again.rounds() + " rounds");
  }

  @Test
  void tangentsAtWhateverFlowsCutNoScheduleOff() {
    MarketDay day = day(1.15);
    String out = day.network().branches().get(4).id();
    MarketDay without = day.withBranchOutages(List.of(new BranchOutage(out, 1, 3)));
    int branches = day.network().branches().size();
    Random random = new Random(5);
    List<LossPoint> points = new ArrayList<>();
    for (int k = 0; k < 40; k++) {
      double[] mw = random.doubles(branches, -150, 150).toArray();
      points.add(LossPoint.of(k % (PERIODS + 1), k % 7 == 6 ? 1 : 0, mw, Basis.BASIC));
    }
    points.add(LossPoint.of(0, 0, new double[branches + 1], Basis.BASIC));
    WarmStart start =
        new WarmStart(
            NONE_COMMITTED,
            List.of(),
            Basis.NONE,
            Basis.NONE,
            WarmStart.NONE.cuts(),
            List.copyOf(points));
    for (MarketDay each : List.of(day, without)) {
      double alone = relaxed(each, WarmStart.NONE).yuan();
      assertEquals(alone, relaxed(each, start).yuan(), 2e-5 * alone);
    }
  }

  @Test
  void flowsAreHandedOnToAPartOfTheGreatest() {
    double[] mw = new Random(1).doubles(50, -900, 900).toArray();
    LossPoint point = LossPoint.of(2, 1, mw, Basis.AT_LOWER);
    assertArrayEquals(mw, point.flowsMw(), 900.0 / Short.MAX_VALUE / 2);
    assertEquals(50, point.branchCount());
    double[] none = new double[3];
    assertArrayEquals(none, LossPoint.of(0, 0, none, Basis.BASIC).flowsMw());
  }
}
