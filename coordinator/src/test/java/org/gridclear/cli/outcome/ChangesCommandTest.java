package org.gridclear.cli.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gridclear.cli.Shell;
import org.gridclear.cli.option.ExitCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code changes} as a shell sees it. */
// Rows: D-12
class ChangesCommandTest {
  @TempDir Path folder;

  private String cleared(String name, String load) throws IOException {
    return cleared(name, load, "");
  }

  private String cleared(String name, String load, String date) throws IOException {
    Path file = folder.resolve(name + ".json");
    Files.writeString(
        file,
        """
        {"format": "gridclear-case", "version": 1, "name": "day",
         "horizon": {"periodCount": 3, "minutesPerPeriod": 60 %s},
         "network": {"buses": [{"id": "b", "type": "reference"}]},
         "busLoads": [{"bus": "b", "mw": [%s]}],
         "thermalUnits": [
           {"id": "base", "bus": "b", "offers": [{"mw": [50, 200], "yuanPerH": [10000, 40000]}],
            "initial": {"on": true, "hours": 9, "powerMw": 100}},
           {"id": "peak", "bus": "b", "offers": [{"mw": [10, 100], "yuanPerH": [6000, 60000]}],
            "initial": {"on": false, "hours": 9}}]}
        """
            .formatted(date, load));
    Path out = folder.resolve(name);
    Shell.Ended ended =
        Shell.run("clear", file.toString(), "--quiet", "--gap", "0", "--out", out.toString());
    assertEquals(0, ended.code(), ended.text());
    return out.toString();
  }

  @Test
  void timesAreDatesAndTimesWhereBothRunsAreOfTheSameDate() throws IOException {
    String late = ", \"startMinute\": 1380, \"firstDay\": \"%s\"";
    String before = cleared("before", "100, 100, 100", late.formatted("2026-12-31"));
    String now = cleared("now", "100, 240, 250", late.formatted("2026-12-31"));
    Shell.Ended ended = Shell.run("changes", before, now);
    assertTrue(
        ended.text().contains("peak: now on 2027-01-01T00:00 to 2027-01-01T02:00"), ended.text());
    Shell.Ended json = Shell.run("changes", before, now, "--format", "json");
    assertTrue(json.text().contains("\"fromTime\" : \"2027-01-01T00:00\""), json.text());
    String next = cleared("next", "100, 240, 250", late.formatted("2027-01-01"));
    Shell.Ended apart = Shell.run("changes", before, next);
    assertTrue(apart.text().contains("peak: now on D2 00:00 to D2 02:00"), apart.text());
  }

  @Test
  void twoDaysAreComparedByTheTimeOfDay() throws IOException {
    String before = cleared("before", "100, 100, 100");
    String now = cleared("now", "100, 240, 250");
    Path table = folder.resolve("changes.csv");
    Shell.Ended ended = Shell.run("changes", before, now, "--out", table.toString());
    assertEquals(0, ended.code(), ended.text());
    assertTrue(ended.text().contains("peak: now on 01:00 to 03:00, 90.000 MWh"), ended.text());
    assertEquals(
        List.of("unit,change,fromMinute,toMinute,time,mwh", "peak,ON,60,180,\"01:00 to 03:00\",90"),
        Files.readAllLines(table));
    Shell.Ended again = Shell.run("changes", before, now, "--out", table.toString());
    assertEquals(ExitCodes.BAD_INPUT, again.code(), again.text());
    Shell.Ended nowhere = Shell.run("changes", before, folder.resolve("none").toString());
    assertEquals(ExitCodes.BAD_INPUT, nowhere.code(), nowhere.text());
  }
}
