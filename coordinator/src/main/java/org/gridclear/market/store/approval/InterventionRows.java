package org.gridclear.market.store.approval;

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
                    .map(
                        (row, context) ->
                            new InterventionRow(
                                row.getInt("version"),
                                row.getInt("parent"),
                                row.getString("account"),
                                TransitionRows.time(row, "made_at"),
                                row.getString("reason"),
                                row.getString("changes_hash"),
                                Attachments.of(row.getString("attachments"))))
                    .list());
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
