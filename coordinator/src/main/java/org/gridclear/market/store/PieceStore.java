package org.gridclear.market.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Versions of pieces, and their content. What was recorded stays. */
public final class PieceStore {
  /** A gate before which everything was known. */
  public static final Instant ALL = Instant.parse("9999-12-31T00:00:00Z");

  private static final int TRIES = 20;

  /** Not that of the database, whose order of letters hangs on its settings. */
  private static final Comparator<PieceVersion> ORDER =
      Comparator.comparing((PieceVersion version) -> version.key().id())
          .thenComparing(PieceVersion::version);

  private final MarketDatabase database;
  private final Jdbi jdbi;
  private final ContentStore content;

  /** The pieces of a market. */
  public PieceStore(MarketFolder market) {
    this(market.database(), market.content());
  }

  /** Pieces whose rows and content lie apart. */
  public PieceStore(MarketDatabase database, ContentStore content) {
    this.database = database;
    this.jdbi = database.jdbi();
    this.content = content;
  }

  /**
   * A version to be recorded.
   *
   * @param facts what it says of itself
   * @param content its bytes
   */
  public record Wanted(PieceVersion.Facts facts, byte[] content) {}

  /**
   * The version, and whether it was recorded now: the same content again is the version it was, if
   * that is the last one or says the same of itself; else it is what comes after the others.
   */
  public record Recorded(PieceVersion version, boolean added) {}

  /**
   * Records a version after those that there are. Whoever else records one of its kind waits, so
   * that what is decided from what there is still holds when it is there. It is on disk when this
   * returns.
   *
   * @param key what it is a version of
   * @param decide gives what is to be recorded; throws to refuse
   * @param by whose account records it
   * @param now the time
   */
  public Recorded record(PieceVersion.Key key, Supplier<Wanted> decide, String by, Instant now) {
    for (int tried = 1; ; tried++) {
      try {
        makeLock(key.kind());
        return database.inTransaction(
            transaction -> locked(transaction.handle(), key, decide, by, now));
      } catch (JdbiException e) {
        if (tried == TRIES || !isBusy(e)) {
          throw e;
        }
      }
    }
  }

  /** Whether somebody else held the lock for too long: H2's and PostgreSQL's states of that. */
  private static boolean isBusy(JdbiException e) {
    return e.getCause() instanceof SQLException cause
        && cause.getSQLState() != null
        && (cause.getSQLState().equals("HYT00") || cause.getSQLState().startsWith("40"));
  }

  private void makeLock(String kind) {
    int there =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("SELECT count(*) FROM piece_lock WHERE kind = :kind")
                    .bind("kind", kind)
                    .mapTo(Integer.class)
                    .one());
    if (there > 0) {
      return;
    }
    try {
      jdbi.useTransaction(
          handle ->
              handle
                  .createUpdate("INSERT INTO piece_lock (kind) VALUES (:kind)")
                  .bind("kind", kind)
                  .execute());
    } catch (JdbiException e) {
      boolean taken =
          e.getCause() instanceof SQLException cause
              && cause.getSQLState() != null
              && cause.getSQLState().startsWith("23");
      if (!taken) {
        throw e;
      }
    }
  }

  private Recorded locked(
      Handle handle, PieceVersion.Key key, Supplier<Wanted> decide, String by, Instant now) {
    handle
        .createQuery("SELECT kind FROM piece_lock WHERE kind = :kind FOR UPDATE")
        .bind("kind", key.kind())
        .mapTo(String.class)
        .one();
    Wanted wanted = decide.get();
    String hash = content.put(wanted.content());
    int last =
        handle
            .createQuery(
                "SELECT COALESCE(MAX(version), 0) FROM piece_version WHERE kind = :kind"
                    + " AND id = :id")
            .bind("kind", key.kind())
            .bind("id", key.id())
            .mapTo(Integer.class)
            .one();
    Optional<PieceVersion> same =
        handle
            .createQuery(
                "SELECT * FROM piece_version WHERE kind = :kind AND id = :id"
                    + " AND content_hash = :hash ORDER BY version")
            .bind("kind", key.kind())
            .bind("id", key.id())
            .bind("hash", hash)
            .map((row, context) -> version(row))
            .stream()
            .filter(each -> each.version() == last || each.facts().equals(wanted.facts()))
            .findFirst();
    if (same.isPresent()) {
      return new Recorded(same.get(), false);
    }
    PieceVersion version =
        new PieceVersion(
            key, last + 1, wanted.facts(), hash, by, now.truncatedTo(ChronoUnit.MILLIS));
    insert(handle, version);
    return new Recorded(version, true);
  }

  private static void insert(Handle handle, PieceVersion version) {
    handle
        .createUpdate(
            "INSERT INTO piece_version (kind, id, version, source, state, starts_at, ends_at,"
                + " known_at, content_hash, recorded_by, recorded_at) VALUES (:kind, :id, :version,"
                + " :source, :state, :starts, :ends, :known, :hash, :by, :at)")
        .bind("kind", version.key().kind())
        .bind("id", version.key().id())
        .bind("version", version.version())
        .bind("source", version.facts().source())
        .bind("state", version.facts().state())
        .bind("starts", time(version.facts().startsAt()))
        .bind("ends", version.facts().endsAt().map(PieceStore::time).orElse(null))
        .bind("known", time(version.facts().knownAt()))
        .bind("hash", version.contentHash())
        .bind("by", version.recordedBy())
        .bind("at", time(version.recordedAt()))
        .execute();
  }

  /** All versions of one thing, in the order in which they were recorded. */
  public List<PieceVersion> versions(PieceVersion.Key key) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM piece_version WHERE kind = :kind AND id = :id ORDER BY version")
                .bind("kind", key.kind())
                .bind("id", key.id())
                .map((row, context) -> version(row))
                .list());
  }

  /**
   * Versions of a kind that say something of a time and were known, by id and version.
   *
   * @param gate the time at which they had to be known
   */
  public List<PieceVersion> known(String kind, Instant from, Instant to, Instant gate) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM piece_version WHERE kind = :kind AND starts_at < :until"
                        + " AND (ends_at IS NULL OR ends_at > :since) AND known_at <= :gate")
                .bind("kind", kind)
                .bind("until", time(to))
                .bind("since", time(from))
                .bind("gate", time(gate))
                .map((row, context) -> version(row))
                .stream()
                .sorted(ORDER)
                .toList());
  }

  /**
   * The version of a kind that begins last, at a time or before it, and was known; of several that
   * begin at once the one known last.
   */
  public Optional<PieceVersion> latest(String kind, Instant time, Instant gate) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM piece_version WHERE kind = :kind AND starts_at <= :time"
                        + " AND known_at <= :gate ORDER BY starts_at DESC, known_at DESC,"
                        + " version DESC FETCH FIRST 1 ROW ONLY")
                .bind("kind", kind)
                .bind("time", time(time))
                .bind("gate", time(gate))
                .map((row, context) -> version(row))
                .findFirst());
  }

  /**
   * The version of one thing that holds at a time: recorded by then, and of those that begin by
   * then the one that begins last; of several that begin at once the last one.
   */
  public Optional<PieceVersion> inForce(PieceVersion.Key key, Instant time) {
    return versions(key).stream()
        .filter(each -> !each.recordedAt().isAfter(time))
        .filter(each -> !each.facts().startsAt().isAfter(time))
        .max(
            Comparator.comparing((PieceVersion version) -> version.facts().startsAt())
                .thenComparing(PieceVersion::version));
  }

  /** All versions of a kind, by id and version. */
  public List<PieceVersion> all(String kind) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM piece_version WHERE kind = :kind")
                .bind("kind", kind)
                .map((row, context) -> version(row))
                .stream()
                .sorted(ORDER)
                .toList());
  }

  /** The content of a version. */
  public byte[] content(PieceVersion version) {
    return content.get(version.contentHash());
  }

  /** Where content lies. */
  public ContentStore contents() {
    return content;
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static PieceVersion version(ResultSet row) throws SQLException {
    OffsetDateTime ends = row.getObject("ends_at", OffsetDateTime.class);
    return new PieceVersion(
        new PieceVersion.Key(row.getString("kind"), row.getString("id")),
        row.getInt("version"),
        new PieceVersion.Facts(
            row.getString("source"),
            row.getString("state"),
            time(row, "starts_at"),
            Optional.ofNullable(ends).map(OffsetDateTime::toInstant),
            time(row, "known_at")),
        row.getString("content_hash"),
        row.getString("recorded_by"),
        time(row, "recorded_at"));
  }
}
