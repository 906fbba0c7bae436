package org.gridclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A day of three buses, cleared by a shell so that it can be compared. */
public final class ComparedDay {
  public static final List<String> BUSES =
      List.of(
          "{\"id\": \"a\", \"zone\": \"N\", \"type\": \"reference\"}",
          "{\"id\": \"b\", \"zone\": \"S\"}",
          "{\"id\": \"c\", \"zone\": \"S\"}");
  public static final List<String> UNITS =
      List.of(
          """
          {"id": "base", "bus": "a", "offers": [{"mw": [50, 200], "yuanPerH": [10000, 40000]}],
           "initial": {"on": true, "hours": 9, "powerMw": 100}}\
          """,
          """
          {"id": "peak", "bus": "c", "offers": [{"mw": [10, 100], "yuanPerH": [6000, 60000]}],
           "startCategories": [{"offHours": 0, "costYuan": 500}], "initial": {"on": false, "hours": 9}}\
          """);
  public static final List<String> BRANCHES =
      List.of(
          "{\"id\": \"ab\", \"from\": \"a\", \"to\": \"b\", \"xPu\": 0.1, \"ratings\":"
              + " {\"normalMva\": 150}}",
          "{\"id\": \"bc\", \"from\": \"b\", \"to\": \"c\", \"xPu\": 0.1}",
          "{\"id\": \"ac\", \"from\": \"a\", \"to\": \"c\", \"xPu\": 0.2}");

  private ComparedDay() {}

  public static void cleared(
      Path folder,
      String name,
      String load,
      List<String> buses,
      List<String> units,
      List<String> branches,
      String... options)
      throws IOException {
    clearedFrom(folder, "\"startMinute\": 480", name, load, buses, units, branches, options);
  }

  public static void clearedFrom(
      Path folder,
      String start,
      String name,
      String load,
      List<String> buses,
      List<String> units,
      List<String> branches,
      String... options)
      throws IOException {
    Path file = folder.resolve(name + ".json");
    Files.writeString(
        file,
        """
        {"format": "gridclear-case", "version": 1, "name": "day",
         "horizon": {"periodCount": 3, "minutesPerPeriod": 60, %s},
         "network": {"buses": [%s], "branches": [%s]},
         "busLoads": [{"bus": "b", "mw": %s}, {"bus": "c", "mw": 20}],
         "thermalUnits": [%s]}
        """
            .formatted(
                start,
                String.join(", ", buses),
                String.join(", ", branches),
                load,
                String.join(", ", units)));
    List<String> command =
        new ArrayList<>(List.of("clear", file.toString(), "--quiet", "--gap", "0", "--no-losses"));
    command.addAll(List.of("--out", folder.resolve(name).toString()));
    command.addAll(List.of(options));
    Shell.Ended ended = Shell.run(command.toArray(String[]::new));
    assertEquals(0, ended.code(), ended.text());
  }
}
