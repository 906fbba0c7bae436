package org.gridclear.market.store.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.StoreTransaction;

/**
 * Which versions were made by hand, and from which.
 *
 * @param database where they are
 */
public record InterventionRows(MarketDatabase database) {
  /** Those of a run of a day, by version. */
  public List<InterventionRow> of(RunOfDay day) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM version_intervention WHERE market = :market"
                            + " AND trading_date = :date AND cycle = :cycle ORDER BY version")
                    .bind("market", day.market())
                    .bind("date", day.date())
                    .bind("cycle", day.cycle())
                    .map((row, context) -> row(row))
                    .list());
  }

  /**
   * One with the day of it.
   *
   * @param date trading date
   * @param cycle number of the run of the day
   * @param row the intervention
   */
  public record Dated(LocalDate date, int cycle, InterventionRow row) {}

  /** Those of a market from one date to another, the newest first. */
  public List<Dated> between(String market, LocalDate from, LocalDate to) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM version_intervention WHERE market = :market"
                            + " AND trading_date BETWEEN :from AND :to"
                            + " ORDER BY made_at DESC, trading_date DESC, cycle DESC, version DESC")
                    .bind("market", market)
                    .bind("from", from)
                    .bind("to", to)
                    .map(
                        (row, context) ->
                            new Dated(
                                row.getObject("trading_date", LocalDate.class),
                                row.getInt("cycle"),
                                row(row)))
                    .list());
  }

  private static InterventionRow row(ResultSet row) throws SQLException {
    return new InterventionRow(
        row.getInt("version"),
        row.getInt("parent"),
        row.getString("account"),
        TransitionRows.time(row, "made_at"),
        row.getString("reason"),
        row.getString("changes_hash"),
        Attachments.of(row.getString("attachments")));
  }

  /** Adds one, together with the version. */
  public void add(StoreTransaction transaction, RunOfDay day, InterventionRow row) {
    transaction
        .handle()
        .createUpdate(
            "INSERT INTO version_intervention (market, trading_date, cycle, version, parent,"
                + " account, made_at, reason, changes_hash, attachments) VALUES (:market, :date,"
                + " :cycle, :version, :parent, :account, :at, :reason, :changes, :attachments)")
        .bind("market", day.market())
        .bind("date", day.date())
        .bind("cycle", day.cycle())
        .bind("version", row.version())
        .bind("parent", row.parent())
        .bind("account", row.account())
        .bind("at", row.at())
        .bind("reason", row.reason())
        .bind("changes", row.changesHash())
        .bind("attachments", Attachments.text(row.attachments()))
        .execute();
  }
}
