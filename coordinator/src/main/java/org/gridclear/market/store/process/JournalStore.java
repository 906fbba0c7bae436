package org.gridclear.market.store.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gridclear.market.store.MarketDatabase;
import org.jdbi.v3.core.Handle;

/**
 * A journal on disk. Whoever adds does so alone; the others wait.
 *
 * @param database of the market
 * @param journal which one
 */
public record JournalStore(MarketDatabase database, Journal journal) {
  /** The journals. */
  public enum Journal {
    /** Publications, confirmations, disputes. */
    SETTLEMENT("settlement_journal"),
    /** Invoices, payments, guarantees. */
    PAYMENT("payment_journal");

    private final String table;

    Journal(String table) {
      this.table = table;
    }
  }

  /** The most letters that the facts of a row may have. */
  public static final int CONTENT_MAX = 16_000;

  /**
   * What is to be added.
   *
   * @param kind what happened
   * @param content the facts, JSON
   */
  public record Entry(String kind, String content) {}

  /**
   * Rows after a number, in order.
   *
   * @param before hash of the row of that number, {@link JournalRow#FIRST} for 0
   * @throws IllegalStateException if a row is not the one that was written
   */
  public List<JournalRow> after(long number, String before) {
    return database.jdbi().withHandle(handle -> after(handle, number, before));
  }

  private List<JournalRow> after(Handle handle, long number, String before) {
    List<JournalRow> rows =
        handle
            .createQuery(
                "SELECT * FROM %s WHERE number > :number ORDER BY number".formatted(journal.table))
            .bind("number", number)
            .map((row, context) -> row(row))
            .list();
    String hash = before;
    long next = number + 1;
    for (JournalRow row : rows) {
      if (row.number() != next || !row.follows(hash)) {
        throw new IllegalStateException(
            "Row %d of %s is not the one that was written; restore the database."
                .formatted(next, journal.table));
      }
      hash = row.hash();
      next++;
    }
    return rows;
  }

  /**
   * Adds to the journal, or nothing.
   *
   * @param seen number of the last row that the caller knows
   * @param hash its hash
   * @param by the account
   * @param at when
   * @param decide gets the rows after that one and gives what is to be added; throws to add nothing
   * @return the rows after that one with those that were added; they are on disk
   */
  public List<JournalRow> add(
      long seen,
      String hash,
      String by,
      Instant at,
      Function<List<JournalRow>, List<Entry>> decide) {
    List<JournalRow> all =
        database
            .jdbi()
            .inTransaction(
                handle -> {
                  handle
                      .createQuery(
                          "SELECT last_number FROM %s_head WHERE id = 1 FOR UPDATE"
                              .formatted(journal.table))
                      .mapTo(Long.class)
                      .one();
                  List<JournalRow> rows = new ArrayList<>(after(handle, seen, hash));
                  for (Entry entry : decide.apply(List.copyOf(rows))) {
                    JournalRow last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
                    rows.add(
                        JournalRow.after(
                            (last == null ? seen : last.number()) + 1,
                            last == null ? hash : last.hash(),
                            entry.kind(),
                            entry.content(),
                            by,
                            at));
                    insert(handle, rows.get(rows.size() - 1));
                  }
                  return rows;
                });
    database.force();
    return all;
  }

  private void insert(Handle handle, JournalRow row) {
    if (row.content().length() > CONTENT_MAX) {
      throw new IllegalArgumentException(
          "This has %d letters, at most %d are taken; put what is long into a paper."
              .formatted(row.content().length(), CONTENT_MAX));
    }
    handle
        .createUpdate(
            ("INSERT INTO %s (number, kind, content, made_by, made_at, hash)"
                    + " VALUES (:number, :kind, :content, :by, :at, :hash)")
                .formatted(journal.table))
        .bind("number", row.number())
        .bind("kind", row.kind())
        .bind("content", row.content())
        .bind("by", row.by())
        .bind("at", row.at().atOffset(ZoneOffset.UTC))
        .bind("hash", row.hash())
        .execute();
    handle
        .createUpdate(
            "UPDATE %s_head SET last_number = :number, last_hash = :hash WHERE id = 1"
                .formatted(journal.table))
        .bind("number", row.number())
        .bind("hash", row.hash())
        .execute();
  }

  private static JournalRow row(ResultSet row) throws SQLException {
    return new JournalRow(
        row.getLong("number"),
        row.getString("kind"),
        row.getString("content"),
        row.getString("made_by"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getString("hash"));
  }
}
