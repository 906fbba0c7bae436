package org.gridclear.market.store.workflow;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gridclear.market.store.MarketDatabase;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Instances of workflows. Whoever works on one holds it; there is one a start, whoever makes it.
 */
public final class WorkflowStore {
  private static final int TRIES = 20;

  private final MarketDatabase database;
  private final Jdbi jdbi;

  /** The instances of a market. */
  public WorkflowStore(MarketDatabase database) {
    this.database = database;
    this.jdbi = database.jdbi();
  }

  /** Again where somebody else held what is needed for too long, as H2 and PostgreSQL say it. */
  private static <T> T again(Supplier<T> work) {
    for (int tried = 1; ; tried++) {
      try {
        return work.get();
      } catch (JdbiException e) {
        String state = state(e);
        if (tried == TRIES || !(state.equals("HYT00") || state.startsWith("40"))) {
          throw e;
        }
      }
    }
  }

  private static String state(JdbiException e) {
    return e.getCause() instanceof SQLException cause && cause.getSQLState() != null
        ? cause.getSQLState()
        : "";
  }

  /**
   * Makes an instance with its nodes, all waiting.
   *
   * @return false if it is there already, whoever made it
   */
  public boolean create(StoredInstance instance, List<StoredNode> nodes, StoredTransition first) {
    try {
      again(
          () -> {
            jdbi.useTransaction(handle -> insert(handle, instance, nodes, first));
            return true;
          });
      database.force();
      return true;
    } catch (JdbiException e) {
      if (state(e).startsWith("23")) {
        return false;
      }
      throw e;
    }
  }

  private static void insert(
      Handle handle, StoredInstance instance, List<StoredNode> nodes, StoredTransition first) {
    WorkflowRows.bind(
            handle.createUpdate(
                "INSERT INTO workflow_instance (workflow, trading_date, cycle, run, book_version,"
                    + " starts_at, state, steps) VALUES (:workflow, :date, :cycle, :run, :version,"
                    + " :startsAt, :state, 1)"),
            instance.key())
        .bind("version", instance.bookVersion())
        .bind("startsAt", WorkflowRows.time(instance.startsAt()))
        .bind("state", instance.state().name())
        .execute();
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO workflow_node (workflow, trading_date, cycle, run, node, place, state,"
                + " attempt, not_before, due_at, overdue, released_by, holder, token, beat)"
                + " VALUES (:workflow, :date, :cycle, :run, :node, :place, :state, :attempt,"
                + " :notBefore, :dueAt, :overdue, :releasedBy, :holder, :token, :beat)");
    nodes.forEach(node -> WorkflowRows.bind(WorkflowRows.bind(batch, instance.key()), node).add());
    batch.execute();
    WorkflowLedger.insert(handle, instance.key(), List.of(first));
  }

  /**
   * Works on an instance while nobody else does; all of the work is kept, or nothing. What was
   * changed, such as a confirmation, is on disk when this returns.
   *
   * @return what the work returns; empty if there is no such instance
   */
  public <T> Optional<T> locked(InstanceKey key, Function<WorkflowLedger, T> work) {
    AtomicBoolean wrote = new AtomicBoolean();
    Optional<T> done =
        again(
            () ->
                jdbi.inTransaction(
                    handle ->
                        WorkflowRows.bind(
                                handle.createQuery(
                                    "SELECT * FROM workflow_instance WHERE"
                                        + WorkflowRows.OF_INSTANCE
                                        + " FOR UPDATE"),
                                key)
                            .map((row, context) -> WorkflowRows.instance(row))
                            .findFirst()
                            .map(
                                instance -> {
                                  WorkflowLedger ledger = new WorkflowLedger(handle, instance);
                                  T result = work.apply(ledger);
                                  wrote.set(ledger.flush());
                                  return result;
                                })));
    if (wrote.get()) {
      database.force();
    }
    return done;
  }

  /** An instance. */
  public Optional<StoredInstance> find(InstanceKey key) {
    return jdbi.withHandle(
        handle ->
            WorkflowRows.bind(
                    handle.createQuery(
                        "SELECT * FROM workflow_instance WHERE" + WorkflowRows.OF_INSTANCE),
                    key)
                .map((row, context) -> WorkflowRows.instance(row))
                .findFirst());
  }

  /** The instances that are open, by their start. */
  public List<StoredInstance> open() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM workflow_instance WHERE state = 'OPEN'"
                        + " ORDER BY starts_at, workflow, trading_date, cycle, run")
                .map((row, context) -> WorkflowRows.instance(row))
                .list());
  }

  /** The instances of trading dates, by their start. */
  public List<StoredInstance> between(LocalDate from, LocalDate to) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM workflow_instance WHERE trading_date BETWEEN :from AND :to"
                        + " ORDER BY starts_at, workflow, trading_date, cycle, run")
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> WorkflowRows.instance(row))
                .list());
  }

  /** The nodes of an instance in their places. */
  public List<StoredNode> nodes(InstanceKey key) {
    return jdbi.withHandle(
        handle ->
            WorkflowRows.bind(
                    handle.createQuery(
                        "SELECT * FROM workflow_node WHERE"
                            + WorkflowRows.OF_INSTANCE
                            + " ORDER BY place"),
                    key)
                .map((row, context) -> WorkflowRows.node(row))
                .list());
  }

  /** The nodes of all open instances, by instance. */
  public Map<InstanceKey, List<StoredNode>> openNodes() {
    Map<InstanceKey, List<StoredNode>> nodes = new LinkedHashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT n.* FROM workflow_node n JOIN workflow_instance i ON"
                        + " i.workflow = n.workflow AND i.trading_date = n.trading_date"
                        + " AND i.cycle = n.cycle AND i.run = n.run"
                        + " WHERE i.state = 'OPEN' ORDER BY n.place")
                .map((row, context) -> Map.entry(WorkflowRows.key(row), WorkflowRows.node(row)))
                .forEach(
                    entry ->
                        nodes
                            .computeIfAbsent(entry.getKey(), key -> new ArrayList<>())
                            .add(entry.getValue())));
    return nodes;
  }

  /** What became of an instance. */
  public List<StoredTransition> history(InstanceKey key) {
    return jdbi.withHandle(
        handle ->
            WorkflowRows.bind(
                    handle.createQuery(
                        "SELECT * FROM workflow_transition WHERE"
                            + WorkflowRows.OF_INSTANCE
                            + " ORDER BY number"),
                    key)
                .map((row, context) -> WorkflowRows.transition(row))
                .list());
  }

  /**
   * Says that the holder of a node lives.
   *
   * @return false if somebody else has it by now
   */
  public boolean beat(InstanceKey key, String node, long token) {
    return again(
            () ->
                jdbi.inTransaction(
                    handle ->
                        WorkflowRows.bind(
                                handle.createUpdate(
                                    "UPDATE workflow_node SET beat = beat + 1 WHERE node = :node"
                                        + " AND token = :token AND state = 'RUNNING' AND"
                                        + WorkflowRows.OF_INSTANCE),
                                key)
                            .bind("node", node)
                            .bind("token", token)
                            .execute()))
        == 1;
  }

  /**
   * Raises an event.
   *
   * @return false if it was raised before
   */
  public boolean raise(StoredEvent event, String by, Instant at) {
    try {
      jdbi.useTransaction(
          handle ->
              handle
                  .createUpdate(
                      "INSERT INTO workflow_event (name, trading_date, cycle, raised_by, raised_at)"
                          + " VALUES (:name, :date, :cycle, :by, :at)")
                  .bind("name", event.name())
                  .bind("date", event.date())
                  .bind("cycle", event.cycle())
                  .bind("by", by)
                  .bind("at", WorkflowRows.time(at))
                  .execute());
      database.force();
      return true;
    } catch (JdbiException e) {
      if (state(e).startsWith("23")) {
        return false;
      }
      throw e;
    }
  }

  /** The events of a trading date. */
  public List<StoredEvent> events(LocalDate date) {
    return jdbi.withHandle(handle -> WorkflowRows.events(handle, date));
  }
}
