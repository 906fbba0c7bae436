package org.gridclear.market.store.approval;

import java.sql.SQLException;
import java.util.List;
import org.gridclear.market.store.MarketDatabase;
import org.jdbi.v3.core.JdbiException;

/**
 * Free measures; they are only ever added.
 *
 * @param database where they are
 */
public record MeasureRows(MarketDatabase database) {
  private static final int TRIES = 20;

  /** Those of a run of a day, by number. */
  public List<MeasureRow> of(RunOfDay day) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM day_measure WHERE market = :market"
                            + " AND trading_date = :date AND cycle = :cycle ORDER BY number")
                    .bind("market", day.market())
                    .bind("date", day.date())
                    .bind("cycle", day.cycle())
                    .map(
                        (row, context) ->
                            new MeasureRow(
                                row.getInt("number"),
                                row.getInt("version"),
                                row.getString("account"),
                                TransitionRows.time(row, "made_at"),
                                row.getString("words"),
                                Attachments.of(row.getString("attachments"))))
                    .list());
  }

  /** Adds one as the next; returns its number. */
  public int add(RunOfDay day, MeasureRow measure) {
    for (int tried = 1; ; tried++) {
      List<MeasureRow> before = of(day);
      int number = before.isEmpty() ? 1 : before.get(before.size() - 1).number() + 1;
      try {
        insert(day, number, measure);
        return number;
      } catch (JdbiException e) {
        boolean taken = e.getCause() instanceof SQLException c && "23505".equals(c.getSQLState());
        if (!taken || tried == TRIES) {
          throw e;
        }
      }
    }
  }

  private void insert(RunOfDay day, int number, MeasureRow measure) {
    database.inTransaction(
        transaction ->
            transaction
                .handle()
                .createUpdate(
                    "INSERT INTO day_measure (market, trading_date, cycle, number, version,"
                        + " account, made_at, words, attachments) VALUES (:market, :date, :cycle,"
                        + " :number, :version, :account, :at, :words, :attachments)")
                .bind("market", day.market())
                .bind("date", day.date())
                .bind("cycle", day.cycle())
                .bind("number", number)
                .bind("version", measure.version())
                .bind("account", measure.account())
                .bind("at", measure.at())
                .bind("words", measure.words())
                .bind("attachments", Attachments.text(measure.attachments()))
                .execute());
  }
}
