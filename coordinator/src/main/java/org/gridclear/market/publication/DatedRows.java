package org.gridclear.market.publication;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.market.intake.KnownPieces;
import org.gridclear.market.intake.PieceTables;
import org.gridclear.market.intake.TicketBook;
import org.gridclear.market.registry.EntryTables;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.series.SeriesChoice;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.market.series.SeriesSet;
import org.gridclear.market.store.PieceStore;
import org.gridclear.settlement.registration.EntryOwners;
import org.gridclear.settlement.registration.RegistryState;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/** Rows of a date that are no results: series, tickets and records of the registry. */
final class DatedRows {
  private static final int DECIMALS = 4;

  private final PieceStore store;
  private final MarketRegistry registry;
  private final MarketClock clock;

  DatedRows(PieceStore store, MarketRegistry registry, MarketClock clock) {
    this.store = store;
    this.registry = registry;
    this.clock = clock;
  }

  /**
   * What is known of a date at a time.
   *
   * @return empty for a table that somebody has to hand in
   */
  Optional<FrozenTable> of(Source source, LocalDate date, Instant now) {
    if (source instanceof Source.Series series) {
      return Optional.of(series(series.kind(), date, now));
    }
    if (source instanceof Source.Ticket) {
      return Optional.of(tickets(date, now));
    }
    return source instanceof Source.Registry records
        ? Optional.of(records(records.kind(), date))
        : Optional.empty();
  }

  private FrozenTable series(SeriesKind kind, LocalDate date, Instant now) {
    Instant from = clock.startOf(date);
    Instant to = clock.endOf(date);
    List<SeriesSet> sets = new KnownPieces(store, clock, now).covering(kind, from, to);
    SeriesChoice choice = new SeriesChoice(kind, sets);
    RegistryState state = registry.at(OptionalLong.empty()).state();
    FrozenTable.Rows rows =
        new FrozenTable.Rows(
            kind.label(),
            "A value of a series.",
            List.of(
                Column.text("subject", "What it is of: the system, a unit, a branch …"),
                Column.text("from", "When its step begins, on the market's clock."),
                new Column("value", Column.Type.QUANTITY, "The value.", kind.unit())));
    for (String subject : choice.subjects(from, to)) {
      Set<String> owners = PublishedRows.owned(kind) ? owners(state, subject, date) : Set.of();
      String zone = kind.subject() == SeriesKind.Subject.ZONE ? subject : "";
      for (Instant time : steps(sets, subject, from, to)) {
        choice
            .at(subject, time)
            .ifPresent(
                value -> rows.add(owners, zone, subject, clock.show(time), exact(kind, value)));
      }
    }
    return rows.frozen();
  }

  private static Collection<Instant> steps(
      List<SeriesSet> sets, String subject, Instant from, Instant to) {
    Set<Instant> steps = new TreeSet<>();
    for (SeriesSet set : sets) {
      for (int k = 0; set.values().containsKey(subject) && k < set.stepCount(); k++) {
        Instant time = set.at(k);
        if (!time.isBefore(from) && time.isBefore(to)) {
          steps.add(time);
        }
      }
    }
    return steps;
  }

  private static BigDecimal exact(SeriesKind kind, BigDecimal value) {
    if (value.stripTrailingZeros().scale() > DECIMALS) {
      throw new IllegalArgumentException(
          "%s: %s has more than %d decimals and cannot be published."
              .formatted(kind, value.toPlainString(), DECIMALS));
    }
    return value.setScale(DECIMALS);
  }

  /** Members of whatever has the id, in the registry or in the network. */
  private static Set<String> owners(RegistryState state, String subject, LocalDate date) {
    EntryOwners owners = new EntryOwners(state);
    Set<String> members = new TreeSet<>();
    state
        .on(date)
        .filter(
            entry ->
                entry.kind() != EntryKind.MEMBER
                    && (entry.id().equals(subject) || isElement(entry, subject)))
        .forEach(entry -> members.addAll(owners.members(entry)));
    return members;
  }

  private static boolean isElement(Entry entry, String subject) {
    return entry instanceof org.gridclear.settlement.registry.entry.Resource.Unit unit
        && unit.element().element().filter(subject::equals).isPresent();
  }

  private FrozenTable tickets(LocalDate date, Instant now) {
    Instant from = clock.startOf(date);
    Instant to = clock.endOf(date);
    List<TicketBook.Kept> kept =
        new TicketBook(store, clock)
            .at(now).stream().filter(each -> each.ticket().takesOut(from, to)).toList();
    Table table = PieceTables.tickets(kept, clock);
    FrozenTable.Rows rows =
        new FrozenTable.Rows(table.name(), table.description(), table.columns());
    table.rows().forEach(row -> rows.add(Set.of(), "", row));
    return rows.frozen();
  }

  private FrozenTable records(EntryKind kind, LocalDate date) {
    RegistryState state = registry.at(OptionalLong.empty()).state();
    EntryOwners owners = new EntryOwners(state);
    List<Entry> entries = state.on(date).filter(entry -> entry.kind() == kind).toList();
    Table table = EntryTables.records(kind, entries);
    FrozenTable.Rows rows =
        new FrozenTable.Rows(table.name(), table.description(), table.columns());
    for (int r = 0; r < entries.size(); r++) {
      rows.add(owners.members(entries.get(r)), "", table.rows().get(r));
    }
    return rows.frozen();
  }
}
