package org.gridclear.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.clearing.explain.StorageExplanation;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.search.Fixtures;
import org.junit.jupiter.api.Test;

/** What a storage unit says of itself, beside clearings with a MWh more or less in store. */
class StorageExplanationTest {
  private static final double STEP_MWH = 0.01;

  /** Two offers, cheap and dear; the store fills before the peak and empties in it. */
  private static ClearingCase day(double initialMwh, double maxMwh) {
    return ClearingCase.of(
        Days.read(
            """
            {"name": "day", "horizon": {"periodCount": 4, "minutesPerPeriod": 30},
             "network": {"name": "n", "baseMva": 100, "buses": [{"id": "a", "type": "REFERENCE"}], "branches": []},
             "thermalUnits": [
               {"id": "cheap", "bus": "a", "offers": [{"mw": [0, 100], "yuanPerH": [0, 20000]}]},
               {"id": "dear", "bus": "a", "offers": [{"mw": [0, 100], "yuanPerH": [0, 50000]}]}],
             "storageUnits": [{"id": "s", "bus": "a", "maxLevelMwh": %s, "maxChargeMw": 30, "maxDischargeMw": 40,
               "chargeEfficiency": 0.9, "dischargeEfficiency": 0.8, "lossShare": 0.1, "chargeYuanPerMwh": 3,
               "dischargeYuanPerMwh": 7, "initialLevelMwh": %s}],
             "busLoads": [{"bus": "a", "mw": [90, 80, 120, 125]}]}
            """
                .formatted(maxMwh, initialMwh)));
  }

  private static ClearingResult clear(double initialMwh, double maxMwh) {
    return Fixtures.clear(
        day(initialMwh, maxMwh), ClearingOptions.LOSSLESS.withGap(1e-9).withLosses(false));
  }

  private static List<StorageExplanation> why(double initialMwh, double maxMwh) {
    return StorageExplanation.ofAll(day(initialMwh, maxMwh), clear(initialMwh, maxMwh), 0);
  }

  /** What a MWh at the start is worth, by clearings with a little less and a little more. */
  private static double worthAtStart(double initialMwh, double maxMwh) {
    double less = clear(initialMwh - STEP_MWH, maxMwh).objectiveYuan();
    double more = clear(initialMwh + STEP_MWH, maxMwh).objectiveYuan();
    return (less - more) / (2 * STEP_MWH);
  }

  @Test
  void theWorthOfAMwhInStoreIsWhatAClearingWithMoreOfItSaves() {
    List<StorageExplanation> why = why(5, 1000);
    StorageExplanation first = why.get(0);
    assertEquals(first.worthMinYuanPerMwh(), first.worthMaxYuanPerMwh(), 1e-6);
    // A tenth of what is there before the period is lost in it.
    assertEquals(worthAtStart(5, 1000), 0.9 * first.worthMinYuanPerMwh(), 1e-3);
    StorageExplanation peak = why.get(2);
    assertTrue(peak.dischargeMw() > 0 && peak.spanFrom() <= 2, peak.toString());
  }

  @Test
  void aFullStoreSaysSoAndItsWorthEndsThere() {
    List<StorageExplanation> why = why(5, 12);
    StorageExplanation full =
        why.stream().filter(each -> each.levelAfterMwh() > 12 - 1e-6).findFirst().orElseThrow();
    assertTrue(full.reasons().stream().anyMatch(r -> r.startsWith("It is full")), full.toString());
    double least = why.get(0).worthMinYuanPerMwh() * 0.9;
    double most = why.get(0).worthMaxYuanPerMwh() * 0.9;
    double worth = worthAtStart(5, 12);
    assertTrue(worth >= least - 1e-3 && worth <= most + 1e-3, least + " " + worth + " " + most);
  }

  @Test
  void everyPeriodHasAReasonAndBoundsThatAgree() {
    for (StorageExplanation each : why(5, 30)) {
      assertTrue(each.worthMinYuanPerMwh() <= each.worthMaxYuanPerMwh() + 1e-6, each.toString());
      String first = each.reasons().get(0);
      assertTrue(
          first.startsWith(
              each.chargeMw() > 1e-3
                  ? "It charges"
                  : each.dischargeMw() > 1e-3 ? "It gives" : "It rests"),
          first);
    }
  }
}
