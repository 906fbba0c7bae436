package org.gridclear.validate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gridclear.io.CaseFiles;

/** A case that has everything and nothing wrong, and what is said of it when a part is changed. */
final class WholeDay {
  static final String CASE =
      """
      {"format": "gridclear-case", "version": 1, "name": "all",
       "horizon": {"periodCount": 2, "minutesPerPeriod": 60},
       "network": {"name": "all", "baseMva": 100,
         "buses": [{"id": "a", "type": "REFERENCE", "zone": "n"}, {"id": "b", "zone": "s"}],
         "branches": [{"id": "ab", "from": "a", "to": "b", "xPu": 0.1},
                      {"id": "ab2", "from": "a", "to": "b", "xPu": 0.1}],
         "hvdcLines": [{"id": "dc", "from": "a", "to": "b", "pFromMw": 0, "pMinMw": -9, "pMaxMw": 9}],
         "flowgates": [{"id": "gate", "terms": [{"branch": "ab", "weight": 1}], "limitMw": 90,
                        "reverseLimitMw": 90}]},
       "thermalUnits": [
         {"id": "g", "bus": "a", "offers": [{"mw": [10, 60, 100], "yuanPerH": [500, 1500, 2500]}],
          "pMinMw": 10, "pMaxMw": 100, "rampUpMwPerH": 60, "rampDownMwPerH": 61, "startRampMw": 62,
          "stopRampMw": 63, "minUpHours": 3, "minDownHours": 2, "stopYuan": 5,
          "startCategories": [{"offHours": 1, "costYuan": 7}, {"offHours": 2, "costYuan": 7}],
          "initial": {"on": true, "hours": 3, "powerMw": 100}, "commitment": ["off", "free"],
          "reserves": ["r"]}],
       "profiledUnits": [{"id": "w", "bus": "b", "minMw": 1, "maxMw": [1, 5], "priceYuanPerMwh": 3}],
       "storageUnits": [{"id": "s", "bus": "b", "minLevelMwh": 1, "maxLevelMwh": [9, 8],
         "minChargeMw": 0, "maxChargeMw": 4, "minDischargeMw": 0, "maxDischargeMw": 5,
         "chargeYuanPerMwh": 1, "dischargeYuanPerMwh": 2, "chargeEfficiency": 1,
         "dischargeEfficiency": 0.9, "lossShare": [0, 1], "simultaneous": [true, false],
         "initialLevelMwh": 3, "endMinLevelMwh": 8, "endMaxLevelMwh": 8}],
       "busLoads": [{"bus": "b", "mw": [30, 111]}],
       "flexibleLoads": [{"id": "f", "bus": "a", "maxMw": 0, "valueYuanPerMwh": 20}],
       "interchanges": [{"id": "t", "bus": "a", "importMw": [5, 1]}],
       "reserves": [{"id": "r", "product": "r", "mw": 0, "loadShare": 0, "renewableShare": 0}],
       "branchLimits": [{"branch": "ab", "mw": 0, "emergencyMw": 0}],
       "branchOutages": [{"branch": "ab2", "from": 0, "to": 2}],
       "rules": {
         "groups": [{"id": "plant", "units": ["g", "w"]}],
         "reserveOffers": [{"unit": "g", "product": "r", "maxMw": 0, "priceYuanPerMwh": 4}],
         "ranges": [{"id": "range", "kind": "output", "scope": {"group": "plant"}, "from": 0, "to": 2,
                     "min": [1, 2], "max": [1, 3]}],
         "variables": [{"id": "v", "min": 0, "max": 5, "yuanPerUnit": 6}],
         "linear": [{"id": "line", "terms": [{"unit": "w", "quantity": "output", "coefficient": 2},
                     {"unit": "v", "quantity": "variable", "lag": 0}], "max": 9}],
         "trajectories": [{"unit": "g", "startMw": [3, 4], "stopMw": [5]}],
         "bands": [{"unit": "g", "bands": [{"fromMw": 20, "toMw": 30}, {"fromMw": 30, "toMw": 40}]}],
         "reservoirs": [{"id": "lake", "units": ["w"], "m3PerMwh": 1, "minMm3": 2, "maxMm3": 7,
                         "initialMm3": 7}],
         "hvdcSchedules": [{"line": "dc", "minMw": -3, "maxMw": -3, "rampMwPerH": 0}],
         "flowgateLimits": [{"flowgate": "gate", "mw": [0, 1]}],
         "contingencies": {"listed": [{"id": "c", "branches": ["ab"]}]},
         "priceZones": [{"id": "z", "buses": ["a"]}],
         "modes": [{"id": "m", "from": 0, "to": 1, "requirements": [{"reserve": "r", "factor": 0}]},
                   {"id": "k", "from": 1, "to": 2, "requirements": [{"reserve": "r", "factor": 2}]}],
         "leadTimes": [{"unit": "g", "hours": 0}]}}
      """;

  private WholeDay() {}

  /** What is said of a case: rule, element, field and value. */
  static List<String> issues(Path folder, String text) throws IOException {
    Files.writeString(folder.resolve("c.json"), text);
    List<Issue> issues;
    try {
      issues = CaseFiles.load("c.json", folder, Set.of()).log().issues();
    } catch (InvalidInputException e) {
      issues = e.issues();
    }
    return issues.stream()
        .map(
            issue ->
                String.join(
                    " | ", issue.rule().id(), issue.element(), issue.field(), issue.value()))
        .toList();
  }

  /** The case with one place of it changed. */
  static String with(String from, String to) {
    int at = CASE.indexOf(from);
    assertTrue(at >= 0 && CASE.indexOf(from, at + 1) < 0, from);
    return CASE.replace(from, to);
  }
}
