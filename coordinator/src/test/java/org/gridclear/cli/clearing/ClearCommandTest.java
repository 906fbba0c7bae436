package org.gridclear.cli.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gridclear.cli.Shell;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code clear} and {@code explain} as a shell sees them. */
// Rows: C-05, D-08, F-07
class ClearCommandTest {
  @TempDir Path folder;

  private static Shell.Ended run(String... arguments) {
    return Shell.run(arguments);
  }

  @Test
  void aHorizonClearedInWindowsHasOneScheduleNearThatOfOneModel() throws IOException {
    String[] common = {"clear", "ieee30", "--periods", "24", "--gap", "0.0001", "--quiet"};
    Shell.Ended whole = run(with(common, "--out", folder.resolve("whole").toString()));
    assertEquals(0, whole.code(), whole.text());
    Path out = folder.resolve("rolled");
    Shell.Ended rolled =
        run(with(common, "--roll", "8", "--look-ahead", "4", "--out", out.toString()));
    assertEquals(0, rolled.code(), rolled.text());
    assertTrue(rolled.text().contains("commitment of 3 windows"), rolled.text());
    double best = objective(folder.resolve("whole"), "bestBound");
    double objective = objective(out, "objective");
    assertTrue(objective >= best * (1 - 1e-9), "no schedule is better than the bound");
    assertTrue(objective <= best * 1.01, "%f against %f".formatted(objective, best));
    List<String> windows = Files.readAllLines(out.resolve("windows.csv"));
    assertEquals(4, windows.size());
    assertTrue(windows.get(2).startsWith("2,9,16,20,"), windows.get(2));
    assertTrue(windows.get(3).startsWith("3,17,24,24,"), windows.get(3));
  }

  /** Reserve of a unit that is off by a decision, in the market that decided and in those after. */
  @Test
  void aUnitThatAnEarlierRunKeepsOffStillHoldsReserve() throws IOException {
    Path file = folder.resolve("standby.json");
    Files.writeString(
        file,
        """
        {"format": "gridclear-case", "version": 1, "name": "standby",
         "horizon": {"periodCount": 6, "minutesPerPeriod": 60},
         "network": {"baseMva": 100, "buses": [{"id": "a", "type": "reference"}]},
         "thermalUnits": [
           {"id": "coal", "bus": "a", "offers": [{"mw": [40, 120], "yuanPerH": [8000, 24000]}],
            "initial": {"on": true, "hours": 8, "powerMw": 60}},
           {"id": "gas", "bus": "a", "offers": [{"mw": [10, 60], "yuanPerH": [9000, 60000]}],
            "rampUpMwPerH": 240, "startRampMw": 60, "minDownHours": 1, "reserves": ["stand-by"],
            "initial": {"on": false, "hours": 8}}],
         "busLoads": [{"bus": "a", "mw": [60, 70, 80, 90, 80, 70]}],
         "reserves": [{"id": "stand-by", "product": "stand-by", "mw": 30}],
         "rules": {"products": [{"id": "stand-by", "kind": "non-spinning", "minutes": 15}]}}
        """);
    Path out = folder.resolve("standby");
    Shell.Ended rolled =
        run(
            "clear",
            file.toString(),
            "--roll",
            "2",
            "--look-ahead",
            "1",
            "--quiet",
            "--out",
            out.toString());
    assertEquals(0, rolled.code(), rolled.text());
    assertEquals(450 * 200, objective(out, "objective"), 1e-6, rolled.text());
    for (String market : new String[] {"id", "rt"}) {
      Path later = folder.resolve(market);
      String[] common = {"clear", file.toString(), "--market", market, "--from", "3", "--quiet"};
      String[] mode = market.equals("id") ? new String[] {"--mode", "sced"} : new String[0];
      Shell.Ended ended =
          run(
              with(
                  with(common, mode),
                  "--after",
                  out.resolve("cases/000-base").toString(),
                  "--out",
                  later.toString()));
      assertEquals(0, ended.code(), ended.text());
      assertEquals(320 * 200, objective(later, "objective"), 1e-6, ended.text());
    }
  }

  @Test
  void aWrittenCaseIsClearedAgainToTheSameHash() throws IOException {
    Path study = folder.resolve("off.yaml");
    Files.writeString(
        study,
        """
        study: off
        base: {case: ieee14}
        horizon: {periodCount: 4}
        options: {gap: 0.002, losses: true, startFromBase: false}
        cases:
          - {name: reserve off, changes: [{constraint: {name: B-15, on: false}}, {load: {scale: 1.1}}]}
        """);
    Path out = folder.resolve("study");
    assertEquals(0, run("study", study.toString(), "--quiet", "--out", out.toString()).code());
    String written = out.resolve("cases/001-reserve-off/case.json.gz").toString();
    Path again = folder.resolve("again");
    Shell.Ended ended = run("clear", written, "--quiet", "--out", again.toString());
    assertEquals(0, ended.code(), ended.text());
    assertEquals(cell(out, 1).get("outcomeHash"), cell(again, 0).get("outcomeHash"));
    Shell.Ended dry = run("study", study.toString(), "--dry-run");
    assertEquals(0, dry.code(), dry.text());
  }

  private static JsonNode cell(Path out, int k) throws IOException {
    return Json.MAPPER
        .readTree(Files.readAllBytes(out.resolve("summary.json")))
        .get("cases")
        .get(k);
  }

  @Test
  void windowsThatAreNoWholePeriodsAreRefused() {
    Shell.Ended refused = run("clear", "ieee14", "--periods", "8", "--roll", "2.5");
    assertEquals(ExitCodes.BAD_INPUT, refused.code());
    assertTrue(refused.text().contains("2.5 h are not whole periods of 60 min"), refused.text());
  }

  // Rows: E-03
  @Test
  void aModeOfIntradayIsRefusedInOtherMarkets() {
    for (String market : new String[] {"da", "rt", "lt-ruc"}) {
      Shell.Ended refused =
          run("clear", "ieee14", "--periods", "8", "--market", market, "--mode", "sced");
      assertEquals(ExitCodes.BAD_INPUT, refused.code());
      assertTrue(refused.text().contains("The mode sced is of intraday"), refused.text());
    }
  }

  private static String[] with(String[] common, String... more) {
    return Stream.of(common, more).flatMap(Arrays::stream).toArray(String[]::new);
  }

  private static double objective(Path out, String field) throws IOException {
    JsonNode summary = Json.MAPPER.readTree(Files.readAllBytes(out.resolve("summary.json")));
    assertEquals("PASSED", summary.get("cases").get(0).get("audit").asString());
    return summary.get("cases").get(0).get(field).asDouble();
  }

  @Test
  void aDayIsClearedExplainedAndGoneOnFrom() throws IOException {
    String day = folder.resolve("day").toString();
    Shell.Ended cleared =
        run("clear", "ieee14", "--periods", "8", "--n-1", "--security-rounds", "3", "--out", day);
    assertEquals(ExitCodes.FAILED_CELLS, cleared.code(), "a relaxed limit is not a secure one");
    assertTrue(cleared.text().contains("NOT SECURE in AC: 1 flows"), cleared.text());
    assertTrue(cleared.text().contains("security round 1"), cleared.text());
    JsonNode summary = Json.MAPPER.readTree(Files.readAllBytes(folder.resolve("day/summary.json")));
    JsonNode cell = summary.get("cases").get(0);
    JsonNode first = cell.get("solver").get(0);
    for (String field : List.of("name", "seconds", "bound", "incumbent")) {
      assertTrue(first.has(field), field);
    }
    assertEquals("PASSED", cell.get("audit").asString());
    Path tables = folder.resolve("day/cases/000-base");
    for (String table :
        List.of(
            "zone-prices.csv",
            "lmp-curves.csv",
            "balance.csv",
            "shadow-prices.csv",
            "security-rounds.csv",
            "security-unsolved.csv",
            "boundary.json",
            "case.json.gz")) {
      assertTrue(Files.size(tables.resolve(table)) > 0, table);
    }
    Shell.Ended why = run("explain", day, "--unit", "G1", "--bus", "4", "--period", "3");
    assertEquals(0, why.code(), why.text());
    assertTrue(why.text().contains("Unit G1 at 02:00"), why.text());
    assertTrue(why.text().contains("Price at bus 4 at 02:00"), why.text());
    Shell.Ended next =
        run(
            "clear",
            "ieee14",
            "--periods",
            "8",
            "--market",
            "rt",
            "--after",
            day,
            "--from",
            "4",
            "--count",
            "2",
            "--out",
            folder.resolve("rt").toString());
    assertEquals(0, next.code(), next.text());
    assertTrue(next.text().contains("market RT, with losses: OPTIMAL"), next.text());
  }

  @Test
  void whatCannotBeClearedIsSaidWithoutAFolder() {
    String out = folder.resolve("none").toString();
    Shell.Ended realTime = run("clear", "ieee14", "--market", "rt", "--out", out);
    assertEquals(2, realTime.code());
    assertTrue(realTime.text().contains("--after"), realTime.text());
    assertEquals(2, run("clear", "ieee14", "--market", "spot", "--out", out).code());
    assertEquals(2, run("clear", "ieee14", "--from", "30", "--out", out).code());
    assertFalse(Files.exists(folder.resolve("none")));
    Shell.Ended nothing = run("explain", folder.toString(), "--bus", "1", "--period", "1");
    assertEquals(2, nothing.code());
    assertTrue(nothing.text().contains("holds no cleared case"), nothing.text());
  }

  @Test
  void aDayOfItsOwnHasOnlyThePeriodsThatItHas() throws IOException {
    Path day =
        Files.writeString(
            folder.resolve("day.json"),
            """
            {"name": "two", "horizon": {"periodCount": 2, "minutesPerPeriod": 60},
             "network": {"buses": [{"id": "n", "type": "reference"}]},
             "thermalUnits": [{"id": "a", "bus": "n", "offers": [{"mw": [0, 10], "yuanPerH": [0, 10]}]}],
             "busLoads": [{"bus": "n", "mw": 5}]}
            """);
    String out = folder.resolve("own.json").toString();
    Shell.Ended shorter = run("import", day.toString(), "--minutes", "30", "--out", out);
    assertEquals(2, shorter.code(), shorter.text());
    assertTrue(shorter.text().contains("--minutes 30 is of synthetic data"), shorter.text());
    assertTrue(shorter.text().contains("--split-minutes changes them"), shorter.text());
    Shell.Ended more = run("clear", day.toString(), "--periods", "24", "--out", out);
    assertEquals(2, more.code(), more.text());
    assertTrue(more.text().contains("the case has 2 of its own"), more.text());
    String[] same = {"import", day.toString(), "--periods", "2", "--minutes", "60", "--out", out};
    assertEquals(0, run(same).code());
  }

  @Test
  void everyIssueOfTheRulesComesAtOnce() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("rules.json"),
            """
            {"name": "bad rules", "horizon": {"periodCount": 2},
             "network": {"buses": [{"id": "n", "type": "reference"}]},
             "thermalUnits": [{"id": "a", "bus": "n", "offers": [{"mw": [0, 10], "yuanPerH": [0, 10]}]}],
             "busLoads": [{"bus": "n", "mw": 5}],
             "rules": {
               "groups": [{"id": "plant", "units": ["b"]}],
               "ranges": [
                 {"id": "r1", "kind": "energy", "min": 5, "max": 4},
                 {"id": "r1", "kind": "emission", "item": "CO2", "max": 4},
                 {"id": "r3", "kind": "outputs", "max": 4, "from": 3}],
               "bands": [{"unit": "a", "bands": [{"fromMw": 8, "toMw": 6}]}],
               "trajectories": [{"unit": "a", "startMw": [1, 2]}],
               "reservoirs": [{"id": "lake", "units": ["a"], "m3PerMwh": 0, "maxMm3": 1, "initialMm3": 2}],
               "hvdcSchedules": [{"line": "dc"}],
               "contingencies": {"listed": [{"id": "x", "branches": ["l9"]}]}}}
            """);
    Shell.Ended ended = run("validate", file.toString());
    assertEquals(2, ended.code());
    for (String part :
        List.of(
            "group plant",
            "min in period 1",
            "constraint r1",
            "CO2",
            "outputs",
            "MKT-14",
            "bands of a",
            "MKT-15",
            "m3PerMwh",
            "initialMm3",
            "HVDC schedule of dc",
            "contingency x")) {
      assertTrue(ended.text().contains(part), part + " in " + ended.text());
    }
  }
}
