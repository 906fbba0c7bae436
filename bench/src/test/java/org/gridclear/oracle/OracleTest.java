package org.gridclear.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.market.MarketDay;
import org.gridclear.oracle.random.Family;
import org.gridclear.oracle.random.RandomCases;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.highs.HighsSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Clearings of random cases against a program of their own; many more in the bench. */
// Rows: D-01, D-05
class OracleTest {
  private static final int CASES_OF_FAMILY = 3;
  private static final List<Family> TOGETHER =
      Arrays.asList(
          Family.NETWORK,
          Family.OUTAGES,
          Family.PLANNED,
          Family.FLOWGATES,
          Family.RESERVE,
          Family.PRODUCTS,
          Family.STORAGE,
          Family.PROFILES,
          Family.BANDS,
          Family.RANGES,
          Family.TONNES,
          Family.LINEAR,
          Family.WATER,
          Family.HVDC,
          Family.NON_SPINNING,
          Family.OFFER_ENDS,
          Family.CHANGING_OFFERS,
          Family.TRAJECTORIES,
          Family.UNKNOWN_BEFORE);

  private static LinearSolver highs() {
    return HighsSolver.find().orElseThrow(() -> new AssertionError(HighsSolver.failure()));
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void clearingIsTheOptimumOfTheDocumentedModel(Family family) {
    List<String> disagreements = new ArrayList<>();
    for (long seed = 1; seed <= CASES_OF_FAMILY; seed++) {
      ClearingCase clearingCase = ClearingCase.of(RandomCases.of(Set.of(family), seed));
      Comparison comparison = Comparison.of(clearingCase, family == Family.LOSSES, highs());
      assertNotNull(comparison.result());
      for (String text : comparison.disagreements()) {
        disagreements.add("seed " + seed + ": " + text);
      }
    }
    assertEquals(List.of(), disagreements);
  }

  @Test
  void pricesLieBetweenDifferencesAndAreExplainedByTrueShares() {
    List<String> disagreements = new ArrayList<>();
    for (long seed = 1; seed <= 100; seed++) {
      Set<Family> families = RandomCases.families(TOGETHER, seed);
      ClearingCase clearingCase = ClearingCase.of(RandomCases.of(families, seed));
      for (String text : Comparison.ofSchedule(clearingCase, false, highs()).disagreements()) {
        disagreements.add("seed " + seed + " " + families + ": " + text);
      }
    }
    assertEquals(List.of(), disagreements);
  }

  /** Losses where nothing is drawn: what units must give is not absorbed, but for its losses. */
  @Test
  void aDayWithoutLoadIsClearedWithItsLosses() {
    MarketDay day =
        RandomCases.read(
            """
            {"format": "gridclear-case", "version": 1, "name": "n",
             "horizon": {"periodCount": 2, "minutesPerPeriod": 60},
             "network": {
               "buses": [{"id": "a", "type": "reference"}, {"id": "b"}, {"id": "c"}],
               "branches": [
                 {"id": "l", "from": "a", "to": "b", "rPu": 0.01, "xPu": 0.1},
                 {"id": "m", "from": "b", "to": "c", "rPu": 0.02, "xPu": 0.1},
                 {"id": "k", "from": "a", "to": "c", "rPu": 0.01, "xPu": 0.2}]},
             "thermalUnits": [
               {"id": "g", "bus": "b", "commitment": ["on", "on"],
                "offers": [{"mw": [10, 100], "yuanPerH": [1000, 20000]}],
                "initial": {"on": true, "hours": 5, "powerMw": 50}}]}
            """);
    Comparison comparison = Comparison.of(ClearingCase.of(day), true, highs());
    assertEquals(List.of(), comparison.disagreements());
    assertEquals(401_700, comparison.result().objectiveYuan(), 10);
  }

  @Test
  void limitsAfterOutagesHoldWhereThoseOfTheIntactGridAreSwitchedOff() {
    Set<Family> families = Set.of(Family.NETWORK, Family.OUTAGES, Family.WATER);
    ClearingCase clearingCase = RandomCases.clearingCase(families, 103);
    assertEquals(Set.of(ConstraintFamily.THERMAL), clearingCase.switchedOff());
    Comparison comparison = Comparison.of(clearingCase, false, highs());
    assertEquals(List.of(), comparison.disagreements());
  }

  /**
   * Units with unknown hours before, storage beside HVDC lines, load at a step of an offer, HVDC
   * lines at rest, fixed losses that nothing serves, shares of limits beside losses, load all shed
   * at a bus, starts at the edge of a band, statuses held twice, outages of what is out, flows that
   * turn round where losses are held down, losses beside a limit exceeded at thousands a MWh, ramps
   * that give way beside what follows from them, output at the common edge of two zones, and an
   * optimum beside prices of 30 000 that was a little too dear.
   */
  @ParameterizedTest
  @CsvSource({
    "1071, TONNES UNKNOWN_BEFORE SURPLUS",
    "1072, LINEAR WATER UNKNOWN_BEFORE",
    "1785, RESERVE NON_SPINNING UNKNOWN_BEFORE",
    "1017, OUTAGES STORAGE HVDC",
    "1053, NETWORK PLANNED",
    "1021, HVDC RANGES LINEAR",
    "1429, HVDC TONNES",
    "600003, LOSSES STORAGE RANGES",
    "800000, LOSSES TONNES WATER",
    "800123, OUTAGES TRAJECTORIES BANDS",
    "800131, FLOWGATES SURPLUS VARIABLES",
    "800234, OUTAGES PLANNED RESERVE",
    "800269, OUTAGES HVDC LINEAR",
    "800435, LOSSES RESERVE SURPLUS",
    "800634, BANDS RANGES WATER",
    "800796, FLOWGATES TRAJECTORIES VARIABLES",
    "910159, LOSSES WATER SURPLUS",
    "911921, PLANNED LOSSES STORAGE",
    "994025, OFFER_ENDS BANDS LINEAR",
    "996603, LOSSES BANDS CONTRADICTIONS",
    "996911, LOSSES HVDC CHANGING_OFFERS",
    "997456, LOSSES FLOWGATES CONTRADICTIONS",
    "1000013, LOSSES CHANGING_OFFERS TONNES",
    "1010206, NETWORK WATER CONTRADICTIONS",
    "1020169, LOSSES PRODUCTS BANDS"
  })
  void whatHasBeenWrongIsRight(long seed, String names) {
    Set<Family> families = familiesOf(names);
    ClearingCase clearingCase = RandomCases.clearingCase(families, seed);
    boolean losses = families.contains(Family.LOSSES);
    assertEquals(List.of(), Comparison.of(clearingCase, losses, highs()).disagreements());
  }

  /** A start curve that was over, or still going on, when the run before ended. */
  @ParameterizedTest
  @CsvSource({"600075, PRODUCTS CHANGING_OFFERS TRAJECTORIES"})
  void whatHasBeenWrongInRunsThatGoOnIsRight(long seed, String names) {
    Set<Family> families = familiesOf(names);
    ClearingOptions options = Comparison.exact(families.contains(Family.LOSSES));
    ClearingCase dayAhead = RandomCases.clearingCase(families, seed);
    Comparison first = Comparison.of(dayAhead, options, highs());
    List<String> disagreements = new ArrayList<>(first.disagreements());
    List<ClearingCase> later = MarketChain.after(dayAhead, first.result(), options, highs());
    assertEquals(2, later.size());
    for (ClearingCase next : later) {
      ClearingOptions ofMarket = options.in(next.market());
      disagreements.addAll(Comparison.of(next, ofMarket, highs()).disagreements());
    }
    assertEquals(List.of(), disagreements);
  }

  private static Set<Family> familiesOf(String names) {
    Set<Family> families = EnumSet.noneOf(Family.class);
    for (String name : names.split(" ")) {
      families.add(Family.valueOf(name));
    }
    return families;
  }

  @Test
  void variablesGivenAsDataAreClearedPricedAndAuditedWithEveryOtherFamily() {
    List<String> wrong = new ArrayList<>();
    int mutations = 0;
    for (long seed = 1; seed <= 12; seed++) {
      Set<Family> families = RandomCases.families(TOGETHER, seed);
      families.add(Family.VARIABLES);
      ClearingCase clearingCase = ClearingCase.of(RandomCases.of(families, seed));
      wrong.addAll(Comparison.of(clearingCase, false, highs()).disagreements());
      AuditCheck check = AuditCheck.of(clearingCase, false, 8, seed, highs());
      wrong.addAll(check.alarms());
      wrong.addAll(check.misses());
      mutations += check.mutations();
    }
    assertEquals(List.of(), wrong);
    assertTrue(mutations >= 60, mutations + " mutations");
  }

  @Test
  void auditorIsSilentOnWhatIsRightAndNoticesWhatTheOracleRejects() {
    List<String> wrong = new ArrayList<>();
    int mutations = 0;
    for (long seed = 1; seed <= 30; seed++) {
      Set<Family> families = RandomCases.families(TOGETHER, seed);
      ClearingCase clearingCase = ClearingCase.of(RandomCases.of(families, seed));
      AuditCheck check = AuditCheck.of(clearingCase, false, 8, seed, highs());
      mutations += check.mutations();
      check.alarms().forEach(alarm -> wrong.add("alarm: " + alarm));
      check.misses().forEach(miss -> wrong.add("miss: " + miss));
    }
    assertEquals(List.of(), wrong);
    assertTrue(mutations >= 200, mutations + " mutations");
  }

  @Test
  void auditorNoticesHalfAMegawattMoreOfAnHvdcLineBesideLosses() {
    Set<Family> families = Set.of(Family.PLANNED, Family.LOSSES, Family.HVDC);
    ClearingCase clearingCase = RandomCases.clearingCase(families, 996145);
    AuditCheck check = AuditCheck.of(clearingCase, true, 12, 996145, highs());
    assertEquals(List.of(), check.alarms());
    assertEquals(List.of(), check.misses());
    assertTrue(check.mutations() >= 10, check.mutations() + " mutations");
  }

  @Test
  void auditorNoticesAValueOfAVariableWhoseFamilyIsOff() {
    Set<Family> families = Set.of(Family.TRAJECTORIES, Family.RANGES, Family.VARIABLES);
    Set<ConstraintFamily> off = Set.of(ConstraintFamily.PRACTICAL);
    ClearingCase clearingCase = new ClearingCase("off", RandomCases.of(families, 1020319), off);
    AuditCheck check = AuditCheck.of(clearingCase, false, 12, 1020319, highs());
    assertEquals(List.of(), check.alarms());
    assertEquals(List.of(), check.misses());
    assertTrue(check.mutations() >= 10, check.mutations() + " mutations");
  }
}
