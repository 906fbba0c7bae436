package org.gridclear.report.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridclear.cli.Shell;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.EntityDetail;
import org.gridclear.synthetic.SyntheticMonth;
import org.gridclear.table.CsvFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * A user goes to another member for a day and comes back; a unit has the same event twice on a day.
 * Each member gets its own days and no others, and each line is shown as it is.
 */
// Rows: S-01, S-05, S-09
class BilledLinesTest {
  private static final List<String> DAYS = List.of("2026-10-01", "2026-10-02", "2026-10-03");

  @TempDir private static Path folder;
  private static Path close;
  private static String user;
  private static String other;
  private static CloseFolder opened;
  private static DetailText text;

  @BeforeAll
  static void closeAndBill() throws IOException {
    Path live = folder.resolve("live");
    SyntheticMonth.write(new SyntheticMonth.Options(YearMonth.of(2026, 10), 12, 2, 3, 1, 0), live);
    List<String> users =
        Files.readAllLines(live.resolve("entities.csv")).stream()
            .filter(line -> line.contains(",user,"))
            .toList();
    user = users.get(0).split(",", 2)[0];
    other = users.get(1).split(",", 3)[1];
    Files.write(
        live.resolve("entities.csv"),
        Files.readAllLines(live.resolve("entities.csv")).stream()
            .flatMap(line -> line.equals(users.get(0)) ? moved(line) : Stream.of(line))
            .toList());
    Path events = live.resolve("days/2026-10-02/events.csv");
    Files.writeString(
        events,
        "entity,item,quantity,yuan,remark\n"
            + "%s,OUTAGE_MANAGEMENT,2,-10.125,once\n%s,OUTAGE_MANAGEMENT,2,-10.125,again\n"
                .formatted(user, user));
    close = folder.resolve("v1");
    run("settle", "month", live.toString(), "--out", close.toString(), "--quiet");
    run("settle", "bill", close.toString(), "--entity", user, "--out", bills().toString());
    opened = CloseFolder.open(close);
    text = new DetailText(opened, EntityDetail.of(opened, user));
  }

  @AfterAll
  static void shut() {
    opened.close();
  }

  /** Its own member on the first and the third day, another on the second. */
  private static Stream<String> moved(String line) {
    String start = line.substring(0, line.length() - 2);
    String[] cells = start.split(",", 3);
    return Stream.of(
        start + ",,2026-10-01",
        String.join(",", cells[0], other, cells[2]) + ",2026-10-02,2026-10-02",
        start + ",2026-10-03,");
  }

  private static Path bills() {
    return folder.resolve("bills");
  }

  private static String run(String... arguments) {
    Shell.Ended ended = Shell.run(arguments);
    assertEquals(0, ended.code(), ended.text());
    return ended.text();
  }

  private static List<List<String>> table(Path file) {
    try {
      return CsvFile.rows(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BigDecimal sum(List<List<String>> rows, int column) {
    return rows.stream()
        .map(row -> new BigDecimal(row.get(column)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void eachMemberHasTheLinesOfItsDaysAndTheyAddUpToItsBill() {
    List<List<String>> rows = table(bills().resolve("bills.csv"));
    Map<String, List<List<String>>> ofBill =
        rows.stream()
            .collect(Collectors.groupingBy(row -> row.get(0), TreeMap::new, Collectors.toList()));
    assertEquals(2, ofBill.size(), "a bill to each of the two members");
    Map<String, TreeSet<String>> days = new TreeMap<>();
    ofBill.forEach(
        (number, lines) -> {
          List<List<String>> detail = table(bills().resolve(number + "-lines.csv"));
          assertFalse(detail.isEmpty());
          String member = lines.get(0).get(2);
          days.put(
              member,
              detail.stream()
                  .map(row -> row.get(1))
                  .collect(Collectors.toCollection(TreeSet::new)));
          BigDecimal total = new BigDecimal(lines.get(lines.size() - 1).get(10));
          assertEquals("total", lines.get(lines.size() - 1).get(6));
          assertEquals(0, total.compareTo(sum(detail, 5)), () -> total + " " + sum(detail, 5));
          assertEquals(0, total.compareTo(sum(lines.subList(0, lines.size() - 1), 10)));
          for (List<String> line : lines.subList(0, lines.size() - 1)) {
            List<List<String>> own =
                detail.stream().filter(row -> row.get(2).equals(line.get(7))).toList();
            assertEquals(0, new BigDecimal(line.get(10)).compareTo(sum(own, 5)), line::toString);
          }
        });
    assertEquals(new TreeSet<>(List.of("2026-10-02")), days.get(other));
    days.remove(other);
    assertEquals(
        List.of(new TreeSet<>(List.of("2026-10-01", "2026-10-03"))), List.copyOf(days.values()));
  }

  @Test
  void bothBillsTogetherAreAllThatTheEntityIsPaid() {
    BigDecimal items =
        sum(
            table(close.resolve("items.csv")).stream()
                .filter(row -> row.get(0).equals(user))
                .toList(),
            4);
    BigDecimal bills =
        sum(
            table(bills().resolve("bills.csv")).stream()
                .filter(row -> row.get(6).equals("total"))
                .toList(),
            10);
    assertEquals(0, items.compareTo(bills), () -> items + " " + bills);
  }

  private static List<String> shown(String item, LocalDate day, Integer interval) {
    return text.text(item, day, interval).lines().map(String::strip).toList();
  }

  private static BigDecimal yuan(String row) {
    List<String> words = List.of(row.split(" +", -1));
    return new BigDecimal(words.get(words.size() - 3));
  }

  /** Two events of −20.250 yuan are two rows of it, and the day is their sum. */
  @Test
  void eventsThatAreAlikeAreShownOneByOne() {
    LocalDate second = LocalDate.of(2026, 10, 2);
    List<BigDecimal> rows =
        shown("OUTAGE_MANAGEMENT", second, null).stream()
            .filter(line -> line.startsWith("day "))
            .map(BilledLinesTest::yuan)
            .toList();
    assertEquals(List.of(new BigDecimal("-20.250"), new BigDecimal("-20.250")), rows);
    List<String> days = shown("OUTAGE_MANAGEMENT", null, null);
    assertEquals(
        List.of(new BigDecimal("-40.500"), new BigDecimal("-40.500")),
        days.stream()
            .filter(line -> line.startsWith("2026-10-02") || line.startsWith("total"))
            .map(BilledLinesTest::yuan)
            .toList());
  }

  /** From items down to intervals every level adds up to the one above. */
  @Test
  void everyLevelAddsUpToTheOneAbove() {
    List<String> month = shown(null, null, null);
    BigDecimal all = BigDecimal.ZERO;
    int items = 0;
    for (String row : month.subList(1, month.size() - 1)) {
      String item = row.split(" ", 2)[0];
      all = all.add(yuan(row));
      items++;
      BigDecimal days = BigDecimal.ZERO;
      for (String day : shown(item, null, null)) {
        if (DAYS.contains(day.split(" ", 2)[0])) {
          days = days.add(yuan(day));
          BigDecimal intervals =
              shown(item, LocalDate.parse(day.split(" ", 2)[0]), null).stream()
                  .filter(line -> line.startsWith("day ") || line.startsWith("interval "))
                  .map(BilledLinesTest::yuan)
                  .reduce(BigDecimal.ZERO, BigDecimal::add);
          assertEquals(0, yuan(day).compareTo(intervals), item + " " + day);
        }
      }
      assertEquals(0, yuan(row).compareTo(days), row);
    }
    assertTrue(items > 3, month::toString);
    assertEquals(0, yuan(month.get(month.size() - 1)).compareTo(all));
  }

  @Test
  void whatIsAskedForThatIsNotThereIsRefused() {
    LocalDate first = LocalDate.of(2026, 10, 1);
    for (Executable each :
        List.<Executable>of(
            () -> shown("NO_SUCH", null, null),
            () -> shown("SERVICE_FEE", LocalDate.of(2026, 10, 4), null),
            () -> shown("SERVICE_FEE", LocalDate.of(2026, 11, 1), null),
            () -> shown("SERVICE_FEE", first, 0),
            () -> shown("SERVICE_FEE", first, 97),
            () -> shown("SERVICE_FEE", null, 1),
            () -> shown(null, first, 1))) {
      assertThrows(IllegalArgumentException.class, each);
    }
  }
}
