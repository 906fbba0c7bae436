package org.gridclear.market.store.anomaly;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.gridclear.market.store.MarketDatabase;
import org.jdbi.v3.core.statement.Query;

/** Anomalies as they are listed: counted, sorted, in parts and by rule, all by the database. */
public final class AnomalyListing {
  private static final String BY_DATE = "trading_date, market, cycle, version, number";
  private static final Set<String> COLUMNS =
      Set.of(
          "number",
          "severity",
          "state",
          "rule_id",
          "element",
          "period",
          "measured",
          "trading_date",
          "market",
          "cycle",
          "raised_at");

  /** The row that is furthest from its threshold, with what is counted of its group. */
  private static final String GROUPS =
      """
      SELECT anomaly.*, found, unsettled, versions, first_at, last_at
      FROM anomaly JOIN (
        SELECT COUNT(*) AS found,
          SUM(CASE WHEN state IN (<unsettled>) THEN 1 ELSE 0 END) AS unsettled,
          MAX(version_rank) AS versions,
          MAX(CASE WHEN distance_rank = 1 THEN number END) AS worst,
          MIN(raised_at) AS first_at, MAX(raised_at) AS last_at
        FROM (
          SELECT market, rule_id, severity, state, number, raised_at,
            ROW_NUMBER() OVER (PARTITION BY market, rule_id, severity
              ORDER BY ABS(measured - threshold) DESC, %s) AS distance_rank,
            DENSE_RANK() OVER (PARTITION BY market, rule_id, severity
              ORDER BY trading_date, cycle, version) AS version_rank
          FROM anomaly WHERE %s) AS ranked
        GROUP BY market, rule_id, severity) AS counted ON number = worst
      ORDER BY market, rule_id, severity
      """;

  private final MarketDatabase database;

  /** The anomalies of a database. */
  public AnomalyListing(MarketDatabase database) {
    this.database = database;
  }

  /**
   * An order; those that are equal in it are by date, market, cycle, version and number.
   *
   * @param column column of the table
   * @param ranked words of the column from the first to the last; empty to take it as it is
   * @param down whether the last comes first
   */
  public record Order(String column, List<String> ranked, boolean down) {
    /** The order by date. */
    public static final Order AS_FOUND = new Order("trading_date", List.of(), false);

    public Order {
      ranked = List.copyOf(ranked);
      if (!COLUMNS.contains(column)) {
        throw new IllegalArgumentException("Anomalies are not sorted by '%s'.".formatted(column));
      }
    }

    private String sql() {
      StringBuilder by = new StringBuilder(column);
      if (!ranked.isEmpty()) {
        by.insert(0, "CASE ");
        for (int k = 0; k < ranked.size(); k++) {
          by.append(" WHEN :rank%d THEN %d".formatted(k, k));
        }
        by.append(" END");
      }
      return by + (down ? " DESC, " : ", ") + BY_DATE;
    }

    private Query bind(Query query) {
      for (int k = 0; k < ranked.size(); k++) {
        query.bind("rank" + k, ranked.get(k));
      }
      return query;
    }
  }

  /** A part of the anomalies that are asked for, in order. */
  public List<AnomalyRow> part(AnomalyQuestion asked, Order order, long offset, int limit) {
    AnomalyCondition condition = AnomalyCondition.of(asked);
    String sql =
        "SELECT * FROM anomaly WHERE %s ORDER BY %s OFFSET :offset ROWS FETCH NEXT :limit ROWS ONLY"
            .formatted(condition.sql(), order.sql());
    return database
        .jdbi()
        .withHandle(
            handle ->
                order
                    .bind(condition.bind(handle.createQuery(sql)))
                    .bind("offset", offset)
                    .bind("limit", limit)
                    .map(AnomalyMappers.ANOMALY)
                    .list());
  }

  /** How many are asked for. */
  public long count(AnomalyQuestion asked) {
    AnomalyCondition condition = AnomalyCondition.of(asked);
    String sql = "SELECT COUNT(*) FROM anomaly WHERE " + condition.sql();
    return database
        .jdbi()
        .withHandle(handle -> condition.bind(handle.createQuery(sql)).mapTo(Long.class).one());
  }

  /** How many of a severity that somebody sees are in one of some states. */
  public long count(
      AnomalyStore.Wanted wanted, AnomalyQuestion.Seen seen, String severity, List<String> states) {
    AnomalyCondition condition = AnomalyCondition.of(wanted, seen);
    String sql =
        "SELECT COUNT(*) FROM anomaly WHERE severity = :severity AND state IN (<among>) AND "
            + condition.sql();
    return database
        .jdbi()
        .withHandle(
            handle ->
                condition
                    .bind(handle.createQuery(sql))
                    .bind("severity", severity)
                    .bindList("among", states)
                    .mapTo(Long.class)
                    .one());
  }

  /**
   * Anomalies of one market, rule and severity.
   *
   * @param worst the one furthest from its threshold, the earliest of equal ones
   * @param count how many there are
   * @param unsettled how many of them are in one of the states that were asked for
   * @param versions in how many versions
   * @param firstAt when the first was found
   * @param lastAt when the last was found
   */
  public record Group(
      AnomalyRow worst,
      long count,
      long unsettled,
      long versions,
      OffsetDateTime firstAt,
      OffsetDateTime lastAt) {}

  /**
   * Anomalies that somebody sees, by market, rule and severity.
   *
   * @param unsettled states that are counted by themselves
   */
  public List<Group> groups(
      AnomalyStore.Wanted wanted, AnomalyQuestion.Seen seen, List<String> unsettled) {
    AnomalyCondition condition = AnomalyCondition.of(wanted, seen);
    String sql = GROUPS.formatted(BY_DATE, condition.sql());
    return database
        .jdbi()
        .withHandle(
            handle ->
                condition
                    .bind(handle.createQuery(sql))
                    .bindList("unsettled", unsettled)
                    .map(
                        (row, context) ->
                            new Group(
                                AnomalyMappers.ANOMALY.map(row, context),
                                row.getLong("found"),
                                row.getLong("unsettled"),
                                row.getLong("versions"),
                                AnomalyMappers.time(row, "first_at"),
                                AnomalyMappers.time(row, "last_at")))
                    .list());
  }
}
