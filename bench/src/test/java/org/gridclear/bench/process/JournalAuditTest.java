package org.gridclear.bench.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.process.JournalRow;
import org.gridclear.market.store.process.JournalStore;
import org.gridclear.market.store.process.JournalStore.Entry;
import org.gridclear.market.store.process.JournalStore.Journal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The oracle of the bench of the process finds what it is there to find. */
class JournalAuditTest {
  private static final Instant NOW = Instant.parse("2026-11-03T02:00:00Z");
  private static final Entry INVOICED =
      new Entry("Invoiced", "{\"member\": \"A\", \"month\": \"2026-10-01\", \"milliYuan\": -100}");
  private static final Entry RECEIVED =
      new Entry("Received", "{\"reference\": \"R1\", \"member\": \"A\", \"milliYuan\": 40}");

  @TempDir private Path temporary;
  private Path folder;
  private final Calls calls = new Calls(() -> 0);

  @BeforeEach
  void makeMarket() {
    folder = temporary.resolve("market");
    MarketFolder.create(
            folder, new MarketFolder.Facts("m", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED))
        .close();
  }

  private JournalAudit journal(Entry... rows) {
    try (MarketFolder market = MarketFolder.open(folder)) {
      new JournalStore(market.database(), Journal.PAYMENT)
          .add(0, JournalRow.FIRST, "sue", NOW, before -> List.of(rows));
    }
    return JournalAudit.of(folder, calls);
  }

  private List<String> faults(Map<String, Long> told, Entry... rows) {
    journal(rows).accounts(told, calls);
    return calls.faults();
  }

  @Test
  void rowsAndAccountsThatAgreeHaveNoFault() {
    assertEquals(
        List.of(),
        faults(
            Map.of("member:A", 60L, "member:B", -7L, "bank", 40L),
            INVOICED,
            RECEIVED,
            new Entry(
                "Invoiced", "{\"member\": \"B\", \"month\": \"2026-10-01\", \"milliYuan\": 7}")));
  }

  @Test
  void anAccountOfAnotherBalanceIsFound() {
    assertEquals(
        List.of("member:A is 61, not 60"), faults(Map.of("member:A", 61L), INVOICED, RECEIVED));
  }

  /** A server that forgot a member tells no balance of it at all. */
  @Test
  void anAccountThatIsNotToldIsFound() {
    assertEquals(List.of("member:A is 0, not 60"), faults(Map.of(), INVOICED, RECEIVED));
  }

  @Test
  void anAccountThatNoRowMadeIsFound() {
    assertEquals(
        List.of("member:C is 5, not 0"),
        faults(new TreeMap<>(Map.of("member:A", 60L, "member:C", 5L)), INVOICED, RECEIVED));
  }

  @Test
  void aRowThatCannotComeTwiceIsFound() {
    JournalAudit audit = journal(INVOICED, RECEIVED, RECEIVED, INVOICED);
    assertEquals(
        List.of(
            "Received \"R1\" is in the journal twice",
            "Invoiced \"A\" \"2026-10-01\" is in the journal twice"),
        calls.faults());
    assertEquals(Map.of("Invoiced", 2, "Received", 2), audit.counts());
  }

  /** 100 is owed; were it approved, 30 would come of a guarantee and 70 be borne by B and C. */
  private List<String> defaulted(boolean approved, Map<String, Long> told) {
    String hash;
    try (MarketFolder market = MarketFolder.open(folder)) {
      String shares = "[{'member': 'B', 'milliYuan': 50}, {'member': 'C', 'milliYuan': 20}]";
      hash = market.content().put(json(shares).getBytes(StandardCharsets.UTF_8));
    }
    String act = json("{'member': 'A', 'draws': [{'milliYuan': 30}], 'shares': '%s'}");
    return faults(
        told,
        INVOICED,
        new Entry("Proposed", Calls.json("act", "Defaulted", "content", act.formatted(hash))),
        new Entry("Decided", Calls.json("proposal", 2, "approved", approved)));
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  @Test
  void aDefaultThatWasApprovedIsBorneByTheOthers() {
    Map<String, Long> told = Map.of("member:A", 70L, "member:B", 50L, "member:C", 20L);
    assertEquals(List.of(), defaulted(true, told));
  }

  @Test
  void aDefaultThatWasRejectedChangesNothing() {
    assertEquals(List.of(), defaulted(false, Map.of("member:A", 100L)));
  }

  @Test
  void workingDaysSkipTheWeekend() {
    assertEquals(
        List.of("2026-11-05", "2026-11-06", "2026-11-09", "2026-11-16"),
        Stream.of(1, 2, 3, 8)
            .map(count -> WorkDays.after(java.time.LocalDate.of(2026, 11, 4), count).toString())
            .toList());
  }
}
