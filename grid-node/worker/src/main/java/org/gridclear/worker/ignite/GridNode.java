package org.gridclear.worker.ignite;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteException;
import org.apache.ignite.Ignition;
import org.apache.ignite.IgnitionListener;
import org.apache.ignite.cluster.ClusterState;
import org.gridclear.solver.Deadline;
import org.gridclear.worker.api.AtExit;
import org.gridclear.worker.api.Daemons;
import org.gridclear.worker.api.StoreUnsettledException;
import org.gridclear.worker.ignite.folder.DataFolder;
import org.gridclear.worker.process.ChildLimits;
import org.gridclear.worker.process.SolverPool;
import org.gridclear.worker.slot.WorkerSlots;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One member of the cluster. */
public final class GridNode implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GridNode.class);
  private static final long LOOK_MILLIS = 500;

  private static final Map<String, GridNode> NODES = new ConcurrentHashMap<>();

  private final GridNodeOptions options;
  private final Ignite ignite;
  private final CriticalFailures failures;
  private final QuorumGuard majority;
  private final Baseline baseline;
  private final @Nullable SolverPool pool;
  private final WorkerSlots slots;
  private final CompletableFuture<Ended> ended = new CompletableFuture<>();
  private final Drain drain = new Drain();
  private final ScheduledExecutorService watcher = Daemons.scheduler("node-watch");
  private final IgnitionListener stopListener;
  private final AtomicBoolean closed = new AtomicBoolean();
  private @Nullable AtExit atExit;
  private boolean saidCutOff;

  /** What is to be done with a node that came to an end. */
  public enum Next {
    STOP,
    REJOIN,
    FAIL
  }

  /**
   * Why a node came to an end.
   *
   * @param reason what happened
   * @param join addresses at which the others were seen; empty for those it was started with
   */
  public record Ended(Next next, String reason, List<String> join) {}

  private GridNode(GridNodeOptions options, Ignite ignite) {
    this.options = options;
    this.ignite = ignite;
    failures = (CriticalFailures) ignite.configuration().getFailureHandler();
    majority = new QuorumGuard(ignite);
    baseline = new Baseline(ignite);
    ChildLimits limits = ChildLimits.ofMemory(options.childMemoryBytes());
    pool =
        options.childMemoryBytes() == 0
            ? null
            : new SolverPool(SolverPool.command(options.name(), limits), limits);
    slots =
        new WorkerSlots(
            options.name(), new IgniteBlockStore(ignite, majority), pool, options.slots());
    stopListener = (name, state) -> stopped(name, state.name());
  }

  /**
   * Starts a node and joins the cluster, or forms one.
   *
   * @throws IllegalArgumentException if the others refuse it
   * @throws NotJoinedException if it may not wait for ever, and nobody let it in
   */
  public static GridNode start(GridNodeOptions options) {
    System.setProperty("IGNITE_DUMP_THREADS_ON_FAILURE", "false");
    System.setProperty("IGNITE_NO_SHUTDOWN_HOOK", "true");
    if (options.dataFolder() != null && Ignition.allGrids().isEmpty()) {
      DataFolder.check(options.dataFolder(), options.name());
    }
    Ignite ignite = ignite(options);
    if (options.dataFolder() != null) {
      activate(ignite);
    }
    GridNode node = new GridNode(options, ignite);
    NODES.put(ignite.name(), node);
    node.atExit = AtExit.run(AtExit.Stage.MEMBER, node::close);
    Ignition.addListener(node.stopListener);
    node.watcher.scheduleWithFixedDelay(
        node::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    return node;
  }

  /**
   * Starts Ignite. A node that was told no address looks for its grid at the ports of its range;
   * where others are, it looks no more.
   */
  private static Ignite ignite(GridNodeOptions options) {
    Set<Integer> foreign = new TreeSet<>();
    while (true) {
      try {
        return NameCheck.heard(
            () ->
                ClockCheck.heard(
                    () -> Ignition.start(NodeConfiguration.of(options, Set.copyOf(foreign)))));
      } catch (NameCheck.OtherGridException e) {
        if (!options.join().isEmpty() || !foreign.addAll(e.ports())) {
          throw e;
        }
        LOG.info(
            "node={} is of the grid {}; another grid is at ports {}",
            options.name(),
            options.grid(),
            e.ports());
      } catch (IgniteException e) {
        if (options.joinMax().isZero()) {
          throw e;
        }
        throw new NotJoinedException(options, e);
      }
    }
  }

  /** A new durable grid starts at once; an old one starts itself when all its members are back. */
  private static void activate(Ignite ignite) {
    var cluster = ignite.cluster();
    if (cluster.currentBaselineTopology() == null) {
      cluster.state(ClusterState.ACTIVE);
    }
  }

  /** Starts solver processes before the first unit comes. */
  public GridNode warm() {
    if (pool != null) {
      pool.warm(options.slots());
    }
    return this;
  }

  private void stopped(String name, String state) {
    if (name != null && name.equals(ignite.name()) && state.startsWith("STOPPED")) {
      String failure = failures.reason();
      if (failure != null) {
        ended.complete(new Ended(Next.FAIL, failure, List.of()));
      } else {
        Next next = state.equals("STOPPED") ? Next.STOP : Next.REJOIN;
        ended.complete(new Ended(next, "The others dropped this node.", List.of()));
      }
    }
  }

  /** Takes a request of an operator; false while the node starts or stops. */
  static boolean hear(Ignite ignite, NodeRequest.Kind request) {
    GridNode node = NODES.get(ignite.name());
    if (node == null) {
      return false;
    }
    LOG.info("node={} is asked to {}", node.options.name(), request);
    if (request == NodeRequest.Kind.DRAIN) {
      node.drain.begin();
    } else {
      node.majority.accept();
    }
    return true;
  }

  /** Ends the node once what it did has gone back and its data have backups elsewhere. */
  private void drained() {
    boolean backups = GridCaches.backupsComplete(ignite);
    LOG.debug(
        "node={} drains: {} units under way, backups complete: {}",
        options.name(),
        drain.underWay(),
        backups);
    if (drain.mayGo(backups)) {
      ended.complete(new Ended(Next.STOP, "Drained.", List.of()));
    }
  }

  private void look() {
    try {
      if (drain.begun()) {
        drained();
      }
      if (options.dataFolder() != null && !majority.refusing()) {
        baseline.look();
      }
      if (majority.refusing()) {
        refuse();
      } else if (saidCutOff) {
        LOG.info("node={} works again: nobody who was lost can be elsewhere", options.name());
        saidCutOff = false;
      }
    } catch (RuntimeException e) {
      LOG.debug("node={} look failed", options.name(), e);
    }
  }

  private void refuse() {
    if (!saidCutOff) {
      LOG.warn("node={} is cut off from most of the grid and refuses work", options.name());
      saidCutOff = true;
    }
    List<String> others = majority.reachable();
    if (!others.isEmpty()) {
      ended.complete(new Ended(Next.REJOIN, "The others are back.", others));
    }
  }

  /** Does a packed unit that a job brought. */
  static byte[] work(Ignite ignite, byte[] unit, Deadline cancelled) {
    GridNode node = NODES.get(ignite.name());
    if (node == null || node.failures.reason() != null) {
      throw refused("it is starting or stopping");
    }
    if (node.majority.refusing()) {
      throw refused("it is cut off");
    }
    if (!node.drain.take()) {
      throw refused("it is being drained");
    }
    try {
      return node.slots.work(unit, cancelled);
    } catch (StoreUnsettledException e) {
      LOG.info("node={} gives units back: {}", node.options.name(), e.toString());
      throw refused(String.valueOf(e.getMessage()));
    } finally {
      node.drain.handBack();
    }
  }

  private static RefusedException refused(String why) {
    return new RefusedException("The node takes no work: %s.".formatted(why));
  }

  /** The Ignite instance. */
  public Ignite ignite() {
    return ignite;
  }

  /** What it was started with. */
  public GridNodeOptions options() {
    return options;
  }

  /** Number of nodes in the cluster, of every role. */
  public int nodeCount() {
    return ignite.cluster().nodes().size();
  }

  /** Whether this node is cut off from most of the grid, and so writes and does nothing. */
  public boolean refusing() {
    return majority.refusing();
  }

  /** Process ids of its solver processes. */
  public List<Long> solverPids() {
    return pool == null ? List.of() : pool.pids();
  }

  /** Completes when the node came to an end by itself. */
  public CompletableFuture<Ended> ended() {
    return ended;
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    if (atExit != null) {
      atExit.close();
    }
    watcher.shutdownNow();
    Ignition.removeListener(stopListener);
    NODES.remove(ignite.name());
    Ignition.stop(ignite.name(), true);
    if (pool != null) {
      pool.close();
    }
  }
}
