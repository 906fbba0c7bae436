package org.gridclear.market.store.event;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.Numbering;
import org.gridclear.market.store.archive.OperationRow;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Events by number. Who adds some has the counter for itself until they are committed, so whoever
 * asks for what comes after a number misses nothing.
 *
 * @param database the database
 */
public record EventStore(MarketDatabase database) {
  private static final int WORDS_MAX = 4_000;

  /** When the latest event that is there happened; empty for none. */
  public Optional<OffsetDateTime> latest() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT MAX(done_at) FROM market_event")
                    .map((row, context) -> row.getObject(1, OffsetDateTime.class))
                    .list())
        .stream()
        .filter(java.util.Objects::nonNull)
        .findFirst();
  }

  /**
   * Adds those that are not there yet.
   *
   * @param found what happened, in its order
   * @param since when the first of them happened, or before
   * @return how many were added
   */
  public int add(List<OperationRow> found, OffsetDateTime since) {
    return database.jdbi().inTransaction(handle -> add(handle, found, since));
  }

  private static int add(Handle handle, List<OperationRow> found, OffsetDateTime since) {
    long number = Numbering.EVENTS.hold(handle);
    Set<String> there =
        new HashSet<>(
            handle
                .createQuery("SELECT event_key FROM market_event WHERE done_at >= :since")
                .bind("since", since)
                .mapTo(String.class)
                .list());
    long last = number;
    try (PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO market_event (number, event_key, done_at, kind, account, subject, words)"
                + " VALUES (:number, :key, :at, :kind, :account, :subject, :words)")) {
      for (OperationRow row : found) {
        if (there.add(key(row))) {
          last++;
          batch
              .bind("number", last)
              .bind("key", key(row))
              .bind("at", row.at())
              .bind("kind", row.kind())
              .bind("account", row.account())
              .bind("subject", row.subject())
              .bind("words", cut(row.words()))
              .add();
        }
      }
      if (last > number) {
        batch.execute();
        Numbering.EVENTS.given(handle, last);
      }
    }
    return (int) (last - number);
  }

  private static String key(OperationRow row) {
    return "%s %d %d %s"
        .formatted(row.kind(), row.at().toInstant().toEpochMilli(), row.place(), row.subject());
  }

  private static String cut(String words) {
    return words.length() > WORDS_MAX ? words.substring(0, WORDS_MAX) : words;
  }

  /** Events after a number, in their order. */
  public List<EventRow> after(long number, int limit) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT number, done_at, kind, account, subject, words FROM market_event"
                            + " WHERE number > :number ORDER BY number"
                            + " FETCH FIRST :limit ROWS ONLY")
                    .bind("number", number)
                    .bind("limit", limit)
                    .map(
                        (row, context) ->
                            new EventRow(
                                row.getLong(1),
                                row.getObject(2, OffsetDateTime.class)
                                    .withOffsetSameInstant(ZoneOffset.UTC),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6)))
                    .list());
  }

  /** Number of the last event; 0 for none. */
  public long last() {
    return database.jdbi().withHandle(Numbering.EVENTS::last);
  }
}
