package org.gridclear.clearing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.market.MarketDay;
import org.junit.jupiter.api.Test;

/** Variables and constraints given as data on days solved by hand. */
// Rows: B-26
class DecisionVariablesTest {
  private static final ClearingOptions EXACT = ClearingOptions.LOSSLESS.withGap(1e-9);

  /** Two units of 100 MW that run, the first at the given price, the second at 30. */
  private static MarketDay day(String load, double firstYuanPerMwh, String rules) {
    int periods = load.split(",").length;
    return Days.read(
        """
        {"name": "day", "horizon": {"periodCount": %d},
         "network": {"buses": [{"id": "n", "type": "reference"}]},
         "thermalUnits": [
           {"id": "a", "bus": "n", "offers": [{"mw": [0, 100], "yuanPerH": [0, %s]}],
            "commitment": "on", "initial": {"on": true, "hours": 9, "powerMw": 50}},
           {"id": "b", "bus": "n", "offers": [{"mw": [0, 100], "yuanPerH": [0, 3000]}],
            "commitment": "on", "initial": {"on": true, "hours": 9, "powerMw": 0}}],
         "busLoads": [{"bus": "n", "mw": [%s]}],
         "rules": {%s}}
        """
            .formatted(periods, 100 * firstYuanPerMwh, load, rules));
  }

  private static ClearingResult audited(MarketDay day) {
    ClearingCase clearingCase = ClearingCase.of(day);
    ClearingResult result = Fixtures.clear(clearingCase, EXACT);
    assertEquals(
        List.of(),
        ClearingAuditor.audit(clearingCase, result).stream().map(Finding::line).toList());
    return result;
  }

  @Test
  void aRowThatLooksBackBindsTwoPeriodsAndPricesBoth() {
    // 30 MW of spare are held by a. In hour 2 it may be 10 MW above hour 1: b gives the other 30.
    // One MW more in hour 1 costs 10 and lets a take one from b in hour 2, so its price is -10.
    ClearingResult result =
        audited(
            day(
                "50, 90",
                10,
                """
                "variables": [{"id": "spare", "max": 40},
                  {"id": "missing", "part": "shortfall", "yuanPerUnit": 200}],
                "linear": [
                  {"id": "need", "min": 30, "penaltyYuanPerUnit": "Infinity", "terms": [
                    {"unit": "spare", "quantity": "variable"}, {"unit": "missing", "quantity": "variable"}]},
                  {"id": "rise", "max": ["Infinity", 40], "penaltyYuanPerUnit": "Infinity", "terms": [
                    {"unit": "a"}, {"unit": "a", "lag": 1, "coefficient": -1},
                    {"unit": "spare", "quantity": "variable", "coefficient": 0.5},
                    {"unit": "spare", "quantity": "variable", "coefficient": 0.5, "lag": 1}]}]
                """));
    assertEquals(500 + 600 + 900, result.objectiveYuan(), 1e-6);
    assertArrayEquals(new double[] {50, 60}, result.schedule().outputMw()[0], 1e-6);
    assertArrayEquals(new double[] {30, 30}, result.schedule().variables()[0], 1e-6);
    assertArrayEquals(new double[] {-10, 30}, result.prices().lmpYuanPerMwh()[0], 1e-6);
  }

  private static String fuels(boolean whole) {
    return """
    "variables": [{"id": "gas", "max": 120, "yuanPerUnit": 5}, {"id": "oil", "yuanPerUnit": 7},
      {"id": "burns gas", "max": 1, "whole": %s}],
    "linear": [
      {"id": "fuel", "max": 0, "penaltyYuanPerUnit": "Infinity", "terms": [{"unit": "a", "coefficient": 2},
        {"unit": "gas", "quantity": "variable", "coefficient": -1},
        {"unit": "oil", "quantity": "variable", "coefficient": -1}]},
      {"id": "gas alone", "max": 0, "penaltyYuanPerUnit": "Infinity", "terms": [
        {"unit": "gas", "quantity": "variable"},
        {"unit": "burns gas", "quantity": "variable", "coefficient": -200}]},
      {"id": "oil alone", "max": 200, "penaltyYuanPerUnit": "Infinity", "terms": [
        {"unit": "oil", "quantity": "variable"},
        {"unit": "burns gas", "quantity": "variable", "coefficient": 200}]}]
    """
        .formatted(whole);
  }

  @Test
  void aWholeVariableChoosesOneOfTwoFuels() {
    // 160 of fuel: all oil is 1120; 120 of gas and 20 MWh of b would be 1200. Blended: 600 + 280.
    ClearingResult one = audited(day("80", 0, fuels(true)));
    assertEquals(1120, one.objectiveYuan(), 1e-6);
    assertEquals(1120, one.costs().energyYuan(), 1e-6);
    assertEquals(14, one.prices().lmpYuanPerMwh()[0][0], 1e-6);
    assertEquals(880, audited(day("80", 0, fuels(false))).objectiveYuan(), 1e-6);
  }

  @Test
  void aShortfallIsReportedAsRelaxedAtItsPrice() {
    ClearingResult result =
        audited(
            day(
                "80",
                10,
                """
                "variables": [{"id": "spare", "max": 10, "part": "ancillary", "yuanPerUnit": 3},
                  {"id": "missing", "part": "shortfall", "yuanPerUnit": 200}],
                "linear": [{"id": "need", "min": 30, "penaltyYuanPerUnit": "Infinity", "terms": [
                    {"unit": "spare", "quantity": "variable"}, {"unit": "missing", "quantity": "variable"}]}]
                """));
    assertEquals(800 + 30 + 4000, result.objectiveYuan(), 1e-6);
    assertEquals(30, result.costs().ancillaryYuan(), 1e-6);
    assertEquals(1, result.relaxations().size());
    Relaxation missing = result.relaxations().get(0);
    assertEquals("variable missing", missing.element());
    assertEquals(20, missing.amount(), 1e-6);
    assertTrue(Math.abs(missing.penaltyYuan() - 4000) < 1e-6);
  }
}
