package org.gridclear.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of a log of 900 records over three months, against the log read as a whole. */
// Rows: M-10, M-11
class AuditPageTest {
  private static final AuditPage.Asked ALL =
      new AuditPage.Asked(null, null, null, null, null, null);
  private static final long DAY = 86_400_000L;

  @TempDir private static Path folder;

  private static List<AuditLog.Entry> newestFirst;

  @BeforeAll
  static void write() throws Exception {
    AtomicLong now = new AtomicLong(1_795_000_000_000L);
    AuditLog log = AuditLog.openOrCreate(folder, now::get);
    for (int k = 0; k < 900; k++) {
      now.addAndGet(DAY / 10);
      log.add(
          k % 3 == 0 ? AuditLog.Kind.SYSTEM : AuditLog.Kind.BUSINESS,
          k % 7 == 0 ? AuditLog.Outcome.FAILURE : AuditLog.Outcome.SUCCESS,
          k % 2 == 0 ? "ann" : "bob",
          "127.0.0.1",
          "GET /api/v1/runs/" + k,
          // Lines longer than what is read at once.
          k == 450 ? "x".repeat(200_000) : "détail " + k);
    }
    newestFirst = new ArrayList<>(log.entries());
    Collections.reverse(newestFirst);
    assertTrue(AuditReading.files(folder).size() >= 3);
  }

  private static List<Long> numbers(AuditPage.Asked asked, int limit) {
    List<Long> numbers = new ArrayList<>();
    String before = "";
    do {
      AuditPage page = AuditPage.of(folder, asked, before, limit);
      assertTrue(page.records().size() <= limit);
      page.records().forEach(entry -> numbers.add(entry.number()));
      before = page.next();
    } while (!before.isEmpty());
    return numbers;
  }

  @Test
  void pagesAreTheWholeLogWhateverTheirLength() {
    List<Long> all = LongStream.iterate(900, n -> n >= 1, n -> n - 1).boxed().toList();
    for (int limit : List.of(7, 100, 899, 900, 1000)) {
      assertEquals(all, numbers(ALL, limit), "limit " + limit);
    }
  }

  @Test
  void aPageCostsWhatItLooksThrough() {
    AuditPage first = AuditPage.of(folder, ALL, "", 10);
    assertEquals(10, first.looked());
    assertEquals(newestFirst.subList(0, 10), first.records());
  }

  @Test
  void conditionsHoldTogether() {
    String from = newestFirst.get(600).at();
    String to = newestFirst.get(50).at();
    AuditPage.Asked asked =
        new AuditPage.Asked(
            AuditLog.Kind.SYSTEM,
            AuditLog.Outcome.SUCCESS,
            "ann",
            "DÉTAIL 3",
            Instant.parse(from),
            Instant.parse(to));
    List<Long> byHand =
        newestFirst.stream()
            .filter(e -> e.kind() == AuditLog.Kind.SYSTEM && e.user().equals("ann"))
            .filter(e -> e.outcome() == AuditLog.Outcome.SUCCESS)
            .filter(e -> e.detail().startsWith("détail 3"))
            .filter(e -> e.at().compareTo(from) >= 0 && e.at().compareTo(to) < 0)
            .map(AuditLog.Entry::number)
            .toList();
    assertTrue(byHand.size() > 3, byHand.toString());
    assertEquals(byHand, numbers(asked, 4));
  }

  @Test
  void aWholeSecondIsBeforeItsFractionsAndAYearOfFiveDigitsIsAfterAll(@TempDir Path other)
      throws Exception {
    AtomicLong now = new AtomicLong(1_795_000_000_510L);
    AuditLog log = AuditLog.openOrCreate(other, now::get);
    log.add(AuditLog.Kind.SYSTEM, AuditLog.Outcome.SUCCESS, "ann", "127.0.0.1", "GET", "");
    Instant second = Instant.ofEpochSecond(1_795_000_000L);
    Instant far = Instant.parse("+10000-01-01T00:00:00Z");
    assertEquals(1, between(other, second, null));
    assertEquals(0, between(other, null, second));
    assertEquals(0, between(other, second.minus(9, ChronoUnit.DAYS), second));
    assertEquals(0, between(other, far, null));
    assertEquals(1, between(other, null, far));
    assertEquals(1, AuditLine.between(other, Instant.MIN, Instant.MAX).size());
    assertEquals(0, AuditLine.between(other, far, Instant.MAX).size());
  }

  private static int between(Path folder, @Nullable Instant from, @Nullable Instant to) {
    AuditPage.Asked asked = new AuditPage.Asked(null, null, null, null, from, to);
    return AuditPage.of(folder, asked, "", 10).records().size();
  }

  @Test
  void whatIsNoRecordIsLeftOutAndWhatIsNoPlaceIsRefused() throws Exception {
    Path copy = folder.resolve("copy");
    Files.createDirectories(copy);
    Path file = AuditReading.files(folder).get(0);
    Files.copy(file, copy.resolve(file.getFileName()));
    Files.writeString(copy.resolve(file.getFileName()), "{half", StandardOpenOption.APPEND);
    AuditPage page = AuditPage.of(copy, ALL, "", 3);
    assertEquals(3, page.records().size());
    assertEquals(4, page.looked());
    for (String place : List.of("x", "audit-2026-10.jsonl", "../audit-2026-10.jsonl:5")) {
      assertThrows(
          IllegalArgumentException.class, () -> AuditPage.of(folder, ALL, place, 3), place);
    }
    assertThrows(IllegalArgumentException.class, () -> AuditPage.of(folder, ALL, "", 0));
  }
}
