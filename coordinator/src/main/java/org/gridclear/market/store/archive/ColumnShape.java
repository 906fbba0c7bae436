package org.gridclear.market.store.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A column, with how its values stand in a copy: numbers and truth values as they are, dates and
 * times as ISO 8601 texts, times in UTC. So a copy of one kind of database goes into another.
 *
 * @param name its name
 * @param type its type
 */
record ColumnShape(String name, Type type) {
  /** What a column holds. */
  enum Type {
    WHOLE(Types.BIGINT),
    REAL(Types.DOUBLE),
    TRUTH(Types.BOOLEAN),
    DATE(Types.DATE),
    TIME(Types.TIMESTAMP_WITH_TIMEZONE),
    TEXT(Types.VARCHAR);

    private final int sql;

    Type(int sql) {
      this.sql = sql;
    }

    static Type of(String name) {
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "bigint", "integer", "smallint" -> WHOLE;
        case "double precision" -> REAL;
        case "boolean" -> TRUTH;
        case "date" -> DATE;
        case "timestamp with time zone" -> TIME;
        case "character varying", "character", "character large object", "text" -> TEXT;
        default ->
            throw new IllegalStateException("A column of type %s is not copied.".formatted(name));
      };
    }
  }

  @Nullable Object read(ResultSet row, int place) throws SQLException {
    Object value =
        switch (type) {
          case WHOLE -> row.getLong(place);
          case REAL -> row.getDouble(place);
          case TRUTH -> row.getBoolean(place);
          case DATE -> row.getObject(place, LocalDate.class);
          case TIME -> row.getObject(place, OffsetDateTime.class);
          case TEXT -> row.getString(place);
        };
    if (value == null || row.wasNull()) {
      return null;
    }
    if (value instanceof OffsetDateTime time) {
      return time.withOffsetSameInstant(ZoneOffset.UTC).toString();
    }
    return value instanceof LocalDate date ? date.toString() : value;
  }

  void bind(PreparedBatch batch, int place, JsonNode value) {
    if (value.isNull()) {
      batch.bindNull(place, type.sql);
      return;
    }
    switch (type) {
      case WHOLE -> batch.bind(place, value.asLong());
      case REAL -> batch.bind(place, value.asDouble());
      case TRUTH -> batch.bind(place, value.asBoolean());
      case DATE -> batch.bind(place, LocalDate.parse(value.asString()));
      case TIME -> batch.bind(place, OffsetDateTime.parse(value.asString()));
      case TEXT -> batch.bind(place, value.asString());
    }
  }
}
