package org.gridclear.settlement.process;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.process.JournalRow;
import org.gridclear.market.store.process.JournalStore;
import org.gridclear.settlement.process.ProcessState.StatementState;
import org.gridclear.settlement.register.DataStates;
import org.jspecify.annotations.Nullable;

/** A journal of the process in memory, and the state after its rows. */
abstract class ProcessJournal {
  static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
  static final LocalDate LAST = LocalDate.of(2026, 10, 31);
  static final Instant NOW = Instant.parse("2026-11-03T02:00:00Z");

  /** The end of the third working day after Tuesday the 3rd of November, UTC+8: the 6th, 24:00. */
  static final Instant CONFIRM = Instant.parse("2026-11-06T16:00:00Z");

  static final Deadlines DEADLINES =
      new Deadlines(
          new MarketClock(ZoneId.of("Asia/Shanghai")), (date, count) -> date.plusDays(count));

  final ProcessState state = new ProcessState(ProcessJournal::index);
  long rows;

  /** The hash of a list names its members: "a b" is of a and of b. */
  static StatementIndex index(String members) {
    List<StatementIndex.Entry> entries =
        members.isEmpty()
            ? List.of()
            : List.of(members.split(" ", -1)).stream()
                .map(m -> new StatementIndex.Entry(m, m, List.of(m + "1"), 1, "h", "e", "s"))
                .toList();
    return new StatementIndex(OCTOBER, LAST, List.of("DEVIATION"), "", entries);
  }

  long happens(ProcessEvent event, String by, Instant at) {
    JournalStore.Entry entry = EventCodec.entry(event);
    rows++;
    state.take(new JournalRow(rows, entry.kind(), entry.content(), by, at, "hash"));
    return rows;
  }

  long happens(ProcessEvent event) {
    return happens(event, "sue", NOW);
  }

  long decided(Act act, boolean approved, @Nullable Instant deadline) {
    long number = happens(EventCodec.proposed(act));
    happens(new ProcessEvent.Decided(number, approved, "", deadline), "bob", NOW);
    return number;
  }

  static Act.Published act(
      Act.Kind kind, LocalDate from, LocalDate to, String members, long updates, Long... disputes) {
    return new Act.Published(
        kind, from, to, "close", "seal", "books", members, "r", updates, List.of(disputes), "");
  }

  long published(Act.Kind kind, LocalDate from, LocalDate to, String members) {
    Act.Published act = act(kind, from, to, members, 0);
    return decided(act, true, act.isVoucher() ? CONFIRM : null);
  }

  long month(String members) {
    return published(Act.Kind.MONTH, OCTOBER, LAST, members);
  }

  long corrected(Act.Kind kind, long of, String members, Long... disputes) {
    return decided(act(kind, OCTOBER, LAST, members, of, disputes), true, CONFIRM);
  }

  long files(long publication, String member, boolean nextPeriod) {
    return happens(
        new ProcessEvent.DisputeFiled(
            publication,
            member,
            OCTOBER,
            member + "1",
            "DEVIATION",
            "wrong",
            Map.of(),
            nextPeriod,
            NOW.plusSeconds(5)),
        member,
        NOW);
  }

  void answered(long dispute, Act.Outcome outcome, Instant deadline) {
    happens(new ProcessEvent.DisputeTaken(dispute));
    decided(new Act.Answered(dispute, outcome, "because"), true, deadline);
  }

  StatementState stands(long publication, String member, Instant at) {
    return state.state(state.publication(publication), member, at);
  }

  static ProcessEvent.DayChecked day(
      LocalDate date, DataStates.Check check, DataStates.Quality quality) {
    return new ProcessEvent.DayChecked(date, check, quality, "");
  }
}
