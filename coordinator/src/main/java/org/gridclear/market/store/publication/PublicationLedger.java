package org.gridclear.market.store.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gridclear.market.store.Numbering;
import org.gridclear.market.store.StoreTransaction;
import org.gridclear.market.store.publication.PublicationRow.Subject;
import org.gridclear.signature.Signing;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What may be done while nobody else publishes; all of it is kept, or nothing. */
public final class PublicationLedger {
  private final Handle handle;
  private long last;

  private PublicationLedger(Handle handle) {
    this.handle = handle;
    this.last = Numbering.PUBLICATIONS.hold(handle);
  }

  /** Waits until nobody else publishes; until the transaction ends nobody does. */
  public static PublicationLedger in(StoreTransaction transaction) {
    return new PublicationLedger(transaction.handle());
  }

  /** The last publication of a kind and run of a day, whatever its version. */
  public Optional<PublicationRow> last(String kind, Subject subject) {
    return handle
        .createQuery(
            "SELECT * FROM publication WHERE kind = :kind AND market = :market"
                + " AND trading_date = :date AND cycle = :cycle ORDER BY number DESC LIMIT 1")
        .bind("kind", kind)
        .bind("market", subject.market())
        .bind("date", subject.date())
        .bind("cycle", subject.cycle())
        .map(PublicationSql::publication)
        .findOne();
  }

  /** The last publication of every kind of a run of a day, in their order. */
  public List<PublicationRow> lastOf(Subject subject) {
    return handle
        .createQuery(
            "SELECT * FROM publication WHERE number IN (SELECT MAX(number) FROM publication"
                + " WHERE market = :market AND trading_date = :date AND cycle = :cycle"
                + " GROUP BY kind) ORDER BY number")
        .bind("market", subject.market())
        .bind("date", subject.date())
        .bind("cycle", subject.cycle())
        .map(PublicationSql::publication)
        .list();
  }

  /** The publication of a number. */
  public Optional<PublicationRow> find(long number) {
    return handle
        .createQuery("SELECT * FROM publication WHERE number = :number")
        .bind("number", number)
        .map(PublicationSql::publication)
        .findOne();
  }

  /** How many subjects of a kind there are of a date, where each has its own cycle, from 1. */
  public int count(String kind, LocalDate date) {
    return handle
        .createQuery(
            "SELECT COALESCE(MAX(cycle), 0) FROM publication WHERE kind = :kind"
                + " AND trading_date = :date")
        .bind("kind", kind)
        .bind("date", date)
        .mapTo(Integer.class)
        .one();
  }

  /** Who was told of a publication. */
  public List<String> recipients(long publication) {
    return handle
        .createQuery("SELECT recipient FROM message WHERE publication = :number ORDER BY number")
        .bind("number", publication)
        .mapTo(String.class)
        .list();
  }

  /**
   * Adds a publication and its messages.
   *
   * @param row the publication; its number is given here
   * @param recipients whom it is told, each once
   * @return the publication with its number
   */
  public PublicationRow add(PublicationRow row, Collection<String> recipients) {
    PublicationRow added =
        new PublicationRow(
            ++last,
            row.kind(),
            row.subject(),
            row.action(),
            row.replaces(),
            row.catalogueVersion(),
            row.contentHash(),
            row.reason(),
            row.by(),
            row.at());
    insert(added);
    messages(added.number(), added.at(), recipients);
    Numbering.PUBLICATIONS.given(handle, last);
    return added;
  }

  private void insert(PublicationRow row) {
    handle
        .createUpdate(
            "INSERT INTO publication ("
                + PublicationSql.COLUMNS
                + ") VALUES (:number, :kind, :market, :date, :cycle, :version, :action, :replaces,"
                + " :catalogue, :hash, :reason, :by, :at)")
        .bind("number", row.number())
        .bind("kind", row.kind())
        .bind("market", row.subject().market())
        .bind("date", row.subject().date())
        .bind("cycle", row.subject().cycle())
        .bind("version", row.subject().version())
        .bind("action", row.action().name())
        .bind("replaces", row.replaces().isPresent() ? row.replaces().getAsLong() : null)
        .bind("catalogue", row.catalogueVersion())
        .bind("hash", row.contentHash())
        .bind("reason", row.reason())
        .bind("by", row.by())
        .bind("at", PublicationSql.utc(row.at()))
        .execute();
    Signing.keys().ifPresent(keys -> PublicationSignatures.add(handle, keys, row));
  }

  private void messages(long publication, Instant at, Collection<String> recipients) {
    if (recipients.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO message (number, recipient, publication, made_at) VALUES (?, ?, ?, ?)");
    for (String recipient : recipients) {
      batch.add(++last, recipient, publication, PublicationSql.utc(at));
    }
    batch.execute();
  }
}
