package org.gridclear.market.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.inquiry.Inquiry.Kind;
import org.gridclear.market.inquiry.Inquiry.Subject;
import org.gridclear.market.result.NoResultsException;
import org.gridclear.market.result.ResultService;
import org.gridclear.market.result.Viewer;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.table.Table;
import org.gridclear.validate.UnknownNameException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the regulator asks about prices, and what is said until it is content. */
// Rows: L-03
class InquiriesTest {
  private static final LocalDate DATE = LocalDate.of(2026, 10, 1);
  private static final Instant NOW = Instant.parse("2026-10-02T01:00:00Z");
  private static final Instant DUE = NOW.plus(Duration.ofHours(4));
  private static final Subject NORTH = new Subject("da", DATE, "north");

  @TempDir Path folder;

  private MarketFolder market;

  @BeforeEach
  void open() {
    market =
        MarketFolder.create(
            folder.resolve("m"),
            new MarketFolder.Facts("m", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED));
    DayStore.of(market)
        .append(new DayKey(Market.DA, DATE), SmallDays.dayAhead(DATE, 90), SmallDays.MADE);
  }

  @AfterEach
  void close() {
    market.close();
  }

  private Inquiries at(Instant now) {
    return new Inquiries(
        new PieceStore(market),
        new ResultService(DayStore.of(market)),
        ZoneId.of("Asia/Shanghai"),
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private Inquiry ask() {
    return at(NOW).ask(NORTH, " Why? ", DUE, "rita", Viewer.LOCAL);
  }

  @Test
  void anExplanationIsRefusedAndAnotherOneTaken() {
    assertEquals(1, ask().number());
    assertEquals(2, ask().number());
    Inquiries inquiries = at(NOW.plusSeconds(60));
    inquiries.explain(1, "No idea.", "olga");
    Instant again = DUE.plus(Duration.ofDays(1));
    assertTrue(inquiries.refuse(1, "Look at the flows.", again, "rita").waits());
    inquiries.explain(1, "Branch a was full.", "olga");
    Inquiry done = inquiries.accept(1, "So it was.", "rita");
    assertEquals(
        List.of(Kind.EXPLAINED, Kind.REFUSED, Kind.EXPLAINED, Kind.ACCEPTED),
        done.since().stream().map(Inquiry.Act::kind).toList());
    assertEquals("Why?", done.asked().text());
    assertEquals(List.of(2L, 1L), inquiries.list().stream().map(Inquiry::number).toList());
    Table table = inquiries.table(inquiries.list());
    Object[] row = table.rows().get(1);
    assertEquals("ACCEPTED", row[table.indexOf("state")]);
    assertEquals("2026-10-03T13:00+08:00", row[table.indexOf("due")]);
    assertTrue(
        ((String) row[table.indexOf("said")]).contains("EXPLAINED olga: Branch a was full."));
    String seen = (String) row[table.indexOf("seen")];
    assertTrue(seen.startsWith("Version 1 of run 0: "), seen);
  }

  /** Who comes second is told where it stands, and nothing is kept of it. */
  @Test
  void anActThatDoesNotFollowIsRefused() {
    ask();
    Inquiries inquiries = at(NOW);
    assertThrows(InquiryStateException.class, () -> inquiries.accept(1, "good", "rita"));
    assertThrows(NoSuchInquiryException.class, () -> inquiries.explain(7, "x", "olga"));
    assertThrows(IllegalArgumentException.class, () -> inquiries.explain(1, "x", " RITA"));
    inquiries.explain(1, "x", "olga");
    String said =
        assertThrows(InquiryStateException.class, () -> inquiries.explain(1, "y", "otto"))
            .getMessage();
    assertEquals("Inquiry 1 waits for no explanation; it is EXPLAINED.", said);
    inquiries.accept(1, "good", "rita");
    assertThrows(
        InquiryStateException.class, () -> inquiries.refuse(1, "no", DUE.plusSeconds(1), "rita"));
    assertEquals(2, inquiries.list().get(0).since().size());
  }

  @Test
  void whatCannotBeAskedIsRefused() {
    Inquiries inquiries = at(NOW);
    assertThrows(
        IllegalArgumentException.class, () -> inquiries.ask(NORTH, " ", DUE, "rita", Viewer.LOCAL));
    assertThrows(
        IllegalArgumentException.class,
        () -> inquiries.ask(NORTH, "x".repeat(4_001), DUE, "rita", Viewer.LOCAL));
    assertThrows(
        IllegalArgumentException.class,
        () -> inquiries.ask(NORTH, "Why?", NOW, "rita", Viewer.LOCAL));
    Subject nowhere = new Subject("da", DATE, "east");
    assertThrows(
        UnknownNameException.class,
        () -> inquiries.ask(nowhere, "Why?", DUE, "rita", Viewer.LOCAL));
    Subject never = new Subject("da", DATE.plusDays(1), "north");
    assertThrows(
        NoResultsException.class, () -> inquiries.ask(never, "Why?", DUE, "rita", Viewer.LOCAL));
    assertEquals(List.of(), inquiries.list());
  }

  @Test
  void whatWaitsTooLongIsOverdueUntilItIsExplained() {
    ask();
    assertTrue(at(NOW).list().get(0).isOverdue(DUE.plusSeconds(1)));
    Inquiries late = at(DUE.plusSeconds(1));
    Table table = late.table(late.list());
    assertEquals("yes", table.rows().get(0)[table.indexOf("overdue")]);
    late.explain(1, "Late.", "olga");
    assertEquals("no", late.table(late.list()).rows().get(0)[table.indexOf("overdue")]);
  }

  /** Several who ask at once get numbers of their own. */
  @Test
  void whoAsksAtOnceGetsAnotherNumber() {
    Set<Long> numbers =
        IntStream.range(0, 12)
            .parallel()
            .mapToObj(k -> at(NOW).ask(NORTH, "Why " + k, DUE, "rita", Viewer.LOCAL).number())
            .collect(java.util.stream.Collectors.toSet());
    assertEquals(12, numbers.size());
    assertEquals(12, at(NOW).list().size());
  }
}
