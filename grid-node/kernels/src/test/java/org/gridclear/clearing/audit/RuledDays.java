package org.gridclear.clearing.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gridclear.clearing.Days;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.search.Fixtures;

/**
 * Small days, each with one kind of constraint that holds, or that has to give way. Three units of
 * 100 MW on one bus, a at 10, b at 20 and c at 50 yuan/MWh; or two lines side by side.
 */
public final class RuledDays {
  private static final String RATES =
      ", \"rates\": [{\"unit\": \"a\", \"item\": \"CO2\", \"tPerMwh\": 1},"
          + "{\"unit\": \"a\", \"item\": \"coal\", \"tPerMwh\": 0.5}]";
  private static final String PLANT =
      ", \"groups\": [{\"id\": \"plant\", \"units\": [\"a\", \"b\"]}]";

  private static final Map<String, ClearingCase> CASES = new ConcurrentHashMap<>();
  private static final Map<String, ClearingResult> RESULTS = new ConcurrentHashMap<>();

  private final Map<String, String> days = new LinkedHashMap<>();

  private RuledDays() {}

  /** The days by what is in them. */
  public static Map<String, String> all() {
    RuledDays all = new RuledDays();
    all.ranges();
    all.linear();
    all.reservoirs();
    all.lines();
    all.others();
    return all.days;
  }

  /** A day as a case. */
  public static ClearingCase day(String name) {
    return CASES.computeIfAbsent(name, key -> ClearingCase.of(Days.read(all().get(key))));
  }

  /** Its right result, exact and without losses; nobody may change it. */
  public static ClearingResult result(String name) {
    ClearingOptions exact = ClearingOptions.LOSSLESS.withGap(1e-9);
    return RESULTS.computeIfAbsent(name, key -> Fixtures.clear(day(key), exact));
  }

  private void ranges() {
    String a = "\"units\": [\"a\"]";
    String c = "\"units\": [\"c\"]";
    range("output", a, "\"max\": 70", "");
    range("output, short", "output", "\"group\": \"plant\"", "\"min\": 210", PLANT);
    range("fixed-schedule", c, "\"equal\": 30", "");
    range("fixed, short", "fixed-schedule", c, "\"equal\": 130", "");
    range("energy", a, "\"max\": 150", "");
    range("energy, short", "energy", c, "\"min\": 250", "");
    range("units-online", "", "\"min\": 3", "");
    range("online, short", "units-online", "", "\"min\": 4", "");
    range("must-run-capacity", "", "\"min\": 310", "");
    range("stops", "", "\"min\": 4", "");
    range("emission", a, "\"max\": 150, \"item\": \"CO2\"", RATES);
    range("emission, short", "emission", a, "\"min\": 250, \"item\": \"CO2\"", RATES);
    range("fuel", "", "\"max\": 75, \"item\": \"coal\"", RATES);
    range("fuel, short", "fuel", "", "\"min\": 125, \"item\": \"coal\"", RATES);
  }

  private void range(String kind, String scope, String limit, String more) {
    range(kind, kind, scope, limit, more);
  }

  private void range(String name, String kind, String scope, String limit, String more) {
    String text =
        "\"ranges\": [{\"id\": \"k\", \"kind\": \"%s\", \"scope\": {%s}, %s,"
            + " \"penaltyYuanPerUnit\": 1000}]%s";
    days.put(name, three(text.formatted(kind, scope, limit, more), ""));
  }

  private void linear() {
    String text =
        "\"linear\": [{\"id\": \"k\", %s, \"penaltyYuanPerUnit\": 1000, \"terms\":"
            + " [{\"unit\": \"a\", \"coefficient\": 2}]}]";
    days.put("linear", three(text.formatted("\"max\": 150"), ""));
    days.put("linear, short", three(text.formatted("\"min\": 250"), ""));
  }

  private void reservoirs() {
    String text =
        "\"reservoirs\": [{\"id\": \"lake\", \"units\": [\"a\"], \"m3PerMwh\": %d, \"maxMm3\": 1,"
            + " \"initialMm3\": %s, \"penaltyYuanPerMm3\": 1e6 %s}]";
    days.put("lake", three(text.formatted(1000, "0.15", ""), ""));
    days.put("lake, end", three(text.formatted(1000, "0.15", ", \"endMinMm3\": 0.25"), ""));
    String spill = ", \"inflowM3PerS\": 110, \"maxSpillM3PerS\": 5";
    days.put("lake, spillage", three(text.formatted(3600, "1", spill), ""));
    String release = ", \"minReleaseM3PerS\": 50";
    days.put("lake, release", three(text.formatted(3600, "0.15", release), ""));
    String ebb = ", \"maxReleaseM3PerS\": 20";
    days.put("lake, ebb", three(text.formatted(1000, "0.15", ebb), ""));
  }

  private void lines() {
    String secure = "\"contingencies\": {\"everyBranch\": true}";
    days.put("outage", two(secure, 300, 150, 100));
    days.put("outage, short", two(secure, 10, 150, 100));
    days.put("branch", two("", 300, 150, 60));
    days.put("branch, short", two("", 10, 250, 100));
    String link =
        "\"hvdcSchedules\": [{\"line\": \"dc\", \"minMw\": 10, \"maxMw\": 40, \"initialMw\": 40}]";
    days.put("link", two(link, 300, 150, 40));
    String both =
        "\"hvdcSchedules\": [{\"line\": \"dc\", \"minMw\": -30, \"maxMw\": 40, \"initialMw\": 40}]";
    String twoWay = two(both, 300, 150, 40).replace("\"pMinMw\": 0", "\"pMinMw\": -50");
    days.put("link, both ways", twoWay);
    days.put(
        "link, backward",
        twoWay
            .replace(
                "\"from\": \"west\", \"to\": \"east\", \"pFrom",
                "\"from\": \"east\", \"to\": \"west\", \"pFrom")
            .replace("\"initialMw\": 40", "\"initialMw\": -30"));
    String fixed = "\"hvdcSchedules\": [{\"line\": \"dc\", \"fixedMw\": 40, \"rampMwPerH\": 5}]";
    days.put("link, ramp", two(fixed, 300, 150, 40));
  }

  private void others() {
    String reserve = three("", ", \"reserves\": [{\"id\": \"r\", \"mw\": 400}]");
    days.put(
        "reserve, short",
        reserve.replace("\"powerMw\": 50}}", "\"powerMw\": 50}, \"reserves\": [\"r\"]}"));
    String storage =
        ", \"storageUnits\": [{\"id\": \"s\", \"bus\": \"n\", \"maxLevelMwh\": 60,"
            + " \"maxChargeMw\": 10, \"maxDischargeMw\": 10, \"initialLevelMwh\": 0,"
            + " \"endMinLevelMwh\": 40}]";
    days.put("storage, end", three("", storage));
    String on = "\"commitment\": \"on\", \"initial\"";
    days.put(
        "too much", three("", "").replace("\"mw\": 120", "\"mw\": 20").replace("\"initial\"", on));
  }

  private static String three(String rules, String more) {
    return """
    {"horizon": {"periodCount": 2},
     "network": {"buses": [{"id": "n", "type": "reference"}]},
     "thermalUnits": [
       {"id": "a", "bus": "n", "offers": [{"mw": [10, 100], "yuanPerH": [100, 1000]}],
        "initial": {"on": true, "hours": 9, "powerMw": 50}},
       {"id": "b", "bus": "n", "offers": [{"mw": [10, 100], "yuanPerH": [200, 2000]}],
        "initial": {"on": true, "hours": 9, "powerMw": 50}},
       {"id": "c", "bus": "n", "offers": [{"mw": [10, 100], "yuanPerH": [500, 5000]}],
        "initial": {"on": true, "hours": 9, "powerMw": 50}}],
     "busLoads": [{"bus": "n", "mw": 120}] %s,
     "rules": {%s}}
    """
        .formatted(more, rules);
  }

  private static String two(String rules, int dearMw, int loadMw, int limitMw) {
    return """
    {"horizon": {"periodCount": 2},
     "network": {"buses": [{"id": "west", "type": "reference"}, {"id": "east"}],
       "branches": [
         {"id": "l1", "from": "west", "to": "east", "xPu": 0.1,
          "ratings": {"normalMva": %d, "emergencyMva": 120}},
         {"id": "l2", "from": "west", "to": "east", "xPu": 0.1,
          "ratings": {"normalMva": %d, "emergencyMva": 120}}],
       "hvdcLines": [{"id": "dc", "from": "west", "to": "east", "pFromMw": 0, "pMinMw": 0,
                      "pMaxMw": 50, "lossShare": 0.02}]},
     "thermalUnits": [
       {"id": "cheap", "bus": "west", "offers": [{"mw": [0, 300], "yuanPerH": [0, 3000]}],
        "initial": {"on": true, "hours": 9, "powerMw": 120}},
       {"id": "dear", "bus": "east", "offers": [{"mw": [0, 300], "yuanPerH": [0, 12000]}],
        "pMaxMw": %d, "initial": {"on": true, "hours": 9, "powerMw": 30}}],
     "busLoads": [{"bus": "east", "mw": %d}],
     "rules": {%s}}
    """
        .formatted(limitMw, limitMw, dearMw, loadMw, rules);
  }
}
