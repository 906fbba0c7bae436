package org.gridclear.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.clearing.explain.UnitExplanation;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.search.Fixtures;
import org.junit.jupiter.api.Test;

/** Every unit of a day can be explained, and a unit held on by reserve says by which. */
class UnitExplanationTest {
  /** Dear is on at a loss, as the only one in the south; the free wind is more than is needed. */
  private static final ClearingCase DAY =
      ClearingCase.of(
          Days.read(
              """
              {"name": "day", "horizon": {"periodCount": 2, "minutesPerPeriod": 60},
               "network": {"name": "n", "baseMva": 100,
                 "buses": [{"id": "a", "type": "REFERENCE", "zone": "N"}, {"id": "b", "zone": "S"}],
                 "branches": [{"id": "ab", "from": "a", "to": "b", "xPu": 0.1}]},
               "thermalUnits": [
                 {"id": "cheap", "bus": "a", "offers": [{"mw": [10, 200], "yuanPerH": [1000, 20000]}],
                  "reserves": ["r"]},
                 {"id": "dear", "bus": "b", "offers": [{"mw": [5, 50], "yuanPerH": [2500, 25000]}],
                  "reserves": ["r"]}],
               "profiledUnits": [{"id": "wind", "bus": "b", "fuel": "wind", "maxMw": [30, 60]}],
               "busLoads": [{"bus": "b", "mw": [100, 45]}],
               "reserves": [{"id": "south", "product": "r", "scope": {"zone": "S"}, "mw": 20}]}
              """));

  private static final ClearingResult RESULT =
      Fixtures.clear(DAY, ClearingOptions.LOSSLESS.withGap(1e-9));

  private static UnitExplanation why(String unit, int period) {
    return UnitExplanation.of(DAY, RESULT, unit, period);
  }

  private static void says(List<String> reasons, String part) {
    assertTrue(reasons.stream().anyMatch(reason -> reason.contains(part)), reasons.toString());
  }

  @Test
  void aUnitOnAtALossForReserveNamesTheRequirementAndWhatOthersGive() {
    UnitExplanation dear = why("dear", 0);
    assertTrue(dear.on() && dear.runIncomeYuan() < dear.runCostYuan());
    says(dear.reasons(), "reserve south (B-16, zone S) needs 20.00 MW: it gives 20.00, all others");
    assertTrue(why("cheap", 0).reasons().stream().noneMatch(r -> r.contains("reserve south")));
  }

  @Test
  void aUnitWithAForecastSaysWhetherItGivesAllOfIt() {
    UnitExplanation all = why("wind", 0);
    assertEquals(30, all.outputMw(), 1e-6);
    says(all.reasons(), "all of its forecast, 30.00 MW");
    UnitExplanation less = why("wind", 1);
    double mw = RESULT.schedule().profiledMw()[0][1];
    assertTrue(mw > 20 && mw < 45, String.valueOf(mw));
    says(less.reasons(), "%.2f MW less than its forecast of 60.00 MW".formatted(60 - mw));
    assertEquals(0, less.nextYuanPerMwh());
  }

  @Test
  void aUnitThatIsNotThereIsRefusedByName() {
    assertEquals(
        List.of("cheap", "dear", "wind"),
        List.copyOf(UnitExplanation.busOfUnit(DAY.day()).keySet()));
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> why("wnd", 0))
            .getMessage()
            .contains("wnd"));
  }

  /** What a run before decided is not said of the data. */
  @Test
  void aUnitThatAnEarlierRunKeepsOffSaysSo() {
    String text =
        """
        {"horizon": {"periodCount": 1},
         "network": {"buses": [{"id": "n", "type": "reference"}]},
         "thermalUnits": [
           {"id": "a", "bus": "n", "offers": [{"mw": [0, 100], "yuanPerH": [0, 1000]}]},
           {"id": "b", "bus": "n", "offers": [{"mw": [0, 100], "yuanPerH": [0, 1000]}],
            "commitment": "%s"}],
         "busLoads": [{"bus": "n", "mw": 50}]}
        """;
    for (String status : List.of("off", "kept_off")) {
      ClearingCase day = ClearingCase.of(Days.read(text.formatted(status)));
      ClearingResult result = Fixtures.clear(day, ClearingOptions.LOSSLESS);
      List<String> reasons = UnitExplanation.of(day, result, "b", 0).reasons();
      says(reasons, status.equals("off") ? "given by the data: OFF" : "earlier run decided");
      assertEquals(1, reasons.stream().filter(reason -> reason.contains("B-07")).count());
    }
  }
}
