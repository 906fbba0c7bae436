package org.gridclear.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions to a close: what there is not is refused by name, with what there is. */
// Rows: S-30, S-32, U-01
class SettleQuestionsTest {
  @TempDir static Path shared;

  private static Path input;
  private static Path close;

  @BeforeAll
  static void closeTwoDays() {
    input = shared.resolve("input");
    close = shared.resolve("close");
    done("settle synthesize %s --entities 12 --days 2 --seed 4".formatted(input));
    done("settle month %s --out %s --quiet".formatted(input, close));
  }

  private static String done(String line) {
    Shell.Ended ended = Shell.run(line.split(" "));
    assertEquals(0, ended.code(), ended.text());
    return ended.text();
  }

  private static void refused(String line, String... parts) {
    Shell.Ended ended = Shell.run(line.split(" "));
    assertEquals(2, ended.code(), () -> line + "\n" + ended.text());
    for (String part : parts) {
      assertTrue(ended.text().contains(part), () -> line + "\n" + ended.text());
    }
    assertFalse(ended.text().contains("java."), ended.text());
  }

  private static String explain(String rest) {
    return "settle explain %s --entity US00007 %s".formatted(close, rest);
  }

  @Test
  void aSettlementFolderShowsItsMembersAndAClosedMonthSaysWhereToLook() {
    String shown = done("show %s --format csv".formatted(input));
    long members = done("show %s members --format csv".formatted(input)).lines().count() - 1;
    assertTrue(shown.contains("members,%d,".formatted(members)), shown);
    refused("show %s units".formatted(input), "has no table units", "ask for members");
    refused("show %s".formatted(close), "is a closed month", "settle bill");
  }

  @Test
  void lineThatThereIsNotIsNotExplained() {
    assertAll(
        Stream.of("97", "150", "500", "0", "-3")
            .map(
                number ->
                    () ->
                        refused(
                            explain("--item DA_ENERGY --day 2026-10-02 --interval " + number),
                            "(" + number + ")",
                            "1..96")));
    for (String day : List.of("2026-10-03", "2026-11-05", "2025-10-02")) {
      refused(explain("--item DA_ENERGY --day " + day), day, "2026-10-01 to 2026-10-02");
      refused(explain("--day " + day), day, "2026-10-01 to 2026-10-02");
    }
    refused(explain("--item DA_ENERGY --interval 7"), "Interval 7", "give both");
    refused(explain("--day 2026-10-02 --interval 7"), "Interval 7", "give both");
    String last = done(explain("--item DA_ENERGY --day 2026-10-02 --interval 96"));
    assertTrue(last.contains("interval 96 "), last);
  }

  @Test
  void dayOutsideTheMonthIsRefusedByEveryCommand() {
    for (int day : List.of(99, 3, 0, -1)) {
      refused("settle check %s --day %d".formatted(input, day), "(" + day + ")", "1..2");
      refused("settle day %s --day %d --out x".formatted(input, day), "(" + day + ")", "1..2");
    }
    String why = " --date 2026-10-03 --by anna --reason checked";
    refused("settle lock " + input + why, "2026-10-03", "2026-10-01 to 2026-10-02");
    refused("settle accept " + input + why, "2026-10-03", "2026-10-01 to 2026-10-02");
  }

  @Test
  void negativeSampleIsNoProof() {
    refused("settle audit %s --sample -5".formatted(close), "(-5)", "0 for all");
    assertTrue(done("settle audit %s --sample 3".formatted(close)).contains("3 entities in dec"));
  }

  @Test
  void dateThatIsNoneIsRefusedInTheWordsOfADate() {
    refused(explain("--day 5"), "--day", "'5' is no day", "2026-10-05");
    refused(explain("--day 2026-02-30"), "'2026-02-30' is no day");
    refused(
        "settle synthesize %s --month 2026-13".formatted(shared.resolve("other")),
        "'2026-13' is no month",
        "2026-10");
  }

  @Test
  void correctionWithoutItsFolderIsRefusedByTheFoldersName() {
    Path none = shared.resolve("none");
    refused(
        "settle correct %s %s --reason typo".formatted(close, none), "There is no folder " + none);
  }

  @Test
  void optionOfAnotherQuestionIsRefusedByName() {
    for (String who : List.of("--approve", "--by ann", "--approve --by ann")) {
      refused("settle rules --columns " + who, "--approve and --by", "give CLOSE and --book");
    }
    refused(
        "settle consolidate %s --entity US00007 --province %s --storage".formatted(close, close),
        "--storage is of --rows");
    Path rows = shared.resolve("rows");
    for (String table : List.of("--format csv", "--out " + shared.resolve("rows.csv"))) {
      refused(
          "settle consolidate %s --entity US00007 --rows %s %s".formatted(close, rows, table),
          "--format and --out are of --province");
    }
    assertTrue(Files.notExists(rows));
    refused("settle bill %s --all --reason late".formatted(close), "--reason is of --cancel");
    refused(
        "settle import-day %s %s --date 2026-10-01 --system S".formatted(close, input),
        "--system is of market folders");
  }

  private static String unit(String row) {
    return row.substring(row.lastIndexOf(',') + 1);
  }

  @Test
  void quantityIsInTheUnitOfItsItemEverywhere() throws IOException {
    Map<String, String> units =
        Map.of("MLT_CFD", "MWh", "REGULATION_MILEAGE", "MW", "REACTIVE_POWER", "1");
    done("settle bill %s --entity TH00000 --out %s".formatted(close, shared.resolve("b0")));
    done("settle bill %s --entity TH00011 --out %s".formatted(close, shared.resolve("b11")));
    assertTrue(
        Files.readString(shared.resolve("b0/bills.csv"))
            .matches("(?s).*\"\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d \\+08:00\".*"),
        "the time of publication names its zone");
    for (String table :
        List.of(
            "close/items.csv",
            "close/totals.csv",
            "b0/bills.csv",
            "b11/bills.csv",
            "b0/B202610-TH00000-1-lines.csv",
            "b11/B202610-TH00011-1-lines.csv")) {
      List<String> rows = Files.readAllLines(shared.resolve(table));
      assertEquals("unit", unit(rows.get(0)), table);
      assertTrue(rows.get(0).contains(",quantity,"), table);
      int known = 0;
      for (Map.Entry<String, String> each : units.entrySet()) {
        for (String row : rows) {
          if (row.contains("," + each.getKey() + ",")) {
            assertEquals(each.getValue(), unit(row), table + ": " + row);
            known++;
          }
        }
      }
      assertTrue(known > 0, table);
    }
    String text = done("settle explain %s --entity TH00000".formatted(close));
    assertTrue(text.matches("(?s).* REGULATION_MILEAGE +[0-9.]+ MW .*"), text);
    assertTrue(text.matches("(?s).* REGULATION_CAPACITY +[0-9.]+ MWh .*"), text);
    assertTrue(text.matches("(?s).* total +-?[0-9.]+ yuan .*"), "no sum of MW and MWh: " + text);
    String counts = done("settle explain %s --entity TH00011".formatted(close));
    assertTrue(counts.matches("(?s).* REACTIVE_POWER +[0-9.]+ +-?[0-9.]+ yuan.*"), counts);
  }

  private static Shell.Ended ended(int code, String line) {
    Shell.Ended ended = Shell.run(line.split(" "));
    assertEquals(code, ended.code(), ended.text());
    return ended;
  }

  @Test
  void energyThatCannotBeTrueHoldsUpTheBillsUntilItIsAccepted() throws IOException {
    Path own = shared.resolve("own");
    done("settle synthesize %s --entities 12 --days 1 --seed 4".formatted(own));
    Path meters = own.resolve("days/2026-10-01/meters.csv");
    StringBuilder slip = new StringBuilder();
    for (String row : Files.readAllLines(meters)) {
      slip.append(
          row.startsWith("EUS00007,") ? row.replaceAll(",(\\d+)\\.(\\d{3})", ",$1$2.") : row);
      slip.append('\n');
    }
    Files.writeString(meters, slip.toString().replaceAll("\\.(?=[,\n])", ""));
    String open =
        ended(1, "settle month %s --out %s --quiet".formatted(own, shared.resolve("o1"))).text();
    assertTrue(open.contains("not billable: to be verified: "), open);
    assertTrue(open.contains("entity US00007, spike in interval 1 and 95 more of 96"), open);
    refused("settle bill %s --all".formatted(shared.resolve("o1")), "to be verified");
    done("settle audit " + shared.resolve("o1"));
    done("settle accept %s --date 2026-10-01 --by anna --reason seen".formatted(own));
    done("settle month %s --out %s --quiet".formatted(own, shared.resolve("o2")));
  }
}
