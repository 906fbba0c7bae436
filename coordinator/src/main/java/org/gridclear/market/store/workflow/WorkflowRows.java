package org.gridclear.market.store.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Between rows and records. */
final class WorkflowRows {
  static final String OF_INSTANCE =
      " workflow = :workflow AND trading_date = :date AND cycle = :cycle AND run = :run";

  private WorkflowRows() {}

  static <S extends SqlStatement<S>> S bind(S statement, InstanceKey key) {
    return statement
        .bind("workflow", key.workflow())
        .bind("date", key.date())
        .bind("cycle", key.cycle())
        .bind("run", key.run());
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Optional<Instant> optional(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static InstanceKey key(ResultSet row) throws SQLException {
    return new InstanceKey(
        row.getString("workflow"),
        row.getObject("trading_date", LocalDate.class),
        row.getInt("cycle"),
        row.getInt("run"));
  }

  static StoredInstance instance(ResultSet row) throws SQLException {
    return new StoredInstance(
        key(row),
        row.getInt("book_version"),
        time(row, "starts_at"),
        InstanceState.valueOf(row.getString("state")),
        row.getInt("steps"));
  }

  static StoredNode node(ResultSet row) throws SQLException {
    return new StoredNode(
        row.getString("node"),
        row.getInt("place"),
        NodeState.valueOf(row.getString("state")),
        row.getInt("attempt"),
        new StoredNode.Times(optional(row, "not_before"), optional(row, "due_at")),
        row.getBoolean("overdue"),
        row.getString("released_by"),
        new StoredNode.Hold(row.getString("holder"), row.getLong("token"), row.getLong("beat")));
  }

  static List<StoredEvent> events(Handle handle, LocalDate date) {
    return handle
        .createQuery("SELECT * FROM workflow_event WHERE trading_date = :date")
        .bind("date", date)
        .map((row, context) -> new StoredEvent(row.getString("name"), date, row.getInt("cycle")))
        .list();
  }

  static StoredTransition transition(ResultSet row) throws SQLException {
    return new StoredTransition(
        row.getInt("number"),
        row.getString("node"),
        row.getString("state"),
        row.getString("made_by"),
        time(row, "made_at"),
        row.getString("reason"));
  }

  static <S extends SqlStatement<S>> S bind(S statement, StoredNode node) {
    return statement
        .bind("node", node.id())
        .bind("place", node.place())
        .bind("state", node.state().name())
        .bind("attempt", node.attempt())
        .bindByType(
            "notBefore",
            node.times().notBefore().map(WorkflowRows::time).orElse(null),
            OffsetDateTime.class)
        .bindByType(
            "dueAt",
            node.times().dueAt().map(WorkflowRows::time).orElse(null),
            OffsetDateTime.class)
        .bind("overdue", node.overdue())
        .bind("releasedBy", node.releasedBy())
        .bind("holder", node.hold().holder())
        .bind("token", node.hold().token())
        .bind("beat", node.hold().beat());
  }
}
