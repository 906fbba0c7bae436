package org.gridclear.market.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Versions of days. One that is there is never changed; its state is that of its last transition.
 *
 * @param database where they are
 */
public record DayRows(MarketDatabase database) {
  /** Two who add a version of one day at once: the second tries again. */
  private static final int TRIES = 20;

  private static final String UNIQUE = "23505";

  /** The state of a version is that of its last transition. */
  private static final String ALL =
      "SELECT day_version.*, (SELECT t.to_state FROM version_transition t"
          + " WHERE t.market = day_version.market AND t.trading_date = day_version.trading_date"
          + " AND t.cycle = day_version.cycle AND t.version = day_version.version"
          + " ORDER BY t.step DESC FETCH FIRST 1 ROW ONLY) AS last_state"
          + " FROM day_version WHERE market = :market AND ";

  /** Adds a version; returns it with its number, the next of its day. */
  public DayRow append(DayRow row) {
    return append(row, (transaction, added) -> {});
  }

  /**
   * Adds a version and, with it, what another store writes of it; both or nothing. They are on disk
   * when this returns.
   *
   * @param also gets the version with its number
   */
  public DayRow append(DayRow row, BiConsumer<StoreTransaction, DayRow> also) {
    for (int tried = 1; ; tried++) {
      try {
        return database.inTransaction(
            transaction -> {
              DayRow added = added(transaction.handle(), row);
              also.accept(transaction, added);
              return added;
            });
      } catch (UnableToExecuteStatementException e) {
        boolean taken =
            e.getCause() instanceof SQLException sql && UNIQUE.equals(sql.getSQLState());
        if (!taken || tried == TRIES) {
          throw e;
        }
      }
    }
  }

  private static DayRow added(Handle handle, DayRow row) {
    int last =
        handle
            .createQuery(
                "SELECT COALESCE(MAX(version), 0) FROM day_version WHERE market = :market"
                    + " AND trading_date = :date AND cycle = :cycle")
            .bind("market", row.market())
            .bind("date", row.date())
            .bind("cycle", row.cycle())
            .mapTo(Integer.class)
            .one();
    DayRow numbered = row.withVersion(last + 1);
    handle
        .createUpdate(
            "INSERT INTO day_version (market, trading_date, cycle, version, state, case_hash,"
                + " outcome_hash, build, made_by, made_at, provenance, alarms, blocks) VALUES"
                + " (:market, :date, :cycle, :version, :state, :caseHash, :outcomeHash, :build,"
                + " :madeBy, :madeAt, :provenance, :alarms, :blocks)")
        .bind("market", numbered.market())
        .bind("date", numbered.date())
        .bind("cycle", numbered.cycle())
        .bind("version", numbered.version())
        .bind("state", numbered.state())
        .bind("caseHash", numbered.caseHash())
        .bind("outcomeHash", numbered.outcomeHash())
        .bind("build", numbered.build())
        .bind("madeBy", numbered.madeBy())
        .bind("madeAt", numbered.madeAt())
        .bind("provenance", numbered.provenance())
        .bind("alarms", String.join("\n", numbered.alarms()))
        .bind("blocks", text(numbered.blocks()))
        .execute();
    return numbered;
  }

  private static String text(Map<String, String> blocks) {
    return new TreeMap<>(blocks)
        .entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining("\n"));
  }

  /** All versions of the days of a market from one date to another, by date, cycle and number. */
  public List<DayRow> between(String market, LocalDate from, LocalDate to) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        ALL
                            + "trading_date BETWEEN :from AND :to ORDER BY trading_date, cycle,"
                            + " version")
                    .bind("market", market)
                    .bind("from", from)
                    .bind("to", to)
                    .map((result, context) -> row(result))
                    .list());
  }

  /** The last trading date of a market that has a version. */
  public Optional<LocalDate> newestDate(String market) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT MAX(trading_date) FROM day_version WHERE market = :market")
                    .bind("market", market)
                    .mapTo(LocalDate.class)
                    .findOne());
  }

  private static DayRow row(ResultSet result) throws SQLException {
    Map<String, String> blocks = new LinkedHashMap<>();
    for (String line : result.getString("blocks").lines().toList()) {
      blocks.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
    }
    String last = result.getString("last_state");
    return new DayRow(
        result.getString("market"),
        result.getObject("trading_date", LocalDate.class),
        result.getInt("cycle"),
        result.getInt("version"),
        last == null ? result.getString("state") : last,
        result.getString("case_hash"),
        result.getString("outcome_hash"),
        result.getString("build"),
        result.getString("made_by"),
        result
            .getObject("made_at", OffsetDateTime.class)
            .withOffsetSameInstant(ZoneOffset.UTC)
            .truncatedTo(ChronoUnit.MILLIS),
        result.getString("provenance"),
        result.getString("alarms").lines().toList(),
        blocks);
  }
}
