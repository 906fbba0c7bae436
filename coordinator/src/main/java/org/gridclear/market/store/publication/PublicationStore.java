package org.gridclear.market.store.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridclear.market.store.MarketDatabase;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Publications and messages on disk.
 *
 * @param database of the market
 */
public record PublicationStore(MarketDatabase database) {
  /** A publication by its number. */
  public Optional<PublicationRow> find(long number) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM publication WHERE number = :number")
                    .bind("number", number)
                    .map(PublicationSql::publication)
                    .findOne());
  }

  /** The publication that corrects or withdraws another. */
  public Optional<PublicationRow> replacing(long number) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM publication WHERE replaces = :number")
                    .bind("number", number)
                    .map(PublicationSql::publication)
                    .findOne());
  }

  /** All publications of a range of trading dates, in their order. */
  public List<PublicationRow> between(LocalDate from, LocalDate to) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM publication WHERE trading_date BETWEEN :from AND :to"
                            + " ORDER BY number")
                    .bind("from", from)
                    .bind("to", to)
                    .map(PublicationSql::publication)
                    .list());
  }

  /**
   * Messages of a recipient that come after a number, in their order. As numbers follow the order
   * of commits, none that comes later has a lower one.
   */
  public List<MessageRow> messages(String recipient, long after, int limit) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        PublicationSql.MESSAGES
                            + " WHERE m.recipient = :recipient AND m.number > :after"
                            + " ORDER BY m.number LIMIT :limit")
                    .bind("recipient", recipient)
                    .bind("after", after)
                    .bind("limit", limit)
                    .map(PublicationSql::message)
                    .list());
  }

  /** Numbers of the publications of a range of trading dates of which a recipient is told. */
  public Set<Long> toldOf(String recipient, LocalDate from, LocalDate to) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT p.number FROM publication p JOIN message m"
                            + " ON m.publication = p.number WHERE m.recipient = :recipient"
                            + " AND p.trading_date BETWEEN :from AND :to")
                    .bind("recipient", recipient)
                    .bind("from", from)
                    .bind("to", to)
                    .mapTo(Long.class)
                    .set());
  }

  /** A message by its number. */
  public Optional<MessageRow> message(long number) {
    return database.jdbi().withHandle(handle -> message(handle, number));
  }

  private static Optional<MessageRow> message(Handle handle, long number) {
    return handle
        .createQuery(PublicationSql.MESSAGES + " WHERE m.number = :number")
        .bind("number", number)
        .map(PublicationSql::message)
        .findOne();
  }

  /** Messages of a publication, in their order. */
  public List<MessageRow> messagesOf(long publication) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        PublicationSql.MESSAGES
                            + " WHERE m.publication = :publication ORDER BY m.number")
                    .bind("publication", publication)
                    .map(PublicationSql::message)
                    .list());
  }

  /**
   * Records that messages arrived, each unless that is recorded: of all who say so at once, one
   * does. It is on disk when this returns.
   *
   * @return the messages as they are now; a number that there is none of is left out
   */
  public List<MessageRow> acknowledge(List<Long> numbers, String by, Instant at) {
    if (numbers.isEmpty()) {
      return List.of();
    }
    int[] recorded =
        database
            .jdbi()
            .inTransaction(
                handle -> {
                  PreparedBatch batch =
                      handle.prepareBatch(
                          "UPDATE message SET acknowledged_at = ?, acknowledged_by = ?"
                              + " WHERE number = ? AND acknowledged_at IS NULL");
                  numbers.stream()
                      .sorted()
                      .distinct()
                      .forEach(number -> batch.add(PublicationSql.utc(at), by, number));
                  return batch.execute();
                });
    if (Arrays.stream(recorded).anyMatch(count -> count > 0)) {
      database.force();
    }
    return database
        .jdbi()
        .withHandle(
            handle -> numbers.stream().flatMap(each -> message(handle, each).stream()).toList());
  }

  /**
   * Deletes messages that were acknowledged and are older than a time; what was not acknowledged
   * stays.
   *
   * @return how many were deleted
   */
  public int forget(Instant before) {
    return database
        .jdbi()
        .inTransaction(
            handle ->
                handle
                    .createUpdate(
                        "DELETE FROM message WHERE made_at < :before"
                            + " AND acknowledged_at IS NOT NULL")
                    .bind("before", PublicationSql.utc(before))
                    .execute());
  }
}
