package org.gridclear.market.store.declaration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.gridclear.market.declaration.Slot;
import org.jdbi.v3.core.statement.StatementContext;

/** Rows of declarations as values. */
final class DeclarationRows {
  static final String COLUMNS =
      "number, market, trading_date, unit, slot, version, member, kind, content, hash, arrived_at,"
          + " prepared_at, made_by, parameters_version, replaced";

  private static final Pattern UNKEPT = Pattern.compile("[\\x{0}\\p{Cs}]");

  private DeclarationRows() {}

  /** A time as it is bound: an instant of UTC. */
  static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  /** A text of a stranger: no database keeps half a surrogate pair, PostgreSQL no U+0000. */
  static String kept(String text) {
    return UNKEPT.matcher(text).replaceAll("\uFFFD");
  }

  static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static Slot slot(ResultSet row) throws SQLException {
    return Slot.valueOf(row.getString("slot").toUpperCase(Locale.ROOT));
  }

  static StoredDeclaration declaration(ResultSet row, StatementContext context)
      throws SQLException {
    long replaced = row.getLong("replaced");
    OptionalLong before = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(replaced);
    return new StoredDeclaration(
        row.getLong("number"),
        row.getString("market"),
        row.getObject("trading_date", LocalDate.class),
        row.getString("unit"),
        slot(row),
        row.getInt("version"),
        row.getString("member"),
        row.getString("kind"),
        row.getString("content"),
        row.getString("hash"),
        time(row, "arrived_at"),
        prepared(row),
        row.getString("made_by"),
        row.getInt("parameters_version"),
        before);
  }

  static VersionHead head(ResultSet row, StatementContext context) throws SQLException {
    return new VersionHead(
        row.getLong("number"),
        row.getInt("version"),
        row.getString("kind"),
        row.getString("hash"),
        prepared(row));
  }

  private static Optional<Instant> prepared(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getObject("prepared_at", OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static StoredText text(ResultSet row, StatementContext context) throws SQLException {
    return new StoredText(
        row.getString("id"),
        row.getInt("version"),
        row.getObject("valid_from", LocalDate.class),
        row.getString("content"),
        row.getString("made_by"),
        time(row, "made_at"));
  }

  static StoredOffer offer(ResultSet row, StatementContext context) throws SQLException {
    return new StoredOffer(
        row.getString("unit"),
        slot(row),
        row.getString("element"),
        row.getString("member"),
        StoredOffer.Source.valueOf(row.getString("source")),
        row.getLong("source_version"));
  }
}
