package org.gridclear.market.store.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** One instance, held against everybody else until the work on it is kept. */
public final class WorkflowLedger {
  private static final int REASON_MOST = 4000;

  private final Handle handle;
  private final StoredInstance instance;
  private final Map<String, StoredNode> nodes = new LinkedHashMap<>();
  private final Set<String> changed = new HashSet<>();
  private final List<StoredTransition> added = new ArrayList<>();
  private InstanceState state;

  WorkflowLedger(Handle handle, StoredInstance instance) {
    this.handle = handle;
    this.instance = instance;
    this.state = instance.state();
    WorkflowRows.bind(
            handle.createQuery(
                "SELECT * FROM workflow_node WHERE" + WorkflowRows.OF_INSTANCE + " ORDER BY place"),
            instance.key())
        .map((row, context) -> WorkflowRows.node(row))
        .forEach(node -> nodes.put(node.id(), node));
  }

  /** The instance as it was when the work on it began. */
  public StoredInstance instance() {
    return instance;
  }

  /** How the instance stands now. */
  public InstanceState state() {
    return state;
  }

  /** Its nodes as they are now, in their places. */
  public List<StoredNode> nodes() {
    return List.copyOf(nodes.values());
  }

  /**
   * A node as it is now.
   *
   * @throws IllegalArgumentException if there is none
   */
  public StoredNode node(String id) {
    StoredNode node = nodes.get(id);
    if (node == null) {
      throw new IllegalArgumentException(
          "%s has no node %s; it has %s.".formatted(instance.key().text(), id, nodes.keySet()));
    }
    return node;
  }

  /** The events of its trading date. */
  public List<StoredEvent> events() {
    return WorkflowRows.events(handle, instance.key().date());
  }

  /** Has a node be so from now on. */
  public void put(StoredNode node) {
    nodes.put(node.id(), node);
    changed.add(node.id());
  }

  /** Has the instance stand so from now on. */
  public void put(InstanceState next) {
    state = next;
  }

  /** Writes down what became of a node, or of the instance where it is "". */
  public void add(String node, String to, String by, Instant at, String reason) {
    int number = instance.steps() + added.size() + 1;
    added.add(new StoredTransition(number, node, to, by, at, reason));
  }

  /** Keeps it all; returns whether there was anything. */
  boolean flush() {
    if (!changed.isEmpty()) {
      PreparedBatch batch =
          handle.prepareBatch(
              "UPDATE workflow_node SET place = :place, state = :state, attempt = :attempt,"
                  + " not_before = :notBefore, due_at = :dueAt, overdue = :overdue,"
                  + " released_by = :releasedBy, holder = :holder, token = :token,"
                  + " beat = :beat WHERE node = :node AND"
                  + WorkflowRows.OF_INSTANCE);
      for (String id : changed) {
        WorkflowRows.bind(
                WorkflowRows.bind(batch, instance.key()), Objects.requireNonNull(nodes.get(id)))
            .add();
      }
      batch.execute();
    }
    if (!added.isEmpty()) {
      insert(handle, instance.key(), added);
    }
    if (!added.isEmpty() || state != instance.state()) {
      WorkflowRows.bind(
              handle.createUpdate(
                  "UPDATE workflow_instance SET steps = :steps, state = :state WHERE"
                      + WorkflowRows.OF_INSTANCE),
              instance.key())
          .bind("steps", instance.steps() + added.size())
          .bind("state", state.name())
          .execute();
    }
    return !changed.isEmpty() || !added.isEmpty() || state != instance.state();
  }

  static void insert(Handle handle, InstanceKey key, List<StoredTransition> transitions) {
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO workflow_transition (workflow, trading_date, cycle, run, number, node,"
                + " state, made_by, made_at, reason) VALUES (:workflow, :date, :cycle, :run,"
                + " :number, :node, :state, :by, :at, :reason)");
    for (StoredTransition each : transitions) {
      String reason = each.reason();
      WorkflowRows.bind(batch, key)
          .bind("number", each.number())
          .bind("node", each.node())
          .bind("state", each.state())
          .bind("by", each.by())
          .bind("at", WorkflowRows.time(each.at()))
          .bind("reason", reason.length() > REASON_MOST ? reason.substring(0, REASON_MOST) : reason)
          .add();
    }
    batch.execute();
  }
}
