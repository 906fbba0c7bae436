package org.gridclear.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.oracle.random.Family;
import org.gridclear.oracle.random.RandomCases;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.highs.HighsSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other markets than a day-ahead one beside programs of their own; many more in the bench. */
// Rows: A-15, G-03
class MarketOracleTest {
  private static final int CASES = 5;
  private static final ClearingOptions EXACT = Comparison.exact(false);

  private final LinearSolver highs =
      HighsSolver.find().orElseThrow(() -> new AssertionError(HighsSolver.failure()));

  private static void compare(BiFunction<Set<Family>, Long, Comparison> comparison) {
    List<String> disagreements = new ArrayList<>();
    int cleared = 0;
    for (long seed = 1; seed <= CASES; seed++) {
      Set<Family> families = RandomCases.families(Arrays.asList(Family.values()), seed);
      families.removeAll(Set.of(Family.LOSSES, Family.VARIABLES));
      Comparison each = comparison.apply(families, seed);
      cleared += each.result() == null || each.result().statistics().elastic() ? 0 : 1;
      for (String text : each.disagreements()) {
        disagreements.add("seed " + seed + " " + families + ": " + text);
      }
    }
    assertEquals(List.of(), disagreements);
    assertTrue(cleared > 0);
  }

  @Test
  void reserveIsClearedOnWhatEnergyLeaves() {
    compare(
        (families, seed) -> {
          families.add(seed % 2 == 0 ? Family.PRODUCTS : Family.NON_SPINNING);
          return AncillaryComparison.of(RandomCases.clearingCase(families, seed), EXACT, highs);
        });
  }

  /**
   * Water and reserve that the solver of the oracle gave away within its tolerance, a band that
   * gives way, and a price that the hair beside held outputs changes.
   */
  @ParameterizedTest
  @CsvSource({
    "5138, NETWORK PLANNED PRODUCTS WATER",
    "980082, PRODUCTS NON_SPINNING LINEAR WATER",
    "1030078, OUTAGES PRODUCTS BANDS",
    "1030184, PRODUCTS TONNES"
  })
  void reserveOnWhatEnergyLeavesIsComparedToTheYuan(long seed, String names) {
    Set<Family> families = EnumSet.noneOf(Family.class);
    Arrays.stream(names.split(" ")).map(Family::valueOf).forEach(families::add);
    ClearingCase clearingCase = RandomCases.clearingCase(families, seed);
    Comparison comparison = AncillaryComparison.of(clearingCase, EXACT, highs);
    assertEquals(List.of(), comparison.disagreements());
  }

  @Test
  void longCycleIsTheOptimumOfItsDaysAndBindsSlowUnits() {
    compare(
        (families, seed) ->
            LongCycleComparison.of(RandomCases.wholeDay(families, seed), EXACT, highs));
  }

  /** Changes of every kind; of seed 14 a limit above the end of an offer of one segment. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 14})
  void casesOfAStudyHaveTheOptimumAndPricesThatTheyHaveAlone(long seed) {
    Set<Family> families = RandomCases.families(Arrays.asList(Family.values()), seed);
    families.addAll(seed == 14 ? Set.of(Family.PLANNED, Family.STORAGE) : Set.of());
    ClearingOptions options = Comparison.exact(families.contains(Family.LOSSES));
    List<Comparison> cases = StudyComparison.of(families, seed, options, highs);
    assertEquals(4, cases.size());
    cases.forEach(each -> assertEquals(List.of(), each.disagreements()));
  }

  @Test
  void windowsHandOnWhatTheWholeCountsAndAddUpToASchedule() {
    compare(
        (families, seed) ->
            WindowComparison.of(RandomCases.clearingCase(families, seed), EXACT, highs));
  }
}
