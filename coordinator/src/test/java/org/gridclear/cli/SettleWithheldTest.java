package org.gridclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A contract without a curve: refused, or withheld by name until its curve is there. */
// Rows: O-25, Q-02
class SettleWithheldTest {
  @TempDir private Path temporary;

  private static Shell.Ended run(int code, String... arguments) {
    Shell.Ended ended = Shell.run(arguments);
    assertEquals(code, ended.code(), ended.text());
    return ended;
  }

  private static void says(Shell.Ended ended, String... parts) {
    for (String part : parts) {
      assertTrue(ended.text().contains(part), ended.text());
    }
  }

  private static String series(String id, String series, String value) {
    return "%s,%s,%s\n".formatted(id, series, String.join(",", Collections.nCopies(24, value)));
  }

  private static String header(String id) {
    StringBuilder text = new StringBuilder(id + ",series");
    for (int t = 1; t <= 24; t++) {
      text.append(',').append(t);
    }
    return text.append('\n').toString();
  }

  private void put(String file, String text) throws IOException {
    Path path = temporary.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void folder() throws IOException {
    put("in/settlement.yaml", "settlement: small\nmonth: 2026-10\ndays: 2\nintervalsPerDay: 24\n");
    put("in/members.csv", "member,name\nM1,Gen\nM2,Users\nM3,Grid\n");
    put(
        "in/entities.csv",
        """
        entity,member,class,point,tariff,capacityMw,minimumMw,obligationMw,heldMw
        T1,M1,thermal,P1,,100,0,0,10
        U1,M2,user,P1,10kV,20,0,0,0
        GR1,M3,grid,P1,,1,0,0,0
        """);
    put("in/meters.csv", "meter\nET1\nEU1\n");
    put("in/relations.csv", "meter,entity\nET1,T1\nEU1,U1\n");
    put("in/tariffs.csv", "tariff,yuanPerMwh\n10kV,100.000\n");
    put("in/contracts.csv", "contract,seller,buyer,point\nC1,T1,U1,P1\n");
    for (String day : List.of("in/days/2026-10-01/", "in/days/2026-10-02/")) {
      String awards = header("entity");
      String prices = header("point");
      for (String market : List.of("da", "rt")) {
        awards += series("T1", market + "Mwh", "10") + series("U1", market + "Mwh", "10");
        prices += series("P1", market + "Energy", "-80");
        prices += series("P1", market + "Congestion", "0") + series("P1", market + "Loss", "0");
      }
      put(day + "awards.csv", awards);
      put(day + "prices.csv", prices);
      put(
          day + "meters.csv",
          header("meter")
              + series("ET1", "forwardMwh", "10.0001")
              + series("EU1", "forwardMwh", "10"));
    }
  }

  @Test
  void contractIsWithheldByNameUntilACorrectionBringsItsCurve() throws IOException {
    folder();
    String in = temporary.resolve("in").toString();
    says(
        run(2, "settle", "check", in, "--day", "1", "--energy"),
        "SET-17",
        "contract C1, mwh = absent",
        "T1 sold 240.0024 MWh",
        "U1 bought 240.0000 MWh");
    put("in/contracts.csv", "contract,seller,buyer,point,withheld\nC1,T1,U1,P1,no curve yet\n");
    String close = temporary.resolve("v1").toString();
    says(
        run(1, "settle", "month", in, "--out", close, "--quiet"),
        "SET-25",
        "contract C1, withheld = no curve yet",
        "not billable");
    String items = Files.readString(temporary.resolve("v1/items.csv"));
    assertTrue(!items.contains("MLT_") && !items.contains("MAKE_WHOLE"), items);
    run(0, "settle", "audit", close);
    run(0, "settle", "verify", close);
    says(run(2, "settle", "bill", close, "--all"), "to be verified");

    put("c1/contracts.csv", "contract,withheld\nC1,\n");
    put(
        "c1/curves.csv",
        (header("contract") + series("C1", "mwh", "5") + series("C1", "yuanPerMwh", "20"))
            .replace(",series,", ",series,action,")
            .replaceAll("(C1,\\w+),", "$1,add,"));
    String next = temporary.resolve("v2").toString();
    String correction = temporary.resolve("c1").toString();
    run(0, "settle", "correct", close, correction, "--reason", "curve", "--out", next, "--quiet");
    items = Files.readString(temporary.resolve("v2/items.csv"));
    assertTrue(items.contains("T1,MLT_CFD,2026-10-02,120.0000,12000.000"), items);
    run(0, "settle", "audit", next);
  }

  @Test
  void correctionOfAnotherDayDoesNotMakeAnOpenContractBillable() throws IOException {
    folder();
    put(
        "in/contracts.csv",
        "contract,seller,buyer,point,withheld,to\nC1,T1,U1,P1,no curve yet,2026-10-01\n");
    String close = temporary.resolve("v1").toString();
    String in = temporary.resolve("in").toString();
    run(1, "settle", "month", in, "--out", close, "--quiet");
    put("c1/days/2026-10-02/meters.csv", header("meter") + series("EU1", "forwardMwh", "9"));
    String next = temporary.resolve("v2").toString();
    String correction = temporary.resolve("c1").toString();
    says(
        run(1, "settle", "correct", close, correction, "--reason", "m", "--out", next, "--quiet"),
        "not billable");
    run(0, "settle", "audit", next);
  }
}
