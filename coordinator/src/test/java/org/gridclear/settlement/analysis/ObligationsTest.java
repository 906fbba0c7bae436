package org.gridclear.settlement.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@link HandMonth} and the month after it, in which RE1 is gone and what U1 holds is not given. U1
 * takes 14 MWh in hour 20 of the first and 18 of the second, RE1 22 of the first.
 */
// Rows: R-41
class ObligationsTest {
  @TempDir private static Path folder;
  private static String october;
  private static String november;

  @BeforeAll
  static void close() throws IOException {
    october = closed("october");
    Path next = folder.resolve("november");
    HandMonth.write(next);
    edit(next, "settlement.yaml", "2026-10", "2026-11");
    edit(next, "entities.csv", "RE1,M4,Retailer,retailer,P2,10kV,40,0,0,0,,,\n", "");
    edit(next, "entities.csv", "20,0,5,20,,,", "20,0,5,,,,");
    Files.move(next.resolve("days/2026-10-01"), next.resolve("days/2026-11-01"));
    edit(next, "days/2026-11-01/awards.csv", ",10,14,10,", ",10,18,10,");
    Path awards = next.resolve("days/2026-11-01/awards.csv");
    Files.write(
        awards,
        Files.readAllLines(awards).stream().filter(row -> !row.startsWith("RE1,")).toList());
    november = closed("november");
  }

  private static String closed(String name) throws IOException {
    Path live = folder.resolve(name);
    if (!Files.exists(live)) {
      HandMonth.write(live);
    }
    String close = folder.resolve(name + "-close").toString();
    HandMonth.run(0, "settle", "month", live.toString(), "--out", close, "--quiet");
    return close;
  }

  private static void edit(Path live, String file, String from, String to) throws IOException {
    String text = Files.readString(live.resolve(file));
    assertTrue(text.contains(from), from);
    Files.writeString(live.resolve(file), text.replace(from, to));
  }

  private static List<String> obligations(int code, String... closes) {
    List<String> words = new ArrayList<>(List.of("settle", "obligation"));
    words.addAll(List.of(closes));
    words.addAll(List.of("--peaks", "1", "--margin", "0", "--format", "csv"));
    return HandMonth.run(code, words.toArray(String[]::new)).lines().skip(1).toList();
  }

  /** All take 36 MWh at the peak of October and 18 at that of November: October's counts. */
  @Test
  void theBuyersAreThoseOfTheLastMonthInWhateverOrderTheClosesAreNamed() {
    List<String> rows = List.of("U1,M2,14.0000,5.0000,,,unknown");
    assertEquals(rows, obligations(1, october, november));
    assertEquals(rows, obligations(1, november, october));
  }

  @Test
  void whatIsHeldIsNotZeroWhereItIsNotGiven() {
    assertEquals(List.of("U1,M2,18.0000,5.0000,,,unknown"), obligations(1, november));
    assertEquals(
        List.of(
            "RE1,M4,22.0000,0.0000,0.0000,-22.0000,short",
            "U1,M2,14.0000,5.0000,20.0000,6.0000,held"),
        obligations(1, october));
  }
}
