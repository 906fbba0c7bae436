package org.gridclear.settlement.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.Ledgers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A city of a small plant H1 and a customer C1, which is the retailer RE1 of {@link HandMonth} in
 * its province. H1 is to give 2 MWh an hour, is told to give 1.5, and gives 1.2 in hour 20; C1
 * takes 4 MWh an hour.
 */
// Rows: V-01, V-02, V-03, V-09
class ConsolidationTest {
  @TempDir private static Path folder;
  private static Path city;

  @BeforeAll
  static void close() throws IOException {
    Path live = folder.resolve("city");
    put(
        live,
        "settlement.yaml",
        "settlement: city\nmonth: 2026-10\ndays: 1\nintervalsPerDay: 24\nrules: city.yaml\n");
    put(live, "city.yaml", HandMonth.run(0, "settle", "rules", "--print-city"));
    put(
        live,
        "members.csv",
        "member,name,type,bank,from,to\nM1,Plant,hydro,,,\nM2,Customer,user,,,\n");
    put(
        live,
        "entities.csv",
        """
        entity,member,name,class,point,tariff,capacityMw,minimumMw,obligationMw,heldMw,aggregator,from,to
        H1,M1,Small plant,hydro,P1,plant,5,0,0,0,,,
        C1,M2,Customer,user,P1,small,8,0,0,0,,,
        """);
    put(live, "meters.csv", "meter,multiplier,fullScale,from,to\n");
    put(live, "relations.csv", "meter,entity,sign,share,from,to\n");
    put(live, "tariffs.csv", "tariff,yuanPerMwh,from,to\nplant,350.000,,\nsmall,600.000,,\n");
    put(live, "contracts.csv", "contract,seller,buyer,point,market,from,to\n");
    put(live, "offers.csv", "entity,segments,noLoadYuanPerH,startUpYuan\n");
    String day = "days/2026-10-01/";
    StringBuilder hours = new StringBuilder("entity,series");
    for (int t = 1; t <= 24; t++) {
      hours.append(',').append(t);
    }
    String awards =
        hours
            + "\n"
            + HandMonth.row("H1", "daMwh", "2")
            + HandMonth.row("H1", "rtMwh", "1.5")
            + HandMonth.row("H1", "meteredMwh", "1.5", "1.2");
    for (String series : List.of("daMwh", "rtMwh", "meteredMwh")) {
      awards += HandMonth.row("C1", series, "4");
    }
    put(live, day + "awards.csv", awards);
    StringBuilder prices =
        new StringBuilder(hours.toString().replace("entity", "point")).append('\n');
    for (String series :
        List.of("daEnergy", "daCongestion", "daLoss", "rtEnergy", "rtCongestion", "rtLoss")) {
      prices.append(HandMonth.row("P1", series, "0"));
    }
    put(live, day + "prices.csv", prices.toString());
    city = folder.resolve("c1");
    HandMonth.run(0, "settle", "month", live.toString(), "--out", city.toString(), "--quiet");
  }

  private static void put(Path folder, String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), text);
  }

  @Test
  void chargesOfTheCityByHand() {
    try (CloseFolder close = CloseFolder.open(city)) {
      Ledgers ledgers = new Ledgers(close);
      assertEquals(12_495_000, ledgers.total("H1", "CITY_PLANT"), "(23 · 1.5 + 1.2) · 350");
      assertEquals(1_440_000, ledgers.total("H1", "CITY_ADJUSTMENT"), "24 · 0.5 · 120");
      assertEquals(-15_750, ledgers.total("H1", "CITY_SCHEDULE"), "(0.3 − 0.05 · 1.5) · 70");
      assertEquals(15_750, ledgers.total("C1", "CITY_FINES_SHARE"));
      // 8 hours of valley at 0.5, 12 at 1, 4 at 1.5: 22 · 4 · 600
      assertEquals(-52_800_000, ledgers.total("C1", "CITY_CUSTOMER"));
      assertEquals(-2_304_000, ledgers.total("C1", "CITY_LOSS"), "24 · 0.16 · 600");
    }
  }

  private static void consolidate(int code, String... more) {
    HandMonth.run(
        code,
        Stream.concat(
                Stream.of("settle", "consolidate", city.toString(), "--entity", "RE1"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void theCityIsOneEntityOfTheProvince() throws IOException {
    Path rows = folder.resolve("rows");
    consolidate(0, "--losses", "0.04", "--rows", rows.toString());
    List<String> made = Files.readAllLines(rows.resolve("days/2026-10-01/awards.csv"));
    // (4 − 1.5) · 1.04 = 2.6; in hour 20 (4 − 1.2) · 1.04 = 2.912; day-ahead (4 − 2) · 1.04
    assertTrue(made.get(3).startsWith("RE1,meteredMwh,2.6000,"), made.get(3));
    assertEquals("2.9120", made.get(3).split(",", -1)[21]);
    assertTrue(made.get(1).startsWith("RE1,daMwh,2.0800,"), made.get(1));

    Path live = folder.resolve("province");
    HandMonth.write(live);
    Path awards = live.resolve("days/2026-10-01/awards.csv");
    StringBuilder text = new StringBuilder();
    Files.readAllLines(awards).stream()
        .filter(line -> !line.startsWith("RE1"))
        .forEach(line -> text.append(line).append('\n'));
    made.stream().skip(1).forEach(line -> text.append(line).append('\n'));
    Files.writeString(awards, text.toString());
    Path province = folder.resolve("p1");
    HandMonth.run(0, "settle", "month", live.toString(), "--out", province.toString(), "--quiet");
    try (CloseFolder close = CloseFolder.open(city);
        CloseFolder whole = CloseFolder.open(province)) {
      List<Consolidation.Day> days =
          new Consolidation(close, new BigDecimal("0.04")).beside(whole, "RE1");
      assertEquals(627_120, days.get(0).cityMwh(), "23 · 2.6 + 2.912");
      assertEquals(627_120, days.get(0).provinceMwh());
      // 52 800 + 2 304 − 12 495 − 1 440
      assertEquals(41_169_000, days.get(0).customersMilliYuan());
      Ledgers ledgers = new Ledgers(whole);
      long paid =
          whole.month().book().items().stream()
              .mapToLong(item -> -ledgers.total("RE1", item.code()))
              .sum();
      assertEquals(paid, days.get(0).provinceMilliYuan());
      assertEquals(41_169_000 - paid, days.get(0).marginMilliYuan());
    }
    consolidate(0, "--losses", "0.04", "--province", province.toString());
    consolidate(1, "--province", province.toString());
  }
}
