package org.gridclear.cli.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gridclear.cli.Shell;
import org.gridclear.cli.option.ExitCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From files to a cleared case of a date, as a shell sees it. */
// Rows
class AssembleCommandTest {
  private static final String NETWORK =
      """
      {"format": "gridclear-case", "name": "two", "horizon": {"periodCount": 24},
       "network": {"buses": [{"id": "a", "type": "reference"}, {"id": "b"}],
         "branches": [{"id": "ab", "from": "a", "to": "b", "xPu": 0.1}]},
       "busLoads": [{"bus": "a", "mw": 1}],
       "thermalUnits": [
         {"id": "g1", "bus": "a", "offers": [{"mw": [0, 100], "yuanPerH": [0, 30000]}]},
         {"id": "g2", "bus": "b", "offers": [{"mw": [0, 100], "yuanPerH": [0, 40000]}]}]}
      """;

  @TempDir Path folder;

  private String market() {
    return folder.resolve("market").toString();
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String run(int code, String... arguments) {
    Shell.Ended ended = Shell.run(arguments);
    assertEquals(code, ended.code(), ended.text());
    return ended.text();
  }

  private String load(String missingHour) {
    StringBuilder text = new StringBuilder("time,system\n");
    for (int h = 0; h < 24; h++) {
      String hour = "%02d:00".formatted(h);
      text.append("2025-10-01 %s,%s%n".formatted(hour, hour.equals(missingHour) ? "" : "90.5"));
    }
    return text.toString();
  }

  private void take(String name, String knownAt, String missingHour) throws IOException {
    run(
        ExitCodes.DONE,
        "series",
        "import",
        "--market",
        market(),
        "--kind",
        "load-forecast-short",
        "--unit",
        "MW",
        "--source",
        "EMS",
        "--step",
        "PT1H",
        "--known-at",
        knownAt,
        "--local-time",
        file(name, load(missingHour)));
  }

  private String[] assemble(String gate, String... more) {
    List<String> all =
        new java.util.ArrayList<>(
            List.of(
                "assemble",
                "--market",
                market(),
                "--trade",
                "da",
                "--date",
                "2025-10-01",
                "--gate",
                gate,
                "--from-network",
                "registry,offers"));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private void fill() throws IOException {
    run(ExitCodes.DONE, "market", "init", market(), "--name", "small");
    run(
        ExitCodes.DONE,
        "market",
        "network",
        market(),
        file("two.json", NETWORK),
        "--from",
        "2025-01-01",
        "--known-at",
        "2024-12-01T00:00Z");
    take("load1.csv", "2025-09-30T10:00+08:00", "");
    take("load2.csv", "2025-09-30T11:00+08:00", "19:00");
    run(
        ExitCodes.DONE,
        "series",
        "import",
        "--market",
        market(),
        file(
            "factors.json",
            """
            {"format": "gridclear-series", "kind": "bus-factor", "unit": "share", "source": "EMS",
             "knownAt": "2025-09-01T10:00+08:00", "step": "P1M", "from": "2025-10-01T00:00+08:00",
             "values": {"a": [0.4], "b": [0.6]}}
            """));
    run(
        ExitCodes.DONE,
        "snapshot",
        "import",
        "--market",
        market(),
        file(
            "snapshot.json",
            """
            {"format": "gridclear-snapshot", "at": "2025-09-30T10:00+08:00", "source": "SCADA",
             "knownAt": "2025-09-30T10:00+08:00",
             "units": [{"id": "g1", "on": true, "mw": 50, "hoursInState": 5},
               {"id": "g2", "on": true, "mw": 50, "hoursInState": 5}]}
            """));
    run(
        ExitCodes.DONE,
        "ticket",
        "import",
        "--market",
        market(),
        file(
            "tickets.json",
            """
            {"format": "gridclear-tickets", "tickets": [{"id": "T1", "elements": ["unit:g1"],
             "from": "2025-10-01T19:00+08:00", "to": "2025-10-01T20:00+08:00", "state": "approved",
             "source": "OMS", "knownAt": "2025-09-29T10:00+08:00"}]}
            """));
  }

  @Test
  void aCaseIsMadeOfFilesAndClearedWithTheUnitOutForAnHour() throws IOException {
    fill();
    String out = folder.resolve("case.json").toString();
    String said = run(ExitCodes.DONE, assemble("2025-09-30 10:30", "--out", out));
    assertTrue(said.contains("24 periods of 60 min from 2025-10-01 00:00"), said);
    String manifest = folder.resolve("case.assembly.json").toString();
    assertTrue(Files.readString(Path.of(manifest)).contains("\"load-forecast-short\""));
    run(ExitCodes.DONE, assemble("2025-09-30 10:30", "--same-as", manifest));
    String cleared = folder.resolve("cleared").toString();
    run(ExitCodes.DONE, "clear", out, "--out", cleared);
    String units = readAll(Path.of(cleared));
    assertTrue(units.contains("2025-10-01T19:00"), units);
    String twice = run(ExitCodes.BAD_INPUT, assemble("2025-09-30 10:30", "--out", out));
    assertTrue(twice.contains("exists"), twice);
  }

  @Test
  void theDayBeforeStandsForADateAsItIsAssembledWithItsUnitOutForAnHour() throws IOException {
    fill();
    String before =
        NETWORK
            .replace("{\"periodCount\": 24}", "{\"periodCount\": 24, \"firstDay\": \"2025-09-30\"}")
            .replace("\"mw\": 1}", "\"mw\": 90.5}");
    String report = folder.resolve("before").toString();
    String kept = file("before.json", before);
    run(ExitCodes.DONE, "clear", kept, "--out", report, "--keep", market());
    String[] words = {
      "day",
      "fallback",
      "--market",
      market(),
      "--trade",
      "da",
      "--date",
      "2025-10-01",
      "--by",
      "ann",
      "--gate",
      "2025-09-30 10:30",
      "--from-network",
      "registry,offers"
    };
    String said = run(ExitCodes.FAILED_CELLS, words);
    assertTrue(said.contains("taken from da 2025-09-30 version 1 (the day before)"), said);
    assertTrue(said.contains("unit g1, period 20: is out today and gives nothing"), said);
    assertTrue(said.contains("90.500 MW are missing in period 20"), said);
    String[] both = java.util.Arrays.copyOf(words, words.length + 2);
    both[words.length] = "--case";
    both[words.length + 1] = kept;
    assertTrue(run(ExitCodes.BAD_INPUT, both).contains("--gate is of a case that is assembled"));
  }

  private static String readAll(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      Path units =
          files
              .filter(file -> file.getFileName().toString().equals("units.csv"))
              .findFirst()
              .orElseThrow();
      return Files.readString(units);
    }
  }

  @Test
  void whatIsMissingAtALaterGateIsRefusedWithItsTime() throws IOException {
    fill();
    String said = run(ExitCodes.BAD_INPUT, assemble("2025-09-30 11:30"));
    assertTrue(said.contains("load-forecast-short of system, 2025-10-01 19:00 = absent"), said);
    String versions = run(ExitCodes.DONE, "series", "versions", "--market", market());
    assertTrue(
        versions.contains("load-forecast-short") && versions.contains("bus-factor"), versions);
    String shown =
        run(
            ExitCodes.DONE,
            "series",
            "show",
            "--market",
            market(),
            "--kind",
            "load-forecast-short",
            "--series-version",
            "2");
    assertTrue(shown.contains("2025-10-01T19:00+08:00,\n"), shown);
    String snapshots = run(ExitCodes.DONE, "snapshot", "list", "--market", market());
    assertTrue(snapshots.contains("2025-09-30 10:00"), snapshots);
    String networks = run(ExitCodes.DONE, "market", "network", market());
    assertTrue(networks.contains("2025-01-01 00:00"), networks);
    String similar =
        run(ExitCodes.BAD_INPUT, "series", "similar", "--market", market(), "--date", "2025-10-01");
    assertTrue(similar.contains("is not known for every hour"), similar);
    String unknown = run(ExitCodes.BAD_INPUT, assemble("2025-09-30 10:30", "--start", "7 pm"));
    assertTrue(unknown.contains("such as 19:00"), unknown);
    String half = run(ExitCodes.BAD_INPUT, assemble("2025-09-30 10:30", "--start", "19:00:30"));
    assertTrue(half.contains("'19:00:30' is no whole minute"), half);
    String tickets = run(ExitCodes.DONE, "ticket", "list", "--market", market());
    assertTrue(tickets.contains("unit:g1"), tickets);
  }

  @Test
  void rulesAreSetAndStayAsVersions() throws IOException {
    run(ExitCodes.DONE, "market", "init", market(), "--name", "small");
    String shown = run(ExitCodes.DONE, "checks", "show", "--market", market());
    String rules = file("checks.json", shown.replace("\"LOAD-JUMP\"", "\"LOAD-LEAP\""));
    run(ExitCodes.DONE, "checks", "set", "--market", market(), rules);
    assertTrue(run(ExitCodes.DONE, "checks", "show", "--market", market()).contains("LOAD-LEAP"));
    assertFalse(shown.contains("LOAD-LEAP"));
    assertTrue(run(ExitCodes.DONE, "checks", "versions", "--market", market()).contains("checks"));
  }

  /** The rules of a market are one set for what it takes in and for what is validated. */
  @Test
  void sinceWhenANetworkHoldsIsRefusedWhereNoneIsKept() throws IOException {
    run(ExitCodes.DONE, "market", "init", market(), "--name", "small");
    for (String[] of :
        new String[][] {{"--from", "2025-01-01"}, {"--known-at", "2024-12-01T00:00Z"}}) {
      String refused = run(ExitCodes.BAD_INPUT, "market", "network", market(), of[0], of[1]);
      assertTrue(refused.contains("name its FILE"), refused);
    }
  }

  /** The list of versions is the table; of a version that is kept there is none. */
  @Test
  void howATableIsWrittenIsRefusedWhereANetworkIsKept() throws IOException {
    run(ExitCodes.DONE, "market", "init", market(), "--name", "small");
    String network = file("network.json", NETWORK);
    Path table = folder.resolve("table.csv");
    for (String[] of : new String[][] {{"--format", "csv"}, {"--out", table.toString()}}) {
      String refused =
          run(
              ExitCodes.BAD_INPUT,
              "market",
              "network",
              market(),
              network,
              "--from",
              "2025-01-01",
              of[0],
              of[1]);
      assertTrue(refused.contains("--format and --out are of the list of versions"), refused);
    }
    assertFalse(run(ExitCodes.DONE, "market", "network", market()).contains("2025-01-01"));
    assertTrue(Files.notExists(table));
  }

  @Test
  void aRuleThatTheMarketHasPutOffIsOffInValidateToo() throws IOException {
    run(ExitCodes.DONE, "market", "init", market(), "--name", "small");
    String falling =
        file(
            "falling.json",
            NETWORK.replace(
                "\"mw\": [0, 100], \"yuanPerH\": [0, 40000]",
                "\"mw\": [0, 50, 100], \"yuanPerH\": [0, 30000, 40000]"));
    assertTrue(
        run(ExitCodes.BAD_INPUT, "validate", falling, "--market", market()).contains("MKT-02"));
    run(
        ExitCodes.DONE,
        "checks",
        "set",
        "--market",
        market(),
        file("c.yaml", "rules: []\noff: [MKT-02]\n"));
    run(ExitCodes.DONE, "validate", falling, "--market", market());
    run(ExitCodes.DONE, "market", "network", market(), falling, "--from", "2025-01-01");
  }
}
