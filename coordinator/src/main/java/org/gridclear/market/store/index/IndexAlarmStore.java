package org.gridclear.market.store.index;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.Numbering;
import org.jdbi.v3.core.Handle;

/** Alarms of indices; one an index, zone and version of a day. */
public final class IndexAlarmStore {
  private final MarketDatabase database;

  /** The alarms of a database. */
  public IndexAlarmStore(MarketDatabase database) {
    this.database = database;
  }

  /**
   * Which alarms.
   *
   * @param market word of the market
   * @param from first trading date
   * @param to last trading date
   * @param openOnly whether those that were cleared are left out
   */
  public record Wanted(String market, LocalDate from, LocalDate to, boolean openOnly) {}

  /** What an alarm is of; there is one at most. */
  private record Place(IndexRow.ItemRow item, int version) {}

  /**
   * Keeps alarms that are not there yet.
   *
   * @param found alarms without numbers
   * @return how many were new
   */
  public int add(List<IndexAlarmRow> found) {
    if (found.isEmpty()) {
      return 0;
    }
    return database.jdbi().inTransaction(handle -> add(handle, found));
  }

  private static int add(Handle handle, List<IndexAlarmRow> found) {
    long last = Numbering.INDEX_ALARMS.hold(handle);
    Set<Place> there = new HashSet<>();
    List<LocalDate> dates = found.stream().map(row -> row.item().date()).sorted().toList();
    handle
        .createQuery("SELECT * FROM index_alarm WHERE trading_date BETWEEN :from AND :to")
        .bind("from", dates.get(0))
        .bind("to", dates.get(dates.size() - 1))
        .map((row, context) -> new Place(IndexStore.item(row), row.getInt("version")))
        .forEach(there::add);
    int added = 0;
    for (IndexAlarmRow row : found) {
      if (there.add(new Place(row.item(), row.version()))) {
        insert(handle, last + ++added, row);
      }
    }
    Numbering.INDEX_ALARMS.given(handle, last + added);
    return added;
  }

  private static void insert(Handle handle, long number, IndexAlarmRow row) {
    handle
        .createUpdate(
            "INSERT INTO index_alarm (number, market, trading_date, cycle, version, zone, index_id,"
                + " severity, measured, threshold, raised_at, cleared_by, remark) VALUES (:number,"
                + " :market, :date, :cycle, :version, :zone, :index, :severity, :value, :limit,"
                + " :at, '', '')")
        .bind("number", number)
        .bind("market", row.item().market())
        .bind("date", row.item().date())
        .bind("cycle", row.item().cycle())
        .bind("version", row.version())
        .bind("zone", row.item().zone())
        .bind("index", row.item().index())
        .bind("severity", row.passed().severity())
        .bind("value", row.passed().value())
        .bind("limit", row.passed().limit())
        .bind("at", row.raisedAt())
        .execute();
  }

  /** Alarms by date, cycle, zone and index. */
  public List<IndexAlarmRow> list(Wanted wanted) {
    String sql =
        "SELECT * FROM index_alarm WHERE market = :market AND trading_date BETWEEN :from AND :to"
            + (wanted.openOnly() ? " AND cleared_at IS NULL" : "")
            + " ORDER BY trading_date, cycle, version, zone, index_id";
    return database
        .jdbi()
        .withHandle(
            handle ->
                new ArrayList<>(
                    handle
                        .createQuery(sql)
                        .bind("market", wanted.market())
                        .bind("from", wanted.from())
                        .bind("to", wanted.to())
                        .map((row, context) -> alarm(row))
                        .list()));
  }

  /**
   * Alarms of a kind that nobody has cleared.
   *
   * @param market word of the market
   * @param severity severe or warning
   * @param count how many
   */
  public record Open(String market, String severity, long count) {}

  /** How many alarms nobody has cleared, by market and severity. */
  public List<Open> open() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT market, severity, COUNT(*) AS alarms FROM index_alarm"
                            + " WHERE cleared_at IS NULL GROUP BY market, severity"
                            + " ORDER BY market, severity")
                    .map(
                        (row, context) ->
                            new Open(
                                row.getString("market"),
                                row.getString("severity"),
                                row.getLong("alarms")))
                    .list());
  }

  /** An alarm; nothing if there is none of the number. */
  public Optional<IndexAlarmRow> find(long number) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM index_alarm WHERE number = :number")
                    .bind("number", number)
                    .map((row, context) -> alarm(row))
                    .findOne());
  }

  /**
   * Clears an alarm.
   *
   * @return whether it was open
   */
  public boolean clear(long number, IndexAlarmRow.ClearedRow cleared) {
    return database.inTransaction(
        transaction ->
            transaction
                    .handle()
                    .createUpdate(
                        "UPDATE index_alarm SET cleared_by = :by, cleared_at = :at, remark ="
                            + " :remark WHERE number = :number AND cleared_at IS NULL")
                    .bind("by", cleared.by())
                    .bind("at", cleared.at())
                    .bind("remark", cleared.remark())
                    .bind("number", number)
                    .execute()
                == 1);
  }

  private static IndexAlarmRow alarm(ResultSet row) throws SQLException {
    OffsetDateTime clearedAt = row.getObject("cleared_at", OffsetDateTime.class);
    return new IndexAlarmRow(
        row.getLong("number"),
        IndexStore.item(row),
        row.getInt("version"),
        new IndexAlarmRow.PassedRow(
            row.getString("severity"), row.getDouble("measured"), row.getDouble("threshold")),
        utc(row.getObject("raised_at", OffsetDateTime.class)),
        clearedAt == null
            ? Optional.empty()
            : Optional.of(
                new IndexAlarmRow.ClearedRow(
                    row.getString("cleared_by"), utc(clearedAt), row.getString("remark"))));
  }

  private static OffsetDateTime utc(OffsetDateTime at) {
    return at.withOffsetSameInstant(ZoneOffset.UTC);
  }
}
