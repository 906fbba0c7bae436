package org.gridclear.monitoring.impact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gridclear.market.BusLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.market.day.SmallDays;
import org.gridclear.monitoring.impact.ImpactOutcome.Impact;
import org.gridclear.quantity.Series;
import org.junit.jupiter.api.Test;

/** Prices of zones for the impact of offers, by hand, and what fails both tests. */
// Rows: K-14
class ZonePricesTest {
  /** Bus 2 in the north with 10 MW; buses 10 and 1 in the south with 30 and 0 MW. */
  private static final MarketDay DAY = SmallDays.day(LocalDate.of(2026, 10, 1), 4, 360, 30);

  private static double[][] lmp(double two, double ten, double one) {
    return new double[][] {{two, two, two, two}, {ten, ten, ten, ten}, {one, one, one, one}};
  }

  private static double price(Map<String, double[]> prices, String zone) {
    return prices.get(zone)[2];
  }

  /** The south is 400 by its load alone; the system (10 · 200 + 30 · 400)/40 = 350. */
  @Test
  void zonesAreWeightedByTheirLoad() {
    Map<String, double[]> prices = ZonePrices.of(DAY, lmp(200, 400, 1000)).yuanPerMwh();
    assertEquals(Set.of("system", "north", "south"), prices.keySet());
    assertEquals(200, price(prices, "north"), 1e-9);
    assertEquals(400, price(prices, "south"), 1e-9);
    assertEquals(350, price(prices, "system"), 1e-9);
  }

  /** Without load the mean of the buses: (400 + 1000)/2 = 700; a negative load is none. */
  @Test
  void zoneWithoutLoadHasTheMeanOfItsBuses() {
    MarketDay none =
        DAY.withBusLoads(
            List.of(
                new BusLoad("2", Series.of(10, 10, 10, 10)),
                new BusLoad("10", Series.of(30, 30, -5, 30))));
    Map<String, double[]> prices = ZonePrices.of(none, lmp(200, 400, 1000)).yuanPerMwh();
    assertArrayEquals(new double[] {400, 400, 700, 400}, prices.get("south"), 1e-9);
    assertArrayEquals(new double[] {350, 350, 200, 350}, prices.get("system"), 1e-9);
  }

  private static ImpactOutcome outcome(int tested, List<String> notCleared, Impact... impacts) {
    TreeMap<String, List<org.gridclear.monitoring.conduct.ConductTest.Failure>> conduct =
        new TreeMap<>();
    conduct.put("a", List.of());
    conduct.put("b", List.of());
    return new ImpactOutcome(
        tested, conduct, List.of(impacts), List.of(), Set.of(), notCleared, Map.of());
  }

  private static Impact impact(String owner, Integer... periods) {
    return new Impact(owner, "system", List.of(periods), 0, 500, 300, 100);
  }

  /** Only who fails in conduct and in impact goes to reference; the whole market never does. */
  @Test
  void whoFailsBothTestsIsMitigated() {
    ImpactOutcome both =
        outcome(3, List.of(), impact("b", 1, 2), impact("a"), impact("market at reference", 3));
    assertEquals(Set.of("b"), both.mitigated());
    assertFalse(both.clean());
    assertEquals(Set.of(), outcome(3, List.of(), impact("c", 1)).mitigated());
  }

  /** Nothing tested, or a case without a result, is not clean. */
  @Test
  void outcomeIsCleanWhereAllWasTestedAndNothingFails() {
    assertTrue(outcome(1, List.of(), impact("a")).clean());
    assertFalse(outcome(0, List.of(), impact("a")).clean());
    assertFalse(outcome(1, List.of("a"), impact("b")).clean());
    assertFalse(outcome(1, List.of(), impact("a", 0)).clean());
    assertTrue(impact("a", 0).fails());
    assertFalse(impact("a").fails());
  }
}
