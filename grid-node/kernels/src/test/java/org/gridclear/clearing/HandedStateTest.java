package org.gridclear.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.io.CaseFiles;
import org.gridclear.solver.highs.HighsSolver;
import org.junit.jupiter.api.Test;

/**
 * What a run before has used or decided binds the next one, and the auditor finds a schedule
 * that ignores it: that of the same case without it.
 */
class HandedStateTest {
  private static ClearingCase day(String load, String units, String more) {
    return ClearingCase.of(
        CaseFiles.unpack(
            """
            {"format": "gridclear-case", "version": 1, "name": "handed",
             "horizon": {"periodCount": 4, "minutesPerPeriod": 60},
             "network": {"buses": [{"id": "b", "type": "reference"}]},
             "busLoads": [{"bus": "b", "mw": %s}],
             "thermalUnits": [%s,
               {"id": "dear", "bus": "b", "offers": [{"mw": [0, 200], "yuanPerH": [0, 100000]}],
                "initial": {"on": true, "hours": 9, "powerMw": 0}}]%s}
            """
                .formatted(load, units, more)
                .getBytes(StandardCharsets.UTF_8)));
  }

  private static String cheap(String more) {
    return """
    {"id": "cheap", "bus": "b", "offers": [{"mw": [20, 100], "yuanPerH": [1000, 9000]}],
     "initial": {"on": true, "hours": 9, "powerMw": 95}%s}
    """
        .formatted(more);
  }

  private static ClearingResult clear(ClearingCase of) {
    ClearingOutcome outcome =
        ClearingKernel.clear(
            of, ClearingOptions.LOSSLESS.in(of.market()), HighsSolver.find().orElseThrow());
    ClearingResult result =
        assertInstanceOf(ClearingOutcome.Cleared.class, outcome, outcome::toString).result();
    assertEquals(List.of(), ClearingAuditor.audit(of, result));
    return result;
  }

  /** The schedule with the state, after the auditor has objected to the one without. */
  private static double[] output(ClearingCase with, ClearingCase without, String check) {
    List<Finding> findings = ClearingAuditor.auditSchedule(with, clear(without));
    assertTrue(findings.stream().anyMatch(f -> f.check().equals(check)), findings.toString());
    return clear(with).schedule().outputMw()[0];
  }

  private static String bands(String more) {
    return """
    , "rules": {"bands": [{"unit": "cheap", "kind": "mill",
      "bands": [{"fromMw": 90, "toMw": 98}], "dwellPeriodsMax": 2%s}]}
    """
        .formatted(more);
  }

  @Test
  void timeInABandBeforeTheFirstPeriodCounts() {
    ClearingCase with = day("[95, 95, 85, 85]", cheap(""), bands(", \"insidePeriodsBefore\": 1"));
    ClearingCase without = day("[95, 95, 85, 85]", cheap(""), bands(""));
    double[] mw = output(with, without, "output band");
    assertTrue(mw[0] <= 90 + 1e-6 || mw[1] <= 90 + 1e-6, "one period and no second is left");
  }

  @Test
  void crossingsOfTheDayBeforeTheFirstPeriodCount() {
    String load = "99";
    ClearingCase with =
        day(load, cheap(""), bands(", \"crossingsPerDayMax\": 1, \"crossingsOfDay\": [1]"));
    ClearingCase without = day(load, cheap(""), bands(", \"crossingsPerDayMax\": 1"));
    double[] mw = output(with, without, "band crossings");
    assertTrue(mw[0] <= 98 + 1e-6, "it stays below the band: " + mw[0]);
  }

  private static String lakes(String more) {
    return """
    , "rules": {"reservoirs": [
      {"id": "up", "units": ["dear"], "m3PerMwh": 36, "maxMm3": 1, "initialMm3": 0.5,
       "downstream": "low", "delayHours": 2, "releaseBeforeM3PerS": 40%s},
      {"id": "low", "units": ["cheap"], "m3PerMwh": 3600, "maxMm3": 0, "initialMm3": 0,
       "maxReleaseM3PerS": 100}]}
    """
        .formatted(more);
  }

  @Test
  void waterOnItsWayArrivesAsItWasReleased() {
    ClearingCase with =
        day(
            "50",
            cheap(", \"commitment\": [\"on\"]"),
            lakes(", \"releasesBeforeM3PerS\": [30, 20]"));
    double[] mw = output(with, day("50", cheap(", \"commitment\": [\"on\"]"), lakes("")), "water");
    assertEquals(30, mw[0], 1e-3);
    assertEquals(20, mw[1], 1e-3);
  }

  @Test
  void aStopAfterTheLastPeriodLimitsIt() {
    String stop = ", \"stopRampMw\": 40, \"commitment\": [\"on\"]";
    ClearingCase with = day("80", cheap(stop + ", \"stopAfterPeriods\": 1"), "");
    double[] mw = output(with, day("80", cheap(stop), ""), "upper limit");
    assertEquals(80, mw[2], 1e-6);
    assertEquals(40, mw[3], 1e-6);
  }

  @Test
  void aStopCurveBeginsBeforeAStopAfterTheLastPeriod() {
    String curve =
        ", \"rules\": {\"trajectories\": [{\"unit\": \"cheap\", \"stopMw\": [60, 35, 15]}]}";
    String on = ", \"minUpHours\": 3, \"commitment\": [\"on\"]";
    ClearingCase with = day("80", cheap(on + ", \"stopAfterPeriods\": 2"), curve);
    double[] mw = output(with, day("80", cheap(on), curve), "trajectory");
    assertEquals(80, mw[1], 1e-6);
    assertEquals(60, mw[2], 1e-6);
    assertEquals(35, mw[3], 1e-6);
  }

  private static String resting(int starts) {
    return """
    {"id": "cheap", "bus": "b", "offers": [{"mw": [20, 100], "yuanPerH": [1000, 9000]}],
     "maxStartsPerDay": 1, "startsOfDay": %d, "initial": {"on": false, "hours": 9}}
    """
        .formatted(starts);
  }

  @Test
  void startsOfTheDayBeforeTheFirstPeriodCount() {
    double[] mw = output(day("50", resting(1), ""), day("50", resting(0), ""), "starts per day");
    assertEquals(0, mw[3], 1e-6);
  }

  private static String energy(String more) {
    return """
    , "rules": {"ranges": [
      {"id": "of the day", "kind": "energy", "scope": {"units": ["cheap"]}, "max": 300%s}]}
    """
        .formatted(more);
  }

  @Test
  void energyOfTheDayBeforeTheFirstPeriodCounts() {
    ClearingCase with = day("75", cheap(""), energy(", \"used\": 100"));
    double[] mw = output(with, day("75", cheap(""), energy("")), "range");
    assertEquals(200, mw[0] + mw[1] + mw[2] + mw[3], 1e-6);
  }

  @Test
  void changesOfAnHvdcLineBeforeTheFirstPeriodCount() {
    ClearingCase with = twoBuses(1);
    ClearingCase without = twoBuses(0);
    List<Finding> findings = ClearingAuditor.auditSchedule(with, clear(without));
    assertTrue(findings.stream().anyMatch(f -> f.element().contains("dc")), findings.toString());
    assertEquals(0, clear(with).schedule().hvdcMw()[0][3], 1e-6);
    assertEquals(40, clear(without).schedule().hvdcMw()[0][3], 1e-6);
  }

  private static ClearingCase twoBuses(int changes) {
    return ClearingCase.of(
        CaseFiles.unpack(
            """
            {"format": "gridclear-case", "version": 1, "name": "dc",
             "horizon": {"periodCount": 4, "minutesPerPeriod": 60},
             "network": {"buses": [{"id": "b", "type": "reference"}, {"id": "c"}],
               "branches": [{"id": "bc", "from": "b", "to": "c", "xPu": 0.1, "ratings": {"normalMva": 10}}],
               "hvdcLines": [{"id": "dc", "from": "b", "to": "c", "pMinMw": 0, "pMaxMw": 40}]},
             "busLoads": [{"bus": "c", "mw": [60, 60, 60, 60]}],
             "thermalUnits": [%s,
               {"id": "dear", "bus": "c", "offers": [{"mw": [0, 200], "yuanPerH": [0, 100000]}],
                "initial": {"on": true, "hours": 9, "powerMw": 0}}],
             "rules": {"hvdcSchedules": [
               {"line": "dc", "changesPerDayMax": 1, "changesOfDay": %d, "initialMw": 0}]}}
            """
                .formatted(cheap(""), changes)
                .getBytes(StandardCharsets.UTF_8)));
  }

  private static ClearingCase realTime(String load, String award) {
    String more =
        """
        , "rules": {"products": [{"id": "spin"}], "ranges": [%s]}
        """
            .formatted(award);
    return day(load, cheap(", \"commitment\": [\"on\"], \"reserves\": [\"spin\"]"), more)
        .in(Market.RT);
  }

  private static final String AWARD =
      """
      {"id": "award", "kind": "award", "item": "spin", "min": 12, "scope": {"units": ["cheap"]}}
      """;

  @Test
  void realTimeHoldsReserveThatWasAwardedOfAnyProduct() {
    ClearingCase with = realTime("95", AWARD);
    double[] mw = output(with, realTime("95", ""), "range");
    assertEquals(88, mw[0], 1e-6);
    assertEquals(12, clear(with).schedule().reserveMw()[0][0][0], 1e-6);
  }

  @Test
  void reserveThatWasAwardedIsCalledBeforeLoadIsNotServed() {
    ClearingResult result = clear(realTime("295", AWARD));
    assertEquals(95, result.schedule().outputMw()[0][0], 1e-6);
    assertEquals(0, result.schedule().shedMw()[0][0], 1e-6);
    assertEquals(4, result.relaxations().size());
    assertEquals("constraint award", result.relaxations().get(0).element());
    assertEquals(7, result.relaxations().get(0).amount(), 1e-6);
  }
}
