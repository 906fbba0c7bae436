package org.gridclear.worker.process;

import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gridclear.solver.Deadline;
import org.gridclear.work.Failure;
import org.gridclear.work.FailureReason;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.BlockStore;
import org.gridclear.worker.api.Daemons;
import org.gridclear.worker.api.Receipt;
import org.gridclear.worker.slot.Isolation;

/**
 * The children of a node, one per slot at most, kept warm between units. A child that came to an
 * end is replaced when the next unit comes.
 */
public final class SolverPool implements Isolation, AutoCloseable {
  private static final long LOOK_MILLIS = 200;

  private static final Counter ENDED =
      Counter.build("gridclear_children_ended_total", "Solver processes that ended, by reason.")
          .labelNames("reason")
          .register();
  private static final Gauge MEMORY =
      Gauge.build("gridclear_children_memory_bytes", "Resident memory of solver processes.")
          .register();
  private static final Gauge COUNT =
      Gauge.build("gridclear_children", "Solver processes of this node.").register();

  private static final List<String> PASSED_ON =
      List.of(
          "--add-",
          "--enable-native",
          "-XX:SharedArchiveFile=",
          "-Xshare:",
          "-Xlog:cds",
          "-XX:Tier4");

  private final List<String> command;
  private final ChildLimits limits;
  private final Deque<SolverProcess> idle = new ArrayDeque<>();
  private final Set<SolverProcess> all = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService watcher;
  private long lookedAt = System.nanoTime();

  /**
   * A pool that starts children as they are needed.
   *
   * @param command how a child is started
   */
  public SolverPool(List<String> command, ChildLimits limits) {
    this.command = List.copyOf(command);
    this.limits = limits;
    watcher = Daemons.scheduler("solver-watch");
    watcher.scheduleAtFixedRate(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * The command of a child that runs with this JVM's class path, kept classes, module flags and
   * thresholds of its compilers.
   *
   * @param node name of the node in receipts
   */
  public static List<String> command(String node, ChildLimits limits) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> PASSED_ON.stream().anyMatch(flag::startsWith))
        .forEach(command::add);
    command.add("-Xmx%dm".formatted(limits.memoryBytes() / 2 >> 20));
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(SolverChild.class.getName());
    command.add(node);
    return command;
  }

  /** Starts so many children now. */
  public void warm(int count) {
    List<SolverProcess> started = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      try {
        started.add(start());
      } catch (IOException e) {
        throw new IllegalStateException("No solver process could be started.", e);
      }
    }
    synchronized (idle) {
      idle.addAll(started);
    }
  }

  private SolverProcess start() throws IOException {
    SolverProcess child = new SolverProcess(command, limits);
    all.add(child);
    COUNT.set(all.size());
    return child;
  }

  private void look() {
    long now = System.nanoTime();
    long since = now - lookedAt;
    lookedAt = now;
    long bytes = 0;
    for (SolverProcess child : all) {
      child.look(since);
      bytes += child.memoryBytes();
      if (!child.alive()) {
        forget(child);
      }
    }
    MEMORY.set(bytes);
  }

  private void forget(SolverProcess child) {
    all.remove(child);
    COUNT.set(all.size());
    synchronized (idle) {
      idle.remove(child);
    }
  }

  /** Process ids of the children. */
  public List<Long> pids() {
    return all.stream().map(SolverProcess::pid).sorted().toList();
  }

  @Override
  public Receipt work(WorkUnit unit, double secondsMax, BlockStore store, Deadline cancelled) {
    SolverProcess child;
    try {
      child = take();
    } catch (IOException e) {
      Failure failure =
          new Failure(FailureReason.SOLVER_CRASHED, "No solver process could be started: " + e);
      return Receipt.failed(unit.key().hex(), "", failure);
    }
    Receipt receipt;
    try {
      receipt = child.work(unit, secondsMax, store, cancelled);
    } catch (RuntimeException e) {
      // The child waits for an answer that never comes.
      child.close();
      forget(child);
      throw e;
    }
    if (child.alive()) {
      synchronized (idle) {
        idle.addFirst(child);
      }
    } else {
      child.close();
      forget(child);
      String reason = receipt.solved() ? "after_unit" : receipt.why().reason().name();
      ENDED.labels(reason.toLowerCase(Locale.ROOT)).inc();
    }
    return receipt;
  }

  private SolverProcess take() throws IOException {
    synchronized (idle) {
      for (SolverProcess child = idle.poll(); child != null; child = idle.poll()) {
        if (child.alive()) {
          return child;
        }
      }
    }
    return start();
  }

  @Override
  public void close() {
    watcher.shutdownNow();
    all.forEach(SolverProcess::close);
  }
}
