package org.gridclear.casetable;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.table.Table;

/** Four buses with one of everything that a table shows; small enough to be added up by hand. */
final class TownCase {
  private static final String NETWORK =
      """
      "network": {"name": "town", "baseMva": 100,
        "buses": [
          {"id": "a", "name": "Alpha", "type": "reference", "baseKv": 220, "zone": "north",
           "lossZone": "hills", "vMinPu": 0.95, "vMaxPu": 1.05},
          {"id": "b", "type": "pv", "baseKv": 110, "zone": "south"},
          {"id": "c"},
          {"id": "d", "baseKv": 220, "zone": "north"}],
        "branches": [
          {"id": "ad", "from": "a", "to": "d", "rPu": 0.01, "xPu": 0.1, "bPu": 0.02,
           "ratings": {"normalMva": 100, "shortTermMva": 110, "emergencyMva": 120}},
          {"id": "ad2", "from": "a", "to": "d", "xPu": 0.1},
          {"id": "ab", "from": "a", "to": "b", "kind": "transformer", "xPu": 0.2,
           "tapRatio": 0.98, "shiftDeg": 5},
          {"id": "bc", "from": "b", "to": "c", "xPu": 0.3, "ratings": {"normalMva": 80}},
          {"id": "bc2", "from": "b", "to": "c", "xPu": 0.3, "inService": false}],
        "generators": [
          {"id": "steam", "bus": "a", "fuel": "coal", "qMinMvar": -30, "qMaxMvar": 40,
           "pMaxMw": 90},
          {"id": "wind", "bus": "d", "fuel": "wind", "qMinMvar": -1, "qMaxMvar": 1, "pMaxMw": 9},
          {"id": "works", "bus": "b", "fuel": "gas", "pMw": 12, "pMinMw": 4, "pMaxMw": 50,
           "qMinMvar": -5, "qMaxMvar": 6},
          {"id": "works2", "bus": "b", "fuel": "gas", "pMinMw": 1, "pMaxMw": "Infinity",
           "inService": false}],
        "loads": [{"id": "l1", "bus": "b", "pMw": 40, "qMvar": 10},
                  {"id": "l2", "bus": "b", "pMw": 5, "qMvar": 1},
                  {"id": "l3", "bus": "a", "pMw": 7, "qMvar": 2}],
        "shunts": [{"bus": "b", "gMw": 1, "bMvar": 20}, {"bus": "b", "gMw": 2, "bMvar": -5}],
        "hvdcLines": [{"id": "dc", "from": "a", "to": "b", "pMinMw": -20, "pMaxMw": 30}],
        "flowgates": [
          {"id": "pass", "limitMw": 90, "reverseLimitMw": 0,
           "terms": [{"branch": "ad", "weight": 1}, {"branch": "bc2", "weight": -0.5}]},
          {"id": "dam", "limitMw": 60, "reverseLimitMw": 50,
           "terms": [{"branch": "ab", "weight": 1}]},
          {"id": "weir", "limitMw": 40, "reverseLimitMw": 30,
           "terms": [{"branch": "bc", "weight": 1}]}]},
      """;

  private static final String UNITS =
      """
      "thermalUnits": [
        {"id": "steam", "bus": "a", "fuel": "coal",
         "offers": [{"mw": [10, 50, 90], "yuanPerH": [1000, 3000, 7000]}],
         "rampUpMwPerH": 30, "rampDownMwPerH": 20, "startRampMw": 12, "stopRampMw": 15,
         "minUpHours": 4, "minDownHours": 2, "maxStartsPerDay": 2, "startsOfDay": 1,
         "startCategories": [{"offHours": 2, "costYuan": 500}, {"offHours": 8, "costYuan": 1500}],
         "initial": {"on": true, "hours": 9, "powerMw": 55},
         "commitment": ["free", "on", "off"], "reserves": ["spin"]},
        {"id": "peaker", "bus": "b", "fuel": "gas", "offers": [{"mw": [20], "yuanPerH": [3000]}],
         "rampUpMwPerH": 20, "rampDownMwPerH": 20, "startRampMw": 20, "stopRampMw": 20,
         "initial": {"on": false, "hours": 5, "powerMw": 0}, "commitment": "off"}],
      "profiledUnits": [
        {"id": "wind", "bus": "b", "fuel": "wind", "minMw": [0, 0, 5], "maxMw": [30, 0, 10],
         "priceYuanPerMwh": [-10, 0, 20]}],
      "storageUnits": [
        {"id": "battery", "bus": "d", "minLevelMwh": 4, "maxLevelMwh": [40, 38, 36],
         "maxChargeMw": [20, 10, 10], "maxDischargeMw": [15, 25, 5],
         "dischargeYuanPerMwh": [20, 30, 10], "initialLevelMwh": 12, "endMinLevelMwh": 8}],
      "busLoads": [{"bus": "b", "mw": [50, 60, 40]}, {"bus": "b", "mw": [10, 0, 30]},
                   {"bus": "a", "mw": [5, 5, 5]}],
      "flexibleLoads": [{"id": "mill", "bus": "c", "maxMw": [8, 12, 4],
                         "valueYuanPerMwh": [300, 400, 350]}],
      "branchLimits": [{"branch": "ab", "mw": [70, "Infinity", 60],
                        "penaltyYuanPerMwh": [900, 900, "Infinity"]}],
      "branchOutages": [{"branch": "ad2", "from": 0, "to": 1},
                        {"branch": "ad2", "from": 2, "to": 3}],
      "penalties": {"balanceYuanPerMwh": 20000, "reserveYuanPerMwh": 10000,
        "contingencyYuanPerMwh": 7000, "thermalYuanPerMwh": 6000, "flowgateYuanPerMwh": 5000,
        "scheduleYuanPerMwh": 30000, "balanceByPeriod": [20000, 20000, 25000]},
      """;

  private static final String RULES =
      """
      "reserves": [
        {"id": "spin", "mw": [6, 7, 7], "loadShare": 0.1, "shortfallYuanPerMwh": [-1, 800, 800]},
        {"id": "storm", "product": "spin", "mw": 1, "largestUnit": true, "method": "greatest",
         "loadShare": 0.5, "renewableShare": 0.2, "scope": {"zone": "south"}},
        {"id": "agc", "mw": 2}],
      "rules": {
        "products": [{"id": "spin"}, {"id": "agc", "kind": "regulation", "minutes": 5},
                     {"id": "black", "kind": "non-spinning", "minutes": 30}],
        "reserveOffers": [
          {"unit": "steam", "product": "agc", "maxMw": [9, 12, 6], "priceYuanPerMwh": [3, 1, 2],
           "mileageYuanPerMw": 4},
          {"unit": "peaker", "product": "spin", "maxMw": [10, 25, 30],
           "priceYuanPerMwh": [7, 8, 9]}],
        "capabilities": [{"unit": "steam", "regulatingMwPerMin": 1.5,
                          "services": ["avc", "black-start"]}],
        "modes": [{"id": "gale", "from": 1, "to": 2,
                   "requirements": [{"reserve": "storm", "factor": 2}]}],
        "leadTimes": [{"unit": "steam", "hours": 2, "inEffect": false}],
        "ranges": [
          {"id": "burn", "kind": "fuel", "item": "coal", "used": 5, "max": 40},
          {"id": "idle", "kind": "output", "scope": {"units": ["steam"]}, "max": "Infinity",
           "penaltyYuanPerUnit": 50}],
        "rates": [{"unit": "steam", "item": "coal", "tPerMwh": 0.3}],
        "variables": [{"id": "lots", "whole": true, "max": [3, 4, 4], "part": "ancillary"}],
        "linear": [{"id": "mix", "min": ["-Infinity", 5, 5], "max": "Infinity",
          "terms": [
            {"unit": "steam", "quantity": "output", "coefficient": [1, 2, 2]},
            {"unit": "lots", "quantity": "variable", "coefficient": -3, "lag": 1}]}],
        "trajectories": [{"unit": "steam", "startMw": [4, 8], "stopMw": []}],
        "bands": [
          {"unit": "steam", "kind": "vibration",
           "bands": [{"fromMw": 20, "toMw": 25}, {"fromMw": 60, "toMw": 62.5}],
           "dwellPeriodsMax": 1, "crossingsPerDayMax": 2}],
        "reservoirs": [
          {"id": "lake", "units": ["peaker"], "m3PerMwh": 1000, "inflowM3PerS": 1, "minMm3": 1,
           "maxMm3": 9, "initialMm3": 5, "endMinMm3": 4, "minReleaseM3PerS": 2,
           "maxReleaseM3PerS": 30, "maxSpillM3PerS": ["Infinity", 3, 3], "downstream": "pond"},
          {"id": "pond", "units": ["wind"], "m3PerMwh": 500, "inflowM3PerS": 0, "minMm3": 0,
           "maxMm3": 2, "initialMm3": 1, "inEffect": false}],
        "hvdcSchedules": [
          {"line": "dc", "minMw": -5, "maxMw": [5, 5, 6], "rampMwPerH": 7, "changesPerDayMax": 2}],
        "flowgateLimits": [
          {"flowgate": "dam", "reverseMw": [50, 45, 45]},
          {"flowgate": "weir", "mw": [40, "Infinity", 40], "reverseMw": [30, 30, 20]}],
        "contingencies": {
          "listed": [
            {"id": "pair", "branches": ["ad", "ab"]},
            {"id": "mixed", "branches": ["ad"], "generators": ["steam"], "hvdcLines": ["dc"]},
            {"id": "station", "buses": ["d", "c"]}],
          "cuts": [
            {"round": 2, "element": "ad", "outage": "pair", "period": 1, "forward": false,
             "offsetMw": 1.5, "limitMw": 95, "penaltyYuanPerMwh": 650},
            {"round": 1, "element": "ab", "period": 2, "limitMw": 33, "inEffect": false}]}}
      """;

  static final String CASE =
      """
      {"format": "gridclear-case", "version": 1, "name": "town",
       "horizon": {"periodCount": 3, "minutesPerPeriod": 60, "startMinute": 1380},
      """
          + NETWORK
          + UNITS
          + RULES
          + "}";

  private TownCase() {}

  static MarketDay day() {
    return CaseFiles.unpack(CASE.getBytes(StandardCharsets.UTF_8));
  }

  /** The day with one place of its text changed. */
  static MarketDay with(String from, String to) {
    int at = CASE.indexOf(from);
    assertTrue(at >= 0 && CASE.indexOf(from, at + 1) < 0, from);
    return CaseFiles.unpack(CASE.replace(from, to).getBytes(StandardCharsets.UTF_8));
  }

  static ShownCase cleared() {
    return ShownCase.of(ClearingCase.of(day()));
  }

  static ShownCase networkAlone() {
    return ShownCase.of(day().network());
  }

  /** Some columns of a table, a text per row; an empty cell is a dash, an empty text nothing. */
  static List<String> lines(Table table, String... columns) {
    List<String> lines = new ArrayList<>();
    for (Object[] row : table.rows()) {
      lines.add(
          String.join(
              " | ",
              Arrays.stream(columns)
                  .map(name -> row[at(table, name)])
                  .map(cell -> cell == null ? "-" : cell.toString())
                  .toList()));
    }
    return lines;
  }

  private static int at(Table table, String column) {
    int at = table.indexOf(column);
    assertTrue(at >= 0, column);
    return at;
  }
}
