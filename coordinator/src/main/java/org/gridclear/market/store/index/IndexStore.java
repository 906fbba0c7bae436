package org.gridclear.market.store.index;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.market.store.MarketDatabase;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Values of indices. A value is never changed: what depends on something else has another key. */
public final class IndexStore {
  private static final String RANGE =
      " WHERE market = :market AND trading_date BETWEEN :from AND :to";

  private final MarketDatabase database;

  /** The values of a database. */
  public IndexStore(MarketDatabase database) {
    this.database = database;
  }

  /** The zones of runs, by their outcome; a run that was never evaluated is not there. */
  public Map<String, Set<String>> zones() {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              Map<String, Set<String>> zones = new HashMap<>();
              handle
                  .createQuery("SELECT outcome_hash, zone FROM index_zone")
                  .map(
                      (row, context) ->
                          List.of(row.getString("outcome_hash"), row.getString("zone")))
                  .list()
                  .forEach(
                      row ->
                          zones
                              .computeIfAbsent(row.get(0), none -> new TreeSet<>())
                              .add(row.get(1)));
              return zones;
            });
  }

  /**
   * Keeps values and the zones of their runs; what is there already stays.
   *
   * @param zones zones of each run, the system among them, by outcome
   */
  public void add(Map<String, Set<String>> zones, List<IndexRow> rows) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              addZones(handle, zones);
              addRows(handle, rows);
            });
  }

  private static void addZones(Handle handle, Map<String, Set<String>> zones) {
    for (Map.Entry<String, Set<String>> run : zones.entrySet()) {
      for (String zone : run.getValue()) {
        handle
            .createUpdate(
                "INSERT INTO index_zone (outcome_hash, zone) SELECT :hash, :zone WHERE NOT EXISTS"
                    + " (SELECT 1 FROM index_zone WHERE outcome_hash = :hash AND zone = :zone)")
            .bind("hash", run.getKey())
            .bind("zone", zone)
            .execute();
      }
    }
  }

  private static void addRows(Handle handle, List<IndexRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO index_value (market, trading_date, cycle, zone, index_id, item_key,"
                + " measured, by_period, elements, note) VALUES (:market, :date, :cycle, :zone,"
                + " :index, :key, :value, :byPeriod, :elements, :note)");
    for (IndexRow row : rows) {
      batch
          .bind("market", row.item().market())
          .bind("date", row.item().date())
          .bind("cycle", row.item().cycle())
          .bind("zone", row.item().zone())
          .bind("index", row.item().index())
          .bind("key", row.key())
          .bind("value", Double.isNaN(row.value()) ? null : (Double) row.value())
          .bind("byPeriod", row.texts().byPeriod())
          .bind("elements", row.texts().elements())
          .bind("note", row.texts().note())
          .add();
    }
    batch.execute();
  }

  /** The values of a range of dates by date, cycle, zone and index, of all keys. */
  public List<IndexRow> values(String market, LocalDate from, LocalDate to) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM index_value"
                            + RANGE
                            + " ORDER BY trading_date, cycle, zone, index_id, item_key")
                    .bind("market", market)
                    .bind("from", from)
                    .bind("to", to)
                    .map((row, context) -> value(row))
                    .list());
  }

  private static IndexRow value(ResultSet row) throws SQLException {
    double measured = row.getDouble("measured");
    boolean missing = row.wasNull();
    return new IndexRow(
        item(row),
        row.getString("item_key"),
        missing ? Double.NaN : measured,
        new IndexRow.TextsRow(
            row.getString("by_period"), row.getString("elements"), row.getString("note")));
  }

  static IndexRow.ItemRow item(ResultSet row) throws SQLException {
    return new IndexRow.ItemRow(
        row.getString("market"),
        row.getObject("trading_date", LocalDate.class),
        row.getInt("cycle"),
        row.getString("zone"),
        row.getString("index_id"));
  }
}
