package org.gridclear.settlement.carry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.cli.Shell;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.bill.CarriedEvents;
import org.gridclear.settlement.bill.CarriedLine;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.Ledgers;
import org.gridclear.settlement.process.ClosedMonths;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A correction of October on the bills of November. */
// Rows: S-06, S-11, S-13, S-16, S-27, S-28, S-29
class CarryOverTest {
  @TempDir private static Path folder;
  private static ClosedMonths october;
  private static Path correction;
  private static Path november;
  private static Path close;

  @BeforeAll
  static void carry() throws IOException {
    Path live = folder.resolve("october");
    synthesized(live, "2026-10");
    Path first = folder.resolve("v1");
    run(0, "settle", "month", live.toString(), "--out", first.toString(), "--quiet");
    october =
        new ClosedMonths(first, live, ClosedMonths.make(folder.resolve("other")).correction());
    correction = october.correct();
    november = folder.resolve("november");
    synthesized(november, "2026-11");
    carried(0, november, "2026-11-02");
    close = folder.resolve("n1");
    run(0, "settle", "month", november.toString(), "--out", close.toString(), "--quiet");
  }

  private static void synthesized(Path into, String month) {
    run(
        0,
        "settle",
        "synthesize",
        into.toString(),
        "--entities",
        "24",
        "--days",
        "2",
        "--month",
        month);
  }

  private static String run(int code, String... arguments) {
    Shell.Ended ended = Shell.run(arguments);
    assertEquals(code, ended.code(), ended.text());
    return ended.text();
  }

  private static String carried(int code, Path into, String date) {
    return run(
        code,
        "settle",
        "carry",
        correction.toString(),
        "--into",
        into.toString(),
        "--date",
        date,
        "--by",
        "sue");
  }

  /** Each line is what changes.csv of the correction says, summed over days. */
  @Test
  void linesAreTheDifferencesByEntityAndItem() throws IOException {
    Map<String, Long> expected = new HashMap<>();
    for (String row : Files.readAllLines(correction.resolve("changes.csv"))) {
      String[] cells = row.split(",", -1);
      if (!cells[0].equals("entity")) {
        expected.merge(cells[0] + " " + cells[1], FixedPoint.parse(cells[5], 3), Long::sum);
      }
    }
    expected.values().removeIf(sum -> sum == 0);
    try (CloseFolder now = CloseFolder.open(close)) {
      List<CarriedLine> lines = CarriedEvents.of(now.files(), now.month());
      Map<String, Long> told = new HashMap<>();
      lines.forEach(line -> told.merge(line.of() + " " + line.item(), line.milliYuan(), Long::sum));
      assertEquals(expected, told);
      assertTrue(lines.stream().allMatch(line -> line.month().toString().equals("2026-10")));
      Ledgers ledgers = new Ledgers(now);
      long seven =
          lines.stream()
              .filter(line -> line.entity().equals("US00007"))
              .mapToLong(CarriedLine::milliYuan)
              .sum();
      assertEquals(seven, ledgers.total("US00007", "RESETTLEMENT"));
      long all = lines.stream().mapToLong(CarriedLine::milliYuan).sum();
      int pool = now.month().book().pool("RESETTLEMENT");
      assertEquals(-all, now.balances()[pool], "what the accounts of October hold more");
    }
  }

  @Test
  void isDoneOnceAndWithinTwoYears() throws IOException {
    assertTrue(carried(2, november, "2026-11-02").contains("was carried into 2026-11"));
    assertTrue(
        run(2, "settle", "bill", correction.toString(), "--all").contains("was carried into"));
    assertTrue(carried(2, october.live(), "2026-10-02").contains("0 months before"));
    Path late = folder.resolve("late");
    synthesized(late, "2028-11");
    assertTrue(carried(2, late, "2028-11-01").contains("25 months before"));
    assertEquals(1, new CarryRegister(october.live()).all().size());
  }

  /** As a crash leaves it: the lines stand in November, October does not know of it. */
  @Test
  void repeatAfterACrashAddsTheNoteAlone() throws IOException {
    Path register = october.live().resolve("carried.csv");
    byte[] noted = Files.readAllBytes(register);
    Path events = november.resolve("days/2026-11-02/events.csv");
    byte[] lines = Files.readAllBytes(events);
    try {
      Files.delete(register);
      carried(0, november, "2026-11-02");
      assertEquals(1, new CarryRegister(october.live()).all().size());
      assertArrayEquals(lines, Files.readAllBytes(events));
      Files.delete(register);
      Files.writeString(events, dropLast(Files.readString(events)));
      assertTrue(carried(2, november, "2026-11-02").contains("carried.csv of"));
      assertFalse(Files.exists(register));
    } finally {
      Files.write(register, noted);
      Files.write(events, lines);
    }
  }

  private static String dropLast(String text) {
    return text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1);
  }

  @Test
  void correctionNamedTwiceIsCarriedNotAtAll() throws IOException {
    Path register = october.live().resolve("carried.csv");
    byte[] noted = Files.readAllBytes(register);
    Path other = folder.resolve("twice");
    synthesized(other, "2026-12");
    try {
      Files.delete(register);
      String same = correction.toString();
      String text =
          run(
              2,
              "settle",
              "carry",
              same,
              same,
              "--into",
              other.toString(),
              "--date=2026-12-01",
              "--by=sue");
      assertTrue(text.contains("Two corrections are of 2026-10"), text);
      assertFalse(Files.exists(register));
    } finally {
      Files.write(register, noted);
    }
  }

  @Test
  void billNamesTheEarlierBill() throws IOException {
    Path out = folder.resolve("bills");
    run(0, "settle", "bill", close.toString(), "--entity", "US00007", "--out", out.toString());
    try (var files = Files.walk(out)) {
      assertTrue(files.anyMatch(file -> file.toString().contains("US00007")));
    }
  }
}
