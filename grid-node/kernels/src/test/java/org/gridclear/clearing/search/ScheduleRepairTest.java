package org.gridclear.clearing.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.gridclear.clearing.ManyUnits;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.solver.Solution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleRepairTest {
  private static final ClearingOptions OPTIONS = ClearingOptions.LOSSLESS.withGap(1e-6);

  private static final Map<Long, ClearingResult> OPTIMA = new HashMap<>();

  private static ClearingResult optimum(long seed) {
    return OPTIMA.computeIfAbsent(seed, s -> Fixtures.clear(ManyUnits.random(s), OPTIONS));
  }

  private enum Means {
    STARTS,
    STOPS,
    RELAXATION
  }

  private record Mended(
      double optimumYuan,
      double shortBeforeMw,
      double shortAfterMw,
      Solution first,
      Solution last) {}

  /** Mends a commitment made of the best one; checks it against a dispatch from nothing. */
  private static Mended mended(
      long seed, UnaryOperator<boolean[][]> commitment, Means means, boolean enough) {
    ClearingCase day = ManyUnits.random(seed);
    ClearingResult best = optimum(seed);
    ClearingContext context = ClearingContext.of(Fixtures.highs());
    try (ModelSession solve = Fixtures.solve(day, OPTIONS, context)) {
      Solution relaxed = solve.relaxed().orElseThrow();
      boolean[][] on = commitment.apply(copy(best.schedule().committed()));
      Solution first = solve.dispatchStatuses(on, "first", Double.POSITIVE_INFINITY).orElseThrow();
      ScheduleRepair mending = new ScheduleRepair(solve, schedule -> enough);
      Solution last =
          switch (means) {
            case STARTS -> mending.completed(first, relaxed);
            case STOPS -> mending.trimmed(first, OPTIONS.gap());
            case RELAXATION -> mending.drawnTo(relaxed, first);
          };
      boolean[][] kept = solve.model().schedule(last.columns()).committed();
      Solution again =
          solve.dispatchStatuses(kept, "again", Double.POSITIVE_INFINITY).orElseThrow();
      assertEquals(again.objective(), last.objective(), 1e-6 * last.objective());
      return new Mended(
          best.objectiveYuan(), shortMw(solve, first), shortMw(solve, last), first, last);
    }
  }

  private static boolean[][] copy(boolean[][] committed) {
    return Arrays.stream(committed).map(boolean[]::clone).toArray(boolean[][]::new);
  }

  private static double shortMw(ModelSession solve, Solution point) {
    return IntStream.range(0, solve.model().periodCount())
        .mapToDouble(t -> solve.model().shortMw(t, point.columns()))
        .sum();
  }

  /** Leaves the unit out that runs most. */
  private static boolean[][] withoutBusiestUnit(boolean[][] on) {
    int busiest = 0;
    for (int g = 1; g < on.length; g++) {
      busiest = periods(on[g]) > periods(on[busiest]) ? g : busiest;
    }
    Arrays.fill(on[busiest], false);
    return on;
  }

  private static long periods(boolean[] on) {
    return IntStream.range(0, on.length).filter(t -> on[t]).count();
  }

  private static boolean[][] everyUnitOn(boolean[][] on) {
    Arrays.stream(on).forEach(unit -> Arrays.fill(unit, true));
    return on;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whatIsShortIsServedByUnitsThatStart(long seed) {
    Mended mended = mended(seed, ScheduleRepairTest::withoutBusiestUnit, Means.STARTS, false);
    assertTrue(mended.last().objective() >= mended.optimumYuan() * (1 - 2e-6));
    assertTrue(mended.shortAfterMw() <= mended.shortBeforeMw() + 1e-6);
    if (mended.shortBeforeMw() > 1) {
      assertTrue(mended.shortAfterMw() < 0.5 * mended.shortBeforeMw(), mended::toString);
      assertTrue(mended.last().objective() < mended.first().objective());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void runsThatDoNotPayAreLeftOut(long seed) {
    Mended mended = mended(seed, ScheduleRepairTest::everyUnitOn, Means.STOPS, false);
    double tooDear = mended.first().objective() - mended.optimumYuan();
    assertTrue(tooDear > 0.01 * mended.optimumYuan(), "nothing to leave out");
    assertTrue(mended.last().objective() >= mended.optimumYuan() * (1 - 2e-6));
    assertTrue(mended.last().objective() - mended.optimumYuan() < 0.5 * tooDear, mended::toString);
    assertFalse(mended.shortAfterMw() > mended.shortBeforeMw() + 1e-6);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void unitsRunAsTheRelaxationRunsThemWhereThatIsCheaper(long seed) {
    Mended mended = mended(seed, ScheduleRepairTest::everyUnitOn, Means.RELAXATION, false);
    double tooDear = mended.first().objective() - mended.optimumYuan();
    assertTrue(mended.last().objective() >= mended.optimumYuan() * (1 - 2e-6));
    assertTrue(mended.last().objective() - mended.optimumYuan() < 0.5 * tooDear, mended::toString);
  }

  @Test
  void statusesThatWereTriedBeforeAreNotDispatchedAgain() {
    ClearingContext context = ClearingContext.of(Fixtures.highs());
    try (ModelSession solve = Fixtures.solve(ManyUnits.random(1), OPTIONS, context)) {
      boolean[][] on = everyUnitOn(copy(optimum(1).schedule().committed()));
      assertTrue(solve.redispatchStatuses(on, "first", 0).isEmpty(), "dearer than what is of use");
      int rounds = solve.rounds();
      double none = Double.POSITIVE_INFINITY;
      assertTrue(solve.redispatchStatuses(copy(on), "again", none).isEmpty());
      assertEquals(rounds, solve.rounds());
      assertTrue(
          solve.redispatchStatuses(optimum(1).schedule().committed(), "b", none).isPresent());
    }
  }

  @ParameterizedTest
  @EnumSource(Means.class)
  void aScheduleThatIsGoodEnoughIsLeftAlone(Means means) {
    Mended mended = mended(1, UnaryOperator.identity(), means, true);
    assertSame(mended.first(), mended.last());
  }
}
