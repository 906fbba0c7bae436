package org.gridclear.market.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.gridclear.market.calendar.MarketCalendar;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.declaration.DeclarationStore;
import org.gridclear.market.store.workflow.InstanceKey;
import org.gridclear.market.store.workflow.InstanceState;
import org.gridclear.market.store.workflow.NodeState;
import org.gridclear.market.store.workflow.StoredInstance;
import org.gridclear.market.store.workflow.StoredNode;
import org.gridclear.market.store.workflow.StoredTransition;
import org.gridclear.market.store.workflow.WorkflowLedger;
import org.gridclear.market.store.workflow.WorkflowStore;
import org.gridclear.market.workflow.book.InstanceTimes;
import org.gridclear.market.workflow.book.Workflow;
import org.gridclear.market.workflow.book.WorkflowBooks;
import org.gridclear.market.workflow.book.WorkflowNode;
import org.gridclear.worker.api.Daemons;

/**
 * Runs the workflows of a market. Several may run beside each other on one database: a start is one
 * row whoever makes it, a node is one coordinator's until that falls silent, and what one does
 * whose node was taken counts no more. Nothing hangs on their clocks being the same.
 */
public final class WorkflowCoordinator implements AutoCloseable {
  /** How far back starts are looked for that nobody made. */
  private static final Duration LOOK_BACK = Duration.ofDays(2);

  private static final int BEATS_PER_LEASE = 4;

  private final WorkflowStore store;
  private final WorkflowBooks books;
  private final InstanceTimes times;
  private final Setting setting;
  private final NodeRuns runs;
  private final Map<String, Instant> made = new HashMap<>();
  private volatile List<WorkflowBooks.Version> versions = List.of();
  private final ScheduledExecutorService beats = Daemons.scheduler("workflow-lease");

  /**
   * What a coordinator is.
   *
   * @param name its name, of its own among all that ever ran
   * @param tasks what it can do, by name; other nodes it leaves to other coordinators
   * @param clock the market's time, real or simulated
   * @param executor where nodes run; {@code Runnable::run} for one after the other in the thread
   *     that steps
   * @param lease how long one may be silent before its nodes are taken by another, in real time
   * @param ticker nanoseconds of real time
   */
  public record Setting(
      String name,
      Map<String, WorkflowTask> tasks,
      Clock clock,
      Executor executor,
      Duration lease,
      LongSupplier ticker) {
    /** How long one may be silent where nothing is said. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    public Setting {
      tasks = Map.copyOf(tasks);
    }

    /** One node after the other, with a lease of half a minute. */
    public Setting(String name, Map<String, WorkflowTask> tasks, Clock clock) {
      this(name, tasks, clock, Runnable::run, LEASE, System::nanoTime);
    }

    Instant now() {
      return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
  }

  /** A coordinator of a market; {@link #close} ends its beats, not what it runs. */
  public WorkflowCoordinator(MarketFolder market, Setting setting) {
    this.store = new WorkflowStore(market.database());
    PieceStore pieces = new PieceStore(market);
    this.books = new WorkflowBooks(pieces);
    this.times = times(market);
    this.setting = setting;
    this.runs = new NodeRuns(store, setting);
    long nanos = setting.lease().toNanos() / BEATS_PER_LEASE;
    beats.scheduleAtFixedRate(runs::beat, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  /** The times of a market's workflows. */
  public static InstanceTimes times(MarketFolder market) {
    MarketClock clock = new MarketClock(market.facts().zone());
    return new InstanceTimes(
        clock,
        new MarketCalendar(new PieceStore(market), clock, PieceStore.ALL),
        new MarketGates(new DeclarationStore(market.database()), clock.zone()));
  }

  /**
   * Does all that is to be done now: makes what starts, begins what is ready, says what is late.
   *
   * @return how many tries of nodes have ended meanwhile
   */
  public synchronized int step() {
    int before = runs.ended();
    boolean more = true;
    while (more) {
      versions = books.versions();
      makeStarts();
      more = false;
      for (StoredInstance instance : store.open()) {
        more |= work(instance.key());
      }
    }
    return runs.ended() - before;
  }

  /** The time by its clock. */
  Instant now() {
    return setting.now();
  }

  private void makeStarts() {
    Instant now = setting.now();
    for (int v = 0; v < versions.size(); v++) {
      WorkflowBooks.Version version = versions.get(v);
      for (Workflow workflow : version.book().workflows()) {
        String which = version.number() + " " + workflow.id();
        Instant from = made.computeIfAbsent(which, key -> lookedFrom(version.from(), now));
        for (InstanceTimes.Start start : times.between(workflow, from, now)) {
          // By the start, not by the clock that is asked: all coordinators choose the same.
          boolean holds =
              WorkflowBooks.at(versions, start.at())
                  .filter(holding -> holding.number() == version.number())
                  .isPresent();
          if (holds) {
            make(workflow, version.number(), start, now);
          }
        }
        made.put(which, from.isAfter(now) ? from : now);
      }
    }
  }

  /** Just before the first time that may have a start. */
  private static Instant lookedFrom(Instant versionFrom, Instant now) {
    Instant earliest = now.minus(LOOK_BACK);
    return (versionFrom.isBefore(earliest) ? earliest : versionFrom).minusMillis(1);
  }

  private void make(Workflow workflow, int version, InstanceTimes.Start start, Instant now) {
    InstanceKey key = new InstanceKey(workflow.id(), start.date(), start.cycle(), 1);
    boolean late = start.at().plus(Duration.ofMinutes(workflow.missedAfterMinutes())).isBefore(now);
    store.create(
        new StoredInstance(
            key, version, start.at(), late ? InstanceState.MISSED : InstanceState.OPEN, 1),
        nodes(workflow, start, times),
        new StoredTransition(
            1,
            "",
            late ? InstanceState.MISSED.label() : InstanceState.OPEN.label(),
            setting.name(),
            now,
            late
                ? "no coordinator was there for %d min after its start"
                    .formatted(workflow.missedAfterMinutes())
                : "its time has come"));
  }

  /** The nodes of a new instance. */
  static List<StoredNode> nodes(Workflow workflow, InstanceTimes.Start start, InstanceTimes times) {
    List<StoredNode> nodes = new ArrayList<>();
    for (WorkflowNode node : workflow.nodes()) {
      Optional<Instant> due = node.due().map(when -> times.at(when, start.date(), start.at()));
      nodes.add(
          new StoredNode(
              node.id(),
              nodes.size(),
              NodeState.WAITING,
              0,
              new StoredNode.Times(Optional.empty(), due),
              false,
              "",
              StoredNode.Hold.NONE));
    }
    return nodes;
  }

  /** Has all nodes of an instance run that can; says whether there was any. */
  private boolean work(InstanceKey key) {
    boolean any = false;
    Optional<NodeRuns.Taken> taken;
    do {
      taken = runs.locked(key, this::advanced);
      if (taken.isPresent()) {
        any = true;
        runs.begin(taken.get(), this::advanced);
      }
    } while (taken.isPresent());
    return any;
  }

  /** Has time pass for an instance; returns what is to be run next, if anything is. */
  private Optional<NodeRuns.Taken> advanced(WorkflowLedger ledger) {
    if (ledger.state() != InstanceState.OPEN) {
      return Optional.empty();
    }
    Instant now = setting.now();
    StoredInstance instance = ledger.instance();
    Workflow workflow = workflow(instance, versions);
    for (StoredNode silent : runs.silent(instance.key(), ledger.nodes())) {
      runs.takeBack(ledger, workflow.node(silent.id()), silent, now);
    }
    Advance advance = new Advance(workflow, times, instance, ledger.events(), now);
    for (Advance.Change change : advance.changes(ledger.nodes())) {
      ledger.put(change.node());
      ledger.add(change.node().id(), change.state(), setting.name(), now, change.reason());
    }
    Optional<InstanceState> ended = Advance.ended(ledger.nodes());
    if (ended.isPresent()) {
      ledger.put(ended.get());
      ledger.add("", ended.get().label(), setting.name(), now, "");
      return Optional.empty();
    }
    return Advance.isStopped(ledger.nodes())
        ? Optional.empty()
        : runs.take(ledger, workflow, ledger.nodes(), now);
  }

  private static Workflow workflow(StoredInstance instance, List<WorkflowBooks.Version> versions) {
    return versions.get(instance.bookVersion() - 1).book().workflow(instance.key().workflow());
  }

  /**
   * The first time after now at which something is to be done by the clock alone; empty if there is
   * none for weeks.
   */
  public synchronized Optional<Instant> next() {
    Instant now = setting.now();
    versions = books.versions();
    List<Instant> all = new ArrayList<>();
    for (WorkflowBooks.Version version : versions) {
      Instant after = version.from().isAfter(now) ? version.from().minusMillis(1) : now;
      for (Workflow workflow : version.book().workflows()) {
        times
            .next(workflow, after)
            .map(InstanceTimes.Start::at)
            .filter(
                at ->
                    WorkflowBooks.at(versions, at)
                        .filter(holding -> holding.number() == version.number())
                        .isPresent())
            .ifPresent(all::add);
      }
    }
    Map<InstanceKey, List<StoredNode>> nodes = store.openNodes();
    for (StoredInstance instance : store.open()) {
      Workflow workflow = workflow(instance, versions);
      new Advance(workflow, times, instance, List.of(), now)
          .next(nodes.getOrDefault(instance.key(), List.of()))
          .ifPresent(all::add);
    }
    return all.stream().min(Instant::compareTo);
  }

  /**
   * Drives a simulated clock from due time to due time.
   *
   * @param clock the clock of this coordinator
   * @param until up to when, inclusive; the clock shows it at the end
   * @return how many tries of nodes have ended
   */
  public int drive(SimulatedClock clock, Instant until) {
    int ran = step();
    Optional<Instant> next = next();
    while (next.isPresent() && !next.get().isAfter(until)) {
      clock.set(next.get());
      ran += step();
      next = next();
    }
    clock.set(until);
    return ran + step();
  }

  @Override
  public void close() {
    beats.shutdownNow();
  }
}
