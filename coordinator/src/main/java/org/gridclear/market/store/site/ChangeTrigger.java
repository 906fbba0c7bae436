package org.gridclear.market.store.site;

import java.sql.Clob;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.gridclear.json.Json;
import org.gridclear.market.store.MarketDatabase;
import org.h2.api.Trigger;

/**
 * Notes each row that changes in the embedded database, in the transaction that changes it, and
 * refuses the change where this site may not make it: so nothing can be changed past a site that is
 * fenced, by whatever way.
 */
public final class ChangeTrigger implements Trigger {
  private static final Map<String, Supplier<Optional<String>>> ALLOWED = new ConcurrentHashMap<>();
  private static final Supplier<Optional<String>> COPY = Optional::empty;

  private String table = "";
  private String database = "";

  /**
   * Says whether changes may be made, until it is said anew.
   *
   * @param database path of the database
   * @param refusal why not; empty where they may
   */
  static void allow(String database, Supplier<Optional<String>> refusal) {
    ALLOWED.put(database, refusal);
  }

  /**
   * Says that this process keeps what another site sends: changes are made, and none is noted.
   *
   * @param database path of the database
   */
  static void copy(String database) {
    ALLOWED.put(database, COPY);
  }

  /** Changes may not be made by this process. */
  static void disallow(String database) {
    ALLOWED.remove(database);
  }

  @Override
  public void init(
      Connection connection,
      String schema,
      String trigger,
      String ofTable,
      boolean before,
      int type) {
    table = ofTable.toLowerCase(Locale.ROOT);
  }

  @Override
  public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
    Supplier<Optional<String>> refusal = ALLOWED.get(path(connection));
    if (refusal == COPY || refusal == null && migrates(connection)) {
      return;
    }
    String why =
        refusal == null
            ? "This market has a standby site, or is of one: it is changed by the server of the"
                + " active site alone (gridclear serve --market … --site-port …)"
            : refusal.get().orElse("");
    if (!why.isEmpty()) {
      throw new SQLException(why, ChangeLog.REFUSED);
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO site_change (seq, of_table, gone, content, made_at)"
                + " VALUES (NEXT VALUE FOR site_sequence, ?, ?, ?, ?)")) {
      statement.setString(1, table);
      statement.setBoolean(2, after == null);
      statement.setString(
          3, Json.MAPPER.writeValueAsString(values(after == null ? before : after)));
      statement.setObject(4, OffsetDateTime.now(ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }

  private static boolean migrates(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("CALL " + MarketDatabase.MIGRATES)) {
      return row.next() && row.getBoolean(1);
    }
  }

  private String path(Connection connection) throws SQLException {
    if (database.isEmpty()) {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("CALL DATABASE_PATH()")) {
        row.next();
        database = row.getString(1);
      }
    }
    return database;
  }

  private static List<Object> values(Object[] row) throws SQLException {
    List<Object> values = new ArrayList<>();
    for (Object value : row) {
      if (value instanceof Clob text) {
        values.add(text.getSubString(1, Math.toIntExact(text.length())));
      } else if (value instanceof Date date) {
        values.add(date.toLocalDate().toString());
      } else if (value instanceof OffsetDateTime time) {
        values.add(time.withOffsetSameInstant(ZoneOffset.UTC).toString());
      } else {
        values.add(value);
      }
    }
    return values;
  }
}
