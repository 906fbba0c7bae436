package org.gridclear.clearing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.explain.PriceExplanation;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.HorizonWindow;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.market.BusLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.FlowgateLimit;
import org.gridclear.quantity.PeriodMap;
import org.gridclear.quantity.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Limits of an interface that change with the hour, by hand: 150 MW at b come from a at 100
 * yuan/MWh as far as the interface lets them, the rest from b at 500.
 */
// Rows: A-23, B-18
class FlowgateLimitsTest {
  private static final double[] CHEAP = {100, 100, 100};

  private static MarketDay day(String limits) {
    return day("1", limits);
  }

  /** Lines of which the interface is the sum, or the sum the other way round. */
  private static MarketDay day(String weight, String limits) {
    return Days.read(
        """
        {"horizon": {"periodCount": 3},
         "network": {"buses": [{"id": "a", "type": "reference"}, {"id": "b"}],
           "branches": [{"id": "l1", "from": "a", "to": "b", "rPu": 0.01, "xPu": 0.1},
                        {"id": "l2", "from": "a", "to": "b", "rPu": 0.02, "xPu": 0.2}],
           "flowgates": [{"id": "ab", "limitMw": 160, "reverseLimitMw": 170,
             "terms": [{"branch": "l1", "weight": %s}, {"branch": "l2", "weight": %s}]}]},
         "thermalUnits": [
           {"id": "cheap", "bus": "a", "offers": [{"mw": [0, 300], "yuanPerH": [0, 30000]}],
            "initial": {"on": true, "hours": 9, "powerMw": 150}},
           {"id": "dear", "bus": "b", "offers": [{"mw": [0, 300], "yuanPerH": [0, 150000]}],
            "initial": {"on": true, "hours": 9, "powerMw": 0}}],
         "busLoads": [{"bus": "b", "mw": 150}], "rules": {"flowgateLimits": [%s]}}
        """
            .formatted(weight, weight, limits));
  }

  private static ClearingResult clear(MarketDay day) {
    return Fixtures.clear(day, ClearingOptions.LOSSLESS.withGap(1e-9));
  }

  private static List<Finding> findings(MarketDay day, ClearingResult result) {
    return ClearingAuditor.audit(ClearingCase.of(day), result);
  }

  @ParameterizedTest
  @CsvSource({
    "1, '{\"flowgate\": \"ab\", \"mw\": [160, 90, 200]}'",
    "-1, '{\"flowgate\": \"ab\", \"reverseMw\": [160, 90, 200]}'"
  })
  void pricesSeparateInTheHourWhoseLimitBindsAlone(String weight, String limits) {
    MarketDay day = day(weight, limits);
    ClearingResult result = clear(day);
    assertArrayEquals(new double[] {150, 90, 150}, result.schedule().outputMw()[0], 1e-6);
    assertArrayEquals(new double[] {0, 60, 0}, result.schedule().outputMw()[1], 1e-6);
    assertArrayEquals(CHEAP, result.prices().lmpYuanPerMwh()[0], 1e-6);
    assertArrayEquals(
        new double[] {100, 500, 100}, result.prices().lmpYuanPerMwh()[1], 1e-6, "at b");
    List<FlowResult> binding = result.flows().stream().filter(FlowResult::binding).toList();
    assertEquals(1, binding.size(), binding.toString());
    assertEquals("B-18", binding.get(0).constraint());
    assertEquals(1, binding.get(0).period());
    assertEquals(90, binding.get(0).limitMw(), 1e-9);
    assertEquals(400, binding.get(0).shadowPriceYuanPerMwh(), 1e-6);
    assertEquals(List.of(), findings(day, result));
  }

  @Test
  void thatOfTheNetworkHoldsInADirectionThatIsNotGiven() {
    MarketDay forward = day("{\"flowgate\": \"ab\", \"reverseMw\": [0, 0, 0]}");
    assertArrayEquals(CHEAP, clear(forward).prices().lmpYuanPerMwh()[1], 1e-6);
    MarketDay tight = forward.withBusLoads(scaled(forward, 1.2));
    assertArrayEquals(new double[] {160, 160, 160}, clear(tight).schedule().outputMw()[0], 1e-6);
  }

  private static List<BusLoad> scaled(MarketDay day, double scale) {
    return day.busLoads().stream()
        .map(load -> new BusLoad(load.bus(), load.mw().map(mw -> mw * scale)))
        .toList();
  }

  @Test
  void anHourWithoutALimitIsFreeAndOneOfNothingIsShut() {
    MarketDay day = day("{\"flowgate\": \"ab\", \"mw\": [\"Infinity\", 0, 90]}");
    MarketDay more = day.withBusLoads(scaled(day, 2));
    ClearingResult result = clear(more);
    assertArrayEquals(new double[] {300, 0, 90}, result.schedule().outputMw()[0], 1e-6);
    assertEquals(List.of(), findings(more, result));
  }

  /** A flow of nothing at a limit of nothing has a price, and a direction in which it is held. */
  @ParameterizedTest
  @CsvSource({"1, mw, 1", "-1, reverseMw, -1"})
  void anInterfaceThatIsShutSeparatesPrices(String weight, String field, double direction) {
    MarketDay day = day(weight, "{\"flowgate\": \"ab\", \"%s\": [200, 0, 200]}".formatted(field));
    ClearingResult result = clear(day);
    assertArrayEquals(
        new double[] {100, 500, 100}, result.prices().lmpYuanPerMwh()[1], 1e-6, "at b");
    FlowResult shut = result.flows().stream().filter(FlowResult::binding).findFirst().orElseThrow();
    assertEquals(400, shut.shadowPriceYuanPerMwh(), 1e-6);
    assertEquals(direction, shut.direction());
    assertEquals(List.of(), findings(day, result));
    PriceExplanation why = PriceExplanation.of(ClearingCase.of(day), result, 1, 1);
    assertEquals(400, why.limits().get(0).yuanPerMwh(), 1e-6);
  }

  /**
   * Prices are told against the load where losses are modelled, though nothing flows or is lost.
   */
  @Test
  void aShutInterfaceIsPricedAgainstTheLoadWhereLossesAreModelled() {
    MarketDay shut = day("{\"flowgate\": \"ab\", \"mw\": [0, 0, 0]}");
    BusLoad atA = new BusLoad("a", Series.of(30, 30, 30));
    MarketDay day = shut.withBusLoads(List.of(atA, shut.busLoads().get(0)));
    ClearingResult result =
        Fixtures.clear(day, ClearingOptions.LOSSLESS.withLosses(true).withGap(1e-9));
    assertArrayEquals(new double[3], result.lossMw(), 1e-9);
    assertArrayEquals(CHEAP, result.prices().lmpYuanPerMwh()[0], 1e-6);
    double energy = (30 * 100 + 150 * 500) / 180.0;
    double[] congestion = {100 - energy, 500 - energy};
    for (int b = 0; b < 2; b++) {
      assertEquals(congestion[b], result.prices().congestionYuanPerMwh()[b][2], 1e-6);
      PriceExplanation why = PriceExplanation.of(ClearingCase.of(day), result, b, 2);
      assertEquals(congestion[b], why.limits().get(0).yuanPerMwh(), 1e-6);
    }
    assertEquals(List.of(), findings(day, result));
  }

  /** The auditor reads the limits of the case by itself. */
  @Test
  void aScheduleOfOtherLimitsIsFoundInTheHourInWhichTheyDiffer() {
    MarketDay day = day("{\"flowgate\": \"ab\", \"mw\": [160, 90, 200]}");
    ClearingResult loose = clear(day("{\"flowgate\": \"ab\", \"mw\": [160, 100, 200]}"));
    List<Finding> found =
        findings(day, loose).stream().filter(f -> f.check().equals("flow limit")).toList();
    assertEquals(1, found.size(), found.toString());
    assertEquals("flowgate ab", found.get(0).element());
    assertEquals(1, found.get(0).period());
    MarketDay turned = day("-1", "{\"flowgate\": \"ab\", \"reverseMw\": [160, 170, 100]}");
    List<Finding> reverse =
        findings(turned, clear(day("-1", ""))).stream()
            .filter(f -> f.check().equals("flow limit"))
            .toList();
    assertEquals(List.of(2), reverse.stream().map(Finding::period).toList());
  }

  @Test
  void quartersTakeTheLimitOfTheirHourAndAPartThoseOfItsHours() {
    MarketDay day = day("{\"flowgate\": \"ab\", \"mw\": [160, 90, 200], \"reverseMw\": [1, 2, 3]}");
    PeriodMap quarters = PeriodMap.days(day.horizon(), 0, 15, false);
    FlowgateLimit finer = day.rules().on(quarters).flowgateLimits().get(0);
    assertEquals(Series.of(160, 160, 160, 160, 90, 90, 90, 90, 200, 200, 200, 200), finer.mw());
    assertEquals(2, finer.reverseMw().at(7));
    FlowgateLimit later =
        day.rules().on(PeriodMap.part(day.horizon(), 1, 3)).flowgateLimits().get(0);
    assertEquals(Series.of(90, 200), later.mw());
    assertEquals(Series.of(2, 3), later.reverseMw());
    MarketDay window = HorizonWindow.on(day, PeriodMap.part(day.horizon(), 1, 2));
    ClearingResult result = clear(window);
    assertArrayEquals(new double[] {90}, result.schedule().outputMw()[0], 1e-6);
    assertTrue(findings(window, result).isEmpty());
  }
}
