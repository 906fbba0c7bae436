package org.gridclear.market.store.index;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.Numbering;
import org.jdbi.v3.core.Handle;

/** Mitigations, and what was decided of them. */
public final class MitigationStore {
  private static final String OPEN = "PROPOSED";

  private final MarketDatabase database;

  /** The mitigations of a database. */
  public MitigationStore(MarketDatabase database) {
    this.database = database;
  }

  /** Keeps a mitigation; returns its number. */
  public long add(MitigationRow row) {
    return database.inTransaction(transaction -> add(transaction.handle(), row));
  }

  private static long add(Handle handle, MitigationRow row) {
    // Whoever numbers holds the counter of the indices' alarms, so that no number comes twice.
    Numbering.INDEX_ALARMS.hold(handle);
    long number =
        handle
                .createQuery("SELECT COALESCE(MAX(number), 0) FROM mitigation")
                .mapTo(Long.class)
                .one()
            + 1;
    handle
        .createUpdate(
            "INSERT INTO mitigation (number, market, trading_date, content_hash, owners, state,"
                + " proposed_by, proposed_at, decided_by, remark) VALUES (:number, :market, :date,"
                + " :content, :owners, :state, :by, :at, '', '')")
        .bind("number", number)
        .bind("market", row.market())
        .bind("date", row.date())
        .bind("content", row.contentHash())
        .bind("owners", row.owners())
        .bind("state", OPEN)
        .bind("by", row.proposedBy())
        .bind("at", row.proposedAt())
        .execute();
    return number;
  }

  /** Decides one; returns whether it was open. */
  public boolean decide(long number, MitigationRow.DecisionRow decision) {
    return database.inTransaction(
        transaction ->
            transaction
                    .handle()
                    .createUpdate(
                        "UPDATE mitigation SET state = :state, decided_by = :by, decided_at = :at,"
                            + " remark = :remark WHERE number = :number AND state = :open")
                    .bind("state", decision.state())
                    .bind("by", decision.by())
                    .bind("at", decision.at())
                    .bind("remark", decision.remark())
                    .bind("number", number)
                    .bind("open", OPEN)
                    .execute()
                == 1);
  }

  /** A mitigation; nothing if there is none of the number. */
  public Optional<MitigationRow> find(long number) {
    return list().stream().filter(row -> row.number() == number).findFirst();
  }

  /** All of them, by number. */
  public List<MitigationRow> list() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM mitigation ORDER BY number")
                    .map((row, context) -> mitigation(row))
                    .list());
  }

  private static MitigationRow mitigation(ResultSet row) throws SQLException {
    OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
    return new MitigationRow(
        row.getLong("number"),
        row.getString("market"),
        row.getObject("trading_date", LocalDate.class),
        row.getString("content_hash"),
        row.getString("owners"),
        row.getString("proposed_by"),
        utc(row.getObject("proposed_at", OffsetDateTime.class)),
        decided == null
            ? Optional.empty()
            : Optional.of(
                new MitigationRow.DecisionRow(
                    row.getString("state"),
                    row.getString("decided_by"),
                    utc(decided),
                    row.getString("remark"))));
  }

  private static OffsetDateTime utc(OffsetDateTime at) {
    return at.withOffsetSameInstant(ZoneOffset.UTC);
  }
}
