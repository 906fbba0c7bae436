package org.gridclear.security.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gridclear.clearing.input.ElementFilter;
import org.gridclear.network.Branch;
import org.gridclear.network.Contingency;
import org.gridclear.network.NetworkIndex;
import org.gridclear.security.input.OutageScope.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which devices a screening takes out and watches, and what its options may be. */
// Rows: H-06, H-07, A-25
class ScreeningInputTest extends ScreenedGrid {
  @Test
  void everyDeviceInServiceIsTakenOutByItsType() {
    double all = Double.POSITIVE_INFINITY;
    assertEquals("ab bc ac", outages("branches", 0, all));
    assertEquals("bc ac", outages("lines", 0, all));
    assertEquals("ab", outages("transformers", 0, all));
    assertEquals("ga gc", outages("generators", 0, all));
    assertEquals("bus a bus b bus c", outages("buses", 0, all));
    assertEquals("dc line d", outages("hvdc", 0, all));
    assertEquals("ab bc ac ga gc bus a bus b bus c dc line d", outages("ALL", 0, all));
    assertEquals(EnumSet.noneOf(Kind.class), OutageScope.kinds("cables"));
    assertEquals(
        OutageScope.BRANCHES.contingencies(GRID),
        new OutageScope(OutageScope.kinds("branches"), 0, all, Set.of()).contingencies(GRID));
  }

  @Test
  void aBranchIsInScopeByEitherEndAndOthersByTheirBus() {
    assertEquals("ab ac ga bus a", outages("all", 220.1, 500));
    assertEquals("ab bc bus b dc line d", outages("all", 220, 220));
    assertEquals("bc ac gc bus c dc line d", outages("all", 0, 219.9));
    assertEquals("", outages("all", 500.1, 1e9));
    assertEquals("bc ac gc bus c dc line d", outages("all", 0, 1e9, "south"));
    assertEquals("ab bc ac ga bus a bus b dc line d", outages("all", 0, 1e9, "north", "west"));
  }

  @Test
  void outagesAreThoseOfAListOrAScopeOrBothAndNeverNoneUnasked() {
    double all = Double.POSITIVE_INFINITY;
    List<Contingency> listed = List.of(Contingency.ofGenerator("ga"));
    OutageScope none = new OutageScope(Set.of(), 0, all, Set.of());
    OutageScope far = new OutageScope(OutageScope.kinds("lines"), 1000, all, Set.of());
    assertEquals(3, new OutageChoice(null, false, OutageScope.BRANCHES).of(GRID).size());
    assertEquals(listed, new OutageChoice(listed, false, OutageScope.BRANCHES).of(GRID));
    assertEquals(4, new OutageChoice(listed, true, OutageScope.BRANCHES).of(GRID).size());
    assertEquals(List.of(), new OutageChoice(null, true, none).of(GRID));
    assertEquals(listed, new OutageChoice(listed, true, none).of(GRID));
    assertRefused("No outage is in scope", new OutageChoice(null, true, far));
    assertRefused("of a scope, and none", new OutageChoice(listed, false, far));
    OutageScope south = new OutageScope(Set.of(), 0, all, Set.of("south"));
    assertRefused("of a scope, and none", new OutageChoice(null, true, south));
  }

  private static void assertRefused(String part, OutageChoice choice) {
    String said = assertThrows(IllegalArgumentException.class, () -> choice.of(GRID)).getMessage();
    assertTrue(said.contains(part), said);
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "NaN, 1", "1, NaN"})
  void aRangeOfVoltageWithoutValuesIsRefused(double least, double most) {
    assertEquals(
        "The voltage range (%s..%s kV) has no values.".formatted(least, most),
        assertThrows(
                IllegalArgumentException.class,
                () -> new OutageScope(Set.of(), least, most, Set.of()))
            .getMessage());
  }

  @Test
  void branchesThenFlowgatesThenBusesAreWatched() {
    OutageScope scope = new OutageScope(Set.of(), 500, 500, Set.of());
    assertArrayEquals(
        new boolean[] {true, false, true, true, true, true, false, false}, scope.watched(GRID));
    assertNull(OutageScope.watched(ElementFilter.ALL, GRID));
    ElementFilter south = new ElementFilter(List.of(), List.of(), List.of("south"), 0, 1e9);
    assertArrayEquals(
        new boolean[] {false, true, true, true, true, false, false, true},
        OutageScope.watched(south, GRID));
  }

  @Test
  void aFlowgateAloneIsNothingToWatch() {
    assertEquals(
        "No branch and no bus of 0.0..9.0 kV in any zone would be watched: widen the range or the"
            + " zones.",
        assertThrows(
                IllegalArgumentException.class,
                () -> new OutageScope(Set.of(), 0, 9, Set.of()).watched(GRID))
            .getMessage());
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> new OutageScope(Set.of(), 0, 9, Set.of("z", "y")).watched(GRID))
            .getMessage()
            .contains(" in [y, z] would"));
  }

  @Test
  void anOutageIsLookedUpByTheNumbersOfTheNetwork() {
    NetworkIndex index = new NetworkIndex(GRID);
    Outage outage =
        Outage.of(
            new Contingency(
                "k", List.of("ac", "ab"), List.of("gc"), List.of("b"), List.of("dout", "d")),
            index);
    assertEquals("k", outage.id());
    assertArrayEquals(new int[] {2, 0}, outage.branches());
    assertArrayEquals(new int[] {1}, outage.generators());
    assertArrayEquals(new int[] {1}, outage.buses());
    assertArrayEquals(new int[] {1, 0}, outage.hvdcLines());
    assertEquals(-1, outage.onlyBranch());
    assertEquals(1, Outage.of(Contingency.ofBranch("bc"), index).onlyBranch());
    assertEquals(-1, Outage.of(Contingency.ofGenerator("ga"), index).onlyBranch());
    for (Contingency more :
        List.of(
            new Contingency("k", List.of("bc"), List.of("ga"), List.of()),
            new Contingency("k", List.of("bc"), List.of(), List.of("a")),
            new Contingency("k", List.of("bc"), List.of(), List.of(), List.of("d")),
            new Contingency("k", List.of("bc", "ac"), List.of(), List.of()))) {
      assertEquals(-1, Outage.of(more, index).onlyBranch());
    }
    assertEquals(
        "The HVDC line (x) is not in the network.",
        assertThrows(
                IllegalArgumentException.class, () -> Outage.of(Contingency.ofHvdcLine("x"), index))
            .getMessage());
  }

  @Test
  void aRatingThatIsNotGivenIsTheNormalOne() {
    Branch.Ratings all = new Branch.Ratings(1, 2, 3);
    Branch.Ratings normal = new Branch.Ratings(1, 0, 0);
    assertEquals(1, ScreeningOptions.Rating.NORMAL.of(all));
    assertEquals(2, ScreeningOptions.Rating.SHORT_TERM.of(all));
    assertEquals(3, ScreeningOptions.Rating.EMERGENCY.of(all));
    assertEquals(1, ScreeningOptions.Rating.SHORT_TERM.of(normal));
    assertEquals(1, ScreeningOptions.Rating.EMERGENCY.of(normal));
    assertEquals(0, ScreeningOptions.Rating.EMERGENCY.of(Branch.Ratings.UNLIMITED));
  }

  @Test
  void optionsLieWithinTheirBounds() {
    options(1e-9, 0.01, 0, 1);
    options(1e-2, 1, 1, 20);
    assertRefused("The tolerancePu (9.9E-10) must lie in 1.0E-9..0.01.", 9.9e-10, 1, 0, 1);
    assertRefused("The tolerancePu (0.011) must lie in 1.0E-9..0.01.", 0.011, 1, 0, 1);
    assertRefused("The heavyShare (0.009) must lie in 0.01..1.0.", 1e-5, 0.009, 0, 1);
    assertRefused("The heavyShare (1.01) must lie in 0.01..1.0.", 1e-5, 1.01, 0, 1);
    assertRefused("The worsenedShare (-0.1) must lie in 0.0..1.0.", 1e-5, 1, -0.1, 1);
    assertRefused("The worsenedShare (1.1) must lie in 0.0..1.0.", 1e-5, 1, 1.1, 1);
    assertRefused("The severityExponent (0.0) must lie in 1.0..20.0.", 1e-5, 1, 0, 0);
    assertRefused("The severityExponent (21.0) must lie in 1.0..20.0.", 1e-5, 1, 0, 21);
    assertRefused("The tolerancePu (NaN) must lie in 1.0E-9..0.01.", Double.NaN, 1, 0, 1);
  }

  @Test
  void theBaseCaseIsSolvedAtLeastAsExactlyAsItsOutages() {
    assertEquals(1e-8, options(1e-5, 1, 0, 4).base().tolerancePu());
    assertEquals(2e-9, options(2e-9, 1, 0, 4).base().tolerancePu());
    ScreeningOptions changed =
        ScreeningOptions.DEFAULT
            .with(ScreeningOptions.Method.AC)
            .withReactiveLimits()
            .listing(ScreeningOptions.Rows.ALL);
    assertEquals(ScreeningOptions.Method.AC, changed.method());
    assertTrue(changed.reactiveLimits());
    assertTrue(changed.base().reactiveLimits());
    assertEquals(ScreeningOptions.Rows.ALL, changed.rows());
    assertFalse(ScreeningOptions.DEFAULT.reactiveLimits());
  }

  @ParameterizedTest
  @CsvSource({"1e-10, true", "1e-2, true", "9.9e-11, false", "0.0101, false", "NaN, false"})
  void theToleranceOfAPowerFlowLiesWithinItsBounds(double tolerance, boolean taken) {
    PowerFlowOptions d = PowerFlowOptions.DEFAULT;
    boolean refused = false;
    try {
      new PowerFlowOptions(d.start(), false, d.sharing(), tolerance);
    } catch (IllegalArgumentException e) {
      refused =
          e.getMessage()
              .equals("The tolerancePu (%s) must lie in 1e-10..1e-2.".formatted(tolerance));
    }
    assertEquals(!taken, refused);
  }

  @Test
  void aPlanTakesAllCasesOrThoseThatItNames() {
    ScreeningPlan all =
        new ScreeningPlan(
            ScreeningOptions.DEFAULT, List.of(), List.of(), ElementFilter.ALL, List.of(), 0, 1);
    ScreeningPlan some =
        new ScreeningPlan(
            ScreeningOptions.DEFAULT, List.of(), List.of(), ElementFilter.ALL, List.of("x"), 0, 1);
    assertTrue(all.includes("y"));
    assertTrue(some.includes("x"));
    assertFalse(some.includes("y"));
    assertNull(all.watched(GRID));
  }
}
