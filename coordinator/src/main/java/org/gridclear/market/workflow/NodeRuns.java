package org.gridclear.market.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.gridclear.market.store.workflow.InstanceKey;
import org.gridclear.market.store.workflow.NodeState;
import org.gridclear.market.store.workflow.StoredInstance;
import org.gridclear.market.store.workflow.StoredNode;
import org.gridclear.market.store.workflow.WorkflowLedger;
import org.gridclear.market.store.workflow.WorkflowStore;
import org.gridclear.market.workflow.book.Workflow;
import org.gridclear.market.workflow.book.WorkflowNode;

/** The nodes that a coordinator runs, and those of others that it watches. */
final class NodeRuns {
  /** How often a node may take its process with it before it counts as failed. */
  private static final int DEATHS_MOST = 3;

  private final WorkflowStore store;
  private final WorkflowCoordinator.Setting setting;
  private final Set<Taken> held = ConcurrentHashMap.newKeySet();
  private final AtomicInteger ended = new AtomicInteger();
  private final Map<String, Seen> seen = new HashMap<>();

  NodeRuns(WorkflowStore store, WorkflowCoordinator.Setting setting) {
    this.store = store;
    this.setting = setting;
  }

  /** A node that this coordinator took, at a time of its own clock. */
  record Taken(StoredInstance instance, WorkflowNode node, StoredNode stored, Instant at) {
    long token() {
      return stored.hold().token();
    }

    String text() {
      return "%s, node %s".formatted(instance.key().text(), node.id());
    }
  }

  /** The last sign of life of another's node, and when it was seen by the own ticker. */
  private record Seen(StoredNode.Hold hold, long nanos) {}

  /** Takes the first node that can run. */
  Optional<Taken> take(
      WorkflowLedger ledger, Workflow workflow, List<StoredNode> nodes, Instant now) {
    for (StoredNode node : nodes) {
      WorkflowNode defined = workflow.node(node.id());
      boolean waits = node.times().notBefore().filter(time -> time.isAfter(now)).isPresent();
      boolean free = !defined.isByHand() || !node.releasedBy().isEmpty();
      if (node.state() == NodeState.READY
          && free
          && !waits
          && setting.tasks().containsKey(defined.task())) {
        StoredNode running =
            node.in(NodeState.RUNNING)
                .after(node.attempt() + 1, Optional.empty())
                .heldBy(setting.name());
        ledger.put(running);
        ledger.add(
            node.id(),
            NodeState.RUNNING.label(),
            setting.name(),
            now,
            "try %d".formatted(running.attempt()));
        Taken taken = new Taken(ledger.instance(), defined, running, now);
        held.add(taken);
        return Optional.of(taken);
      }
    }
    return Optional.empty();
  }

  /**
   * Does what may take a node, for one that has the instance to itself meanwhile. Where it is not
   * known whether that was kept, the node is not held: it is taken back.
   */
  Optional<Taken> locked(InstanceKey key, Function<WorkflowLedger, Optional<Taken>> work) {
    AtomicReference<Taken> last = new AtomicReference<>();
    try {
      return store
          .locked(
              key,
              ledger -> {
                Optional<Taken> taken = work.apply(ledger);
                taken.ifPresent(last::set);
                return taken;
              })
          .orElseThrow();
    } catch (RuntimeException e) {
      Taken unsure = last.get();
      if (unsure != null) {
        held.remove(unsure);
      }
      throw e;
    }
  }

  /**
   * Has a node run that was taken, and those after it.
   *
   * @param onward what becomes of the instance once the node has ended, and what is to be run next
   */
  void begin(Taken taken, Function<WorkflowLedger, Optional<Taken>> onward) {
    setting
        .executor()
        .execute(
            () -> {
              Optional<Taken> next = Optional.of(taken);
              while (next.isPresent()) {
                next = run(next.get(), onward);
              }
            });
  }

  /** Runs a node, and keeps how it ended, unless another has it by then. */
  private Optional<Taken> run(Taken taken, Function<WorkflowLedger, Optional<Taken>> onward) {
    try {
      TaskOutcome outcome = outcome(taken);
      Instant now = setting.now();
      TaskOutcome ended = inTime(taken, outcome, now);
      return locked(
          taken.instance().key(),
          ledger -> ended(ledger, taken, ended, now) ? onward.apply(ledger) : Optional.empty());
    } catch (LostRunException e) {
      return Optional.empty();
    } finally {
      // Not before it is kept: what is neither held nor ended is taken back.
      held.remove(taken);
      ended.incrementAndGet();
    }
  }

  private TaskOutcome outcome(Taken taken) {
    try {
      return Objects.requireNonNull(setting.tasks().get(taken.node().task())).run(context(taken));
    } catch (LostRunException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return TaskOutcome.failed("interrupted");
    } catch (Exception e) {
      return TaskOutcome.failed(e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }

  private TaskContext context(Taken taken) {
    String by = taken.stored().releasedBy();
    return new TaskContext(
        taken.instance(),
        taken.node(),
        taken.stored().attempt(),
        by.isEmpty() ? setting.name() : by,
        taken.token(),
        setting.clock(),
        () -> {
          if (!store.beat(taken.instance().key(), taken.node().id(), taken.token())) {
            throw new LostRunException(taken.text());
          }
        });
  }

  private static TaskOutcome inTime(Taken taken, TaskOutcome outcome, Instant now) {
    int most = taken.node().limits().timeoutSeconds();
    long took = Duration.between(taken.at(), now).toSeconds();
    return most > 0 && took > most
        ? TaskOutcome.failed("took %d s of %d: %s".formatted(took, most, outcome.message()))
        : outcome;
  }

  private boolean ended(WorkflowLedger ledger, Taken taken, TaskOutcome outcome, Instant now) {
    StoredNode node = ledger.node(taken.node().id());
    boolean mine = node.state() == NodeState.RUNNING && node.hold().token() == taken.token();
    if (mine) {
      String by =
          node.releasedBy().isEmpty()
              ? setting.name()
              : "%s by %s".formatted(node.releasedBy(), setting.name());
      if (outcome.done()) {
        ledger.put(node.in(NodeState.DONE));
        ledger.add(node.id(), NodeState.DONE.label(), by, now, outcome.message());
      } else {
        failed(ledger, taken.node(), node, now, outcome.message());
      }
    }
    return mine;
  }

  private void failed(
      WorkflowLedger ledger, WorkflowNode defined, StoredNode node, Instant now, String why) {
    if (node.attempt() <= defined.limits().retries()) {
      Instant again = now.plusSeconds(defined.limits().pauseSeconds());
      ledger.put(node.in(NodeState.READY).after(node.attempt(), Optional.of(again)));
      ledger.add(node.id(), NodeState.READY.label(), setting.name(), now, "failed, again: " + why);
      return;
    }
    NodeState state =
        switch (defined.onFailure().action()) {
          case STOP -> NodeState.FAILED;
          case SKIP -> NodeState.SKIPPED;
          case ESCALATE -> NodeState.ESCALATED;
        };
    ledger.put(node.in(state));
    String groups = String.join(", ", defined.onFailure().groups());
    ledger.add(
        node.id(),
        state.label(),
        setting.name(),
        now,
        state == NodeState.ESCALATED ? "for %s to decide: %s".formatted(groups, why) : why);
  }

  /** How many tries of nodes have ended, well or not. */
  int ended() {
    return ended.get();
  }

  /** Gives a sign of life for all that is held. */
  void beat() {
    held.forEach(each -> store.beat(each.instance().key(), each.node().id(), each.token()));
  }

  /**
   * The running nodes of others that gave no sign of life for the lease, by the own ticker, and own
   * ones of which it could not be kept how they ended.
   */
  synchronized List<StoredNode> silent(InstanceKey key, List<StoredNode> nodes) {
    List<StoredNode> silent = new ArrayList<>();
    for (StoredNode node : nodes) {
      String which = key.text() + " " + node.id();
      boolean mine = node.hold().holder().equals(setting.name());
      if (node.state() != NodeState.RUNNING || mine) {
        seen.remove(which);
        if (node.state() == NodeState.RUNNING && !holds(key, node)) {
          silent.add(node);
        }
        continue;
      }
      long nanos = setting.ticker().getAsLong();
      Seen before = seen.get(which);
      if (before == null || !before.hold().equals(node.hold())) {
        seen.put(which, new Seen(node.hold(), nanos));
      } else if (nanos - before.nanos() >= setting.lease().toNanos()) {
        silent.add(node);
      }
    }
    return silent;
  }

  private boolean holds(InstanceKey key, StoredNode node) {
    return held.stream()
        .anyMatch(
            each ->
                each.instance().key().equals(key)
                    && each.node().id().equals(node.id())
                    && each.token() == node.hold().token());
  }

  /** Takes a node from a coordinator that fell silent: it can run again. */
  void takeBack(WorkflowLedger ledger, WorkflowNode defined, StoredNode node, Instant now) {
    String why =
        node.hold().holder().equals(setting.name())
            ? "how it ended could not be kept"
            : "%s, which ran it, was silent for %s"
                .formatted(node.hold().holder(), setting.lease().toString().substring(2));
    StoredNode free = node.heldBy("");
    if (node.attempt() > defined.limits().retries() + DEATHS_MOST) {
      failed(ledger, defined, free, now, why);
      return;
    }
    ledger.put(free.in(NodeState.READY));
    ledger.add(node.id(), NodeState.READY.label(), setting.name(), now, why);
  }
}
