package org.gridclear.cli.outcome;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gridclear.cli.ComparedDay;
import org.gridclear.cli.Shell;
import org.gridclear.compare.CaseFolders;
import org.gridclear.compare.RunComparison;
import org.gridclear.json.Json;
import org.gridclear.table.TableFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Clearings that are compared, and their tables read by hand. */
abstract class ComparedRuns {
  static final Map<List<String>, RunComparison> COMPARED = new HashMap<>();

  @TempDir static Path folder;

  @BeforeAll
  static void clear() throws IOException {
    ComparedDay.cleared(
        folder,
        "low",
        "[100, 100, 100]",
        ComparedDay.BUSES,
        ComparedDay.UNITS,
        ComparedDay.BRANCHES);
    ComparedDay.cleared(
        folder,
        "high",
        "[100, 230, 240]",
        ComparedDay.BUSES,
        ComparedDay.UNITS,
        ComparedDay.BRANCHES);
    ComparedDay.cleared(
        folder,
        "halves",
        "[100, 230, 240]",
        ComparedDay.BUSES,
        ComparedDay.UNITS,
        ComparedDay.BRANCHES,
        "--split-minutes",
        "30");
    ComparedDay.cleared(
        folder,
        "window",
        "[100, 230, 240]",
        ComparedDay.BUSES,
        ComparedDay.UNITS,
        ComparedDay.BRANCHES,
        "--from",
        "2",
        "--count",
        "2");
    dated("first", "2026-12-31", "[100, 100, 100]");
    dated("second", "2026-12-31", "[100, 230, 240]");
    dated("next", "2027-01-01", "[100, 230, 240]");
    List<String> turned = new ArrayList<>(reversed(ComparedDay.BRANCHES).subList(0, 2));
    turned.add(
        "{\"id\": \"ab\", \"from\": \"b\", \"to\": \"a\", \"xPu\": 0.1, \"ratings\":"
            + " {\"normalMva\": 150}}");
    ComparedDay.cleared(
        folder,
        "reversed",
        "[100, 230, 240]",
        reversed(ComparedDay.BUSES),
        reversed(ComparedDay.UNITS),
        turned);
    List<String> units = new ArrayList<>(ComparedDay.UNITS);
    units.set(1, ComparedDay.UNITS.get(1).replace("peak", "other"));
    List<String> buses = new ArrayList<>(ComparedDay.BUSES);
    buses.add("{\"id\": \"d\", \"zone\": \"W\"}");
    List<String> branches = new ArrayList<>(ComparedDay.BRANCHES);
    branches.add("{\"id\": \"cd\", \"from\": \"c\", \"to\": \"d\", \"xPu\": 0.1}");
    ComparedDay.cleared(folder, "other", "[100, 230, 240]", buses, units, branches);
  }

  /** Cleared from 22:00 of a date on. */
  static void dated(String name, String date, String load) throws IOException {
    String start = "\"startMinute\": 1320, \"firstDay\": \"%s\"".formatted(date);
    ComparedDay.clearedFrom(
        folder, start, name, load, ComparedDay.BUSES, ComparedDay.UNITS, ComparedDay.BRANCHES);
  }

  static List<String> reversed(List<String> list) {
    List<String> turned = new ArrayList<>(list);
    Collections.reverse(turned);
    return turned;
  }

  /** A table of a comparison, which is made once. */
  static JsonNode table(String a, String b, String name) {
    RunComparison of = COMPARED.computeIfAbsent(List.of(a, b), ComparedRuns::compared);
    return Json.MAPPER.valueToTree(TableFile.objects(of.table(name)));
  }

  /** Fields of a row, a blank between two. */
  static String words(JsonNode row, String... fields) {
    return Stream.of(fields).map(field -> row.get(field).asString()).collect(joining(" "));
  }

  static RunComparison compared(List<String> runs) {
    List<String> missing = new ArrayList<>();
    try {
      return RunComparison.of(
          CaseFolders.cleared(folder.resolve(runs.get(0)), null, "A", missing),
          CaseFolders.cleared(folder.resolve(runs.get(1)), null, "B", missing));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Shell.Ended compare(String a, String b, String... more) {
    return Shell.run(
        Stream.concat(
                Stream.of("compare", folder.resolve(a).toString(), folder.resolve(b).toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  /** A column of a CSV table of the clearing by id and period, read from its text. */
  static Map<String, Double> column(String run, String file, String value) throws IOException {
    Map<String, Double> values = new HashMap<>();
    List<String> lines = Files.readAllLines(folder.resolve(run + "/cases/000-base/" + file));
    List<String> header = List.of(lines.get(0).split(","));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      values.put(
          cells[0] + " " + cells[header.indexOf("period")],
          Double.parseDouble(cells[header.indexOf(value)]));
    }
    return values;
  }

  /** Differences that the tables of two clearings have, the zeros left out, by hand. */
  static Map<String, Double> byHand(String file, String value) throws IOException {
    Map<String, Double> low = column("low", file, value);
    Map<String, Double> differences = new TreeMap<>();
    column("high", file, value)
        .forEach(
            (key, high) -> {
              if (Math.abs(high - low.get(key)) > 1e-6) {
                differences.put(key, Math.round((high - low.get(key)) * 1e5) / 1e5);
              }
            });
    return differences;
  }

  static Map<String, Double> compared(JsonNode rows, String id, String difference) {
    Map<String, Double> differences = new TreeMap<>();
    for (JsonNode row : rows) {
      int hour = Integer.parseInt(row.get("fromTime").asString().substring(0, 2));
      differences.put(
          row.get(id).asString() + " " + (hour - 7),
          Math.round(row.get(difference).asDouble() * 1e5) / 1e5);
    }
    return differences;
  }
}
