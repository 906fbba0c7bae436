package org.gridclear.cli.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridclear.cli.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gridclear monitor}, from a cleared day to an alarm that is cleared. */
// Rows: J-13
class MonitorCommandTest {
  @TempDir Path folder;

  private Shell.Ended monitor(String... words) {
    List<String> all = new ArrayList<>(List.of("monitor"));
    all.addAll(Arrays.asList(words));
    all.addAll(List.of("--market", folder.resolve("market").toString()));
    return Shell.run(all.toArray(String[]::new));
  }

  @Test
  void aDayIsEvaluatedShownAndItsAlarmsAreCleared() throws IOException {
    String market = folder.resolve("market").toString();
    assertEquals(0, Shell.run("market", "init", market, "--name", "m").code());
    Path day = folder.resolve("day.json");
    Files.writeString(
        day,
        """
        {"format": "gridclear-case", "version": 1, "name": "k",
         "horizon": {"periodCount": 2, "minutesPerPeriod": 60, "firstDay": "2026-10-01"},
         "network": {"buses": [{"id": "a", "type": "reference", "zone": "z"}]},
         "busLoads": [{"bus": "a", "mw": 100}],
         "thermalUnits": [
           {"id": "g", "bus": "a", "fuel": "coal",
            "offers": [{"mw": [8, 102], "yuanPerH": [5000, 7000]}],
            "initial": {"on": true, "hours": 99, "powerMw": 50}}]}
        """);
    String report = folder.resolve("report").toString();
    assertEquals(0, Shell.run("clear", day.toString(), "--out", report, "--keep", market).code());
    Shell.Ended first = monitor("evaluate", "--date", "2026-10-01");
    assertEquals(1, first.code(), "the margin is under its severe limit");
    assertTrue(first.output().contains("computed now"), first.text());
    assertTrue(
        monitor("evaluate", "--date", "2026-10-01").output().contains(", 0 of them computed now"),
        "for nothing the second time");
    Shell.Ended shown =
        monitor("show", "--date", "2026-10-01", "--index", "reserve-margin", "--format", "csv");
    assertTrue(shown.output().contains("system,reserve-margin,0.02,1,severe"), shown.text());
    assertEquals(0, monitor("show", "--date", "2026-10-01", "--view", "elements").code());
    assertTrue(
        monitor("show", "--date", "2026-10-01", "--view", "overview").output().contains("severe"));
    Shell.Ended alarms = monitor("alarms", "--date", "2026-10-01", "--open", "--format", "csv");
    assertEquals(1, alarms.code());
    long count = alarms.output().lines().filter(line -> line.contains("2026-10-01")).count();
    String[] clear = new String[(int) count + 5];
    List<String> words = new ArrayList<>(List.of("clear", "--comment", "known", "--by", "ann"));
    for (int number = 1; number <= count; number++) {
      words.add(Integer.toString(number));
    }
    assertEquals(0, monitor(words.toArray(clear)).code());
    assertEquals(0, monitor("alarms", "--date", "2026-10-01").code());
    assertEquals(2, monitor("clear", "--comment", "x", "1").code(), "nobody said who");
    assertEquals(2, monitor("show").code(), "no date");
    assertEquals(0, monitor("evaluate", "--date", "2026-10-01").code());
    assertEquals(1, monitor("evaluate", "--from", "2026-10-01", "--to", "2026-10-02").code());
  }

  @Test
  void theCatalogueIsReadAndSetAgain() throws IOException {
    String market = folder.resolve("market").toString();
    assertEquals(0, Shell.run("market", "init", market, "--name", "m").code());
    assertTrue(monitor("indices").output().contains("hhi-offered"));
    Shell.Ended yaml = monitor("indices", "--yaml");
    Path file = folder.resolve("indices.yaml");
    Files.writeString(file, yaml.output().replace("warning: 1500", "warning: 1800"));
    Shell.Ended set = monitor("set", file.toString(), "--by", "ann");
    assertEquals(0, set.code(), set.text());
    assertTrue(monitor("indices", "--yaml").output().contains("warning: 1800"));
    Files.writeString(file, "indices: [{id: x}]");
    assertEquals(2, monitor("set", file.toString(), "--by", "ann").code());
  }
}
