package org.gridclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The long cycle clears each day in periods of its own length, says which starts must be ordered
 * now, and binds the day ahead (C-01, C-04, A-15).
 */
// Rows: C-01, C-03, C-04
class LongCycleTest {
  @TempDir static Path folder;

  /**
   * Three days: base 100 MW, an old unit that is ordered 30 h before a start and runs at least 12
   * h, and a peaker. The evenings of the second and third day need 170 MW. Energy of base over the
   * horizon is limited.
   */
  private static String day() {
    String load =
        IntStream.range(0, 72)
            .mapToObj(t -> t >= 24 && t % 24 >= 16 && t % 24 < 22 ? "170" : "80")
            .collect(Collectors.joining(", "));
    return """
    {"format": "gridclear-case", "version": 1, "name": "days",
     "horizon": {"periodCount": 72, "minutesPerPeriod": 60},
     "network": {"buses": [{"id": "b", "type": "reference"}]},
     "busLoads": [{"bus": "b", "mw": [%s]}],
     "thermalUnits": [
       {"id": "base", "bus": "b", "offers": [{"mw": [20, 110], "yuanPerH": [2000, 11000]}],
        "initial": {"on": true, "hours": 99, "powerMw": 80}},
       {"id": "old", "bus": "b", "offers": [{"mw": [20, 100], "yuanPerH": [3000, 15000]}],
        "minUpHours": 12, "minDownHours": 8, "initial": {"on": false, "hours": 99},
        "startCategories": [{"offHours": 1, "costYuan": 5000}]},
       {"id": "peak", "bus": "b", "offers": [{"mw": [5, 60], "yuanPerH": [4000, 48000]}],
        "minUpHours": 0.25, "minDownHours": 0.25, "initial": {"on": false, "hours": 99},
        "startCategories": [{"offHours": 1, "costYuan": 500}]}],
     "storageUnits": [{"id": "s", "bus": "b", "minLevelMwh": 0, "maxLevelMwh": 40,
       "maxChargeMw": 10, "maxDischargeMw": 10, "initialLevelMwh": 20, "endMinLevelMwh": 20,
       "chargeEfficiency": 0.9, "dischargeEfficiency": 0.9}],
     "rules": {"leadTimes": [{"unit": "old", "hours": 30}],
       "ranges": [{"id": "fuel", "kind": "energy", "span": "horizon", "max": 6000,
                   "scope": {"units": ["base"]}}]}}
    """
        .formatted(load);
  }

  @BeforeAll
  static void clear() throws IOException {
    Files.writeString(folder.resolve("days.json"), day());
    run(0, "long", "--market", "lt-ruc", "--days", "3", "--day-minutes", "15,60");
  }

  private static Shell.Ended run(int code, String out, String... options) {
    Shell.Ended ended =
        Shell.run(
            Stream.concat(
                    Stream.of(
                        "clear",
                        folder.resolve("days.json").toString(),
                        "--quiet",
                        "--gap",
                        "1e-6"),
                    Stream.concat(
                        Stream.of(options), Stream.of("--out", folder.resolve(out).toString())))
                .toArray(String[]::new));
    assertEquals(code, ended.code(), ended.text());
    return ended;
  }

  private static List<Map<String, String>> rows(String part, String file) throws IOException {
    try (Stream<Path> cases = Files.list(folder.resolve(part).resolve("cases"))) {
      List<String> lines = Files.readAllLines(cases.findFirst().orElseThrow().resolve(file));
      List<String> names = List.of(lines.get(0).split(","));
      List<Map<String, String>> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.replace("\"", "").split(",", -1);
        rows.add(
            IntStream.range(0, names.size())
                .boxed()
                .collect(Collectors.toMap(names::get, k -> cells[k])));
      }
      return rows;
    }
  }

  private static List<Map<String, String>> of(String part, String unit) throws IOException {
    return rows(part, "units.csv").stream().filter(row -> row.get("unit").equals(unit)).toList();
  }

  @Test
  void theFirstDayIsClearedInQuartersAndTheOthersInHours() throws IOException {
    assertEquals(72, of("long/plan", "base").size());
    assertEquals(96, of("long/D1", "base").size());
    List<Map<String, String>> later = of("long/D2-D3", "base");
    assertEquals(48, later.size());
    assertEquals("D2 00:00", later.get(0).get("time"));
    assertEquals("D3 23:00", later.get(47).get("time"));
  }

  /** What the days use of a limit of the horizon adds up over periods of both lengths. */
  @Test
  void limitsOfTheHorizonHoldOverAllStretches() throws IOException {
    double mwh = 0;
    for (Map<String, String> row : of("long/D1", "base")) {
      mwh += Double.parseDouble(row.get("mw")) / 4;
    }
    for (Map<String, String> row : of("long/D2-D3", "base")) {
      mwh += Double.parseDouble(row.get("mw"));
    }
    assertTrue(mwh <= 6000 + 1e-3, "energy " + mwh);
    assertTrue(mwh > 5500, "energy " + mwh);
  }

  /** The start of the second evening is due on the first day; that of the third can wait. */
  @Test
  void whatMustBeOrderedNowIsSaid() throws IOException {
    List<Map<String, String>> starts =
        rows("long/D2-D3", "decisions.csv").stream()
            .filter(row -> row.get("unit").equals("old"))
            .toList();
    assertTrue(!starts.isEmpty(), "old starts");
    List<Map<String, String>> plan =
        rows("long/plan", "decisions.csv").stream()
            .filter(row -> row.get("unit").equals("old"))
            .toList();
    assertEquals("NOW", plan.get(0).get("decision"), plan.toString());
    assertEquals("30", plan.get(0).get("leadHours"));
    for (Map<String, String> row : of("long/plan", "old").subList(0, 30)) {
      assertEquals("0", row.get("on"), "no start before its order: " + row);
    }
  }

  /** Of a later stretch, lead times count from the first day, and nothing was ordered before. */
  @Test
  void decisionsOfLaterDaysAreThoseOfTheCycle() throws IOException {
    boolean slow = false;
    for (Map<String, String> row : rows("long/D2-D3", "decisions.csv")) {
      int period = Integer.parseInt(row.get("period"));
      if (row.get("unit").equals("old")) {
        slow = true;
        assertEquals("30", row.get("leadHours"), row.toString());
        int due = 24 + period - 1 - 30;
        String hour = "%02d:00".formatted(due % 24);
        assertEquals(due < 24 ? hour : "D2 " + hour, row.get("orderBy"), row.toString());
        assertEquals(due < 24 ? "NOW" : "LATER", row.get("decision"), row.toString());
      }
    }
    assertTrue(slow, "old starts");
  }

  /** The next day's long cycle and the day ahead keep what was ordered. */
  @Test
  void whatWasOrderedBindsTheNextRunAndTheDayAhead() throws IOException {
    String first = folder.resolve("long/D1").toString();
    String decidedIn = folder.resolve("long/D2-D3").toString();
    run(0, "da", "--from", "25", "--count", "24", "--after", first, "--bound-by", decidedIn);
    List<Map<String, String>> decided = of("long/D2-D3", "old");
    List<Map<String, String>> ahead = of("da", "old");
    for (int t = 0; t < 24; t++) {
      assertEquals(decided.get(t).get("on"), ahead.get(t).get("on"), "hour " + t);
    }
    run(
        0,
        "next",
        "--market",
        "lt-ruc",
        "--from",
        "25",
        "--count",
        "48",
        "--after",
        first,
        "--plan",
        decidedIn);
    List<Map<String, String>> next = of("next", "old");
    for (int t = 0; t < 30; t++) {
      assertEquals(decided.get(t).get("on"), next.get(t).get("on"), "hour " + t);
    }
    assertTrue(
        rows("next", "decisions.csv").stream()
            .anyMatch(r -> r.get("unit").equals("old") && r.get("decision").equals("ORDERED")));
  }

  @Test
  void aPlanAloneIsRefusedByName() throws IOException {
    run(2, "alone", "--plan", folder.resolve("long/D1").toString());
  }

  /**
   * So many hours: two buses and two lines, cleared before without branch ratings; the peaker has
   * to start every evening.
   */
  private static String lines(int hours) {
    String load =
        IntStream.range(0, hours)
            .mapToObj(t -> t % 24 >= 18 && t % 24 < 20 ? "100" : "40")
            .collect(Collectors.joining(", "));
    return """
    {"format": "gridclear-case", "version": 1, "name": "lines",
     "horizon": {"periodCount": %d, "minutesPerPeriod": 60},
     "network": {"buses": [{"id": "a", "type": "reference"}, {"id": "b"}], "branches": [
       {"id": "l", "from": "a", "to": "b", "xPu": 0.1, "ratings": {"normalMva": 500}},
       {"id": "m", "from": "a", "to": "b", "xPu": 0.1, "ratings": {"normalMva": 500}}]},
     "busLoads": [{"bus": "b", "mw": [%s]}],
     "thermalUnits": [{"id": "g", "bus": "a", "offers": [{"mw": [0, 90], "yuanPerH": [0, 900]}],
        "initial": {"on": true, "hours": 9, "powerMw": 40}},
       {"id": "p", "bus": "a", "offers": [{"mw": [5, 60], "yuanPerH": [4000, 48000]}],
        "minUpHours": 0.25, "minDownHours": 0.25, "initial": {"on": false, "hours": 99},
        "startCategories": [{"offHours": 1, "costYuan": 500}]}],
     "cleared": {"options": {"losses": false, "gap": 0.002}, "switchedOff": ["B-19"]}}
    """
        .formatted(hours, load);
  }

  private static String text(String part, String file) throws IOException {
    Path path = folder.resolve(part).resolve(file);
    try (InputStream bytes =
        file.endsWith(".gz")
            ? new GZIPInputStream(Files.newInputStream(path))
            : Files.newInputStream(path)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8).replaceAll("\\s+", "");
    }
  }

  /** Beside what the case and the command say, nothing of an earlier cycle is left. */
  @Test
  void everyPartKeepsWhatTheCaseAndTheCommandSay() throws IOException {
    Files.writeString(folder.resolve("lines.json"), lines(24));
    Files.createDirectories(folder.resolve("kept/D2-D7"));
    Files.writeString(folder.resolve("kept/D2-D7/summary.json"), "{}");
    Files.writeString(folder.resolve("kept/D2-D7/datapackage.json"), "{}");
    Files.createDirectories(folder.resolve("kept/plan"));
    Files.writeString(folder.resolve("kept/plan/summary.json"), "{}");
    Files.writeString(folder.resolve("kept/plan/datapackage.json"), "{}");
    String[] twoDays = {
      "clear",
      folder.resolve("lines.json").toString(),
      "--quiet",
      "--n-1",
      "--days",
      "2",
      "--repeat-days",
      "--day-minutes",
      "60,120",
      "--out",
      folder.resolve("kept").toString(),
      "--replace"
    };
    Path mine = Files.createDirectories(folder.resolve("kept/D2-D8"));
    Shell.Ended refused = Shell.run(twoDays);
    assertEquals(2, refused.code(), refused.text());
    assertTrue(refused.text().contains("D2-D8, which is no result of a run"), refused.text());
    Files.delete(mine);
    Shell.Ended ended = Shell.run(twoDays);
    assertEquals(0, ended.code(), ended.text());
    for (String part : List.of("kept/plan", "kept/D1", "kept/D2")) {
      String cleared = text(part, "cases/000-base/case.json.gz");
      assertTrue(cleared.contains("\"everyBranch\":true"), cleared);
      assertTrue(cleared.contains("\"switchedOff\":[\"B-19\"]"), cleared);
      assertTrue(cleared.contains("\"losses\":false"), cleared);
      assertTrue(cleared.contains("\"gap\":0.002"), cleared);
      assertTrue(text(part, "summary.json").contains("lastdayisrepeated"), part);
    }
    for (String day : List.of("D1", "D2")) {
      List<Map<String, String>> starts = rows("kept/" + day, "decisions.csv");
      assertFalse(starts.isEmpty(), day);
      for (Map<String, String> row : starts) {
        assertEquals(day.equals("D1") ? "NOW" : "LATER", row.get("decision"), row.toString());
      }
    }
    assertFalse(Files.exists(folder.resolve("kept/D2-D7")), "a stretch of an earlier cycle");
  }

  @Test
  void partOfADayIsRefusedUnlessDaysAreSaid() throws IOException {
    Files.writeString(folder.resolve("part.json"), lines(36));
    Shell.Ended ended =
        Shell.run("clear", folder.resolve("part.json").toString(), "-q", "--day-minutes", "60");
    assertEquals(2, ended.code(), ended.text());
    assertTrue(ended.text().contains("36 periods of 60 min"), ended.text());
  }

  @Test
  void wrongStepsAreRefused() {
    refused("make no day", "--market", "lt-ruc", "--day-minutes", "7");
    refused(
        "4 lengths of periods for 3 days", "--market", "lt-ruc", "--day-minutes", "15,15,60,60");
    refused("for the long cycle", "--market", "da", "--day-minutes", "15,60");
    refused("--from does not go", "--market", "lt-ruc", "--from", "3", "--day-minutes", "15");
    refused("--format json does not go", "--format", "json", "--day-minutes", "15,60");
  }

  private static void refused(String part, String... options) {
    Shell.Ended ended = run(2, "wrong", options);
    assertTrue(ended.text().contains(part), ended.text());
  }
}
