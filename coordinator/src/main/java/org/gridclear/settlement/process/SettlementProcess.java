package org.gridclear.settlement.process;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.gridclear.json.Json;
import org.gridclear.market.calendar.MarketCalendar;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.ContentStore;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.process.JournalStore;
import org.gridclear.settlement.journal.EventJournal;

/**
 * The settlement process of a market: its journal, and how it stands. What it read of the journal
 * it keeps; each question and each change looks for newer rows first, those of other processes too.
 */
public final class SettlementProcess {
  private final EventJournal journal;
  private final ContentStore content;
  private final Deadlines deadlines;
  private final Clock clock;
  private final ProcessState state;

  private SettlementProcess(
      JournalStore store, ContentStore content, Deadlines deadlines, Clock clock) {
    Map<String, StatementIndex> indexes = new ConcurrentHashMap<>();
    this.content = content;
    this.deadlines = deadlines;
    this.clock = clock;
    this.state =
        new ProcessState(
            hash ->
                indexes.computeIfAbsent(
                    hash, key -> Json.MAPPER.readValue(content.get(key), StatementIndex.class)));
    this.journal = new EventJournal(store, state::take);
  }

  /**
   * The process of a market.
   *
   * @param clock what time it is
   */
  public static SettlementProcess of(MarketFolder market, Clock clock) {
    MarketClock time = new MarketClock(market.facts().zone());
    MarketCalendar calendar = new MarketCalendar(new PieceStore(market), time, PieceStore.ALL);
    return new SettlementProcess(
        new JournalStore(market.database(), JournalStore.Journal.SETTLEMENT),
        market.content(),
        new Deadlines(time, calendar::workingDaysAfter),
        clock);
  }

  /** What time it is, to the millisecond. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The clock. */
  public Clock clock() {
    return clock;
  }

  /** When something is due. */
  public Deadlines deadlines() {
    return deadlines;
  }

  /** Where statements and papers lie. */
  public ContentStore content() {
    return content;
  }

  /**
   * Asks how the process stands.
   *
   * @param question gets the state and must not keep it
   */
  public <T> T ask(Function<ProcessState, T> question) {
    return journal.ask(() -> question.apply(state));
  }

  /** Proposals by number: those that are open, or all. */
  public List<Proposal> proposals(boolean openOnly) {
    return ask(
        state ->
            state.proposals().stream()
                .filter(each -> !openOnly || each.decision().isEmpty())
                .toList());
  }

  /**
   * Lets something happen, or nothing.
   *
   * @param by the account
   * @param decide gets the state and the time and gives what happens; throws to change nothing
   * @return number of the row of what happened; it is on disk
   */
  long happen(String by, BiFunction<ProcessState, Instant, ProcessEvent> decide) {
    Instant now = now();
    return journal.add(by, now, () -> List.of(EventCodec.entry(decide.apply(state, now))));
  }
}
