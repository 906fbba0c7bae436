package org.gridclear.market.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.gridclear.market.store.RegistryRows.AttachmentRow;
import org.gridclear.market.store.RegistryRows.ChangeRow;
import org.gridclear.market.store.RegistryRows.ProposalRow;
import org.gridclear.market.store.RegistryRows.RecordRow;
import org.gridclear.market.store.RegistryRows.ReviewRow;
import org.gridclear.market.store.RegistryRows.ThingRow;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Statements of the registry on one connection. */
final class RegistrySql implements RegistryStore.Writing {
  private static final String ONE = " WHERE proposal = :proposal";
  private static final String OPEN =
      " WHERE NOT EXISTS (SELECT 1 FROM registry_review r WHERE r.proposal = p.%s)";

  private final Handle handle;

  RegistrySql(Handle handle) {
    this.handle = handle;
  }

  /** Waits until no other change is under way. */
  void lock() {
    handle
        .createQuery("SELECT revision FROM registry_head WHERE id = 1 FOR UPDATE")
        .mapTo(Long.class)
        .one();
  }

  private long head(String column) {
    return handle
        .createQuery("SELECT " + column + " FROM registry_head WHERE id = 1")
        .mapTo(Long.class)
        .one();
  }

  private long next(String column) {
    long next = head(column) + 1;
    handle
        .createUpdate("UPDATE registry_head SET " + column + " = :next WHERE id = 1")
        .bind("next", next)
        .execute();
    return next;
  }

  @Override
  public long revision() {
    return head("revision");
  }

  @Override
  public List<RecordRow> records(long revision) {
    return handle
        .createQuery(
            "SELECT r.* FROM registry_record r JOIN (SELECT kind, id, MAX(revision) AS revision"
                + " FROM registry_record WHERE revision <= :revision GROUP BY kind, id) newest ON"
                + " r.kind = newest.kind AND r.id = newest.id AND r.revision = newest.revision")
        .bind("revision", revision)
        .map((row, context) -> record(row))
        .list();
  }

  @Override
  public List<ThingRow> things() {
    return handle
        .createQuery(
            "SELECT kind, id, MAX(revision) AS revision FROM registry_record GROUP BY kind, id")
        .map(
            (row, context) ->
                new ThingRow(row.getLong("revision"), row.getString("kind"), row.getString("id")))
        .list();
  }

  @Override
  public List<RecordRow> history(String kind, String id) {
    return handle
        .createQuery(
            "SELECT * FROM registry_record WHERE kind = :kind AND id = :id"
                + " ORDER BY revision, valid_from")
        .bind("kind", kind)
        .bind("id", id)
        .map((row, context) -> record(row))
        .list();
  }

  private static RecordRow record(ResultSet row) throws SQLException {
    return new RecordRow(
        row.getLong("revision"),
        row.getString("kind"),
        row.getString("id"),
        row.getObject("valid_from", LocalDate.class),
        Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
        row.getString("content"));
  }

  @Override
  public Optional<ProposalRow> proposal(long number) {
    return number < 1
        ? Optional.empty()
        : proposals(" WHERE number = :proposal", ONE, number).stream().findFirst();
  }

  @Override
  public List<ProposalRow> proposals(boolean open) {
    return open
        ? proposals(OPEN.formatted("number"), OPEN.formatted("proposal"), 0)
        : proposals("", "", 0);
  }

  private List<ProposalRow> proposals(String which, String whose, long number) {
    Map<Long, List<ChangeRow>> changes =
        byProposal("registry_change p" + whose, "number", number, RegistrySql::change);
    Map<Long, List<AttachmentRow>> attachments =
        byProposal(
            "registry_attachment p" + whose,
            "name",
            number,
            row -> new AttachmentRow(row.getString("name"), row.getString("content")));
    var query =
        handle.createQuery("SELECT * FROM registry_proposal p" + which + " ORDER BY number");
    if (number > 0) {
      query.bind("proposal", number);
    }
    return query
        .map(
            (row, context) ->
                new ProposalRow(
                    row.getLong("number"),
                    row.getString("proposed_by"),
                    time(row, "proposed_at"),
                    row.getString("note"),
                    attachments.getOrDefault(row.getLong("number"), List.of()),
                    changes.getOrDefault(row.getLong("number"), List.of())))
        .list();
  }

  /** A part of a row. */
  private interface Part<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> Map<Long, List<T>> byProposal(String from, String order, long number, Part<T> part) {
    var query = handle.createQuery("SELECT * FROM " + from + " ORDER BY proposal, " + order);
    if (number > 0) {
      query.bind("proposal", number);
    }
    Map<Long, List<T>> parts = new TreeMap<>();
    query
        .map(
            (RowMapper<Map.Entry<Long, T>>)
                (row, context) -> Map.entry(row.getLong("proposal"), part.of(row)))
        .forEach(
            each ->
                parts
                    .computeIfAbsent(each.getKey(), key -> new java.util.ArrayList<>())
                    .add(each.getValue()));
    return parts;
  }

  private static ChangeRow change(ResultSet row) throws SQLException {
    return new ChangeRow(
        row.getString("kind"),
        row.getString("id"),
        Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
        row.getString("content"),
        row.getString("place"),
        row.getLong("base"));
  }

  private static OffsetDateTime time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC);
  }

  @Override
  public Optional<ReviewRow> review(long proposal) {
    return handle
        .createQuery("SELECT * FROM registry_review" + ONE)
        .bind("proposal", proposal)
        .map((row, context) -> review(row))
        .findFirst();
  }

  @Override
  public List<ReviewRow> reviews() {
    return handle
        .createQuery("SELECT * FROM registry_review ORDER BY proposal")
        .map((row, context) -> review(row))
        .list();
  }

  private static ReviewRow review(ResultSet row) throws SQLException {
    Long revision = row.getObject("revision", Long.class);
    return new ReviewRow(
        row.getLong("proposal"),
        row.getString("decision"),
        row.getString("reviewed_by"),
        time(row, "reviewed_at"),
        row.getString("reason"),
        revision == null ? OptionalLong.empty() : OptionalLong.of(revision));
  }

  @Override
  public long add(ProposalRow proposal) {
    long number = next("proposal");
    handle
        .createUpdate(
            "INSERT INTO registry_proposal (number, proposed_by, proposed_at, note)"
                + " VALUES (:number, :by, :at, :note)")
        .bind("number", number)
        .bind("by", proposal.by())
        .bind("at", proposal.at())
        .bind("note", proposal.note())
        .execute();
    batch(
        "INSERT INTO registry_change (proposal, number, kind, id, last_day, content, place, base)"
            + " VALUES (:proposal, :number, :kind, :id, :last, :content, :place, :base)",
        proposal.changes(),
        (batch, change, place) ->
            batch
                .bind("proposal", number)
                .bind("number", place + 1)
                .bind("kind", change.kind())
                .bind("id", change.id())
                .bind("last", change.lastDay().orElse(null))
                .bind("content", change.content())
                .bind("place", change.place())
                .bind("base", change.base()));
    batch(
        "INSERT INTO registry_attachment (proposal, name, content)"
            + " VALUES (:proposal, :name, :content)",
        proposal.attachments(),
        (batch, attachment, place) ->
            batch
                .bind("proposal", number)
                .bind("name", attachment.name())
                .bind("content", attachment.content()));
    return number;
  }

  /** Binds the values of one row. */
  private interface Binder<T> {
    void bind(PreparedBatch batch, T value, int place);
  }

  private <T> void batch(String statement, List<T> values, Binder<T> binder) {
    if (values.isEmpty()) {
      return;
    }
    try (PreparedBatch batch = handle.prepareBatch(statement)) {
      for (int place = 0; place < values.size(); place++) {
        binder.bind(batch, values.get(place), place);
        batch.add();
      }
      batch.execute();
    }
  }

  @Override
  public void add(ReviewRow review) {
    handle
        .createUpdate(
            "INSERT INTO registry_review (proposal, decision, reviewed_by, reviewed_at, reason,"
                + " revision) VALUES (:proposal, :decision, :by, :at, :reason, :revision)")
        .bind("proposal", review.proposal())
        .bind("decision", review.decision())
        .bind("by", review.by())
        .bind("at", review.at())
        .bind("reason", review.reason())
        .bind("revision", review.revision().stream().boxed().findFirst().orElse(null))
        .execute();
  }

  @Override
  public long approve(ReviewRow review, List<RecordRow> records) {
    long revision = next("revision");
    add(
        new ReviewRow(
            review.proposal(),
            review.decision(),
            review.by(),
            review.at(),
            review.reason(),
            OptionalLong.of(revision)));
    batch(
        "INSERT INTO registry_record (revision, kind, id, valid_from, valid_to, content)"
            + " VALUES (:revision, :kind, :id, :from, :to, :content)",
        records,
        (batch, record, place) ->
            batch
                .bind("revision", revision)
                .bind("kind", record.kind())
                .bind("id", record.id())
                .bind("from", record.from())
                .bind("to", record.to().orElse(null))
                .bind("content", record.content()));
    return revision;
  }
}
