package org.gridclear.clearing.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.clearing.Days;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.market.MarketDay;

/** Small days that have each kind of thing in them, with their right results, for one class. */
final class ClearedDays {
  /** A full line, an HVDC line, a battery, wind, a load with a price, and a reserve. */
  private static final String RICH =
      """
      {"horizon": {"periodCount": 2},
       "network": {
         "buses": [{"id": "a", "type": "reference"}, {"id": "b"}, {"id": "c"}],
         "branches": [
           {"id": "ab", "from": "a", "to": "b", "xPu": 0.1},
           {"id": "bc", "from": "b", "to": "c", "xPu": 0.1},
           {"id": "ac", "from": "a", "to": "c", "xPu": 0.1, "ratings": {"normalMva": 40}}],
         "flowgates": [{"id": "gate", "limitMw": 300, "reverseLimitMw": 300,
           "terms": [{"branch": "ab"}, {"branch": "ac"}]}],
         "hvdcLines": [{"id": "dc", "from": "a", "to": "c", "pFromMw": 0, "pMinMw": 0,
           "pMaxMw": 15, "lossShare": 0.02}]},
       "thermalUnits": [
         {"id": "cheap", "bus": "a", "offers": [{"mw": [20, 300], "yuanPerH": [4000, 60000]}],
          "initial": {"on": true, "hours": 9, "powerMw": 90}, "reserves": ["spin"]},
         {"id": "dear", "bus": "c", "offers": [{"mw": [10, 120], "yuanPerH": [5000, 60000]}],
          "startCategories": [{"offHours": 1, "costYuan": 700}],
          "initial": {"on": false, "hours": 9}, "reserves": ["spin"]}],
       "profiledUnits": [{"id": "wind", "bus": "b", "maxMw": [12, 8], "priceYuanPerMwh": 5}],
       "storageUnits": [{"id": "s", "bus": "c", "maxLevelMwh": 40, "maxChargeMw": 10,
         "maxDischargeMw": 10, "chargeEfficiency": 0.9, "dischargeYuanPerMwh": 2,
         "initialLevelMwh": 20, "endMinLevelMwh": 12}],
       "flexibleLoads": [{"id": "f", "bus": "c", "maxMw": 9, "valueYuanPerMwh": [100, 900]}],
       "busLoads": [{"bus": "c", "mw": [130, 160]}, {"bus": "b", "mw": 20}],
       "reserves": [{"id": "spin", "mw": 5}],
       "rules": {"hvdcSchedules": [{"line": "dc"}],
         "products": [{"id": "spin", "kind": "spinning", "direction": "up", "minutes": 10}]}}
      """;

  /** Two lakes, of which the upper one feeds the lower one an hour later. */
  private static final String WATER =
      """
      {"horizon": {"periodCount": 3},
       "network": {"buses": [{"id": "n", "type": "reference"}]},
       "thermalUnits": [
         {"id": "dear", "bus": "n", "offers": [{"mw": [0, 200], "yuanPerH": [0, 8000]}],
          "initial": {"on": true, "hours": 9, "powerMw": 50}}],
       "profiledUnits": [{"id": "up", "bus": "n", "maxMw": 30},
         {"id": "low", "bus": "n", "maxMw": 30}],
       "busLoads": [{"bus": "n", "mw": 60}],
       "rules": {"reservoirs": [
         {"id": "upper", "units": ["up"], "m3PerMwh": 3600, "maxMm3": 1, "initialMm3": 0.072,
          "downstream": "lower", "delayHours": 1},
         {"id": "lower", "units": ["low"], "m3PerMwh": 3600, "maxMm3": 1, "initialMm3": 0}]}}
      """;

  /** A need of 30 that a variable gives 10 of; more load than there is power. */
  private static final String SHORT =
      """
      {"horizon": {"periodCount": 1},
       "network": {"buses": [{"id": "n", "type": "reference"}]},
       "thermalUnits": [
         {"id": "a", "bus": "n", "offers": [{"mw": [0, 100], "yuanPerH": [0, 1000]}],
          "initial": {"on": true, "hours": 9, "powerMw": 90}}],
       "busLoads": [{"bus": "n", "mw": 130}],
       "rules": {
         "variables": [{"id": "spare", "max": 10, "part": "ancillary", "yuanPerUnit": 3},
           {"id": "missing", "part": "shortfall", "yuanPerUnit": 200}],
         "linear": [{"id": "need", "min": 30, "penaltyYuanPerUnit": "Infinity", "terms": [
           {"unit": "spare", "quantity": "variable"},
           {"unit": "missing", "quantity": "variable"}]}]}}
      """;

  private final Map<String, MarketDay> days = new LinkedHashMap<>();
  private final Map<String, ClearingResult> results = new LinkedHashMap<>();

  ClearedDays() {
    Map.of("rich", RICH, "water", WATER, "short", SHORT)
        .forEach(
            (name, text) -> {
              MarketDay day = Days.read(text);
              days.put(name, day);
              results.put(
                  name,
                  Fixtures.clear(ClearingCase.of(day), ClearingOptions.LOSSLESS.withGap(1e-9)));
            });
  }

  MarketDay day(String name) {
    return days.get(name);
  }

  /** The right result; a test that changes it puts it right again. */
  ClearingResult good(String name) {
    return results.get(name);
  }

  List<Finding> audit(String name, ClearingResult result) {
    return ClearingAuditor.audit(ClearingCase.of(day(name)), result);
  }
}
