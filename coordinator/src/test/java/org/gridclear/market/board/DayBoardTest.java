package org.gridclear.market.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.DayApproval.Wanted;
import org.gridclear.market.approval.KnownAccounts;
import org.gridclear.market.approval.OpenAnomalies;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.gate.MarketGate;
import org.gridclear.market.gate.RegisteredUnits;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.store.ChangeMarks;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.workflow.Doer;
import org.gridclear.market.workflow.WorkflowOperation;
import org.gridclear.market.workflow.book.WorkflowBooks;
import org.gridclear.market.workflow.book.WorkflowReader;
import org.gridclear.web.TwoMembers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The board of a trading date: a day ahead that was submitted, and a workflow that waits. */
// Rows: W-01, W-10
class DayBoardTest {
  private static final LocalDate DATE = LocalDate.of(2026, 10, 2);
  private static final Instant NOW = Instant.parse("2026-09-30T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String BOOK =
      """
      format: gridclear-workflows
      version: 1
      workflows:
      - id: rt
        title: Real time
        start: {daysBefore: 1, time: "09:30"}
        nodes:
        - {id: sign, task: hand, byHand: [operators], due: {daysBefore: 1, time: "12:00"}}
      """;

  @TempDir private static Path folder;
  private static MarketFolder market;
  private static DayApproval approval;

  @BeforeAll
  static void make() {
    market = TwoMembers.create(folder.resolve("m"), MarketDatabase.EMBEDDED);
    approval = new DayApproval(market, OpenAnomalies.NONE, KnownAccounts.NONE, CLOCK);
    DayStore days = DayStore.of(market);
    TwoMembers.published(
        market,
        days.append(key(DATE.minusDays(1)), TwoMembers.cleared(DATE.minusDays(1)), SmallDays.MADE));
    DayResult result = SmallDays.dayAhead(DATE, 300);
    days.append(key(DATE), result, SmallDays.MADE);
    DayVersion second = days.append(key(DATE), result, SmallDays.MADE);
    approval.check(new Wanted(VersionId.of(second), "sue", "seen"));
    approval.submit(new Wanted(VersionId.of(second), "sue", ""));
    MarketAnomalies.of(market, CLOCK).cleared(second, result, "op");
    MarketGate.of(market, RegisteredUnits.of(market, CLOCK), CLOCK)
        .parameters()
        .add(TwoMembers.PARAMETERS, "op");
    new WorkflowBooks(new PieceStore(market))
        .keep(
            WorkflowReader.read(BOOK.getBytes(StandardCharsets.UTF_8), "w.yaml"),
            NOW,
            new Recording("ann", NOW));
    new WorkflowOperation(market, CLOCK)
        .start("rt", DATE, 0, new Doer("ann", Optional.of(Set.of("operators")), true), "test");
  }

  @AfterAll
  static void close() {
    market.close();
  }

  private static DayKey key(LocalDate date) {
    return new DayKey(Market.DA, date);
  }

  private static DayBoard board() {
    return new DayBoard(market, DayStore.of(market), approval, CLOCK);
  }

  @Test
  void everyMarketHasALaneWithItsRuns() {
    Board board = board().of(DATE);
    assertEquals(
        List.of("lt-ruc", "da", "id", "rt"),
        board.lanes().stream().map(Board.Lane::market).toList());
    Board.Block da = board.lanes().get(1).blocks().get(0);
    assertEquals(2, da.version());
    assertEquals(2, da.versions());
    assertEquals("submitted", da.state());
    Board.Block rt = board.lanes().get(3).blocks().get(0);
    assertEquals(0, rt.version());
    assertEquals("sign", rt.step());
    assertEquals("2026-10-01T00:00+08:00", board.from().toString());
    assertEquals("2026-10-03T00:00+08:00", board.to().toString());
  }

  @Test
  void whoSubmittedIsNotAskedToApprove() {
    List<Board.Act> acts = board().of(DATE).acts();
    Board.Act approve =
        acts.stream().filter(act -> act.kind().equals("version")).findFirst().orElseThrow();
    assertEquals("approve", approve.what());
    assertEquals("sue", approve.not());
    assertEquals(List.of("APPROVE_DAY"), approve.rights());
    Board.Act sign = acts.get(0);
    assertEquals("node", sign.kind(), "what has a time comes first");
    assertEquals(List.of("operators"), sign.groups());
    assertEquals("rt/2026-10-02/0/2", sign.id());
  }

  @Test
  void deadlinesAreGatesAndNodesThatAreNotDone() {
    Board board = board().of(DATE);
    assertEquals(
        List.of("gate da", "sign rt"),
        board.deadlines().stream().map(due -> due.label() + " " + due.market()).toList());
    assertEquals("2026-10-01T09:30+08:00", board.deadlines().get(0).at().toString());
    long anomalies = board.acts().stream().filter(act -> act.kind().equals("anomaly")).count();
    assertEquals(anomalies, board.openAnomalies());
    assertTrue(board.severeAnomalies() <= board.openAnomalies());
  }

  @Test
  void theNewestDateIsShownFirstAndToOthersTheNewestPublishedOne() {
    assertEquals(DATE, board().newestDate());
    assertEquals(Optional.of(DATE.minusDays(1)), board().newestPublished());
    Board published = board().of(DATE.minusDays(1));
    assertEquals("published", published.lanes().get(1).blocks().get(0).state());
    assertTrue(published.acts().isEmpty());
  }

  @Test
  void marksChangeWithWhatIsStored() {
    ChangeMarks marks = new ChangeMarks(market.database());
    var before = marks.read();
    assertEquals(before, marks.read());
    DayStore.of(market)
        .append(key(DATE.minusDays(3)), TwoMembers.cleared(DATE.minusDays(3)), SmallDays.MADE);
    var after = marks.read();
    assertFalse(before.get("day").equals(after.get("day")));
    assertEquals(before.get("anomaly"), after.get("anomaly"));
  }
}
