package org.gridclear.settlement.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.SettlementColumn;

/** A small settlement folder of one day of 24 hours: a unit, three users, a grid company. */
final class SettlementFolder {
  static final String DAY = "days/2026-10-01/";

  private final Path folder;

  SettlementFolder(Path folder) {
    this.folder = folder;
    put("settlement.yaml", "settlement: small\nmonth: 2026-10\ndays: 1\nintervalsPerDay: 24\n");
    put(
        "members.csv",
        "member,name,type,bank,from,to\nM1,Gen,thermal,,,\nM2,Users,user,,,\nM3,Grid,grid,,,\n");
    put(
        "entities.csv",
        """
        entity,member,name,class,point,tariff,capacityMw,minimumMw,obligationMw,heldMw,aggregator,from,to
        T1,M1,Unit one,thermal,P1,,100,0,0,10,,,
        U1,M2,User,user,P1,10kV,20,0,0,0,,,
        U2,M2,User,user,P1,10kV,20,0,0,0,,,
        U3,M2,User,user,P1,10kV,20,0,0,0,,,
        GR1,M3,Grid company,grid,P1,,1,0,0,0,,,
        """);
    put(
        "meters.csv",
        "meter,multiplier,fullScale,from,to\nET1,1,100000,,\nEU1,1,0,,\nEU2,1,0,,\nEU3,1,0,,\n");
    put(
        "relations.csv",
        "meter,entity,sign,share,from,to\n"
            + "ET1,T1,1,1,,\n"
            + "EU1,U1,1,1,,\n"
            + "EU2,U2,1,1,,\n"
            + "EU3,U3,1,1,,\n");
    put("tariffs.csv", "tariff,yuanPerMwh,from,to\n10kV,100.000,,\n");
    put("contracts.csv", "contract,seller,buyer,point,market,from,to\nC1,T1,U1,P1,da,,\n");
    put("offers.csv", "entity,segments,noLoadYuanPerH,startUpYuan\nT1,100:280,0,0\n");
    day("curves.csv", header("contract") + row("C1", "mwh", "5") + row("C1", "yuanPerMwh", "280"));
    StringBuilder awards = new StringBuilder(header("entity"));
    StringBuilder meters = new StringBuilder(header("meter"));
    for (String series : List.of("daMwh", "rtMwh")) {
      awards.append(row("T1", series, "30"));
      List.of("U1", "U2", "U3").forEach(user -> awards.append(row(user, series, "10")));
    }
    List.of("EU1", "EU2", "EU3").forEach(m -> meters.append(row(m, "forwardMwh", "10")));
    day("awards.csv", awards.toString());
    day("meters.csv", meters.toString());
    StringBuilder prices = new StringBuilder(header("point"));
    for (String market : List.of("da", "rt")) {
      prices.append(row("P1", market + "Energy", "300"));
      prices.append(row("P1", market + "Congestion", "0")).append(row("P1", market + "Loss", "0"));
    }
    day("prices.csv", prices.toString());
    StringBuilder readings = new StringBuilder("ET1,forwardMwh");
    for (int t = 0; t <= 24; t++) {
      readings.append(',').append(30 * t);
    }
    day("registers.csv", registerHeader() + readings + "\n");
  }

  static String header(String id) {
    StringBuilder text = new StringBuilder(id + ",series");
    for (int t = 1; t <= 24; t++) {
      text.append(',').append(t);
    }
    return text.append('\n').toString();
  }

  static String registerHeader() {
    StringBuilder text = new StringBuilder("meter,series");
    for (int t = 0; t <= 24; t++) {
      text.append(',').append(t);
    }
    return text.append('\n').toString();
  }

  static String row(String id, String series, String value) {
    return id + "," + series + "," + String.join(",", Collections.nCopies(24, value)) + "\n";
  }

  Path path() {
    return folder;
  }

  SettlementFolder put(String file, String text) {
    try {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.writeString(folder.resolve(file), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SettlementFolder day(String file, String text) {
    return put(DAY + file, text);
  }

  String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces a part of a file, which has to be there. */
  SettlementFolder edit(String file, String from, String to) {
    String before = text(file);
    if (!before.contains(from)) {
      throw new IllegalStateException(from + " is not in " + file);
    }
    return put(file, before.replace(from, to));
  }

  /** Takes away the lines of a file that start so. */
  SettlementFolder without(String file, String start) {
    String before = text(file);
    String after =
        before.lines().filter(line -> !line.startsWith(start)).reduce("", (a, b) -> a + b + "\n");
    if (before.equals(after)) {
      throw new IllegalStateException(start + " starts no line of " + file);
    }
    return put(file, after);
  }

  /** Values of an entity on the first day. */
  int[] column(SettlementColumn column, String entity) {
    SettlementSource source = SettlementReader.open(folder);
    List<SettlementReader.DayInput> days = new ArrayList<>();
    SettlementReader.days(source, 1, 1, days::add);
    EntityBlock block = days.get(0).blocks().get(0);
    int[] values = new int[24];
    for (int r = 0; r < block.rows(); r++) {
      int[] all = block.columns()[column.index()];
      if (block.entities()[r] == source.entity(entity) && all != null) {
        System.arraycopy(all, 24 * r, values, 0, 24);
      }
    }
    return values;
  }
}
