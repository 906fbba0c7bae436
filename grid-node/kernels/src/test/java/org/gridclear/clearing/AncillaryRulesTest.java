package org.gridclear.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.model.RequiredReserve;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.rule.AncillaryService;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requirements assessed by rule and mode, regulating rates and what services are (G-04, G-14). */
// Rows: G-04, G-14
class AncillaryRulesTest {
  private static List<String> names(MarketDay day, ClearingResult result) {
    return ClearingAuditor.audit(ClearingCase.of(day), result).stream().map(Finding::line).toList();
  }

  private static ClearingResult clear(MarketDay day) {
    return Fixtures.clear(ClearingCase.of(day), ClearingOptions.LOSSLESS.withGap(1e-9));
  }

  /** Two units of 100 MW, a wind farm of 40, and 90 MW of load over two hours. */
  private static MarketDay day(String reserve, String rules) {
    return Days.read(
        """
        {"name": "services", "horizon": {"periodCount": 2},
         "network": {"buses": [{"id": "n", "type": "reference", "zone": "east"}]},
         "thermalUnits": [
           {"id": "a", "bus": "n", "offers": [{"mw": [10, 100], "yuanPerH": [100, 1000]}],
            "reserves": ["r"], "rampUpMwPerH": 60, "rampDownMwPerH": 60,
            "initial": {"on": true, "hours": 9, "powerMw": 60}},
           {"id": "b", "bus": "n", "offers": [{"mw": [10, 100], "yuanPerH": [200, 2000]}],
            "reserves": ["r"], "rampUpMwPerH": 60, "rampDownMwPerH": 60,
            "initial": {"on": true, "hours": 9, "powerMw": 20}}],
         "profiledUnits": [{"id": "wind", "bus": "n", "maxMw": [40, 20]}],
         "busLoads": [{"bus": "n", "mw": [90, 80]}],
         "reserves": [%s], "rules": {%s}}
        """
            .formatted(reserve, rules));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "mw": [10, 20]                                                             | 10  | 20
          "mw": 5, "loadShare": 0.1                                                  | 14  | 13
          "mw": 5, "loadShare": 0.1, "renewableShare": 0.5                           | 34  | 23
          "largestUnit": true                                                        | 100 | 100
          "largestUnit": true, "loadShare": 0.1                                      | 109 | 108
          "mw": 5, "loadShare": 0.1, "renewableShare": 0.5, "method": "greatest"     | 20  | 10
          "mw": 5, "loadShare": 0.2, "renewableShare": 0.25, "method": "greatest"    | 18  | 16
          "mw": 5, "largestUnit": true, "loadShare": 0.2, "method": "greatest"       | 100 | 100
          """)
  void everyRuleAsksForWhatTheModelHoldsAndTheAuditorCounts(
      String rule, double first, double second) {
    for (String mode : List.of("", "{\"id\": \"storm\", \"from\": 1, \"requirements\": [%s]}")) {
      String factor = "{\"reserve\": \"r\", \"factor\": 1.5}";
      String modes = "\"modes\": [" + mode.formatted(factor) + "]";
      MarketDay day = day("{\"id\": \"r\", %s}".formatted(rule), modes);
      ClearingCase clearingCase = ClearingCase.of(day);
      ReserveRequirement requirement = day.reserves().get(0);
      double[] expected = {first, mode.isEmpty() ? second : 1.5 * second};
      ClearingResult result = clear(day);
      for (int t = 0; t < 2; t++) {
        assertEquals(expected[t], RequiredReserve.rowMw(clearingCase, requirement, t), 1e-9);
        double held =
            result.schedule().reserveMw()[0][0][t] + result.schedule().reserveMw()[0][1][t];
        int period = t;
        double missing =
            result.relaxations().stream()
                .filter(each -> each.period() == period)
                .mapToDouble(Relaxation::amount)
                .sum();
        assertTrue(held + missing >= expected[t] - 1e-6, held + " and " + missing);
      }
      assertEquals(List.of(), names(day, result));
      // What one MW more would ask for is missed by the same schedule, where all of it binds.
      MarketDay more =
          day("{\"id\": \"r\", %s}".formatted(rule), modes)
              .withReserves(
                  List.of(requirement.withMw(org.gridclear.quantity.Series.of(190, 190))));
      assertTrue(names(more, result).stream().anyMatch(line -> line.contains("reserve r")));
    }
  }

  /** The regulating rate, the ramp or the offer limits regulation, whichever is least. */
  @ParameterizedTest
  @CsvSource({"0.5, 10, 5", "0.5, 0, 30", "3, 10, 10", "0.1, 10, 1"})
  void theRegulatingRateLimitsWhatFollowsAgc(double rate, double minutes, double mostMw) {
    String rules =
        """
        "products": [{"id": "r", "kind": "regulation", "minutes": %s}],
        "capabilities": [{"unit": "a", "regulatingMwPerMin": %s},
                         {"unit": "b", "regulatingMwPerMin": 0}]
        """;
    MarketDay day = day("{\"id\": \"r\", \"mw\": 80}", rules.formatted(minutes, rate));
    ClearingResult result = clear(day);
    double[][] held = result.schedule().reserveMw()[0];
    assertEquals(mostMw, held[0][0], 1e-6);
    assertEquals(0, held[1][0], 1e-6);
    assertEquals(List.of(), names(day, result));
    MarketDay slower = day("{\"id\": \"r\", \"mw\": 80}", rules.formatted(minutes, rate * 0.9));
    boolean binds = rate * (minutes > 0 ? minutes : 60) <= mostMw + 1e-9;
    assertEquals(
        binds, names(slower, result).stream().anyMatch(line -> line.contains("reserve limit")));
  }

  @Test
  void primaryControlDoesNotFollowAgc() {
    String rules =
        """
        "products": [{"id": "r", "kind": "regulation", "minutes": 10,
                      "service": "primary-regulation"}],
        "capabilities": [{"unit": "a", "regulatingMwPerMin": 0.1, "services": ["avc"]}]
        """;
    ClearingResult result = clear(day("{\"id\": \"r\", \"mw\": 20}", rules));
    assertEquals(10, result.schedule().reserveMw()[0][0][0], 1e-6);
  }

  @Test
  void aServiceIsDefinedByItsKind() {
    assertEquals(AncillaryService.RESERVE, ReserveProduct.spinning("x").service());
    for (AncillaryService each : AncillaryService.values()) {
      assertEquals(
          each != AncillaryService.AVC && each != AncillaryService.BLACK_START, each.traded());
    }
    String product = "\"products\": [{\"id\": \"r\", \"kind\": \"%s\", \"service\": \"%s\"}]";
    for (String wrong :
        List.of(
            "regulation avc",
            "spinning black-start",
            "spinning " + "tertiary-regulation",
            "regulation reserve")) {
      String[] parts = wrong.split(" ");
      String rules = product.formatted(parts[0], parts[1]);
      InvalidInputException refused =
          assertThrows(InvalidInputException.class, () -> day("{\"id\": \"r\", \"mw\": 1}", rules));
      assertTrue(refused.getMessage().contains("MKT-18"), refused.getMessage());
    }
  }

  @Test
  void modesThatMeetAreRefused() {
    String mode =
        "{\"id\": \"%s\", \"from\": %d, \"requirements\": [{\"reserve\": \"r\", \"factor\": 2}]}";
    String apart =
        "\"modes\": [{\"id\": \"x\", \"to\": 1, \"requirements\": [{\"reserve\": \"r\", \"factor\":"
            + " 2}]}, "
            + mode.formatted("y", 1)
            + "]";
    assertFalse(day("{\"id\": \"r\", \"mw\": 1}", apart).rules().modes().isEmpty());
    String meet = "\"modes\": [" + mode.formatted("x", 0) + ", " + mode.formatted("y", 1) + "]";
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> day("{\"id\": \"r\", \"mw\": 1}", meet));
    assertTrue(refused.getMessage().contains("MKT-19"), refused.getMessage());
  }
}
