package org.gridclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month of 300 entities is the same in every item when it is computed apart from its files. */
// Rows: S-19, S-23
class MonthRecomputedTest {
  private static final int DAYS = 31;

  @TempDir Path folder;

  @Test
  void everyItemOfEveryEntityAndDayIsTheSame() throws IOException {
    Path input = folder.resolve("input");
    Path close = folder.resolve("close");
    String[] synthesize = {
      "settle",
      "synthesize",
      input.toString(),
      "--entities",
      "300",
      "--days",
      "" + DAYS,
      "--seed",
      "11"
    };
    assertEquals(0, Shell.run(synthesize).code());
    everyThirdContractIsPhysical(input.resolve("contracts.csv"));
    Shell.Ended ended =
        Shell.run("settle", "month", input.toString(), "--out", close.toString(), "--quiet");
    assertEquals(0, ended.code(), ended.text());
    Map<String, Long> settled = new TreeMap<>();
    for (String line : Files.readAllLines(close.resolve("items.csv"))) {
      String[] cells = line.split(",");
      if (!cells[0].equals("entity") && new BigDecimal(cells[4]).signum() != 0) {
        settled.put(
            cells[0] + "," + cells[1] + "," + cells[2],
            new BigDecimal(cells[4]).movePointRight(3).longValueExact());
      }
    }
    Map<String, Long> own = new CsvMonth(input, DAYS).amounts;
    own.values().removeIf(amount -> amount == 0);
    assertTrue(settled.size() > 100_000, () -> settled.size() + " amounts");
    StringBuilder differences = new StringBuilder();
    own.forEach(
        (key, amount) -> {
          if (!amount.equals(settled.get(key)) && differences.length() < 2_000) {
            differences.append(
                "%s: %d apart, settled %s%n".formatted(key, amount, settled.get(key)));
          }
        });
    assertEquals("", differences.toString());
    assertEquals(own.keySet(), settled.keySet());
  }

  private static void everyThirdContractIsPhysical(Path file) throws IOException {
    List<String> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String kind = rows.isEmpty() ? "kind" : rows.size() % 3 == 0 ? "physical" : "";
      String[] cells = line.split(",", -1);
      cells[4] += "," + kind;
      rows.add(String.join(",", cells));
    }
    Files.write(file, rows);
  }
}
