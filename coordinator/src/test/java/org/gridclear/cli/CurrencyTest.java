package org.gridclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridclear.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money of a file that names no currency is never shown as yuan. */
class CurrencyTest {
  private static final String CASE =
      """
      function mpc = c
      mpc.version = '2';
      mpc.baseMVA = 100;
      mpc.bus = [
        1 3 0  0 0 0 1 1 0 230 1 1.1 0.9;
        2 1 50 0 0 0 1 1 0 230 1 1.1 0.9;
      ];
      mpc.gen = [1 50 0 99 -99 1 100 1 200 0];
      mpc.branch = [1 2 0 0.08 0 0 0 0 0 0 1 -360 360];
      mpc.gencost = [1 0 0 3 0 0 50 500 200 3500];
      """;

  @TempDir Path folder;

  private Shell.Ended clear(String source, Path out) {
    return Shell.run("clear", source, "--periods", "2", "--quiet", "--out", out.toString());
  }

  private static boolean showsYuan(String text) {
    return text.matches("(?s).*[^A-Za-z]yuan.*");
  }

  @Test
  void costsOfAMatpowerFileAreCurrencyUnitsInEveryTextOfARun() throws IOException {
    Path file = Files.writeString(folder.resolve("c.m"), CASE);
    Path out = folder.resolve("out");
    Shell.Ended cleared = clear(file.toString(), out);
    assertEquals(0, cleared.code(), cleared.text());
    assertTrue(cleared.text().contains("currency units"), cleared.text());
    assertFalse(showsYuan(cleared.text()), cleared.text());
    var summary = Json.MAPPER.readTree(Files.readAllBytes(out.resolve("summary.json")));
    assertEquals("currency units", summary.get("currency").asString());
    String report = Files.readString(out.resolve("report.html"));
    assertTrue(report.contains("\"currency\":\"currency units\""), "the page has the currency");
    assertTrue(report.contains("t(DATA.summary.currency)"), "and writes it beside money");
    assertFalse(showsYuan(report.substring(report.indexOf("$('title')"))));
    Shell.Ended why =
        Shell.run("explain", out.toString(), "--unit", "G1", "--bus", "2", "--period", "1");
    assertEquals(0, why.code(), why.text());
    assertTrue(why.text().contains("currency units/MWh"), why.text());
    assertFalse(showsYuan(why.text()), why.text());
    Path again = folder.resolve("again");
    Path kept = Files.list(out.resolve("cases")).findFirst().orElseThrow();
    assertTrue(
        clear(kept.resolve("case.json.gz").toString(), again).text().contains("currency units"));
  }

  @Test
  void aCaseOfTheProductCountsInYuan() {
    Shell.Ended cleared = clear("ieee9", folder.resolve("ieee9"));
    assertTrue(showsYuan(cleared.text()), cleared.text());
  }
}
