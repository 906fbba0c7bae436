package org.gridclear.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.io.CaseFiles;
import org.gridclear.io.unitcommitment.UnitCommitmentJlWriter;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.FlowgateLimit;
import org.gridclear.market.rule.LeadTime;
import org.gridclear.market.rule.OperatingMode;
import org.gridclear.market.rule.OperatingRules;
import org.gridclear.market.rule.SecurityCut;
import org.gridclear.quantity.Series;
import org.gridclear.validate.Issue;
import org.gridclear.validate.IssueLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitCommitmentJlExportTest {
  /** Half hours, offers and limits by period, a forced status, storage, reserve, an outage. */
  private static final String DAY =
      """
      {"name": "day", "horizon": {"periodCount": 3, "minutesPerPeriod": 30},
       "network": {"name": "n", "buses": [{"id": "a", "type": "reference"}, {"id": "b"}],
         "branches": [{"id": "ab", "from": "a", "to": "b", "xPu": 0.1, "tapRatio": 1.05,
                       "ratings": {"normalMva": 60, "emergencyMva": 90}},
                      {"id": "ab2", "from": "a", "to": "b", "xPu": 0.2}]},
       "thermalUnits": [
         {"id": "g", "bus": "a", "offers": [{"mw": [10, 60, 120], "yuanPerH": [500, 1500, 3300]}],
          "pMinMw": 20, "pMaxMw": [100, 100, 90], "rampUpMwPerH": 60, "rampDownMwPerH": 80,
          "startRampMw": 50, "stopRampMw": 60, "minUpHours": 1, "minDownHours": 1, "limitRule": "stop-without-reserve",
          "startCategories": [{"offHours": 1, "costYuan": 300}, {"offHours": 4, "costYuan": 700}],
          "initial": {"on": true, "hours": 5, "powerMw": 40}, "reserves": ["r"]},
         {"id": "h", "bus": "b", "offers": [{"mw": [5, 50], "yuanPerH": [400, 2700]}],
          "commitment": ["free", "on", "free"], "limitRule": "stop-without-reserve", "reserves": ["r"],
          "initial": {"on": false, "hours": 9, "powerMw": 0}}],
       "profiledUnits": [{"id": "w", "bus": "b", "maxMw": [20, 30, 10], "priceYuanPerMwh": 3}],
       "storageUnits": [{"id": "s", "bus": "a", "maxLevelMwh": 20, "maxChargeMw": 10,
         "maxDischargeMw": 12, "chargeYuanPerMwh": 1, "dischargeYuanPerMwh": 2,
         "chargeEfficiency": 0.9, "dischargeEfficiency": 0.95, "initialLevelMwh": 8,
         "endMinLevelMwh": 6}],
       "busLoads": [{"bus": "b", "mw": [80, 115, 100]}],
       "flexibleLoads": [{"id": "f", "bus": "a", "maxMw": 15, "valueYuanPerMwh": [20, 35, 60]}],
       "interchanges": [{"id": "t", "bus": "a", "importMw": [5, -5, 0]}],
       "reserves": [{"id": "r", "mw": [10, 12, 10], "shortfallYuanPerMwh": 900}],
       "rules": {"contingencies": {"listed": [{"id": "c", "branches": ["ab2"]}]}}}
      """;

  @TempDir Path folder;

  private MarketDay again(MarketDay day, IssueLog log) throws IOException {
    Files.write(folder.resolve("day.json"), UnitCommitmentJlWriter.write(day, log));
    CaseFiles.Loaded loaded = CaseFiles.load("day.json", folder, Set.of());
    return ((CaseFiles.Content.WholeDay) loaded.content()).day();
  }

  private static double objective(MarketDay day) {
    ClearingOptions d = ClearingOptions.LOSSLESS;
    ClearingOptions exact =
        new ClearingOptions(
            d.market(),
            0,
            d.nodesMax(),
            d.secondsMax(),
            d.solver(),
            d.formulation(),
            d.feasibilityMw(),
            false,
            d.ancillary(),
            d.strategy(),
            d.startFromBase(),
            d.security());
    return Fixtures.clear(day, exact).objectiveYuan();
  }

  @Test
  void aDayReadBackHasTheSameObjective() throws IOException {
    MarketDay day = Days.read(DAY);
    IssueLog log = new IssueLog("day");
    MarketDay again = again(day, log);
    assertTrue(!log.hasErrors(), String.valueOf(log.issues()));
    double objective = objective(day);
    assertEquals(objective, objective(again), 1e-7 * objective);
    assertEquals(again, again(again, new IssueLog("again")));
  }

  @Test
  void whatTheFormatCannotSayIsRefusedByName() {
    IssueLog log = new IssueLog("day");
    String json =
        DAY.replace("\"tapRatio\": 1.05", "\"tapRatio\": 1.05, \"shiftDeg\": 3")
            .replace("\"minUpHours\": 1", "\"minUpHours\": 1, \"maxStartsPerDay\": 2");
    UnitCommitmentJlWriter.write(Days.read(json), log);
    String said = String.valueOf(log.issues());
    assertTrue(said.contains("shiftDeg") && said.contains("maxStartsPerDay"), said);
  }

  @Test
  void rulesThatTheFormatCannotSayAreRefused() {
    IssueLog log = new IssueLog("day");
    MarketDay day = Days.read(DAY);
    SecurityCut cut = new SecurityCut(1, false, "l", "", 0, true, 1, 9, 0, true);
    OperatingRules rules =
        day.rules()
            .withLeadTimes(List.of(new LeadTime("g", 2, true)))
            .withFlowgateLimits(List.of(new FlowgateLimit("gate", Series.of(1, 2), null)))
            .withAncillary(List.of(), List.of(new OperatingMode("night", 0, 1, List.of())))
            .withContingencies(day.rules().contingencies().withCuts(List.of(cut)));
    UnitCommitmentJlWriter.write(day.withRules(rules), log);
    Set<String> refused = log.issues().stream().map(Issue::field).collect(Collectors.toSet());
    for (String part : List.of("leadTimes", "flowgateLimits", "modes", "contingencies.cuts")) {
      assertTrue(refused.contains("rules." + part), part + " in " + refused);
    }
  }

  @Test
  void everyFieldOfAReserveThatCannotBeSaidIsNamedInWordsOfTheCase() {
    IssueLog log = new IssueLog("day");
    String json =
        DAY.replace(
                "\"rules\": {",
                "\"rules\": {\"products\": [{\"id\": \"agc\", \"kind\": \"regulation\","
                    + " \"direction\": \"down\", \"minutes\": 5}], ")
            .replace(
                "\"reserves\": [{\"id\": \"r\",",
                "\"reserves\": [{\"id\": \"south\", \"product\": \"agc\", \"mw\": 1, \"loadShare\":"
                    + " 0.1, \"scope\": {\"units\": [\"g\"]}, \"largestUnit\": true}, {\"id\":"
                    + " \"r\",");
    UnitCommitmentJlWriter.write(Days.read(json), log);
    String said = String.valueOf(log.issues());
    for (String field :
        new String[] {"kind", "direction", "minutes", "scope", "loadShare", "largestUnit"}) {
      assertTrue(
          log.issues().stream().anyMatch(issue -> issue.field().equals(field)), field + said);
    }
    assertTrue(!said.contains("ReserveProduct["), said);
  }
}
