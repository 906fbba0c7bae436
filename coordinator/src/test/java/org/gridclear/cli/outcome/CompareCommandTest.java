package org.gridclear.cli.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridclear.cli.Shell;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.compare.CaseFolders;
import org.gridclear.compare.ComparedCase;
import org.gridclear.compare.RunComparison;
import org.gridclear.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code compare} as a shell sees it, beside the tables that the clearings wrote. */
// Rows: D-10, D-14, F-09
class CompareCommandTest extends ComparedRuns {
  @Test
  void thatOneSideAloneKnewLossesIsSaid() throws IOException {
    List<ComparedCase> a = CaseFolders.cleared(folder.resolve("low"), null, "A", List.of());
    List<ComparedCase> b =
        a.stream()
            .map(
                each ->
                    new ComparedCase(
                        each.name(),
                        each.clearing(),
                        each.options().withLosses(true),
                        each.result(),
                        each.summary()))
            .toList();
    String said = "B was cleared with losses, A without";
    assertTrue(RunComparison.of(a, b).remarks().stream().anyMatch(line -> line.startsWith(said)));
    assertFalse(RunComparison.of(a, a).remarks().toString().contains("losses"));
  }

  @Test
  void outputsAndPricesDifferAsTheTablesOfTheTwoRunsDo() throws IOException {
    Map<String, Double> outputs = byHand("units.csv", "mw");
    assertEquals(outputs, compared(table("low", "high", "output"), "unit", "differenceMw"));
    assertEquals(4, outputs.size(), outputs::toString);
    Map<String, Double> prices = byHand("prices.csv", "lmpYuanPerMwh");
    assertEquals(
        prices, compared(table("low", "high", "prices"), "bus", "differenceLmpYuanPerMwh"));
    assertEquals(4, prices.size(), prices::toString);
  }

  @Test
  void commitmentAndCostsDifferAsReckonedByHand() {
    JsonNode changes = table("low", "high", "commitment");
    assertEquals(1, changes.size(), changes::toString);
    JsonNode change = changes.get(0);
    String words = words(change, "unit", "change", "fromTime", "toTime", "lengthHours");
    assertEquals("peak ON 09:00 11:00 2.0", words);
    JsonNode figures = table("low", "high", "figures");
    Map<String, Double> differences = new HashMap<>();
    figures.forEach(
        row -> differences.put(row.get("figure").asString(), row.get("difference").asDouble()));
    assertEquals(500, differences.get("start cost"));
    assertEquals(1, differences.get("starts"));
    assertEquals(2, differences.get("unit hours"));
    assertEquals(270, differences.get("load served"));
    JsonNode back = table("high", "low", "commitment").get(0);
    assertEquals("OFF", back.get("change").asString());
    assertEquals(change.get("outputMwh"), back.get("outputMwh"));
  }

  @Test
  void whatTheSolverLeavesOpenIsNoDifferenceAndIsSaid() throws IOException {
    List<String> missing = new ArrayList<>();
    ComparedCase low = CaseFolders.cleared(folder.resolve("low"), null, "A", missing).get(0);
    RunComparison noise = RunComparison.of(List.of(low), List.of(moved(low, 0.9e-3)));
    assertEquals(0, noise.table("output").rows().size());
    assertEquals(0, noise.table("prices").rows().size());
    assertEquals(
        "Differences up to 0.001 MW and 0.001 yuan/MWh are within the tolerance of the solver:"
            + " none.",
        noise.remarks().get(0));
    RunComparison real = RunComparison.of(List.of(low), List.of(moved(low, 1.1e-3)));
    assertEquals(1, real.table("output").rows().size());
    assertEquals(1, real.table("prices").rows().size());
  }

  /** The same with one output and one price that are other by so much. */
  private static ComparedCase moved(ComparedCase of, double by) throws IOException {
    List<String> missing = new ArrayList<>();
    ComparedCase copy = CaseFolders.cleared(folder.resolve("low"), null, "B", missing).get(0);
    copy.result().schedule().outputMw()[0][1] += by;
    copy.result().prices().lmpYuanPerMwh()[1][1] += by;
    return named(of.name(), copy);
  }

  @Test
  void flowsBalanceTheDifferencesOfTheBuses() {
    Map<String, Double> atB = new TreeMap<>();
    for (JsonNode row : table("low", "high", "flows")) {
      double difference = row.get("differenceFlowMw").asDouble();
      String time = row.get("fromTime").asString();
      atB.merge(time, row.get("to").asString().equals("b") ? difference : 0, Double::sum);
      atB.merge(time, row.get("from").asString().equals("b") ? -difference : 0, Double::sum);
    }
    assertEquals("[09:00, 10:00]", atB.keySet().toString());
    assertEquals(130, atB.get("09:00"), 1e-5);
    assertEquals(140, atB.get("10:00"), 1e-5);
    JsonNode binding = table("low", "high", "binding");
    assertEquals("ab", binding.get(0).get("element").asString());
    assertTrue(binding.get(0).get("bShadowYuanPerMwh").asDouble() > 0, binding::toString);
  }

  @Test
  void theOrderOfListsAndTheDirectionOfABranchMakeNoDifference() {
    for (JsonNode line : table("high", "reversed", "overview")) {
      assertEquals(0, line.get("differing").asInt(), line::toString);
      String name = line.get("table").asString();
      boolean empty = List.of("reserve-prices", "violations").contains(name);
      assertEquals(!empty, line.get("compared").asInt() > 0, line::toString);
    }
    assertEquals(0, table("high", "reversed", "only-in-one").size());
    assertEquals(0, table("high", "reversed", "commitment").size());
  }

  @Test
  void periodsOfOtherLengthsAreComparedPieceByPiece() throws IOException {
    Map<String, Double> hours = column("high", "prices.csv", "lmpYuanPerMwh");
    Map<String, Double> halves = column("halves", "prices.csv", "lmpYuanPerMwh");
    List<String> expected = new ArrayList<>();
    for (int half = 0; half < 6; half++) {
      double difference = halves.get("c " + (half + 1)) - hours.get("c " + (half / 2 + 1));
      if (difference != 0) {
        expected.add(time(half) + " " + time(half + 1) + " " + difference);
      }
    }
    List<String> compared = new ArrayList<>();
    for (JsonNode row : table("high", "halves", "prices")) {
      if (row.get("bus").asString().equals("c")) {
        compared.add(words(row, "fromTime", "toTime", "differenceLmpYuanPerMwh"));
      }
    }
    assertEquals(expected, compared);
    assertEquals(6, table("high", "halves", "lmp-curves").size());
  }

  private static String time(int half) {
    return "%02d:%02d".formatted(8 + half / 2, half % 2 * 30);
  }

  @Test
  void timesAreDatesWhereTheCasesHaveTheSameDateAndElseTimesOfDay() throws IOException {
    JsonNode change = table("first", "second", "commitment").get(0);
    assertEquals("2026-12-31T23:00", change.get("fromTime").asString());
    assertEquals("2027-01-01T01:00", change.get("toTime").asString());
    Shell.Ended next = compare("first", "next");
    assertEquals(0, next.code(), next.text());
    assertTrue(next.text().contains("A begins on 2026-12-31, B on 2027-01-01"), next.text());
    JsonNode ofDay = table("first", "next", "commitment").get(0);
    assertEquals("23:00", ofDay.get("fromTime").asString());
    assertEquals("D2 01:00", ofDay.get("toTime").asString());
    List<String> units = Files.readAllLines(folder.resolve("first/cases/000-base/units.csv"));
    assertTrue(units.get(3).endsWith(",2027-01-01T00:00"), units.get(3));
    JsonNode data =
        Json.MAPPER.readTree(Files.readAllBytes(folder.resolve("first/datapackage.json")));
    assertTrue(data.toString().contains("{\"name\":\"time\",\"type\":\"datetime\""));
  }

  @Test
  void whatOneSideAloneHasIsNamedAndTheRestCompared() {
    JsonNode window = table("high", "window", "only-in-one");
    assertEquals(1, window.size());
    assertEquals("08:00 to 09:00", window.get(0).get("id").asString());
    assertEquals("A", window.get(0).get("side").asString());
    assertEquals(2, table("high", "window", "lmp-curves").size());
    List<String> only = new ArrayList<>();
    table("high", "other", "only-in-one")
        .forEach(row -> only.add(words(row, "kind", "id", "side")));
    assertEquals(List.of("unit peak A", "unit other B", "bus d B", "branch cd B"), only);
    Shell.Ended text = compare("high", "other");
    assertTrue(text.text().contains("2 of kind unit are in one side alone"), text.text());
    JsonNode zones = table("high", "other", "zone-prices");
    assertEquals("[N, S, W]", new TreeSet<>(zones.findValuesAsString("zone")).toString());
  }

  @Test
  void casesOfRunsAreMatchedByNameAndAFailedOneIsSaid() throws IOException {
    List<String> missing = new ArrayList<>();
    ComparedCase low = CaseFolders.cleared(folder.resolve("low"), null, "A", missing).get(0);
    ComparedCase high = CaseFolders.cleared(folder.resolve("high"), null, "B", missing).get(0);
    RunComparison runs =
        RunComparison.of(
            List.of(named("x", low), named("y", high), named("z", low)),
            List.of(named("y", high), named("x", high)));
    assertEquals(List.of("Case z is in A alone."), runs.gaps());
    assertFalse(runs.clean());
    assertTrue(
        runs.table("output").rows().stream().allMatch(row -> row[0].equals("x")),
        "y is the same on both sides");
    assertTrue(
        RunComparison.of(List.of(low), List.of(high))
            .withGaps(List.of("B, case q: gone"))
            .gaps()
            .contains("B, case q: gone"));
  }

  private static ComparedCase named(String name, ComparedCase of) {
    return new ComparedCase(name, of.clearing(), of.options(), of.result(), of.summary());
  }

  @Test
  void aFolderHasAPageAndEveryTableInTheFormatsAskedFor() throws IOException {
    Path out = folder.resolve("comparison");
    Shell.Ended ended = compare("low", "high", "--out", out.toString(), "--parquet");
    assertEquals(0, ended.code(), ended.text());
    JsonNode summary = Json.MAPPER.readTree(Files.readAllBytes(out.resolve("summary.json")));
    assertTrue(summary.get("clean").asBoolean());
    for (JsonNode line : summary.get("overview")) {
      String name = line.get("table").asString();
      assertTrue(Files.exists(out.resolve(name + ".csv")), name);
      assertTrue(Files.exists(out.resolve(name + ".parquet")), name);
    }
    String page = Files.readString(out.resolve("report.html"));
    assertTrue(page.contains("\"figure\":\"start cost\""), "the data of the page");
    assertEquals(
        ExitCodes.BAD_INPUT, compare("low", "high", "--out", out.toString()).code(), "exists");
    Path plain = folder.resolve("plain");
    assertEquals(0, compare("low", "high", "--out", plain.toString()).code());
    assertFalse(Files.exists(plain.resolve("output.parquet")));
  }

  @Test
  void aTableIsPrintedForProgramsAsItIs() {
    Shell.Ended json = compare("low", "high", "--table", "output", "--format", "json");
    assertEquals(table("low", "high", "output"), Json.MAPPER.readTree(json.text()));
    Shell.Ended csv = compare("low", "high", "--table", "commitment", "--format", "csv");
    assertEquals(2, csv.text().lines().count(), csv.text());
    JsonNode all = Json.MAPPER.readTree(compare("low", "high", "--format", "json").text());
    assertEquals(table("low", "high", "figures"), all.get("figures"));
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    assertEquals(ExitCodes.BAD_INPUT, compare("low", "nowhere").code());
    assertEquals(ExitCodes.BAD_INPUT, compare("low", "high", "--format", "csv").code());
    assertEquals(ExitCodes.BAD_INPUT, compare("low", "high", "--format", "parquet").code());
    assertEquals(ExitCodes.BAD_INPUT, compare("low", "high", "--parquet").code());
    Shell.Ended table = compare("low", "high", "--table", "outputs");
    assertEquals(ExitCodes.BAD_INPUT, table.code());
    assertTrue(table.text().contains("Maybe you meant 'output'."), table.text());
  }
}
