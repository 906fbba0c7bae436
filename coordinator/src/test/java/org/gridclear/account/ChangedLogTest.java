package org.gridclear.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gridclear.account.evidence.AuditStatistics;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is done to the file of a log is found, stops nobody, and blinds no question about it.
 */
// Rows: M-10, M-11
class ChangedLogTest {
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");
  private static final int RECORDS = 5;

  private static final AtomicLong CLOCK = new AtomicLong();

  @TempDir private static Path whole;
  @TempDir private Path folder;

  @BeforeAll
  static void write() {
    CLOCK.set(Instant.parse("2026-11-30T10:00:00Z").toEpochMilli());
    AuditLog log = AuditLog.openOrCreate(whole, CLOCK::get);
    for (int k = 1; k <= RECORDS; k++) {
      add(log, "call " + k);
    }
    assertEquals(List.of(), log.check());
  }

  @BeforeEach
  void copy() throws IOException {
    CLOCK.set(Instant.parse("2026-11-30T10:00:05Z").toEpochMilli());
    try (Stream<Path> files = Files.list(whole)) {
      for (Path each : files.toList()) {
        Files.copy(each, folder.resolve(each.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static void add(AuditLog log, String operation) {
    CLOCK.addAndGet(1_000);
    log.add(AuditLog.Kind.BUSINESS, AuditLog.Outcome.SUCCESS, "ann", "127.0.0.1", operation, "200");
  }

  /** What stands between the texts in what is signed cannot be sent to move one into the next. */
  @Test
  void partsOfARecordCannotBeMovedIntoOneAnother() throws IOException {
    AuditLog log = AuditLog.open(folder, CLOCK::get);
    log.add(AuditLog.Kind.BUSINESS, AuditLog.Outcome.FAILURE, "ann", "127.0.0.1", "a\u0000b", "c");
    AuditLog.Entry last = log.entries().get(RECORDS);
    assertEquals("a\u2400b", last.operation(), "it is seen that it was there");
    assertEquals(List.of(), AuditLog.open(folder, CLOCK::get).check());
    change(
        lines -> {
          String line = lines.get(RECORDS);
          String moved =
              line.replaceFirst(
                  "\"operation\":\"a[^\"]*b\",\"detail\":\"c\"",
                  "\"operation\":\"a\",\"detail\":\"b\\\\u0000c\"");
          assertFalse(moved.equals(line), line);
          lines.set(RECORDS, moved);
          return lines;
        });
    assertFalse(AuditLog.open(folder, CLOCK::get).check().isEmpty(), "the record is another");
  }

  private Path file() {
    return folder.resolve("audit-2026-11.jsonl");
  }

  private void change(UnaryOperator<List<String>> change) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file()));
    Files.writeString(file(), String.join("\n", change.apply(lines)) + "\n");
  }

  private static Arguments third(String line) {
    return Arguments.of("line 3 is " + line, each(2, old -> line), 4);
  }

  private static Arguments part(String what, String with) {
    return Arguments.of(
        "%s becomes %s".formatted(what, with),
        each(
            2,
            old -> {
              assertTrue(old.contains(what), old);
              return old.replace(what, with);
            }),
        5);
  }

  private static UnaryOperator<List<String>> each(int row, UnaryOperator<String> change) {
    return lines -> {
      lines.set(row, change.apply(lines.get(row)));
      return lines;
    };
  }

  /** What is done, and how many records are left that can be read. */
  static Stream<Arguments> changes() {
    return Stream.of(
        third("null"),
        third("{}"),
        third("7"),
        third("[]"),
        third("\"x\""),
        third("{\"number\": 3}"),
        third(""),
        third("{\"number\":3,\"at\":null"),
        third(
            "{\"number\":3,\"at\":\"today\",\"kind\":\"SYSTEM\",\"outcome\":\"SUCCESS\",\"user\":\"\","
                + "\"from\":\"\",\"operation\":\"\",\"detail\":\"\",\"signature\":\"\"}"),
        third(
            "{\"number\":3,\"at\":\"2026-11-30T10:00:00Z\",\"kind\":\"SYSTEM\",\"user\":\"\","
                + "\"from\":\"\",\"operation\":\"\",\"detail\":\"\",\"signature\":\"\"}"),
        part("call 3", "call 4"),
        part("\"ann\"", "\"bob\""),
        part("SUCCESS", "FAILURE"),
        part("BUSINESS", "SYSTEM"),
        part("127.0.0.1", "127.0.0.2"),
        part("\"200\"", "\"201\""),
        part("T10:00:03Z", "T10:00:04Z"),
        part("\"number\":3", "\"number\":4"),
        Arguments.of("two lines change places", swapped(), 5),
        Arguments.of("a line is there twice", twice(), 6),
        Arguments.of("a line is gone", without(2), 4),
        Arguments.of("the first line is gone", without(0), 4),
        Arguments.of("the last line is gone", without(4), 4));
  }

  private static UnaryOperator<List<String>> swapped() {
    return lines -> {
      Collections.swap(lines, 1, 2);
      return lines;
    };
  }

  private static UnaryOperator<List<String>> twice() {
    return lines -> {
      lines.add(3, lines.get(2));
      return lines;
    };
  }

  private static UnaryOperator<List<String>> without(int row) {
    return lines -> {
      lines.remove(row);
      return lines;
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void aChangeIsFoundAndTheLogGoesOn(String what, UnaryOperator<List<String>> change, int left)
      throws IOException {
    AuditLog before = AuditLog.open(folder, CLOCK::get);
    change(change);
    assertFalse(before.check().isEmpty(), what);
    AuditLog after = AuditLog.open(folder, CLOCK::get);
    add(after, "next");
    List<AuditLog.Entry> entries = after.entries();
    assertEquals(left + 2, entries.size(), what + ": with the alarm and the next record");
    assertEquals(AuditLog.ALARM, entries.get(left).operation(), what);
    assertEquals("next", entries.get(left + 1).operation());
    AuditPage.Asked asked = new AuditPage.Asked(null, null, "ann", "call", FROM, TO);
    assertTrue(AuditPage.of(folder, asked, "", 9).records().size() >= 4, what);
    assertTrue(AuditLine.between(folder, FROM, TO).size() >= left, what);
    AuditLog later = AuditLog.open(folder, CLOCK::get);
    assertFalse(later.check().isEmpty(), "it stays known after the next record");
    assertEquals(left + 2, later.entries().size(), "it is said once");
  }

  @Test
  void aLogWithoutItsHeadOrWithoutAFileIsFound() throws IOException {
    Files.delete(folder.resolve(AuditLog.HEAD));
    AuditLog log = AuditLog.open(folder, CLOCK::get);
    assertTrue(log.check().toString().contains("is missing"), log.check().toString());
    Files.delete(file());
    assertFalse(log.check().isEmpty());
    assertFalse(AuditLog.open(folder, CLOCK::get).check().isEmpty());
  }

  /** What is written while the clock was set back lies in the file of the later month. */
  @Test
  void recordsOfAClockThatWasSetBackAreOfTheirTimeInEveryAnswer() {
    AuditLog log = AuditLog.open(folder, CLOCK::get);
    CLOCK.set(Instant.parse("2026-12-01T00:00:10Z").toEpochMilli());
    add(log, "in December");
    CLOCK.set(Instant.parse("2026-11-30T23:00:00Z").toEpochMilli());
    add(log, "set back");
    assertTrue(Files.exists(folder.resolve("audit-2026-12.jsonl")));
    Instant from = Instant.parse("2026-11-30T22:00:00Z");
    Instant to = Instant.parse("2026-11-30T23:59:00Z");
    List<String> byHand =
        log.entries().stream()
            .filter(each -> each.at().compareTo(from.toString()) >= 0)
            .filter(each -> each.at().compareTo(to.toString()) < 0)
            .map(AuditLog.Entry::operation)
            .toList();
    assertEquals(List.of("set back"), byHand);
    assertEquals(
        byHand,
        AuditLine.between(folder, from, to).stream().map(AuditLog.Entry::operation).toList());
    assertEquals(1, AuditStatistics.of(folder, from, to).records());
    AuditPage.Asked asked = new AuditPage.Asked(null, null, null, null, from, to);
    assertEquals(1, AuditPage.of(folder, asked, "", 9).records().size());
    assertEquals(List.of(), log.check());
  }
}
