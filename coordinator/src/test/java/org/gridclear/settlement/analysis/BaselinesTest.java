package org.gridclear.settlement.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.gridclear.cli.Shell;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.Ledgers;
import org.gridclear.settlement.preview.OpenMonth;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four workdays of {@link HandMonth} in which U1, for which D1 stands, takes 14, 10, 14 and 7.5 MWh
 * in hour 20. It is called on the third and on the fourth.
 */
// Rows
class BaselinesTest {
  @TempDir private static Path folder;
  private static Path live;

  @BeforeAll
  static void write() throws IOException {
    live = folder.resolve("live");
    HandMonth.write(live);
    edit("settlement.yaml", "days: 1", "days: 4");
    edit("members.csv", "M4,Retail", "M5,Response,response,,,\nM4,Retail");
    edit("entities.csv", "0,5,20,,,", "0,5,20,D1,,");
    edit("entities.csv", "GR1,", "D1,M5,Response,response,P1,,1,0,0,0,,,\nGR1,");
    Files.writeString(
        live.resolve("calendar.csv"), "date,type\n2026-10-03,workday\n2026-10-04,workday\n");
    for (int day = 2; day <= 4; day++) {
      for (String file : List.of("curves.csv", "awards.csv", "prices.csv")) {
        Path to = live.resolve("days/2026-10-0" + day).resolve(file);
        Files.createDirectories(to.getParent());
        Files.copy(live.resolve("days/2026-10-01").resolve(file), to);
      }
    }
    edit("days/2026-10-02/awards.csv", ",10,14,10,", ",10,10,10,");
    edit("days/2026-10-04/awards.csv", ",10,14,10,", ",10,7.5,10,");
    services(3, hour20("U1,responseCalledMwh", "3"), hour20("U1,responseMwh", "3"));
  }

  private static void edit(String file, String from, String to) throws IOException {
    Path path = live.resolve(file);
    String text = Files.readString(path);
    assertTrue(text.contains(from), from);
    Files.writeString(path, text.replace(from, to));
  }

  private static String hour20(String row, String value) {
    List<String> cells = new ArrayList<>(Collections.nCopies(24, "0"));
    cells.set(19, value);
    return row + "," + String.join(",", cells);
  }

  private static void services(int day, String... rows) throws IOException {
    StringBuilder header = new StringBuilder("entity,series");
    for (int t = 1; t <= 24; t++) {
      header.append(',').append(t);
    }
    List<String> lines = new ArrayList<>(List.of(header.toString()));
    lines.addAll(Arrays.asList(rows));
    Files.write(live.resolve("days/2026-10-0" + day + "/services.csv"), lines);
  }

  /** The mean of days 1 and 2 is 12 MWh: 4.5 MWh of response at 600 yuan; an auditor agrees. */
  @Test
  void responseIsWhatWasNotTaken() throws IOException {
    String called = hour20("U1,responseCalledMwh", "3");
    services(4, called);
    List<String> rows =
        HandMonth.run(
                0, "settle", "baseline", live.toString(), "--date", "2026-10-04", "--days", "2")
            .lines()
            .toList();
    List<String> cells = List.of(rows.get(1).split(",", -1));
    assertEquals("U1,baselineMwh,10.0000", String.join(",", cells.subList(0, 3)));
    assertEquals("12.0000", cells.get(21));
    HandMonth.run(
        1,
        "settle",
        "baseline",
        live.toString(),
        "--date",
        "2026-10-04",
        "--days",
        "3",
        "--out",
        folder.resolve("few.csv").toString());
    assertEquals(1, Files.readAllLines(folder.resolve("few.csv")).size(), "day 3 was called");

    services(4, called, rows.get(1));
    String close = folder.resolve("v1").toString();
    HandMonth.run(0, "settle", "month", live.toString(), "--out", close, "--quiet");
    HandMonth.run(0, "settle", "audit", close);
    try (CloseFolder open = CloseFolder.open(Path.of(close))) {
      Ledgers ledgers = new Ledgers(open);
      assertEquals(2_700_000, ledgers.amount("D1", "DEMAND_RESPONSE", 4));
      assertEquals(1_800_000, ledgers.amount("D1", "DEMAND_RESPONSE", 3));
      // Another meter reading is another response of D1: 12 − 8 = 4.
      Path correction = folder.resolve("c").resolve("days/2026-10-04/awards.csv");
      Files.createDirectories(correction.getParent());
      Files.write(correction, List.of("entity,series,20", "U1,meteredMwh,8"));
      var changes = new OpenMonth(open).preview(folder.resolve("c")).changes();
      assertTrue(
          changes.stream()
              .anyMatch(
                  each ->
                      each.entity().equals("D1")
                          && each.item().equals("DEMAND_RESPONSE")
                          && each.afterMilliYuan() == 2_400_000),
          changes.toString());
    }
  }

  @Test
  void aBaselineWithoutCallOrBesideAResponseIsRefused() throws IOException {
    Path own = live.resolve("days/2026-10-04/services.csv");
    String before = Files.exists(own) ? Files.readString(own) : "";
    services(4, hour20("U1,baselineMwh", "9"));
    assertTrue(refused().contains("no responseCalledMwh"));
    services(
        4,
        hour20("U1,baselineMwh", "9"),
        hour20("U1,responseCalledMwh", "3"),
        hour20("U1,responseMwh", "3"));
    assertTrue(refused().contains("also responseMwh"));
    if (before.isEmpty()) {
      Files.delete(own);
    } else {
      Files.writeString(own, before);
    }
  }

  /** The days of September here have 96 intervals; a mean over both would be of neither. */
  @Test
  void anEarlierCloseWithOtherIntervalsIsRefused() {
    String september = folder.resolve("september").toString();
    HandMonth.run(
        0,
        "settle",
        "synthesize",
        september,
        "--entities",
        "20",
        "--days",
        "1",
        "--month",
        "2026-09");
    String close = folder.resolve("september-close").toString();
    HandMonth.run(0, "settle", "month", september, "--out", close, "--quiet");
    Shell.Ended ended =
        Shell.run(
            "settle", "baseline", live.toString(), "--date", "2026-10-04", "--earlier", close);
    assertEquals(2, ended.code(), ended.text());
    assertTrue(ended.text().contains("96 intervals a day"), ended.text());
  }

  private static String refused() {
    return Shell.run("settle", "check", live.toString()).text();
  }
}
