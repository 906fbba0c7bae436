package org.gridclear.settlement.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.cli.Shell;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of a day that is worked by hand ({@link HandMonth}). */
// Rows, S-14, V-06, V-07, W-11, Q-03
class SettlementReportsTest {
  @TempDir private static Path folder;
  private static String close;

  @BeforeAll
  static void close() throws IOException {
    HandMonth.write(folder.resolve("live"));
    close = folder.resolve("v1").toString();
    HandMonth.run(
        0, "settle", "month", folder.resolve("live").toString(), "--out", close, "--quiet");
  }

  private static List<String> report(int code, String show, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("settle", "report", close, "--show", show, "--format", "csv"));
    arguments.addAll(List.of(more));
    return HandMonth.run(code, arguments.toArray(String[]::new)).lines().toList();
  }

  private static String line(List<String> lines, String start) {
    return lines.stream().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
  }

  @Test
  void bothSidesOfATrade() {
    List<String> sides = report(0, "SIDES");
    assertEquals(
        // 120 MWh, (280 − 300) · 120
        "MLT_CFD,month,120.0000,120.0000,0,-2400.000,-2400.000,-20,-20,",
        line(sides, "MLT_CFD,month"));
    assertEquals(
        // 30 · 24 MWh; 720 · 300; 240 · 300 + 480 · 320
        "DA_ENERGY,month,720.0000,720.0000,0,216000.000,225600.000,300,313.333,",
        line(sides, "DA_ENERGY,month"));
    List<String> narrow = report(1, "SIDES", "--price-limit", "13");
    assertTrue(line(narrow, "DA_ENERGY,month").endsWith(",price"));
    for (String limit : List.of("share", "price")) {
      String said = Shell.run("settle", "report", close, "--%s-limit".formatted(limit), "0").text();
      assertTrue(said.contains("CLASS has no %s limit".formatted(limit)), said);
    }
  }

  @Test
  void contractsAndPurchases() {
    assertEquals(
        "C1,T1,U1,financial,120.0000,120.0000,1,33600.000,36000.000,280,300",
        line(report(0, "CONTRACTS"), "C1"));
    String user = line(report(0, "PURCHASES"), "U1");
    // 244 MWh, of it 120 by contract; 240 day-ahead and 4 beyond: 244 · 300 = 73 200
    assertTrue(
        user.startsWith("U1,M2,244.0000,120.0000,0.491803,280,240.0000,0.0000,4.0000,73200.000,"),
        user);
    // The retailer has no contract: 480 · 320 + 2 · 320 = 154 240.
    String retailer = line(report(0, "PURCHASES"), "RE1");
    assertTrue(
        retailer.startsWith("RE1,M4,482.0000,0.0000,0,0,480.0000,0.0000,2.0000,154240.000,"),
        retailer);
  }

  @Test
  void groupsAddUpToTheMonth() {
    assertEquals(
        "user,energy,DA_ENERGY,1,-240.0000,MWh,0.000,72000.000,-72000.000",
        line(report(0, "CLASS"), "user,energy,DA_ENERGY"));
    assertTrue(report(0, "RETAILER").stream().skip(1).allMatch(row -> row.startsWith("RE1,")));
    double all = 0;
    for (String show : List.of("CLASS", "ZONE", "MEMBER")) {
      double sum =
          report(0, show).stream()
              .skip(1)
              .mapToDouble(row -> Double.parseDouble(row.substring(row.lastIndexOf(',') + 1)))
              .sum();
      all = all == 0 ? sum : all;
      assertEquals(all, sum, 1e-6, show);
    }
    assertEquals(1, report(0, "RESETTLEMENTS").size(), "a header alone");
  }

  /**
   * U1 is of M2 on the first day, in zone P1, and of M4 in P2 on the second. It sells 2 MWh an hour
   * of the 5 that it buys at 280 on to RE1, at 400.
   */
  @Test
  void whatChangesHandsIsOfWhoHasItOnTheDay() throws IOException {
    Path live = folder.resolve("hands");
    HandMonth.write(live);
    edit(live, "settlement.yaml", "days: 1", "days: 2");
    edit(
        live,
        "entities.csv",
        "U1,M2,User,user,P1,10kV,20,0,5,20,,,",
        """
        U1,M2,User,user,P1,10kV,20,0,5,20,,,2026-10-01
        U1,M4,User,user,P2,10kV,20,0,5,20,,2026-10-02,\
        """);
    edit(live, "contracts.csv", "da,,\n", "da,,\nC2,U1,RE1,P1,da,,\n");
    Path first = live.resolve("days/2026-10-01");
    String more = HandMonth.row("C2", "mwh", "2") + HandMonth.row("C2", "yuanPerMwh", "400");
    Files.writeString(first.resolve("curves.csv"), more, StandardOpenOption.APPEND);
    Path second = Files.createDirectories(live.resolve("days/2026-10-02"));
    for (String file : List.of("awards.csv", "curves.csv", "prices.csv")) {
      Files.copy(first.resolve(file), second.resolve(file));
    }
    String two = folder.resolve("hands-close").toString();
    HandMonth.run(0, "settle", "month", live.toString(), "--out", two, "--quiet");
    List<String> members = of(two, "MEMBER");
    assertEquals(
        "M2,energy,DA_ENERGY,1,-240.0000,MWh,0.000,72000.000,-72000.000",
        line(members, "M2,energy,DA_ENERGY"));
    // 240 at 320 of U1 on the second day, 2 · 480 at 320 of RE1.
    assertEquals(
        "M4,energy,DA_ENERGY,2,-1200.0000,MWh,0.000,384000.000,-384000.000",
        line(members, "M4,energy,DA_ENERGY"));
    assertEquals(
        "P2,energy,DA_ENERGY,2,-1200.0000,MWh,0.000,384000.000,-384000.000",
        line(of(two, "ZONE"), "P2,energy,DA_ENERGY"));
    String user = line(of(two, "PURCHASES"), "U1");
    assertTrue(user.startsWith("U1,M4,488.0000,144.0000,0.295082,280,"), user);
  }

  private static void edit(Path live, String file, String from, String to) throws IOException {
    String text = Files.readString(live.resolve(file));
    assertTrue(text.contains(from), from);
    Files.writeString(live.resolve(file), text.replace(from, to));
  }

  private static List<String> of(String close, String show) {
    return HandMonth.run(0, "settle", "report", close, "--show", show, "--format", "csv")
        .lines()
        .toList();
  }

  @Test
  void poolsOpenWithWhatTheyClosedWith() {
    List<String> one = report(0, "BALANCES");
    String exchange = line(one, "EXCHANGE,");
    String[] cells = exchange.split(",", -1);
    assertEquals("0.000", cells[2]);
    assertEquals(cells[3], cells[6], "what was collected is what is there");
    // Congestion is passed from the pool of energy, 20 · 482 = 9 640, and shared among users.
    assertTrue(line(one, "CONGESTION,").contains(",9640.000,9640.000,0.000"), one.toString());
  }

  @Test
  void poolsOfMonthsThatDoNotFollowAreRefused() {
    String twice =
        Shell.run("settle", "report", close, close, "--show", "BALANCES", "--format", "csv").text();
    assertTrue(twice.contains("After 2026-10 comes 2026-10"), twice);
    YearMonth october = YearMonth.of(2026, 10);
    PoolMonths.follow(List.of(october, october.plusMonths(1), october.plusMonths(2)));
    assertThrows(
        IllegalArgumentException.class,
        () -> PoolMonths.follow(List.of(october, october.plusMonths(2))));
  }

  /** Hour 20: 14 + 22 MW. One peak: 14 · 1.15 = 16.1; two: (14 + 10) / 2 · 1.15 = 13.8. */
  @Test
  void obligationsFollowFromPeaks() throws IOException {
    Path rows = folder.resolve("rows.csv");
    List<String> one =
        HandMonth.run(
                1,
                "settle",
                "obligation",
                close,
                "--peaks",
                "1",
                "--rows",
                rows.toString(),
                "--format",
                "csv")
            .lines()
            .toList();
    assertEquals("U1,M2,16.1000,5.0000,20.0000,3.9000,held", line(one, "U1"));
    assertEquals("RE1,M4,25.3000,0.0000,0.0000,-25.3000,short", line(one, "RE1"));
    assertEquals(
        List.of("action,entity,obligationMw", "replace,RE1,25.3000", "replace,U1,16.1000"),
        Files.readAllLines(rows));
    List<String> two =
        HandMonth.run(1, "settle", "obligation", close, "--peaks", "2", "--format", "csv")
            .lines()
            .toList();
    assertEquals("U1,M2,13.8000,5.0000,20.0000,6.2000,held", line(two, "U1"));
    String twice = Shell.run("settle", "obligation", close, close).text();
    assertTrue(twice.contains("a month counts once"), twice);
    HandMonth.run(1, "settle", "obligation", close, "--peaks", "24");
    String many = Shell.run("settle", "obligation", close, "--peaks", "25").text();
    assertTrue(many.contains("have 24 intervals; 25 peaks"), many);
  }
}
