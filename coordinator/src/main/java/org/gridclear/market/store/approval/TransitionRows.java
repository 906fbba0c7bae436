package org.gridclear.market.store.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.StoreTransaction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Transitions of versions. They are only ever added, each as the next step of its run of a day.
 *
 * @param database where they are
 */
public record TransitionRows(MarketDatabase database) {
  /** Two who decide on one day at once: the second decides again, of what there is then. */
  private static final int TRIES = 20;

  /** All transitions of a run of a day, in order. */
  public List<TransitionRow> of(RunOfDay day) {
    return database.jdbi().withHandle(handle -> all(handle, day));
  }

  /**
   * Adds what is decided from the transitions that there are. Where somebody else added one in
   * between, it is decided again; so what was decided still holds when it is there.
   *
   * @param decide gives the rows that are added, from all that there are; throws to refuse
   * @return what was added, with its steps
   */
  public List<TransitionRow> add(RunOfDay day, UnaryOperator<List<TransitionRow>> decide) {
    for (int tried = 1; ; tried++) {
      try {
        return database.inTransaction(transaction -> added(transaction.handle(), day, decide));
      } catch (JdbiException e) {
        if (tried == TRIES || !isOvertaken(e)) {
          throw e;
        }
      }
    }
  }

  /**
   * Adds what is decided from the transitions that there are, together with what other stores write
   * in a transaction. Whoever decides on the same run of a day waits until it ends.
   *
   * @param decide gives the rows that are added, from all that there are; throws to refuse
   */
  public static void add(
      StoreTransaction transaction, RunOfDay day, UnaryOperator<List<TransitionRow>> decide) {
    added(transaction.handle(), day, decide);
  }

  /** All transitions of a market from one date to another, by run of a day, in order. */
  public Map<RunOfDay, List<TransitionRow>> between(String market, LocalDate from, LocalDate to) {
    Map<RunOfDay, List<TransitionRow>> found = new LinkedHashMap<>();
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM version_transition WHERE market = :market"
                            + " AND trading_date BETWEEN :from AND :to"
                            + " ORDER BY trading_date, cycle, step")
                    .bind("market", market)
                    .bind("from", from)
                    .bind("to", to)
                    .map((row, context) -> Map.entry(run(row), row(row)))
                    .forEach(
                        each ->
                            found
                                .computeIfAbsent(each.getKey(), key -> new ArrayList<>())
                                .add(each.getValue())));
    return found;
  }

  private static RunOfDay run(ResultSet row) throws SQLException {
    return new RunOfDay(
        row.getString("market"),
        row.getObject("trading_date", LocalDate.class),
        row.getInt("cycle"));
  }

  /** Holds the run of a day until the transaction ends; its first version is always there. */
  private static void hold(Handle handle, RunOfDay day) {
    handle
        .createQuery(
            "SELECT version FROM day_version WHERE market = :market AND trading_date = :date"
                + " AND cycle = :cycle AND version = 1 FOR UPDATE")
        .bind("market", day.market())
        .bind("date", day.date())
        .bind("cycle", day.cycle())
        .mapTo(Integer.class)
        .findOne();
  }

  /** Whether somebody else was first: a step that is taken, or a lock that was held. */
  private static boolean isOvertaken(JdbiException e) {
    return e.getCause() instanceof SQLException cause
        && cause.getSQLState() != null
        && (cause.getSQLState().equals("23505")
            || cause.getSQLState().equals("HYT00")
            || cause.getSQLState().startsWith("40"));
  }

  private static List<TransitionRow> added(
      Handle handle, RunOfDay day, UnaryOperator<List<TransitionRow>> decide) {
    hold(handle, day);
    List<TransitionRow> before = all(handle, day);
    List<TransitionRow> wanted = decide.apply(before);
    List<TransitionRow> added = new ArrayList<>();
    int step = before.isEmpty() ? 0 : before.get(before.size() - 1).step();
    for (TransitionRow row : wanted) {
      step++;
      TransitionRow numbered =
          new TransitionRow(
              step,
              row.version(),
              row.from(),
              row.to(),
              row.account(),
              row.at(),
              row.reason(),
              row.objections());
      insert(handle, day, numbered);
      added.add(numbered);
    }
    return added;
  }

  private static void insert(Handle handle, RunOfDay day, TransitionRow row) {
    handle
        .createUpdate(
            "INSERT INTO version_transition (market, trading_date, cycle, step, version,"
                + " from_state, to_state, account, made_at, reason, objections) VALUES (:market,"
                + " :date, :cycle, :step, :version, :from, :to, :account, :at, :reason,"
                + " :objections)")
        .bind("market", day.market())
        .bind("date", day.date())
        .bind("cycle", day.cycle())
        .bind("step", row.step())
        .bind("version", row.version())
        .bind("from", row.from())
        .bind("to", row.to())
        .bind("account", row.account())
        .bind("at", row.at())
        .bind("reason", row.reason())
        .bind("objections", String.join("\n", row.objections()))
        .execute();
  }

  private static List<TransitionRow> all(Handle handle, RunOfDay day) {
    return handle
        .createQuery(
            "SELECT * FROM version_transition WHERE market = :market AND trading_date = :date"
                + " AND cycle = :cycle ORDER BY step")
        .bind("market", day.market())
        .bind("date", day.date())
        .bind("cycle", day.cycle())
        .map((row, context) -> row(row))
        .list();
  }

  private static TransitionRow row(ResultSet row) throws SQLException {
    return new TransitionRow(
        row.getInt("step"),
        row.getInt("version"),
        row.getString("from_state"),
        row.getString("to_state"),
        row.getString("account"),
        time(row, "made_at"),
        row.getString("reason"),
        row.getString("objections").lines().toList());
  }

  static OffsetDateTime time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class)
        .withOffsetSameInstant(ZoneOffset.UTC)
        .truncatedTo(ChronoUnit.MILLIS);
  }
}
