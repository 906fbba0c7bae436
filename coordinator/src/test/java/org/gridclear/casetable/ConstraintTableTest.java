package org.gridclear.casetable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.io.CaseFiles;
import org.gridclear.json.Json;
import org.gridclear.market.BranchOutage;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.ContingencySet;
import org.gridclear.network.Contingency;
import org.gridclear.quantity.Horizon;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.gridclear.table.Table;
import org.junit.jupiter.api.Test;

/** Every single constraint with class, parameters and state (B-01, B-27). */
// Rows: B-01, B-27
class ConstraintTableTest {
  private static final String CASE =
      """
      {"format": "gridclear-case", "version": 1, "name": "rules",
       "horizon": {"periodCount": 4, "minutesPerPeriod": 60, "startMinute": 1320},
       "network": {
         "buses": [{"id": "a", "type": "reference", "zone": "north"}, {"id": "b"}, {"id": "c"}],
         "branches": [
           {"id": "ab", "from": "a", "to": "b", "xPu": 0.1, "ratings": {"normalMva": 100}},
           {"id": "ab2", "from": "a", "to": "b", "xPu": 0.1},
           {"id": "bc", "from": "b", "to": "c", "xPu": 0.1, "ratings": {"normalMva": 80}}],
         "hvdcLines": [{"id": "dc", "from": "a", "to": "b", "pMinMw": -20, "pMaxMw": 20}],
         "flowgates": [{"id": "gate", "limitMw": 90, "reverseLimitMw": 70,
           "terms": [{"branch": "ab", "weight": 1}]}]},
       "busLoads": [{"bus": "b", "mw": 50}],
       "branchOutages": [{"branch": "ab2", "from": 2, "to": 4}],
       "reserves": [{"id": "spin", "mw": [1, 2, 2, 2], "loadShare": 0.1}],
       "thermalUnits": [
         {"id": "g", "bus": "a", "offers": [{"mw": [10, 90], "yuanPerH": [1000, 9000]}],
          "minUpHours": 2, "minDownHours": 3, "maxStartsPerDay": 2, "rampUpMwPerH": 30,
          "commitment": ["free", "on", "on", "off"], "initial": {"on": true, "hours": 9, "powerMw": 50}},
         {"id": "h", "bus": "b", "offers": [{"mw": [10, 90], "yuanPerH": [1000, 9000]}]}],
       "rules": {
         "ranges": [
           {"id": "at night", "kind": "output", "scope": {"units": ["g"]}, "max": 60, "from": 1, "to": 3},
           {"id": "daily", "kind": "energy", "scope": {"units": ["g"]}, "max": [100, 1, 200, 2]},
           {"id": "online", "kind": "units-online", "scope": {"zone": "north"}, "min": 1},
           {"id": "must", "kind": "must-run-capacity", "scope": {"zone": "north"}, "min": 50},
           {"id": "coal", "kind": "fuel", "item": "coal", "max": 40, "inEffect": false}],
         "linear": [{"id": "sum", "max": 120, "terms": [
           {"unit": "g", "quantity": "output", "coefficient": 1},
           {"unit": "h", "quantity": "output", "coefficient": 2}]}],
         "trajectories": [{"unit": "h", "startMw": [5], "stopMw": []}],
         "bands": [{"unit": "g", "kind": "mill", "bands": [{"fromMw": 40, "toMw": 50}]}],
         "rates": [{"unit": "g", "item": "coal", "tPerMwh": 0.3}],
         "reservoirs": [{"id": "lake", "units": ["h"], "m3PerMwh": 1000, "inflowM3PerS": 1,
           "minMm3": 0, "maxMm3": 9, "initialMm3": 5, "maxSpillM3PerS": 3}],
         "hvdcSchedules": [{"line": "dc", "minMw": -5, "maxMw": 5}],
         "leadTimes": [{"unit": "h", "hours": 2}],
         "flowgateLimits": [{"flowgate": "gate", "mw": [90, 90, 60, "Infinity"]}],
         "contingencies": {"everyBranch": true}}}
      """;

  private static MarketDay day() {
    return CaseFiles.unpack(CASE.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Map<String, Object>> rows(ClearingCase of) {
    return org.gridclear.table.TableFile.objects(CaseTable.CONSTRAINTS.of(ShownCase.of(of)));
  }

  private static Set<String> inEffect(List<Map<String, Object>> rows) {
    return rows.stream()
        .filter(row -> row.get("inEffect").equals(true))
        .map(row -> row.get("row") + " " + row.get("constraint") + " " + row.get("firstPeriod"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyConstraintThatCanBeSwitchedIsListedAndItsSwitchTurnsItAloneOff() {
    MarketDay day = day();
    ClearingCase of = ClearingCase.of(day);
    Set<String> switches =
        rows(of).stream().map(row -> (String) row.get("switch")).collect(Collectors.toSet());
    switches.remove("");
    assertEquals(new HashSet<>(day.rules().switchable()), switches);
    for (String name : day.rules().switchable()) {
      boolean was = !name.equals("coal");
      List<Map<String, Object>> changed =
          rows(of.withDay(day.withRules(day.rules().withSwitched(name, !was))));
      for (Map<String, Object> row : changed) {
        if (row.get("switch").equals(name)) {
          boolean expected = !was && !row.get("why").equals("no limit");
          assertEquals(expected, row.get("inEffect"), row::toString);
        }
      }
      Set<String> others = inEffect(changed);
      Set<String> before =
          rows(of).stream()
              .filter(row -> !row.get("switch").equals(name))
              .filter(row -> row.get("inEffect").equals(true))
              .map(r -> r.get("row") + " " + r.get("constraint") + " " + r.get("firstPeriod"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertTrue(others.containsAll(before), name);
    }
  }

  /** What a run before decided is not said of the data. */
  @Test
  void aStatusSaysWhoGaveIt() {
    Map<String, String> words =
        Map.of(
            "\"off\"", "given by the data: ",
            "[\"free\", \"kept_off\", \"free\", \"free\"]", "decided by an earlier run: ",
            "[\"free\", \"kept_off\", \"free\", \"on\"]", "given by the data or an earlier run: ");
    words.forEach(
        (statuses, expected) -> {
          String text = CASE.replace("[\"free\", \"on\", \"on\", \"off\"]", statuses);
          MarketDay day = CaseFiles.unpack(text.getBytes(StandardCharsets.UTF_8));
          Map<String, Object> row =
              rows(ClearingCase.of(day)).stream()
                  .filter(each -> each.get("constraint").equals("status of g"))
                  .findFirst()
                  .orElseThrow();
          assertTrue(row.containsValue(expected + "1 on, 0 off"), row::toString);
        });
  }

  @Test
  void everyFamilyHasARowAndItsSwitchOrItsMarketTurnsAllOfThemOff() {
    MarketDay day = day();
    Set<Object> families =
        rows(ClearingCase.of(day)).stream().map(r -> r.get("family")).collect(Collectors.toSet());
    Set<ConstraintFamily> absent =
        EnumSet.of(
            ConstraintFamily.FIXED_SCHEDULE,
            ConstraintFamily.UNIT_RESERVE,
            ConstraintFamily.VIBRATION_ZONES,
            ConstraintFamily.EMISSION,
            ConstraintFamily.EMISSION_TOTAL,
            ConstraintFamily.ZONAL_RESERVE);
    for (ConstraintFamily family : ConstraintFamily.values()) {
      assertEquals(!absent.contains(family), families.contains(family.name()), family.name());
      ClearingCase off = new ClearingCase("off", day, EnumSet.of(family));
      for (Market market : Market.values()) {
        for (Map<String, Object> row : rows(off.in(market))) {
          if (row.get("family").equals(family.name())) {
            assertEquals(false, row.get("inEffect"), row::toString);
          }
        }
      }
    }
    Set<Object> realTime =
        rows(ClearingCase.of(day).in(Market.RT)).stream()
            .filter(row -> row.get("inEffect").equals(true))
            .map(row -> row.get("row"))
            .collect(Collectors.toSet());
    for (String row : List.of("B-04", "B-05", "B-09", "B-15", "B-17")) {
      assertTrue(!realTime.contains(row), row);
    }
  }

  @Test
  void stateAndLimitsAreThoseOfEachPeriod() {
    List<String> lines =
        rows(ClearingCase.of(day())).stream()
            .filter(
                row ->
                    List.of("at night", "daily", "status of g", "spin", "ab2", "gate")
                        .contains(row.get("constraint")))
            .filter(row -> !row.get("row").equals("B-20"))
            .map(
                row ->
                    "%s %s-%s %s to %s %s %s..%s %s"
                        .formatted(
                            row.get("constraint"),
                            row.get("firstPeriod"),
                            row.get("lastPeriod"),
                            row.get("fromTime"),
                            row.get("toTime"),
                            row.get("inEffect"),
                            row.get("min"),
                            row.get("max"),
                            row.get("class")))
            .toList();
    assertEquals(
        List.of(
            "status of g 1-1 22:00 to 23:00 false null..null UNIT",
            "status of g 2-3 23:00 to D2 01:00 true 1.0..1.0 UNIT",
            "status of g 4-4 D2 01:00 to D2 02:00 true 0.0..0.0 UNIT",
            "at night 1-1 22:00 to 23:00 false null..null UNIT",
            "at night 2-3 23:00 to D2 01:00 true null..60.0 UNIT",
            "at night 4-4 D2 01:00 to D2 02:00 false null..null UNIT",
            "daily 1-2 22:00 to D2 00:00 true null..100.0 UNIT",
            "daily 3-4 D2 00:00 to D2 02:00 true null..200.0 UNIT",
            "spin 1-1 22:00 to 23:00 true 6.0..null SYSTEM_BALANCE",
            "spin 2-4 23:00 to D2 02:00 true 7.0..null SYSTEM_BALANCE",
            "gate 1-2 22:00 to D2 00:00 true -70.0..90.0 NETWORK",
            "gate 3-3 D2 00:00 to D2 01:00 true -70.0..60.0 NETWORK",
            "gate 4-4 D2 01:00 to D2 02:00 true -70.0..null NETWORK",
            "ab2 1-2 22:00 to D2 00:00 false null..null NETWORK",
            "ab2 3-4 D2 00:00 to D2 02:00 false null..null NETWORK"),
        lines);
  }

  /** Where a limit is by period no single one is shown, and taken back none is set. */
  @Test
  void tablesOfFlowgatesAndLimitsLeaveToTheConstraintsWhatIsByPeriod() {
    ShownCase shown = ShownCase.of(ClearingCase.of(day()));
    Map<String, Object> gate =
        org.gridclear.table.TableFile.objects(CaseTable.FLOWGATES.of(shown)).get(0);
    assertNull(gate.get("limitMw"));
    assertEquals(70.0, gate.get("reverseLimitMw"));
    assertEquals("forward", gate.get("byPeriod"));
    Map<String, Object> limit =
        org.gridclear.table.TableFile.objects(CaseTable.LIMITS.of(shown)).stream()
            .filter(row -> row.get("device").equals("gate"))
            .findFirst()
            .orElseThrow();
    assertNull(limit.get("limitMw"));
    assertEquals(70.0, limit.get("reverseMw"));
    Map<String, Object> alone =
        org.gridclear.table.TableFile.objects(CaseTable.FLOWGATES.of(ShownCase.of(day().network())))
            .get(0);
    assertEquals(90.0, alone.get("limitMw"));
    assertEquals("", alone.get("byPeriod"));
  }

  @Test
  void aBranchWithLimitsByPeriodHasNoRatingToBeTakenBack() {
    String limits = "\"branchLimits\": [{\"branch\": \"ab\", \"mw\": [9, 8, 7, 6]}], \"busLoads\":";
    MarketDay day =
        CaseFiles.unpack(CASE.replace("\"busLoads\":", limits).getBytes(StandardCharsets.UTF_8));
    Map<Object, Object> normal = new HashMap<>();
    org.gridclear.table.TableFile.objects(CaseTable.LIMITS.of(ShownCase.of(ClearingCase.of(day))))
        .forEach(row -> normal.put(row.get("device"), row.get("normalMva")));
    assertNull(normal.get("ab"));
    assertEquals(80.0, normal.get("bc"));
  }

  @Test
  void anOutageIsInEffectWhereTheFlowsHaveAnAnswerToIt() {
    MarketDay synthetic =
        SyntheticMarket.complete(
            BuiltInNetworks.read("ieee14"), new Horizon(3, 60), SyntheticOptions.DEFAULT);
    MarketDay day =
        synthetic
            .withBranchOutages(List.of(new BranchOutage("L1", 1, 2), new BranchOutage("L3", 2, 3)))
            .withRules(
                synthetic
                    .rules()
                    .withContingencies(
                        new ContingencySet(
                            true,
                            List.of(
                                new Contingency("pair", List.of("L2", "L5"), List.of(), List.of()),
                                Contingency.ofGenerator("G1"),
                                Contingency.ofBus("3")))));
    ClearingCase of = ClearingCase.of(day);
    Map<String, Set<Integer>> shown = new HashMap<>();
    for (Map<String, Object> row : rows(of)) {
      if (row.get("row").equals("B-20") && row.get("inEffect").equals(true)) {
        long last = (long) row.get("lastPeriod");
        for (long t = (long) row.get("firstPeriod"); t <= last; t++) {
          shown
              .computeIfAbsent((String) row.get("constraint"), id -> new TreeSet<>())
              .add((int) t - 1);
        }
      }
    }
    ClearingGrid grid = new ClearingGrid(of);
    Map<String, Set<Integer>> answered = new HashMap<>();
    for (int k = 0; k < grid.outages().size(); k++) {
      for (int t = 0; t < 3; t++) {
        if (grid.response(k, t).isPresent()) {
          answered.computeIfAbsent(grid.outages().get(k).id(), id -> new TreeSet<>()).add(t);
        }
      }
    }
    assertEquals(answered, shown);
    assertTrue(answered.size() > 15, "hardly an outage is compared");
  }

  @Test
  void tablesOfANetworkHaveItsElementsAndNoPeriods() {
    ShownCase shown = ShownCase.of(BuiltInNetworks.read("ieee30"));
    Table constraints = CaseTable.CONSTRAINTS.of(shown);
    assertEquals(shown.network().branches().size(), constraints.rows().size());
    constraints.rows().forEach(row -> assertEquals(null, row[8]));
    assertEquals(30, CaseTable.BUSES.of(shown).rows().size());
    assertEquals(
        shown.network().generators().stream().map(g -> g.id()).toList(),
        CaseTable.UNITS.of(shown).rows().stream().map(row -> row[0]).toList());
    double load = shown.network().loads().stream().mapToDouble(l -> l.pMw()).sum();
    Table zones = CaseTable.ZONES.of(shown);
    int column = zones.indexOf("loadMw");
    assertEquals(load, zones.rows().stream().mapToDouble(r -> (double) r[column]).sum(), 1e-5);
    assertTrue(Json.MAPPER.writeValueAsString(CaseTable.overview(shown)).contains("units"));
  }
}
