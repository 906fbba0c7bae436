package org.gridclear.settlement.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gridclear.cli.Shell;

/**
 * One day of 24 hours: a unit T1 and a user U1 at P1 (300 yuan/MWh), a retailer RE1 at P2 (320). T1
 * sells 5 MWh an hour at 280 to U1. Everybody takes what it bought but in hour 20, when U1 takes 4
 * and RE1 2 MWh more.
 */
final class HandMonth {
  private HandMonth() {}

  static void write(Path folder) throws IOException {
    put(
        folder,
        "settlement.yaml",
        "settlement: hand\nmonth: 2026-10\ndays: 1\nintervalsPerDay: 24\n");
    put(
        folder,
        "members.csv",
        "member,name,type,bank,from,to\nM1,Gen,thermal,,,\nM2,User,user,,,\nM3,Grid,grid,,,\n"
            + "M4,Retail,retailer,,,\n");
    put(
        folder,
        "entities.csv",
        """
        entity,member,name,class,point,tariff,capacityMw,minimumMw,obligationMw,heldMw,aggregator,from,to
        T1,M1,Unit one,thermal,P1,,100,0,0,10,,,
        U1,M2,User,user,P1,10kV,20,0,5,20,,,
        RE1,M4,Retailer,retailer,P2,10kV,40,0,0,0,,,
        GR1,M3,Grid company,grid,P1,,1,0,0,0,,,
        """);
    put(folder, "meters.csv", "meter,multiplier,fullScale,from,to\n");
    put(folder, "relations.csv", "meter,entity,sign,share,from,to\n");
    put(folder, "tariffs.csv", "tariff,yuanPerMwh,from,to\n10kV,100.000,,\n");
    put(folder, "contracts.csv", "contract,seller,buyer,point,market,from,to\nC1,T1,U1,P1,da,,\n");
    put(folder, "offers.csv", "entity,segments,noLoadYuanPerH,startUpYuan\nT1,100:280,0,0\n");
    String day = "days/2026-10-01/";
    put(
        folder,
        day + "curves.csv",
        header("contract") + row("C1", "mwh", "5") + row("C1", "yuanPerMwh", "280"));
    StringBuilder awards = new StringBuilder(header("entity"));
    for (String series : List.of("daMwh", "rtMwh", "meteredMwh")) {
      boolean metered = series.equals("meteredMwh");
      awards.append(row("T1", series, "30"));
      awards.append(row("U1", series, "10", metered ? "14" : "10"));
      awards.append(row("RE1", series, "20", metered ? "22" : "20"));
    }
    put(folder, day + "awards.csv", awards.toString());
    StringBuilder prices = new StringBuilder(header("point"));
    for (String market : List.of("da", "rt")) {
      for (String point : List.of("P1", "P2")) {
        prices.append(row(point, market + "Energy", "300"));
        prices.append(row(point, market + "Congestion", point.equals("P2") ? "20" : "0"));
        prices.append(row(point, market + "Loss", "0"));
      }
    }
    put(folder, day + "prices.csv", prices.toString());
  }

  private static void put(Path folder, String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), text);
  }

  private static String header(String id) {
    StringBuilder text = new StringBuilder(id + ",series");
    for (int t = 1; t <= 24; t++) {
      text.append(',').append(t);
    }
    return text.append('\n').toString();
  }

  static String row(String id, String series, String value) {
    return row(id, series, value, value);
  }

  static String row(String id, String series, String value, String inHour20) {
    List<String> cells = new ArrayList<>(Collections.nCopies(24, value));
    cells.set(19, inHour20);
    return id + "," + series + "," + String.join(",", cells) + "\n";
  }

  /** Runs a command and returns what it printed. */
  static String run(int code, String... arguments) {
    Shell.Ended ended = Shell.run(arguments);
    if (ended.code() != code) {
      throw new IllegalStateException(ended.code() + " " + ended.text());
    }
    return ended.output();
  }
}
