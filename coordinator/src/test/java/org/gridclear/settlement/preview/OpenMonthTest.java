package org.gridclear.settlement.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.CorrectionPreview;
import org.gridclear.settlement.close.MonthCorrection;
import org.gridclear.settlement.process.ClosedMonths;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said by differences is what reading everything again says. */
// Rows: S-16, S-26, S-41
class OpenMonthTest {
  @TempDir private static Path folder;
  private static ClosedMonths months;
  private static CloseFolder close;
  private static OpenMonth open;
  private static int made;

  @BeforeAll
  static void open() throws IOException {
    months = ClosedMonths.make(folder);
    close = CloseFolder.open(months.close());
    open = new OpenMonth(close);
  }

  @AfterAll
  static void close() {
    close.close();
  }

  private static void same(Path correction) {
    CorrectionPreview quick = open.quick(correction).orElseThrow();
    CorrectionPreview all = CorrectionPreview.of(MonthCorrection.ofFiles(close, correction));
    assertFalse(all.changes().isEmpty(), "it changes something");
    assertEquals(texts(all), texts(quick));
    assertEquals(all.changes().size(), quick.changes().size());
    assertEquals(all.accountsMilliYuan(), quick.accountsMilliYuan());
    assertEquals(all.findings(), quick.findings());
  }

  private static TreeSet<String> texts(CorrectionPreview preview) {
    return preview.changes().stream()
        .map(CorrectionPreview.Change::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> rows(String day, String file) throws IOException {
    return Files.readAllLines(months.live().resolve("days/2026-10-0" + day).resolve(file));
  }

  private static Path correction(String day, String file, List<String> rows) throws IOException {
    return write(folder.resolve("made" + ++made), day, file, rows);
  }

  private static Path write(Path own, String day, String file, List<String> rows)
      throws IOException {
    Path path = own.resolve("days/2026-10-0" + day).resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, rows);
    return own;
  }

  /** A row of a file with random values where it has some. */
  private static String shaken(String row, Random random) {
    String[] cells = row.split(",", -1);
    for (int c = 2; c < cells.length; c++) {
      if (random.nextInt(4) == 0) {
        cells[c] = cells[c].startsWith("0") ? "0.2" : "0";
      }
    }
    return String.join(",", cells);
  }

  @Test
  void ofAMeter() {
    same(months.correction());
  }

  @Test
  void ofRandomMetersOnSomeDays() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 12; i++) {
      Path own = folder.resolve("made" + ++made);
      for (String day : i % 3 == 0 ? List.of("1", "2") : List.of(String.valueOf(1 + i % 3))) {
        List<String> rows = rows(day, "meters.csv");
        List<String> some = new ArrayList<>(List.of(rows.get(0)));
        IntStream.range(0, 1 + random.nextInt(3))
            .mapToObj(k -> rows.get(1 + random.nextInt(rows.size() - 1)))
            .distinct()
            .forEach(row -> some.add(shaken(row, random)));
        write(own, day, "meters.csv", some);
      }
      same(own);
    }
  }

  @Test
  void ofAwardsAndCurves() throws IOException {
    Random random = new Random(3);
    List<String> awards = rows("2", "awards.csv");
    same(correction("2", "awards.csv", List.of(awards.get(0), shaken(awards.get(1), random))));
    List<String> curves = Files.readAllLines(months.live().resolve("curves.csv"));
    same(correction("2", "curves.csv", List.of(curves.get(0), shaken(curves.get(1), random))));
  }

  @Test
  void ofPricesOfADayWithAMeter() throws IOException {
    List<String> rows = rows("2", "prices.csv");
    List<String> some = new ArrayList<>(List.of(rows.get(0)));
    rows.stream()
        .filter(row -> row.contains(",rtEnergy,"))
        .forEach(row -> some.add(row.replaceFirst(",(-?\\d)(\\d*\\.)", ",9$2")));
    Path own = correction("2", "prices.csv", some);
    same(own);
    List<String> meters = rows("3", "meters.csv");
    same(
        write(
            own, "3", "meters.csv", List.of(meters.get(0), shaken(meters.get(2), new Random(5)))));
  }

  @Test
  void readsAllWhereTheRegistryChanges() throws IOException {
    Path own = folder.resolve("made" + ++made);
    Files.createDirectories(own);
    Files.write(
        own.resolve("entities.csv"),
        List.of("action,entity,name,from", "replace,GR00001,Another name,"));
    assertTrue(open.quick(own).isEmpty());
    assertEquals(0, open.preview(own).changes().size());
  }

  @Test
  void saysWhatIsWrongWithTheRows() throws IOException {
    Path own = correction("2", "meters.csv", List.of("meter,series,1", "NOBODY,forwardMwh,1"));
    assertThrows(InvalidInputException.class, () -> open.preview(own));
  }
}
