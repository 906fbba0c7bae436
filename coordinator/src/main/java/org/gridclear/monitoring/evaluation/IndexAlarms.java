package org.gridclear.monitoring.evaluation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.index.IndexAlarmRow;
import org.gridclear.market.store.index.IndexAlarmStore;
import org.gridclear.market.store.index.IndexRow;
import org.gridclear.monitoring.evaluation.IndexEvaluation.StoredIndex;
import org.gridclear.monitoring.index.Bounds;

/** Alarms: an index of a version passed a limit of it. They stay until somebody clears them. */
public final class IndexAlarms {
  private static final String SEVERE = "severe";
  private static final String WARNING = "warning";

  private final IndexAlarmStore store;
  private final Clock clock;

  /** The alarms of a market. */
  public IndexAlarms(MarketDatabase database, Clock clock) {
    this.store = new IndexAlarmStore(database);
    this.clock = clock;
  }

  /** Raises the alarms of values that are not there yet; returns how many were new. */
  int raise(List<StoredIndex> values) {
    List<IndexAlarmRow> found = new ArrayList<>();
    OffsetDateTime now = now();
    for (StoredIndex each : values) {
      Optional<Bounds.Passed> passed =
          each.value().defined()
              ? each.index().bounds().passed(each.value().value())
              : Optional.empty();
      passed.ifPresent(limit -> found.add(row(each, limit, now)));
    }
    return store.add(found);
  }

  private static IndexAlarmRow row(StoredIndex of, Bounds.Passed limit, OffsetDateTime now) {
    return new IndexAlarmRow(
        0,
        new IndexRow.ItemRow(
            DayKey.word(of.run().key().market()),
            of.run().key().date(),
            of.run().key().cycle(),
            of.zone(),
            of.index().id()),
        of.run().version(),
        new IndexAlarmRow.PassedRow(
            limit.severe() ? SEVERE : WARNING, of.value().value(), limit.limit()),
        now,
        Optional.empty());
  }

  private OffsetDateTime now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }

  /** Alarms of a range of dates. */
  public List<IndexAlarmRow> list(IndexAlarmStore.Wanted wanted) {
    return store.list(wanted);
  }

  /**
   * Alarms of the dates of a question, of every index and zone.
   *
   * @param open those alone that nobody cleared
   */
  public List<IndexAlarmRow> of(IndexQuery query, boolean open) {
    return list(
        new IndexAlarmStore.Wanted(DayKey.word(query.market()), query.from(), query.to(), open));
  }

  /** How many alarms nobody has cleared, of every market and severity; 0 where there are none. */
  public List<IndexAlarmStore.Open> open() {
    List<IndexAlarmStore.Open> there = store.open();
    List<IndexAlarmStore.Open> counts = new ArrayList<>();
    for (Market market : Market.values()) {
      for (String severity : List.of(SEVERE, WARNING)) {
        String word = DayKey.word(market);
        long count =
            there.stream()
                .filter(of -> of.market().equals(word) && of.severity().equals(severity))
                .mapToLong(IndexAlarmStore.Open::count)
                .sum();
        counts.add(new IndexAlarmStore.Open(word, severity, count));
      }
    }
    return counts;
  }

  /**
   * Clears an alarm by hand.
   *
   * @param by account
   * @param remark what is to be said
   * @return the alarm, cleared
   * @throws IllegalArgumentException if there is none, it was cleared before, or nothing is said
   */
  public IndexAlarmRow clear(long number, String by, String remark) {
    if (remark.isBlank()) {
      throw new IllegalArgumentException("Say why it is cleared: comment.");
    }
    Optional<IndexAlarmRow> there = store.find(number);
    if (there.isEmpty()) {
      throw new IllegalArgumentException("There is no alarm %d of an index.".formatted(number));
    }
    if (!store.clear(number, new IndexAlarmRow.ClearedRow(by, now(), remark))) {
      throw new IllegalArgumentException(
          "Alarm %d was cleared by %s before."
              .formatted(
                  number, store.find(number).flatMap(IndexAlarmRow::cleared).orElseThrow().by()));
    }
    return store.find(number).orElseThrow();
  }
}
