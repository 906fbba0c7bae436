package org.gridclear.clearing.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.Days;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.junit.jupiter.api.Test;

/** Trajectories, HVDC, cascades and contingencies on days solved by hand. */
// Rows: A-27, B-06, B-20, B-25
class OperatingRulesTest extends AuditedDays {
  /** A base unit of 100 MW at 10 and a steam unit of 40–100 MW at 20 that is off at first. */
  private static MarketDay steam(String load, String rules) {
    return Days.read(
        """
        {"name": "steam", "horizon": {"periodCount": 6},
         "network": {"buses": [{"id": "n", "type": "reference"}]},
         "thermalUnits": [
           {"id": "base", "bus": "n", "offers": [{"mw": [0, 100], "yuanPerH": [0, 1000]}],
            "initial": {"on": true, "hours": 9, "powerMw": 60}},
           {"id": "steam", "bus": "n", "offers": [{"mw": [40, 100], "yuanPerH": [800, 2000]}],
            "minUpHours": 4, "initial": {"on": false, "hours": 9}}],
         "busLoads": [{"bus": "n", "mw": [%s]}],
         "rules": {%s}}
        """
            .formatted(load, rules));
  }

  @Test
  void aUnitFollowsItsCurveWhileItStartsAndStops() {
    String curves =
        "\"trajectories\": [{\"unit\": \"steam\", \"startMw\": [10, 25], \"stopMw\": [15]}]";
    ClearingResult result = audited(steam("60, 60, 150, 150, 60, 60", curves));
    double[] steam = result.schedule().outputMw()[1];
    // 50 MW are needed in hours 3 and 4, so the start is in hour 1 and the stop curve in hour 5.
    assertArrayEquals(new double[] {10, 25, 50, 50, 15, 0}, steam, 1e-6);
    assertEquals(Market.DA, ClearingCase.of(steam("60, 60, 60, 60, 60, 60", curves)).market());
    ClearingResult off =
        audited(
            new ClearingCase(
                "off",
                steam("60, 60, 150, 150, 60, 60", curves),
                Set.of(ConstraintFamily.TRAJECTORIES)));
    double least =
        java.util.Arrays.stream(off.schedule().outputMw()[1])
            .filter(mw -> mw > 0)
            .min()
            .getAsDouble();
    assertEquals(40, least, 1e-6);
  }

  @Test
  void aStartThatBeganBeforeTheDayGoesOn() {
    MarketDay day =
        steam(
            "60, 60, 60, 60, 60, 60",
            "\"trajectories\": [{\"unit\": \"steam\", \"startMw\": [10, 25, 30]}]");
    day =
        day.withThermalUnits(
            List.of(
                day.thermalUnits().get(0),
                day.thermalUnits()
                    .get(1)
                    .withInitial(new org.gridclear.market.InitialState(true, 1, 10))));
    double[] steam = audited(day).schedule().outputMw()[1];
    assertArrayEquals(new double[] {25, 30, 40, 0, 0, 0}, steam, 1e-6);
  }

  private static MarketDay hvdc(String schedule) {
    return Days.read(
        """
        {"name": "hvdc", "horizon": {"periodCount": 4},
         "network": {"buses": [{"id": "west", "type": "reference"}, {"id": "east"}],
           "branches": [{"id": "ac", "from": "west", "to": "east", "xPu": 0.1,
                         "ratings": {"normalMva": 20}}],
           "hvdcLines": [{"id": "dc", "from": "west", "to": "east", "pFromMw": 0, "pMinMw": 0,
                          "pMaxMw": 50, "lossShare": 0.02}]},
         "thermalUnits": [
           {"id": "cheap", "bus": "west", "offers": [{"mw": [0, 200], "yuanPerH": [0, 2000]}],
            "initial": {"on": true, "hours": 9, "powerMw": 20}},
           {"id": "dear", "bus": "east", "offers": [{"mw": [0, 200], "yuanPerH": [0, 8000]}],
            "initial": {"on": true, "hours": 9, "powerMw": 80}}],
         "busLoads": [{"bus": "east", "mw": 100}],
         "rules": {"hvdcSchedules": [{"line": "dc" %s}]}}
        """
            .formatted(schedule));
  }

  @Test
  void anHvdcLineIsUsedWithinBandRampAndChanges() {
    assertArrayEquals(
        new double[] {50, 50, 50, 50}, audited(hvdc("")).schedule().hvdcMw()[0], 1e-6);
    assertArrayEquals(
        new double[] {15, 30, 45, 50},
        audited(hvdc(", \"rampMwPerH\": 15")).schedule().hvdcMw()[0],
        1e-6);
    assertArrayEquals(
        new double[] {15, 30, 30, 30},
        audited(hvdc(", \"rampMwPerH\": 15, \"changesPerDayMax\": 2")).schedule().hvdcMw()[0],
        1e-6);
    assertArrayEquals(
        new double[] {10, 10, 10, 10},
        audited(hvdc(", \"fixedMw\": 10")).schedule().hvdcMw()[0],
        1e-6);
    ClearingResult off = audited(new ClearingCase("off", hvdc(""), Set.of(ConstraintFamily.HVDC)));
    assertEquals(0, off.schedule().hvdcMw().length);
    // A change by 40 MW in the first hour that a ramp of 5 forbids: only relaxing the ramp is left.
    ClearingResult relaxed = audited(hvdc(", \"fixedMw\": 40, \"rampMwPerH\": 5"));
    assertTrue(relaxed.relaxations().stream().anyMatch(r -> r.constraint().equals("B-25")));
  }

  @Test
  void waterRunsDownACascadeAfterItsDelay() {
    // 3600 m³/MWh make 1 m³/s per MW. The upper lake may release 20 MWh, the lower one has none of
    // its own and gets the water an hour later.
    MarketDay day =
        Days.read(
            """
            {"name": "cascade", "horizon": {"periodCount": 3},
             "network": {"buses": [{"id": "n", "type": "reference"}]},
             "thermalUnits": [
               {"id": "dear", "bus": "n", "offers": [{"mw": [0, 200], "yuanPerH": [0, 8000]}],
                "initial": {"on": true, "hours": 9, "powerMw": 50}}],
             "profiledUnits": [{"id": "up", "bus": "n", "maxMw": 30}, {"id": "low", "bus": "n", "maxMw": 30}],
             "busLoads": [{"bus": "n", "mw": 60}],
             "rules": {"reservoirs": [
               {"id": "upper", "units": ["up"], "m3PerMwh": 3600, "maxMm3": 1, "initialMm3": 0.072,
                "downstream": "lower", "delayHours": 1},
               {"id": "lower", "units": ["low"], "m3PerMwh": 3600, "maxMm3": 1, "initialMm3": 0}]}}
            """);
    ClearingResult result = audited(day);
    double[] upper = result.schedule().profiledMw()[0];
    double[] lower = result.schedule().profiledMw()[1];
    assertEquals(20, upper[0] + upper[1] + upper[2], 1e-6);
    assertEquals(upper[0] + upper[1], lower[1] + lower[2], 1e-6);
    assertEquals(20, lower[1] + lower[2], 1e-6);
    assertEquals(3 * 2400 - 40 * 40, result.objectiveYuan(), 1e-6);
  }

  private static MarketDay twoLines(double emergencyMva, String rules) {
    return Days.read(
        """
        {"name": "two lines", "horizon": {"periodCount": 1},
         "network": {"buses": [{"id": "west", "type": "reference"}, {"id": "east"}],
           "branches": [
             {"id": "l1", "from": "west", "to": "east", "xPu": 0.1,
              "ratings": {"normalMva": 100, "emergencyMva": %s}},
             {"id": "l2", "from": "west", "to": "east", "xPu": 0.1,
              "ratings": {"normalMva": 100, "emergencyMva": %s}}]},
         "thermalUnits": [
           {"id": "cheap", "bus": "west", "offers": [{"mw": [0, 300], "yuanPerH": [0, 3000]}],
            "initial": {"on": true, "hours": 9, "powerMw": 120}},
           {"id": "dear", "bus": "east", "offers": [{"mw": [0, 300], "yuanPerH": [0, 12000]}],
            "initial": {"on": true, "hours": 9, "powerMw": 30}}],
         "busLoads": [{"bus": "east", "mw": 150}],
         "rules": {%s}}
        """
            .formatted(emergencyMva, emergencyMva, rules));
  }

  @Test
  void theScheduleSurvivesTheLossOfALine() {
    String secure = "\"contingencies\": {\"everyBranch\": true}";
    ClearingResult result = audited(twoLines(120, secure));
    // One line alone may carry 120 MW, so 120 go over; the last MW comes from the dear unit.
    assertEquals(120, result.schedule().outputMw()[0][0], 1e-6);
    assertEquals(40, result.prices().lmpYuanPerMwh()[1][0], 1e-6);
    FlowResult binding = result.flows().stream().filter(FlowResult::binding).findFirst().get();
    assertEquals("B-20", binding.constraint());
    assertEquals(30, binding.shadowPriceYuanPerMwh(), 1e-6);
    ClearingCase off =
        new ClearingCase("off", twoLines(120, secure), Set.of(ConstraintFamily.CONTINGENCIES));
    assertEquals(150, audited(off).schedule().outputMw()[0][0], 1e-6);
    String listed =
        "\"contingencies\": {\"listed\": [{\"id\": \"storm\", \"branches\": [\"l1\"]}]}";
    assertEquals(120, audited(twoLines(120, listed)).schedule().outputMw()[0][0], 1e-6);
  }

  @Test
  void whatCannotSurviveAnOutageIsReportedWithTheOutage() {
    MarketDay day = twoLines(120, "\"contingencies\": {\"everyBranch\": true}");
    day =
        day.withThermalUnits(
            List.of(
                day.thermalUnits().get(0),
                day.thermalUnits()
                    .get(1)
                    .withLimits(
                        day.thermalUnits().get(1).pMinMw(), org.gridclear.quantity.Series.of(10))));
    ClearingResult result = audited(day);
    assertEquals("B-20", result.relaxations().get(0).constraint());
    assertTrue(result.relaxations().get(0).element().contains("after outages, most of"));
    assertEquals(20, result.relaxations().get(0).amount(), 1e-6);
  }

  @Test
  void constraintsThatContradictEachOtherAreNamed() {
    MarketDay full =
        Days.read(
            """
            {"name": "full", "horizon": {"periodCount": 2},
             "network": {"buses": [{"id": "n", "type": "reference"}]},
             "thermalUnits": [{"id": "g", "bus": "n", "offers": [{"mw": [0, 100], "yuanPerH": [0, 1000]}]}],
             "storageUnits": [{"id": "s", "bus": "n", "minLevelMwh": 50, "maxLevelMwh": 60,
                               "maxChargeMw": 1, "maxDischargeMw": 1, "initialLevelMwh": 50}],
             "busLoads": [{"bus": "n", "mw": 50}]}
            """);
    // A level of 50 MWh cannot be reached from 0 at 1 MW; a file that says so is refused.
    MarketDay empty =
        full.withResources(
            full.profiledUnits(),
            List.of(full.storageUnits().get(0).withLevels(0, 0)),
            full.flexibleLoads(),
            full.interchanges());
    ClearingOutcome outcome = ClearingKernel.clear(ClearingCase.of(empty), EXACT, Fixtures.highs());
    ClearingOutcome.NotCleared not = assertInstanceOf(ClearingOutcome.NotCleared.class, outcome);
    assertEquals(ClearingOutcome.Reason.INFEASIBLE, not.reason());
    assertTrue(not.text().contains("storage"), not.text());
  }

  @Test
  void theExampleWithEveryKindOfRulePassesItsAudit() {
    Path folder = Path.of(System.getProperty("gridclear.root", "."), "examples");
    CaseFiles.Loaded loaded = CaseFiles.load("market-rules.json", folder, Set.of());
    MarketDay day = ((CaseFiles.Content.WholeDay) loaded.content()).day();
    ClearingCase clearingCase = ClearingCase.of(day);
    ClearingResult result = Fixtures.clear(clearingCase, ClearingOptions.LOSSLESS.withLosses(true));
    assertEquals(
        List.of(),
        ClearingAuditor.audit(clearingCase, result).stream().map(Finding::line).toList());
    assertEquals(List.of(), result.relaxations());
    assertEquals(day, CaseFiles.unpack(CaseFiles.pack(day)));
  }
}
