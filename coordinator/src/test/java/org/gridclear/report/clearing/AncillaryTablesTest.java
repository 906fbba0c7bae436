package org.gridclear.report.clearing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridclear.casetable.CaseTable;
import org.gridclear.casetable.ShownCase;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.InitialConditions;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.input.MarketRun;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.report.page.ReserveFigures;
import org.gridclear.solver.highs.HighsSolver;
import org.gridclear.table.RowRange;
import org.gridclear.table.TableFile;
import org.gridclear.work.CaseSummary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is required, offered, held, called and settled of ancillary services (G-04 to G-13). */
// Rows, C-08, D-13, G-04, G-05, G-13
class AncillaryTablesTest {
  private static final ClearingOptions EXACT = ClearingOptions.LOSSLESS.withGap(1e-9);

  @TempDir static Path folder;
  private static ClearingCase dayAhead;
  private static ClearingResult planned;
  private static ClearingCase realTime;
  private static ClearingResult dispatched;

  /** Of 24 hours the one from 19:00 needs more than was planned. */
  private static MarketDay day(double peakMw) {
    String load =
        IntStream.range(0, 24)
            .mapToObj(t -> t == 19 ? String.valueOf(peakMw) : "100")
            .collect(Collectors.joining(", "));
    return CaseFiles.unpack(
        """
        {"format": "gridclear-case", "version": 1, "name": "day",
         "horizon": {"periodCount": 24, "minutesPerPeriod": 60},
         "network": {"buses": [{"id": "b", "type": "reference", "zone": "east"},
                               {"id": "c", "type": "pq", "zone": "west"}],
                     "branches": [{"id": "bc", "from": "b", "to": "c", "xPu": 0.1}]},
         "busLoads": [{"bus": "b", "mw": [%s]}],
         "flexibleLoads": [{"id": "factory", "bus": "b", "maxMw": 10, "valueYuanPerMwh": 300}],
         "thermalUnits": [
           {"id": "g", "bus": "b", "offers": [{"mw": [20, 200], "yuanPerH": [2000, 20000]}],
            "initial": {"on": true, "hours": 9, "powerMw": 60}},
           {"id": "h", "bus": "b", "offers": [{"mw": [10, 40], "yuanPerH": [2000, 8000]}],
            "initial": {"on": true, "hours": 9, "powerMw": 40}}],
         "profiledUnits": [{"id": "wind", "bus": "c", "maxMw": 30}],
         "reserves": [{"id": "s", "mw": 10, "loadShare": 0.2},
                      {"id": "big", "product": "s", "largestUnit": true, "method": "greatest",
                       "shortfallYuanPerMwh": 0},
                      {"id": "windy", "product": "s", "renewableShare": 0.5,
                       "scope": {"zone": "west"}, "shortfallYuanPerMwh": 0},
                      {"id": "f", "mw": 5}],
         "rules": {"products": [{"id": "s"}, {"id": "f", "kind": "regulation", "minutes": 10}],
           "reserveOffers": [
             {"unit": "g", "product": "s", "maxMw": 60, "priceYuanPerMwh": 2},
             {"unit": "h", "product": "s", "maxMw": 5, "priceYuanPerMwh": 4},
             {"unit": "g", "product": "f", "maxMw": 20, "priceYuanPerMwh": 3}],
           "capabilities": [{"unit": "g", "regulatingMwPerMin": 2, "services": ["black-start"]}],
           "modes": [{"id": "storm", "from": 20, "requirements":
             [{"reserve": "s", "factor": 1.5}, {"reserve": "windy", "factor": 0.5}]}],
           "priceZones": [{"id": "hub", "buses": ["b", "c"]}]}}
        """
            .formatted(load)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static ClearingResult clear(ClearingCase of) {
    ClearingOutcome outcome =
        ClearingKernel.clear(of, EXACT.in(of.market()), HighsSolver.find().orElseThrow());
    return assertInstanceOf(ClearingOutcome.Cleared.class, outcome).result();
  }

  @BeforeAll
  static void clearDayAheadAndRealTime() throws IOException {
    dayAhead = ClearingCase.of(day(100));
    planned = clear(dayAhead);
    InitialConditions before = FinalState.of(dayAhead, planned);
    MarketDay later =
        new MarketRun(Market.RT, 0, 0, 0, 0, MarketRun.FAST_START_HOURS).of(day(205), before);
    realTime = ClearingCase.of(later).in(Market.RT);
    dispatched = clear(realTime);
    for (Market market : List.of(Market.DA, Market.RT)) {
      Path out = Files.createDirectories(folder.resolve(market.name()));
      boolean first = market == Market.DA;
      MarketTables.write(
          out, first ? dayAhead : realTime, EXACT.in(market), first ? planned : dispatched);
    }
  }

  private static List<Map<String, String>> rows(Market market, String file) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(market.name()).resolve(file));
    String[] names = lines.get(0).split(",");
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int k = 0; k < names.length; k++) {
        row.put(names[k], cells[k]);
      }
      rows.add(row);
    }
    return rows;
  }

  /** The sums by hand: 10 + 0.2 × 100, and 1.5 times that in a storm; 0.5 × 30 and half of it. */
  @Test
  void everyRequirementIsWhatItsRuleSays() throws IOException {
    Map<String, double[]> byHand =
        Map.of(
            "s", new double[] {30, 45},
            "big", new double[] {200, 200},
            "windy", new double[] {15, 7.5},
            "f", new double[] {5, 5});
    List<Map<String, String>> rows = rows(Market.DA, "requirements.csv");
    assertEquals(4 * 24, rows.size());
    for (Map<String, String> row : rows) {
      int t = Integer.parseInt(row.get("period")) - 1;
      double expected = byHand.get(row.get("requirement"))[t >= 20 ? 1 : 0];
      assertEquals(expected, Double.parseDouble(row.get("requiredMw")), 1e-9, row::toString);
      double held = Double.parseDouble(row.get("heldMw"));
      double missing = Double.parseDouble(row.get("missingMw"));
      assertTrue(held + missing >= expected - 1e-6, row::toString);
    }
  }

  /** The page shows what the tables do: in the real time, spinning reserve is no row. */
  @Test
  void figuresOfThePageAgreeWithTheTables() throws IOException {
    for (Market market : List.of(Market.DA, Market.RT)) {
      boolean first = market == Market.DA;
      Map<String, Map<?, ?>> figures = new LinkedHashMap<>();
      ReserveFigures.requirements(first ? dayAhead : realTime, first ? planned : dispatched)
          .forEach(of -> figures.put((String) ((Map<?, ?>) of).get("id"), (Map<?, ?>) of));
      assertEquals("GREATEST", figures.get("big").get("method"));
      assertEquals("SUM", figures.get("s").get("method"));
      for (Map<String, String> row : rows(market, "requirements.csv")) {
        Map<?, ?> of = figures.get(row.get("requirement"));
        double[] requiredMw = (double[]) of.get("requiredMw");
        int t = Integer.parseInt(row.get("period")) - 1;
        assertEquals(row.get("inEffect"), of.get("inEffect").toString(), row::toString);
        assertEquals(Double.parseDouble(row.get("requiredMw")), requiredMw[t], 0.006);
      }
    }
  }

  /** By hand: the storm of the last four hours multiplies two of the requirements. */
  @Test
  void whatAPageSaysThatARequirementIsMadeOfMakesUpWhatItRequires() {
    for (Object each : ReserveFigures.requirements(dayAhead, planned)) {
      Map<?, ?> row = (Map<?, ?>) each;
      double[][] parts = (double[][]) row.get("parts");
      double[] factor = (double[]) row.get("factor");
      double[] required = (double[]) row.get("requiredMw");
      double storm = row.get("id").equals("s") ? 1.5 : row.get("id").equals("windy") ? 0.5 : 1;
      for (int t = 0; t < 24; t++) {
        assertEquals(t >= 20 ? storm : 1, factor[t], 0);
        double sum = Math.max(parts[0][t], parts[1][t]) + parts[2][t] + parts[3][t];
        assertEquals(factor[t] * sum, required[t], 0.02, row.get("id") + " " + t);
      }
    }
  }

  /** Every table shows the sum of the model's rows, in a market that has them and one without. */
  @Test
  void tablesAgreeOnWhatIsRequired() throws IOException {
    for (Market market : List.of(Market.DA, Market.RT)) {
      double[] system = new double[24];
      for (Map<String, String> row : rows(market, "requirements.csv")) {
        boolean counts = market == Market.DA || row.get("requirement").equals("f");
        assertEquals(String.valueOf(counts), row.get("inEffect"), row::toString);
        double mw = Double.parseDouble(row.get("requiredMw"));
        assertEquals(counts, mw > 0, row::toString);
        system[Integer.parseInt(row.get("period")) - 1] +=
            row.get("scope").equals("system") ? mw : 0;
      }
      for (Map<String, String> row : rows(market, "balance.csv")) {
        int t = Integer.parseInt(row.get("period")) - 1;
        assertEquals(system[t], Double.parseDouble(row.get("requiredPositiveMw")), 1e-9);
      }
    }
    for (Map<String, Object> row :
        TableFile.objects(CaseTable.CONSTRAINTS.of(ShownCase.of(dayAhead)))) {
      if (row.get("constraint").equals("s")) {
        boolean storm = row.get("firstPeriod").equals(21L) || row.get("firstPeriod").equals(21);
        assertEquals(storm ? 45.0 : 30.0, (double) row.get("min"), 1e-9, row::toString);
      }
    }
  }

  @Test
  void offersAreSummedUpByProduct() {
    List<Map<String, Object>> services =
        TableFile.objects(CaseTable.SERVICES.of(ShownCase.of(dayAhead)));
    Map<String, Object> spinning = services.get(0);
    assertEquals(65.0, (double) spinning.get("offeredMinMw"), 1e-9);
    assertEquals(2.0, (double) spinning.get("priceMinYuanPerMwh"), 1e-9);
    assertEquals(4.0, (double) spinning.get("priceMaxYuanPerMwh"), 1e-9);
    assertEquals("s, big, windy", spinning.get("requirements"));
    assertEquals(245.0, (double) spinning.get("requiredMinMw"), 1e-9);
    List<Map<String, Object>> offers =
        TableFile.objects(CaseTable.OFFERS.of(ShownCase.of(dayAhead)));
    assertEquals(3, offers.size());
    Map<String, Object> unit =
        TableFile.objects(CaseTable.UNITS.of(ShownCase.of(dayAhead))).stream()
            .filter(row -> row.get("unit").equals("g"))
            .findFirst()
            .orElseThrow();
    assertEquals("BLACK_START", unit.get("services"));
    assertEquals(2.0, (double) unit.get("regulatingMwPerMin"), 1e-9);
  }

  /** 205 + 10 MW need 215 of the 240 MW beside the wind; what is awarded and not held is called. */
  @Test
  void realTimeCallsWhatWasAwarded() throws IOException {
    double awarded = 0;
    double called = 0;
    for (Map<String, String> row : rows(Market.RT, "reserve-status.csv")) {
      double held = Double.parseDouble(row.get("heldMw"));
      double award = Double.parseDouble(row.get("awardedMw"));
      double call = Double.parseDouble(row.get("calledMw"));
      if (row.get("product").equals("s")) {
        assertEquals(award, held + call, 1e-5, row::toString);
        awarded += award;
        called += call;
        assertTrue(call == 0 || row.get("period").equals("20"), row::toString);
      }
    }
    assertTrue(awarded > 24 * 30, "awarded " + awarded);
    assertTrue(called > 1, "called " + called);
  }

  private static ClearedDay.Series imported(ClearingCase of, ClearingResult result, String market) {
    return new ClearedDay(
            of.day(), result, market, 24, ImportMapping.identity(), (kind, id) -> true)
        .series();
  }

  /** Capacity and price come from the market that awards; what is called from the dispatch. */
  @Test
  void awardsPricesAndCallsGoToSettlement() {
    Map<String, Map<String, long[]>> da = imported(dayAhead, planned, "da").files();
    long[] held = da.get("services.csv").get("g,spinningMw");
    assertEquals(Math.round(planned.schedule().reserveMw()[0][0][3] * 1e4), held[3]);
    assertTrue(da.get("prices.csv").containsKey("*,spinningYuanPerMwh"));
    assertTrue(da.get("prices.csv").containsKey("*,regulationYuanPerMwh"));
    Map<String, Map<String, long[]>> rt = imported(realTime, dispatched, "rt").files();
    assertFalse(rt.get("services.csv").containsKey("g,spinningMw"));
    assertFalse(rt.get("prices.csv").containsKey("*,spinningYuanPerMwh"));
    long[] called = rt.get("services.csv").get("g,calledMw");
    long[] none = called.clone();
    none[19] = 0;
    assertArrayEquals(new long[24], none);
    assertTrue(called[19] > 0);
  }

  /** A flexible load is in the units, in the table of loads and in the awards of the settlement. */
  @Test
  void aFlexibleLoadIsEverywhere() throws IOException {
    double[] served = planned.schedule().flexibleMw()[0];
    assertEquals(10, served[3], 1e-6);
    assertTrue(
        TableFile.objects(CaseTable.UNITS.of(ShownCase.of(dayAhead))).stream()
            .anyMatch(
                row ->
                    row.get("unit").equals("factory") && row.get("kind").equals("FLEXIBLE_LOAD")));
    assertTrue(
        rows(Market.DA, "loads.csv").stream()
            .anyMatch(row -> row.get("load").equals("factory") && row.get("mw").equals("10")));
    long[] award = imported(dayAhead, planned, "da").files().get("awards.csv").get("factory,daMwh");
    assertEquals(100_000, award[3]);
    assertEquals(
        Arrays.stream(served).sum(),
        CaseSummary.of(dayAhead.day(), planned, List.of(), null).flexibleLoadMwh(),
        1e-6);
    ResultQuery fourth = new ResultQuery(null, null, "b", "4", new RowRange(0, 100));
    try (ResultTables answered = ResultTables.of(dayAhead, EXACT, planned)) {
      assertTrue(
          TableFile.objects(answered.page("loads", fourth).table()).stream()
              .anyMatch(row -> row.get("load").equals("factory") && row.get("mw").equals(10.0)),
          "what the interface answers");
    }
  }

  @Test
  void aLogicalPriceZoneHasItsPrice() throws IOException {
    List<Map<String, String>> hub =
        rows(Market.DA, "zone-prices.csv").stream()
            .filter(row -> row.get("zone").equals("hub"))
            .toList();
    assertEquals(24, hub.size());
    assertEquals("LOGICAL", hub.get(0).get("zoneKind"));
    double price = planned.prices().lmpYuanPerMwh()[0][0];
    assertEquals(price, Double.parseDouble(hub.get(0).get("priceYuanPerMwh")), 1e-6);
    assertTrue(
        imported(dayAhead, planned, "da").files().get("prices.csv").containsKey("hub,daEnergy"));
  }
}
