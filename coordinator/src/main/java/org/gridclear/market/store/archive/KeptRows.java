package org.gridclear.market.store.archive;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.gridclear.market.store.MarketDatabase;

/**
 * How much is kept of a class of records, and since when.
 *
 * @param database the database
 */
public record KeptRows(MarketDatabase database) {
  /** Classes of records, each of one table. */
  public enum Of {
    /** Messages that were acknowledged. */
    ACKNOWLEDGED("message", "acknowledged_at", "acknowledged_at IS NOT NULL"),
    /** Messages that were not. */
    UNACKNOWLEDGED("message", "made_at", "acknowledged_at IS NULL"),
    /** Versions of days and of their runs. */
    VERSIONS("day_version", "made_at", "1 = 1"),
    /** Declarations of members. */
    DECLARATIONS("declaration", "arrived_at", "1 = 1"),
    /** Publications. */
    PUBLICATIONS("publication", "made_at", "1 = 1"),
    /** Steps of workflows. */
    WORKFLOWS("workflow_transition", "made_at", "1 = 1"),
    /** What was handed on. */
    HANDED_ON("exchange_outbox", "made_at", "1 = 1"),
    /** What was received. */
    RECEIVED("exchange_inbox", "received_at", "1 = 1");

    private final String table;
    private final String at;
    private final String which;

    Of(String table, String at, String which) {
      this.table = table;
      this.at = at;
      this.which = which;
    }
  }

  /**
   * What is kept.
   *
   * @param rows how many records
   * @param oldest time of the oldest; empty for none
   */
  public record Kept(long rows, Optional<OffsetDateTime> oldest) {}

  /** What is kept of a class before a time. */
  public Kept before(Of of, OffsetDateTime time) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT COUNT(*), MIN(%s) FROM %s WHERE %s AND %s < :time"
                            .formatted(of.at, of.table, of.which, of.at))
                    .bind("time", time)
                    .map(
                        (row, context) ->
                            new Kept(
                                row.getLong(1),
                                Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                                    .map(each -> each.withOffsetSameInstant(ZoneOffset.UTC))))
                    .one());
  }
}
