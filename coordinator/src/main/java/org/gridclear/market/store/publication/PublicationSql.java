package org.gridclear.market.store.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.statement.StatementContext;

/** How rows lie in the tables. */
final class PublicationSql {
  static final String COLUMNS =
      "number, kind, market, trading_date, cycle, version, action, replaces, catalogue_version,"
          + " content_hash, reason, made_by, made_at";

  /** A message with its publication. */
  static final String MESSAGES =
      "SELECT m.number AS message_number, m.recipient, m.made_at AS message_at, m.acknowledged_at,"
          + " m.acknowledged_by, p.* FROM message m JOIN publication p ON p.number = m.publication";

  private PublicationSql() {}

  static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static PublicationRow publication(ResultSet row, StatementContext context) throws SQLException {
    long replaces = row.getLong("replaces");
    return new PublicationRow(
        row.getLong("number"),
        row.getString("kind"),
        new PublicationRow.Subject(
            row.getString("market"),
            row.getObject("trading_date", LocalDate.class),
            row.getInt("cycle"),
            row.getInt("version")),
        PublicationRow.Action.valueOf(row.getString("action")),
        replaces == 0 ? OptionalLong.empty() : OptionalLong.of(replaces),
        row.getInt("catalogue_version"),
        row.getString("content_hash"),
        row.getString("reason"),
        row.getString("made_by"),
        time(row, "made_at"));
  }

  static MessageRow message(ResultSet row, StatementContext context) throws SQLException {
    OffsetDateTime at = row.getObject("acknowledged_at", OffsetDateTime.class);
    String by = row.getString("acknowledged_by");
    return new MessageRow(
        row.getLong("message_number"),
        row.getString("recipient"),
        publication(row, context),
        time(row, "message_at"),
        Optional.ofNullable(at).map(time -> new MessageRow.Acknowledged(time.toInstant(), by)));
  }
}
