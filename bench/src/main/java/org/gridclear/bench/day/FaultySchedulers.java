package org.gridclear.bench.day;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.gridclear.cli.GridProcess;
import org.gridclear.market.replay.LoggedMarket;

/** Schedulers in processes of their own, and what befalls them while they work. */
final class FaultySchedulers implements LoggedMarket.Schedulers {
  private static final List<String> PHASES =
      List.of("assemble", "clear", "clear", "approve", "publish", "hand-over");
  private static final long WORK_SECONDS_MAX = 300;
  private static final long PHASE_MILLIS_MAX = 8000;
  private static final int OUTAGE_MILLIS_MAX = 5000;

  /** As long as a grid takes to count those who were lost as members no longer. */
  private static final long SETTLE_MILLIS = 17_000;

  private final Scene scene;
  private final List<List<String>> expected;
  private final Random random;
  private final PrintWriter out;
  private final Map<String, Integer> count = new TreeMap<>();
  private int faultsLeft;
  private int stepsLeft;
  private int step;
  private final long began = System.nanoTime();
  private long nodeHitAt = began;
  private long memberLostAt = began;
  private int happened;

  /**
   * What faults are done to.
   *
   * @param database a connection of the bench's own, over no line that is cut
   * @param clock the clock that schedulers read
   * @param time the time of the day
   * @param schedulers the processes
   * @param nodes of their grid
   * @param partner who is handed things to
   */
  record Scene(
      Connection database,
      SharedClock clock,
      Clock time,
      List<SchedulerProcess> schedulers,
      List<GridProcess> nodes,
      int nodePort,
      Partner partner) {}

  private enum Fault {
    KILL_SCHEDULER(32),
    KILL_ALL_SCHEDULERS(6),
    FREEZE_SCHEDULER(20),
    CUT_FROM_DATABASE(16),
    SILENT_FROM_DATABASE(11),
    KILL_NODE(4),
    FREEZE_NODE(3),
    CUT_FROM_PARTNER(8);

    private final int share;

    Fault(int share) {
      this.share = share;
    }

    static Fault at(int draw) {
      int from = 0;
      for (Fault fault : values()) {
        from += fault.share;
        if (draw < from) {
          return fault;
        }
      }
      return KILL_SCHEDULER;
    }
  }

  /**
   * Schedulers that have to do what others did undisturbed.
   *
   * @param expected where all nodes stood after each step
   * @param faults how many faults there are to be
   */
  FaultySchedulers(
      Scene scene, List<List<String>> expected, int faults, long seed, PrintWriter out) {
    this.scene = scene;
    this.expected = expected;
    this.random = new Random(seed);
    this.faultsLeft = faults;
    this.out = out;
    for (int k = 0; k < expected.size(); k++) {
      stepsLeft += works(k) ? 1 : 0;
    }
  }

  private boolean works(int k) {
    return !expected.get(k).equals(k == 0 ? List.of() : expected.get(k - 1));
  }

  Map<String, Integer> count() {
    return count;
  }

  @Override
  public void step() {
    try {
      int k = step++;
      scene.clock().set(scene.time().instant());
      if (works(k)) {
        boolean more = random.nextInt(stepsLeft) < faultsLeft % stepsLeft;
        int now = faultsLeft / stepsLeft + (more ? 1 : 0);
        stepsLeft--;
        for (int n = 0; n < now; n++) {
          faultsLeft--;
          fault();
        }
      }
      await(expected.get(k));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void await(List<String> wanted) throws IOException, InterruptedException {
    long from = System.nanoTime();
    List<String> now = Snapshots.nodes(scene.database());
    while (!now.equals(wanted)) {
      heal();
      TimeUnit.MILLISECONDS.sleep(20);
      if (System.nanoTime() - from > TimeUnit.SECONDS.toNanos(WORK_SECONDS_MAX)) {
        List<String> other = new ArrayList<>(now);
        other.removeAll(wanted);
        List<String> missing = new ArrayList<>(wanted);
        missing.removeAll(now);
        throw new IllegalStateException(
            "At %s, step %d, not within %d s: is %s, has to be %s"
                .formatted(scene.time().instant(), step, WORK_SECONDS_MAX, other, missing));
      }
      now = Snapshots.nodes(scene.database());
    }
  }

  /** What ended by itself is started again, as a service is. */
  private void heal() throws IOException {
    for (SchedulerProcess scheduler : scene.schedulers()) {
      if (scheduler.startIfEnded()) {
        count.merge("  restarted after it had ended by itself", 1, Integer::sum);
      }
    }
  }

  /** Waits for the phase that is drawn, and does what is drawn while it runs. */
  private void fault() throws IOException, InterruptedException {
    String phase = PHASES.get(random.nextInt(PHASES.size()));
    Fault fault = Fault.at(random.nextInt(100));
    int delay = random.nextInt(150);
    int outage = 200 + random.nextInt(OUTAGE_MILLIS_MAX);
    int victim = random.nextInt(scene.schedulers().size());
    int node = scene.nodes().isEmpty() ? 0 : random.nextInt(scene.nodes().size());
    boolean holder = random.nextInt(4) > 0;
    if (scene.nodes().isEmpty() && (fault == Fault.KILL_NODE || fault == Fault.FREEZE_NODE)) {
      fault = Fault.KILL_SCHEDULER;
    }
    settle(fault);
    List<String> running = running(phase);
    TimeUnit.MILLISECONDS.sleep(running.isEmpty() ? 0 : delay);
    SchedulerProcess hit = scene.schedulers().get(victim);
    for (SchedulerProcess each : scene.schedulers()) {
      boolean holds = running.stream().anyMatch(row -> row.contains("|" + each.name()));
      hit = holder && holds ? each : hit;
    }
    String during = running.isEmpty() ? "between" : running.get(0).replaceAll("\\|.*", "");
    count.merge("%-22s during %s".formatted(fault, during), 1, Integer::sum);
    happened++;
    out.printf(
        "%6.1f s, fault %d: %s during %s%n",
        (System.nanoTime() - began) / 1e9, happened, fault, during);
    out.flush();
    happen(fault, hit, node, outage);
    if (fault == Fault.KILL_NODE || fault == Fault.FREEZE_NODE) {
      nodeHitAt = System.nanoTime();
    }
    if (fault == Fault.KILL_SCHEDULER || fault == Fault.KILL_ALL_SCHEDULERS) {
      memberLostAt = System.nanoTime();
    }
  }

  /** One backup bears one node at a time, and the smaller part of a grid does not go on. */
  private void settle(Fault fault) throws InterruptedException {
    boolean node = fault == Fault.KILL_NODE || fault == Fault.FREEZE_NODE;
    boolean member = node || fault == Fault.KILL_SCHEDULER || fault == Fault.KILL_ALL_SCHEDULERS;
    if (scene.nodes().isEmpty() || !member) {
      return;
    }
    long since = System.nanoTime() - (node ? Math.max(memberLostAt, nodeHitAt) : nodeHitAt);
    long left = SETTLE_MILLIS - TimeUnit.NANOSECONDS.toMillis(since);
    TimeUnit.MILLISECONDS.sleep(Math.max(0, left));
  }

  /** Rows of running nodes, of the phase if it comes in time, else of any. */
  private List<String> running(String phase) throws InterruptedException {
    long from = System.nanoTime();
    String sql = "SELECT node, holder FROM workflow_node WHERE state = 'RUNNING'";
    while (System.nanoTime() - from < TimeUnit.MILLISECONDS.toNanos(PHASE_MILLIS_MAX)) {
      List<String> rows =
          Snapshots.rows(scene.database(), sql + " AND node = '%s'".formatted(phase));
      if (!rows.isEmpty()) {
        return rows;
      }
      if (Snapshots.nodes(scene.database()).equals(expected.get(step - 1))) {
        return List.of();
      }
      TimeUnit.MILLISECONDS.sleep(2);
    }
    return Snapshots.rows(scene.database(), sql);
  }

  private void happen(Fault fault, SchedulerProcess hit, int node, int outage)
      throws IOException, InterruptedException {
    switch (fault) {
      case KILL_SCHEDULER -> {
        hit.kill();
        hit.startIfEnded();
      }
      case KILL_ALL_SCHEDULERS -> {
        for (SchedulerProcess each : scene.schedulers()) {
          each.kill();
        }
        for (SchedulerProcess each : scene.schedulers()) {
          each.startIfEnded();
        }
      }
      case FREEZE_SCHEDULER -> {
        hit.signal("STOP");
        TimeUnit.MILLISECONDS.sleep(outage);
        hit.signal("CONT");
      }
      case CUT_FROM_DATABASE -> {
        hit.line().cut();
        TimeUnit.MILLISECONDS.sleep(outage);
        hit.line().open();
      }
      case SILENT_FROM_DATABASE -> {
        hit.line().silence();
        TimeUnit.MILLISECONDS.sleep(outage);
        hit.line().open();
      }
      case KILL_NODE -> {
        scene.nodes().get(node).kill();
        scene
            .nodes()
            .set(
                node,
                GridProcess.node(
                        "node-" + node, scene.nodePort(), "--slots", "1", "--child-memory", "0")
                    .awaitReady());
      }
      case FREEZE_NODE -> {
        scene.nodes().get(node).signal("STOP");
        TimeUnit.MILLISECONDS.sleep(outage);
        scene.nodes().get(node).signal("CONT");
      }
      case CUT_FROM_PARTNER -> {
        scene.partner().away(true);
        TimeUnit.MILLISECONDS.sleep(outage);
        scene.partner().away(false);
      }
    }
  }

  @Override
  public void close() {
    try {
      for (SchedulerProcess each : scene.schedulers()) {
        each.end();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    scene.nodes().forEach(GridProcess::close);
  }
}
