package org.gridclear.market.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.network.Contingency;
import org.gridclear.network.Flowgate;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.PeriodMap;
import org.gridclear.quantity.Series;
import org.junit.jupiter.api.Test;

/** Reservoirs, modes, cuts and limits on other periods, and what scopes and products are. */
// Rows: A-27, B-01
class StatesOfRulesTest extends RulesOfFourHours {
  @Test
  void aReservoirKeepsItsEndLevelAtTheEndAloneAndHasItsLeastElsewhere() {
    Reservoir part = lake().on(PART);
    assertEquals(
        new Reservoir(
            "l",
            List.of("g"),
            true,
            1.5,
            Series.of(12, 13),
            Series.of(22, 23),
            Series.of(32, 33),
            25,
            23,
            Series.of(42, 43),
            Series.of(52, 53),
            Series.of(62, 63),
            "m",
            1,
            70,
            List.of(71.0, 72.0, 73.0),
            80),
        part);
    assertEquals(26, lake().on(PeriodMap.part(HOURS, 2, 4)).endMinMm3());
  }

  @Test
  void releasesBeforeTheFirstPeriodFollowTheGrid() {
    assertEquals(
        List.of(71.0, 71.0, 72.0, 72.0, 73.0, 73.0), lake().on(FINER).releasesBeforeM3PerS());
    // pairs from the last one back: the first has one release of the list and one before it
    assertEquals(List.of(70.5, 72.5), lake().on(LONGER).releasesBeforeM3PerS());
    assertEquals(73, lake().releasedM3PerS(-1));
    assertEquals(71, lake().releasedM3PerS(-3));
    assertEquals(70, lake().releasedM3PerS(-4));
  }

  @Test
  void aReservoirAfterARunBeginsWhereItEnded() {
    Reservoir after = lake().after(29, List.of(75.0), 27);
    assertEquals(29, after.initialMm3());
    assertEquals(27, after.endMinMm3());
    assertEquals(List.of(75.0), after.releasesBeforeM3PerS());
    assertEquals(lake(), after.after(25, List.of(71.0, 72.0, 73.0), 26));
    assertFalse(lake().switched(false).inEffect());
    assertEquals(lake(), lake().switched(false).switched(true));
  }

  @Test
  void aModeHoldsFromItsFirstPeriodToBeforeItsLastAndIsCutByRuns() {
    OperatingMode mode =
        new OperatingMode("storm", 1, 3, List.of(new OperatingMode.Factor("r", 1.5)));
    assertEquals(
        List.of(false, true, true, false),
        List.of(mode.holds(0), mode.holds(1), mode.holds(2), mode.holds(3)));
    assertEquals(1.5, mode.factor("r"));
    assertEquals(1, mode.factor("other"));
    assertEquals(List.of(new OperatingMode("storm", 2, 6, mode.requirements())), mode.on(FINER));
    PeriodMap apart = new PeriodMap(new Horizon(4, 60), new int[] {1, 0, 2, 1}, 1, 1, true);
    assertEquals(
        List.of(
            new OperatingMode("storm", 0, 1, mode.requirements()),
            new OperatingMode("storm", 2, 4, mode.requirements())),
        mode.on(apart));
  }

  @Test
  void cutsMoveWithTheirPeriodAndAreThoseOfAllThatBecomeOne() {
    ContingencySet set = new ContingencySet(true, List.of(), List.of(cut(0), cut(1), cut(2)));
    assertEquals(List.of(cut(0), cut(1)), set.on(PART).cuts());
    assertEquals(List.of(cut(0), cut(1), cut(2), cut(3), cut(4), cut(5)), set.on(FINER).cuts());
    assertEquals(List.of(cut(0), cut(0), cut(1)), set.on(LONGER).cuts());
    ContingencySet without = new ContingencySet(true, List.of());
    assertSame(without, without.on(PART));
  }

  @Test
  void aCutIsNamedByElementOutageAndPeriodFromOne() {
    assertEquals("cut of branch br in period 3 after the outage of c", cut(2).name());
    assertEquals(
        "cut of flowgate f in period 1",
        new SecurityCut(0, true, "f", "", 0, true, 0, 1, 0, true).name());
  }

  @Test
  void aContingencySetIsEmptyWhereNothingCounts() {
    assertTrue(ContingencySet.NONE.isEmpty());
    assertFalse(ContingencySet.NONE.ofEveryBranch(true).isEmpty());
    assertFalse(new ContingencySet(false, List.of(Contingency.ofBranch("b"))).isEmpty());
    assertTrue(ContingencySet.NONE.withCuts(List.of(cut(0))).isEmpty());
  }

  @Test
  void limitsOfAFlowgateReplaceThoseOfTheNetworkEachByItself() {
    Flowgate gate = new Flowgate("f", List.of(new Flowgate.Term("b", 1)), 100, 200);
    FlowgateLimit forward = new FlowgateLimit("f", ONE_TO_FOUR, null);
    assertEquals(3, FlowgateLimit.forwardMw(gate, forward, 2));
    assertEquals(200, FlowgateLimit.reverseMw(gate, forward, 2));
    FlowgateLimit reverse = forward.withMw(TENS).withReverseMw(ONE_TO_FOUR);
    assertEquals(30, FlowgateLimit.forwardMw(gate, reverse, 2));
    assertEquals(3, FlowgateLimit.reverseMw(gate, reverse, 2));
    assertEquals(100, FlowgateLimit.forwardMw(gate, null, 2));
    assertEquals(200, FlowgateLimit.reverseMw(gate, null, 2));
    assertEquals(
        new FlowgateLimit("f", Series.of(0.5, INFINITE), null),
        new FlowgateLimit("f", Series.of(1, INFINITE), null).scaled(0.5));
    assertEquals(INFINITE, FlowgateLimit.scaled(INFINITE, 0));
    assertSame(reverse, FlowgateLimit.byFlowgate(List.of(reverse)).get("f"));
  }

  @Test
  void aScopeIsWhatItNames() {
    assertTrue(Scope.SYSTEM.isSystem());
    assertEquals("system", Scope.SYSTEM.label());
    assertEquals("g", Scope.unit("g").label());
    assertFalse(Scope.unit("g").isSystem());
    assertEquals("g, h", new Scope(List.of("g", "h"), "", "").label());
    assertEquals("group p", new Scope(List.of(), "p", "").label());
    assertFalse(new Scope(List.of(), "p", "").isSystem());
    assertEquals("zone z", new Scope(List.of(), "", "z").label());
    assertFalse(new Scope(List.of(), "", "z").isSystem());
  }

  @Test
  void aProductThatSaysNoServiceIsThatOfItsKind() {
    for (ReserveProduct.Kind kind : ReserveProduct.Kind.values()) {
      ReserveProduct product =
          new ReserveProduct("p", kind, ReserveProduct.Direction.DOWN, 10, null);
      boolean regulates = kind == ReserveProduct.Kind.REGULATION;
      assertEquals(regulates, product.followsAgc());
      assertEquals(
          regulates ? AncillaryService.SECONDARY_REGULATION : AncillaryService.RESERVE,
          product.service());
      assertEquals(15, product.within(15).minutes());
    }
  }

  @Test
  void servicesSayWhetherTheyAreTradedAndRegulate() {
    assertEquals(
        List.of(
            AncillaryService.PRIMARY_REGULATION,
            AncillaryService.SECONDARY_REGULATION,
            AncillaryService.TERTIARY_REGULATION,
            AncillaryService.RESERVE),
        java.util.Arrays.stream(AncillaryService.values())
            .filter(AncillaryService::traded)
            .toList());
    assertEquals(
        List.of(
            AncillaryService.PRIMARY_REGULATION,
            AncillaryService.SECONDARY_REGULATION,
            AncillaryService.TERTIARY_REGULATION),
        java.util.Arrays.stream(AncillaryService.values())
            .filter(AncillaryService::regulates)
            .toList());
  }
}
