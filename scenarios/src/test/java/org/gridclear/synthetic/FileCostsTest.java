package org.gridclear.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.quantity.Horizon;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a market day takes over from the cost curves and limits of a MATPOWER file. */
class FileCostsTest {
  private static final String CASE =
      """
      function mpc = c
      mpc.version = '2';
      mpc.baseMVA = 100;
      mpc.bus = [
        1 3 0  0  0 0 1 1 0 230 1 1.1 0.9;
        2 2 50 20 0 0 1 1 0 230 1 1.1 0.9;
      ];
      mpc.gen = [
        1 100 0 300 -300 1.02 100 1 200 0   0 0 0 0 0 0 0 0  0 0 0;
        2 -30 0 300 -300 1.01 100 1 0   -60 0 0 0 0 0 0 0 15 0 0 0;
      ];
      mpc.branch = [1 2 0.01 0.08 0.04 200 200 200 0 0 1 -360 360];
      mpc.gencost = [
        1 700 0 4 0 0 50 500 100 2500 200 9500;
        2 0 0 2 50 0 0 0 0 0 0 0;
      ];
      """;
  private static final String BID = "2 0 0 2 50 0 0 0 0 0 0 0";

  @TempDir Path folder;

  private MarketDay day(String text) throws IOException {
    Files.writeString(folder.resolve("c.m"), text);
    return SyntheticMarket.complete(
        CaseFiles.load("c.m", folder, Set.of()).network(),
        new Horizon(24, 60),
        SyntheticOptions.DEFAULT);
  }

  private static String with(String from, String to) {
    assertTrue(CASE.contains(from), from);
    return CASE.replace(from, to);
  }

  @Test
  void aPiecewiseCurveIsOfferedPointByPointFromItsOwnLeastOutput() throws IOException {
    ThermalUnit unit = day(CASE).thermalUnits().get(0);
    assertEquals(List.of(0.0, 50.0, 100.0, 200.0), unit.offer(0).mw());
    assertEquals(List.of(0.0, 500.0, 2500.0, 9500.0), unit.offer(0).yuanPerH());
    assertEquals(700, unit.startCategories().get(0).costYuan());
    ThermalUnit within = day(with("1 200 0 ", "1 150 36 ")).thermalUnits().get(0);
    assertEquals(List.of(36.0, 50.0, 100.0, 150.0), within.offer(0).mw());
    assertEquals(360, within.offer(0).firstYuanPerH(), 1e-9);
    assertEquals(6000, within.offer(0).yuanPerH().get(3), 1e-9);
  }

  @Test
  void aGeneratorThatOnlyDrawsIsALoadWithItsPrice() throws IOException {
    FlexibleLoad load = day(CASE).flexibleLoads().get(0);
    assertEquals("G2", load.id());
    assertEquals("2", load.bus());
    assertEquals(60, load.maxMw().at(7));
    assertEquals(50, load.valueYuanPerMwh().at(7));
  }

  @Test
  void eachSegmentOfItsCurveBidsItsOwnPriceTheDearestFirst() throws IOException {
    List<FlexibleLoad> bids = day(with(BID, "1 0 0 3 -60 -1600 -20 -1000 0 0 0 0")).flexibleLoads();
    assertEquals(List.of("G2 part 1", "G2 part 2"), bids.stream().map(FlexibleLoad::id).toList());
    assertEquals(20, bids.get(0).maxMw().at(0));
    assertEquals(50, bids.get(0).valueYuanPerMwh().at(0));
    assertEquals(40, bids.get(1).maxMw().at(0));
    assertEquals(15, bids.get(1).valueYuanPerMwh().at(0));
    String rising = with(BID, "1 0 0 3 -60 -1600 -20 -300 0 0 0 0");
    assertThrows(IllegalArgumentException.class, () -> day(rising));
  }

  @Test
  void whatItDrawsInAnyCaseIsLoadAndWithoutAPriceAllOfIt() throws IOException {
    MarketDay least = day(with("1 0   -60", "1 -25 -60"));
    assertEquals(35, least.flexibleLoads().get(0).maxMw().at(0));
    assertTrue(least.busLoads().stream().anyMatch(load -> load.mw().at(3) == 25));
    MarketDay fixed = day(CASE.substring(0, CASE.indexOf("mpc.gencost")));
    assertTrue(fixed.flexibleLoads().isEmpty());
    assertTrue(fixed.busLoads().stream().anyMatch(load -> load.mw().at(3) == 30));
    assertEquals(MarketDay.YUAN, fixed.currency());
  }

  @Test
  void moneyOfAFileWithoutACurrencyIsCurrencyUnits() throws IOException {
    assertEquals(MarketDay.CURRENCY_UNITS, day(CASE).currency());
  }

  @Test
  void rampsOfTheFileGoBeforeThoseOfATechnology() throws IOException {
    String given = "1 200 0   0 0 0 0 0 0 0 0  0 0 0";
    String ramps = "1 200 0   0 0 0 0 0 0 %s 0 0";
    String[] agcTenThirty = {"2 0 0", "2 12 0", "2 12 45"};
    double[] mwPerH = {120, 72, 90};
    for (int k = 0; k < mwPerH.length; k++) {
      ThermalUnit unit = day(with(given, ramps.formatted(agcTenThirty[k]))).thermalUnits().get(0);
      assertEquals(mwPerH[k], unit.rampUpMwPerH());
    }
  }

  @Test
  void aDcLineIsDecidedWithinItsDispatchRange() throws IOException {
    MarketDay day = day(CASE + "mpc.dcline = [1 2 1 10 9 0 0 1 1 -Inf 40 -9 9 -9 9 0 0.01];\n");
    var schedule = day.rules().hvdcSchedules().get(0);
    assertEquals(40, schedule.maxMw().at(0));
    assertEquals(-200, schedule.minMw().at(0));
    assertEquals(10, schedule.initialMw());
  }

  @Test
  void whatCannotBeClearedIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> day(with("1 200 0 ", "1 Inf 0 ")));
    String falling = with("50 500 100 2500 200 9500", "50 5000 100 5500 200 9500");
    InvalidInputException refused = assertThrows(InvalidInputException.class, () -> day(falling));
    assertTrue(refused.issues().stream().anyMatch(i -> i.rule() == Rule.OFFER_CONVEX));
  }

  private static final String BRANCHES =
      "mpc.branch = [1 2 0.01 0.08 0.04 200 200 200 0 0 1 -360 360];\n";

  /** Three units of 80 MW at bus 1, each with its PMIN, and cost rows if any. */
  private static String small(String costs, String fuels) {
    String unit = "  1 40 0 30 -30 1.02 100 1 80 %s 0 0 0 0 0 0 0 0 0 0 0;\n";
    return CASE.substring(0, CASE.indexOf("mpc.gen"))
        + "mpc.gen = [\n"
        + unit.formatted("10")
        + unit.formatted("0")
        + unit.formatted("5")
        + "];\n"
        + BRANCHES
        + costs
        + fuels;
  }

  private MarketDay renewable(String text, double share) throws IOException {
    Files.writeString(folder.resolve("c.m"), text);
    return SyntheticMarket.complete(
        CaseFiles.load("c.m", folder, Set.of()).network(),
        new Horizon(4, 60),
        new SyntheticOptions(1, 1, share, 0.04, 0.04));
  }

  @Test
  void aUnitWithCostsKeepsThemItsLeastOutputAndItsKind() throws IOException {
    String costs = "mpc.gencost = [2 0 0 3 0.02 30 0; 2 55 0 2 20 7 0; 2 0 0 2 0 0 0];\n";
    MarketDay day = renewable(small(costs, ""), 1);
    assertTrue(day.profiledUnits().isEmpty());
    assertEquals(
        List.of(10.0, 0.0, 5.0), day.thermalUnits().stream().map(u -> u.pMinMw().at(3)).toList());
    ThermalUnit first = day.thermalUnits().get(0);
    assertEquals(10 * 30 + 0.02 * 100, first.offer(0).firstYuanPerH(), 1e-9);
    assertEquals(80 * 30 + 0.02 * 6400, first.offer(0).yuanPerH().get(FileCosts.SEGMENTS), 1e-9);
    assertEquals(List.of(7.0, 1607.0), day.thermalUnits().get(1).offer(0).yuanPerH());
    assertEquals(55, day.thermalUnits().get(1).startCategories().get(0).costYuan());
    assertEquals(List.of(0.0, 0.0), day.thermalUnits().get(2).offer(0).yuanPerH());
    assertTrue(day.synthetic().stream().noneMatch(what -> what.contains("offers")));
  }

  @Test
  void whatTheFileLacksIsMadeAndNamedWithCounts() throws IOException {
    MarketDay none = renewable(small("", ""), 0);
    assertEquals(10, none.thermalUnits().get(0).pMinMw().at(0));
    assertTrue(none.thermalUnits().get(1).pMinMw().at(0) > 0);
    assertTrue(none.synthetic().contains("offers of 3 of 3 units"), none.synthetic().toString());
    assertTrue(none.synthetic().contains("least outputs of 1 of 3 units"));
    MarketDay wind = renewable(small("", ""), 1);
    assertEquals(3, wind.profiledUnits().size());
    assertTrue(wind.synthetic().contains("wind or solar as kind of 3 of 3 units"));
  }

  @Test
  void aWindUnitOfTheFileKeepsItsPriceAndLeastOutput() throws IOException {
    String costs = "mpc.gencost = [2 0 0 2 4 0 0; 2 0 0 3 0.1 3 0; 2 0 0 2 20 0 0];\n";
    MarketDay day = renewable(small(costs, "mpc.genfuel = {'wind'; 'wind'; 'coal'};\n"), 1);
    assertEquals(4, day.profiledUnits().get(0).priceYuanPerMwh().at(2), 1e-9);
    assertEquals(10, day.profiledUnits().get(0).minMw().at(2));
    assertTrue(day.profiledUnits().get(0).maxMw().min() >= 10);
    assertEquals(11, day.profiledUnits().get(1).priceYuanPerMwh().at(2), 1e-9);
    assertTrue(day.synthetic().contains("mean prices for cost curves of 1 of 3 units"));
    assertEquals(List.of("G3"), day.thermalUnits().stream().map(ThermalUnit::id).toList());
  }

  @Test
  void aConcaveCurveIsRefusedWhicheverUnitHasIt() {
    for (int unit = 0; unit < 3; unit++) {
      StringBuilder rows = new StringBuilder("mpc.gencost = [");
      for (int k = 0; k < 3; k++) {
        rows.append(k == unit ? "2 0 0 3 -0.1 30 0;" : "2 0 0 3 0.1 30 0;");
      }
      String text = small(rows + "];\n", "");
      InvalidInputException refused =
          assertThrows(InvalidInputException.class, () -> renewable(text, 1));
      String id = "unit G" + (unit + 1);
      assertTrue(
          refused.issues().stream()
              .anyMatch(i -> i.rule() == Rule.OFFER_CONVEX && i.element().equals(id)));
    }
  }
}
