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
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Versions of pieces, and their content. What was recorded stays. */
public final class PieceStore {
  private static final int TRIES = 20;

  /** Not that of the database, whose order of letters hangs on its settings. */
  private static final Comparator<PieceVersion> ORDER =
      Comparator.comparing((PieceVersion version) -> version.key().id())
          .thenComparing(PieceVersion::version);

  private final Jdbi jdbi;
  private final ContentStore content;

  /** The pieces of a market. */
  public PieceStore(MarketFolder market) {
    this(market.database(), market.content());
  }

  /** Pieces whose rows and content lie apart. */
  public PieceStore(MarketDatabase database, ContentStore content) {
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

  /** The version, and whether it was recorded now: the same content again is the version it was. */
  public record Recorded(PieceVersion version, boolean added) {}

  /**
   * Records a version after those that there are. Others may record at the same time: what decides
   * is asked again until nobody came between.
   *
   * @param key what it is a version of
   * @param decide from all earlier versions, in their order, to the one to be recorded; throws to
   *     refuse
   * @param by whose account records it
   * @param now the time
   */
  public Recorded record(
      PieceVersion.Key key, Function<List<PieceVersion>, Wanted> decide, String by, Instant now) {
    for (int tried = 1; ; tried++) {
      List<PieceVersion> earlier = versions(key);
      Wanted wanted = decide.apply(earlier);
      String hash = content.put(wanted.content());
      Optional<PieceVersion> same =
          earlier.stream().filter(version -> version.contentHash().equals(hash)).findFirst();
      if (same.isPresent()) {
        return new Recorded(same.get(), false);
      }
      PieceVersion version =
          new PieceVersion(
              key,
              earlier.size() + 1,
              wanted.facts(),
              hash,
              by,
              now.truncatedTo(ChronoUnit.MILLIS));
      try {
        jdbi.useTransaction(handle -> insert(handle, version));
        return new Recorded(version, true);
      } catch (UnableToExecuteStatementException e) {
        if (tried == TRIES || !isTaken(e)) {
          throw e;
        }
      }
    }
  }

  /** Whether somebody else has recorded this number (SQL state class 23). */
  private static boolean isTaken(UnableToExecuteStatementException e) {
    return e.getCause() instanceof SQLException cause
        && cause.getSQLState() != null
        && cause.getSQLState().startsWith("23");
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
