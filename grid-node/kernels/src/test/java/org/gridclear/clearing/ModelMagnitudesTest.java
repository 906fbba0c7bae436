package org.gridclear.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.market.MarketDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelMagnitudesTest {
  private static MarketDay day(String loadMw, String mostMw, String yuanPerH, String tPerMwh) {
    return Days.read(
        """
        {"name": "range", "horizon": {"periodCount": 1, "minutesPerPeriod": 60},
         "network": {"buses": [{"id": "b", "type": "reference"}]},
         "busLoads": [{"bus": "b", "mw": %s}],
         "thermalUnits": [{"id": "g", "bus": "b",
           "offers": [{"mw": [10, %s], "yuanPerH": [100, %s]}],
           "initial": {"on": true, "hours": 9, "powerMw": 20}}],
         "rules": {"rates": [{"unit": "g", "item": "co2", "tPerMwh": %s}],
           "ranges": [{"id": "cap", "kind": "emission", "item": "co2", "span": "day", "max": 50}]}}
        """
            .formatted(loadMw, mostMw, yuanPerH, tPerMwh));
  }

  private static ClearingOutcome clear(MarketDay day) {
    return ClearingKernel.clear(ClearingCase.of(day), ClearingOptions.LOSSLESS, Fixtures.highs());
  }

  @ParameterizedTest
  @CsvSource({
    "20, 100, 1e30, 1",
    "20, 1e16, 1e20, 1",
    "20, 100, 1000, 1e16",
    "20, 100, 1000, 1e-12"
  })
  void aNumberThatASolverRefusesOrDropsIsNamedByItsElement(
      String loadMw, String mostMw, String yuanPerH, String tPerMwh) {
    ClearingOutcome outcome = clear(day(loadMw, mostMw, yuanPerH, tPerMwh));
    var not = assertInstanceOf(ClearingOutcome.NotCleared.class, outcome);
    assertEquals(ClearingOutcome.Reason.SOLVER_FAILED, not.reason());
    assertTrue(not.text().contains("from 1e-9 to 1e15"), not.text());
    assertTrue(not.text().contains("unit g"), not.text());
  }

  @Test
  void whatLiesWithinIsCleared() {
    assertInstanceOf(ClearingOutcome.Cleared.class, clear(day("20", "100", "1e9", "1e-6")));
  }
}
