package org.gridclear.market.store.site;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.site.SiteMark.Has;
import org.jdbi.v3.core.Handle;

/**
 * The list of changes of the active site's database, and its mark.
 *
 * @param database the embedded database of a market
 */
public record ChangeLog(MarketDatabase database) {
  /** SQL state of a change that is refused. */
  static final String REFUSED = "GC001";

  /** Why this site may not make a change, where a failure comes from that. */
  public static Optional<String> refusal(Throwable failure) {
    Optional<String> why = Optional.empty();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql && REFUSED.equals(sql.getSQLState())) {
        why = Optional.ofNullable(sql.getMessage());
      }
    }
    return why;
  }

  private static final int KEPT_MINUTES = 10;

  /**
   * A changed row.
   *
   * @param seq its number
   * @param table its table
   * @param gone whether it is no more
   * @param content its cells as JSON, those before where it is gone
   */
  public record Change(long seq, String table, boolean gone, String content) {}

  /** What is known of the site; empty for a market that never had another. */
  public Optional<SiteMark> mark() {
    return database.jdbi().withHandle(ChangeLog::mark);
  }

  static Optional<SiteMark> mark(Handle handle) {
    return handle
        .createQuery("SELECT * FROM site_mark WHERE id = 1")
        .map(
            (row, context) ->
                new SiteMark(
                    SiteMark.Role.valueOf(row.getString("role")),
                    row.getLong("epoch"),
                    new Has(
                        row.getString("log_id"),
                        row.getLong("floor_seq"),
                        numbers(row.getString("seen"))),
                    row.getObject("contact_at", OffsetDateTime.class).toInstant(),
                    new Has(
                        row.getString("before_log"),
                        row.getLong("before_floor"),
                        numbers(row.getString("before_seen"))),
                    new SiteMark.Terms(
                        Duration.ofSeconds(row.getLong("lease_seconds")),
                        row.getBoolean("goes_on"))))
        .findOne();
  }

  private static String text(SortedSet<Long> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static SortedSet<Long> numbers(String text) {
    return Arrays.stream(text.split(",", -1))
        .filter(part -> !part.isEmpty())
        .map(Long::valueOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Keeps what is known of the site; on disk when it returns. */
  public void keep(SiteMark mark) {
    database.jdbi().useTransaction(handle -> keep(handle, mark));
    database.flush();
  }

  static void keep(Handle handle, SiteMark mark) {
    handle.execute("DELETE FROM site_mark");
    handle
        .createUpdate(
            "INSERT INTO site_mark (id, role, epoch, log_id, floor_seq, seen, contact_at,"
                + " before_log, before_floor, before_seen, lease_seconds, goes_on) VALUES (1,"
                + " :role, :epoch, :log, :floor, :seen, :contact, :beforeLog, :beforeFloor,"
                + " :beforeSeen, :lease, :alone)")
        .bind("role", mark.role().name())
        .bind("epoch", mark.epoch())
        .bind("log", mark.has().log())
        .bind("floor", mark.has().floor())
        .bind("seen", text(mark.has().seen()))
        .bind("contact", mark.contact().atOffset(ZoneOffset.UTC))
        .bind("beforeLog", mark.before().log())
        .bind("beforeFloor", mark.before().floor())
        .bind("beforeSeen", text(mark.before().seen()))
        .bind("lease", mark.terms().lease().toSeconds())
        .bind("alone", mark.terms().alone())
        .execute();
  }

  /**
   * Makes the database that of the active site: from now on changes are noted.
   *
   * @param refusal why a change may not be made; asked at each
   * @throws IllegalArgumentException if it is not embedded, or of a site that is not active
   */
  public SiteMark activate(Instant now, Supplier<Optional<String>> refusal) {
    database.requireEmbedded();
    SiteMark mark = mark().orElseGet(() -> SiteMark.nothing().active(now));
    if (mark.role() != SiteMark.Role.ACTIVE) {
      throw new IllegalArgumentException(
          "This market is of a site that is %s, epoch %d: another site is active. Follow that with 'gridclear site follow', or take over with 'gridclear site take-over'."
              .formatted(mark.role().name().toLowerCase(Locale.ROOT), mark.epoch()));
    }
    keep(mark);
    database
        .jdbi()
        .useHandle(
            handle -> {
              ChangeTrigger.allow(path(handle), refusal);
              guard(handle);
            });
    return mark;
  }

  private static void guard(Handle handle) {
    for (String table : tables(handle)) {
      handle.execute(
          "CREATE TRIGGER IF NOT EXISTS site_of_%s AFTER INSERT, UPDATE, DELETE ON %s FOR EACH ROW CALL '%s'"
              .formatted(table, table, ChangeTrigger.class.getName()));
    }
  }

  /**
   * Ends what {@link #activate} or {@link #standBy} began in this process: the database stays that
   * of its site, and nothing else changes it.
   */
  public void deactivate() {
    database.jdbi().useHandle(handle -> ChangeTrigger.disallow(path(handle)));
  }

  /**
   * Makes the database one that this process alone changes, by what another site sends: a server or
   * a command that is started beside it, or in its place, is refused.
   */
  public void standBy() {
    database
        .jdbi()
        .useHandle(
            handle -> {
              ChangeTrigger.copy(path(handle));
              guard(handle);
              handle.execute("SET REFERENTIAL_INTEGRITY FALSE");
            });
  }

  private static String path(Handle handle) {
    return handle.createQuery("CALL DATABASE_PATH()").mapTo(String.class).one();
  }

  private static List<String> tables(Handle handle) {
    return handle
        .createQuery(
            "SELECT LOWER(table_name) FROM information_schema.tables WHERE table_type ="
                + " 'BASE TABLE' AND LOWER(table_schema) = LOWER(CURRENT_SCHEMA) ORDER BY 1")
        .mapTo(String.class)
        .filter(name -> !name.startsWith("site_") && !name.equals("flyway_schema_history"))
        .list();
  }

  /** Changes above a floor that were not seen, all of every transaction that has ended. */
  public List<Change> after(long floor, SortedSet<Long> seen) {
    List<Change> changes = new ArrayList<>();
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM site_change WHERE seq > :floor ORDER BY seq")
                    .bind("floor", floor)
                    .map(
                        (row, context) ->
                            new Change(
                                row.getLong("seq"),
                                row.getString("of_table"),
                                row.getBoolean("gone"),
                                row.getString("content")))
                    .filter(change -> !seen.contains(change.seq()))
                    .forEach(changes::add));
    return changes;
  }

  /** Numbers of all changes above a floor that are noted and ended. */
  public SortedSet<Long> numbers(long floor) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                new TreeSet<>(
                    handle
                        .createQuery("SELECT seq FROM site_change WHERE seq > :floor")
                        .bind("floor", floor)
                        .mapTo(Long.class)
                        .list()));
  }

  /**
   * The last number that was drawn, if no transaction is open that may have drawn one: what has a
   * number up to it is noted by now or never. Empty while one is open.
   */
  public OptionalLong settled() {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              // In this order: who draws a number has changed a row before.
              long drawn = drawn(handle);
              boolean open =
                  handle
                      .createQuery(
                          "SELECT COUNT(*) > 0 FROM information_schema.sessions"
                              + " WHERE contains_uncommitted")
                      .mapTo(Boolean.class)
                      .one();
              return open ? OptionalLong.empty() : OptionalLong.of(drawn);
            });
  }

  /** The last number that was drawn; 0 for none. */
  public long drawn() {
    return database.jdbi().withHandle(ChangeLog::drawn);
  }

  private static long drawn(Handle handle) {
    return handle
            .createQuery(
                "SELECT base_value FROM information_schema.sequences"
                    + " WHERE LOWER(sequence_name) = 'site_sequence'")
            .mapTo(Long.class)
            .one()
        - 1;
  }

  /** Forgets changes that the other site has had for a while. */
  public void forget(long floor, Instant now) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate("DELETE FROM site_change WHERE seq <= :floor AND made_at < :at")
                    .bind("floor", floor)
                    .bind("at", now.minusSeconds(KEPT_MINUTES * 60L).atOffset(ZoneOffset.UTC))
                    .execute());
  }
}
