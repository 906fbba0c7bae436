package org.gridclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gridclear.json.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A cleared plan is checked by itself: flows, limits, sensitivities (H-02, H-10 to H-19, H-26). */
// Rows: A-17, H-01, H-02, H-19
class PlanCheckTest {
  @TempDir static Path folder;
  private static Path plan;

  @BeforeAll
  static void clearThreeHours() {
    plan = folder.resolve("plan");
    Shell.Ended ended =
        Shell.run(
            "clear",
            "ieee14",
            "--periods",
            "3",
            "--quiet",
            "--gap",
            "0.01",
            "--no-losses",
            "--out",
            plan.toString());
    assertTrue(ended.code() <= 1, ended.text());
  }

  private static List<String> lines(String out, String file) throws IOException {
    return Files.readAllLines(folder.resolve(out).resolve(file));
  }

  private static Shell.Ended run(String out, int code, String... arguments) {
    Shell.Ended ended =
        Shell.run(
            Stream.concat(Stream.of(arguments), Stream.of("--out", folder.resolve(out).toString()))
                .toArray(String[]::new));
    assertEquals(code, ended.code(), ended.text());
    return ended;
  }

  @Test
  void thePowerFlowOfEveryPeriodIsSolvedAlone() throws IOException {
    run("pf", 0, "powerflow", plan.toString(), "--ac");
    List<String> rows = lines("pf", "branches.csv");
    assertEquals(1 + 3 * 20, rows.size());
    assertTrue(rows.get(0).startsWith("snapshot,branch,"), rows.get(0));
    assertEquals(3, rows.stream().filter(row -> row.contains(",L7,")).count());
    run("one", 0, "powerflow", plan.toString(), "--dc", "--periods", "2");
    List<String> second = lines("one", "branches.csv");
    assertEquals(1 + 20, second.size());
    assertTrue(second.get(1).contains(" @2\""), "periods count from 1: " + second.get(1));
    JsonNode summary = Json.MAPPER.readTree(Files.readAllBytes(folder.resolve("pf/summary.json")));
    assertEquals(3, summary.get("snapshots").size());
    run("dc", 0, "powerflow", plan.toString(), "--dc");
    double injected = sums(folder.resolve("dc/buses.csv"), "bus", "2", "injectionMw");
    double given = sums(of().resolve("units.csv"), "bus", "2", "mw");
    double drawn = sums(of().resolve("loads.csv"), "bus", "2", "mw");
    assertTrue(drawn > 1, "load at bus 2");
    assertEquals(given - drawn, injected, 1e-4, "over the three periods");
  }

  /** Sum of a column over the rows of an element. */
  private static double sums(Path file, String key, String id, String column) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> names = List.of(lines.get(0).split(","));
    double sum = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.replaceAll("\"[^\"]*\"", "").split(",", -1);
      if (cells[names.indexOf(key)].equals(id)) {
        sum += Double.parseDouble(cells[names.indexOf(column)]);
      }
    }
    return sum;
  }

  private static Path of() throws IOException {
    try (Stream<Path> cases = Files.list(plan.resolve("cases"))) {
      return cases.findFirst().orElseThrow();
    }
  }

  @Test
  void theBaseCaseAloneIsScreenedWithOtherLimits() throws IOException {
    Path limits = folder.resolve("limits.csv");
    Shell.Ended shown =
        Shell.run("show", "ieee14", "limits", "--format", "csv", "--out", limits.toString());
    assertEquals(0, shown.code(), shown.text());
    run(
        "same",
        0,
        "screen",
        plan.toString(),
        "--scope",
        "none",
        "--flows",
        "all",
        "--limits",
        limits.toString());
    List<String> base = lines("same", "base.csv");
    List<String> edited = new java.util.ArrayList<>();
    int column = List.of(Files.readAllLines(limits).get(0).split(",")).indexOf("normalMva");
    for (String line : Files.readAllLines(limits)) {
      String[] cells = line.split(",", -1);
      cells[column] = cells[0].equals("L1") ? "0.5" : cells[column];
      edited.add(String.join(",", cells));
    }
    Files.write(limits, edited);
    run(
        "tight",
        1,
        "screen",
        plan.toString(),
        "--scope",
        "none",
        "--limits",
        limits.toString(),
        "--periods",
        "1..2");
    List<String> tight = lines("tight", "base.csv");
    assertEquals(
        2,
        tight.stream()
            .filter(row -> row.contains(",L1,line,") && row.contains("VIOLATION"))
            .count(),
        tight::toString);
    assertTrue(base.size() > 1, base::toString);
    JsonNode overview =
        Json.MAPPER
            .readTree(Files.readAllBytes(folder.resolve("tight/summary.json")))
            .get("overview");
    assertEquals(2, overview.get("periodsViolated").asInt());
    assertEquals(2, overview.get("periods").asInt());
    assertEquals(0, overview.get("outages").asInt());
  }

  @Test
  void sensitivitiesOfChosenDevicesAreAnswered() throws IOException {
    run(
        "sens",
        0,
        "sensitivities",
        plan.toString(),
        "--by",
        "generator,outage",
        "--devices",
        "L1,L2",
        "--least",
        "0",
        "--periods",
        "1");
    assertTrue(lines("sens", "sensitivities.csv").size() > 20);
    run(
        "volt",
        0,
        "sensitivities",
        "ieee14",
        "--by",
        "reactive,tap",
        "--device-kinds",
        "bus",
        "--opened",
        "L5");
    assertTrue(lines("volt", "sensitivities.csv").get(1).contains("p.u./Mvar"));
    Shell.Ended none = Shell.run("sensitivities", "ieee14", "--by", "tap", "--devices", "L1");
    assertEquals(2, none.code(), none.text());
    assertTrue(none.text().contains("No bus is chosen"), none.text());
  }
}
