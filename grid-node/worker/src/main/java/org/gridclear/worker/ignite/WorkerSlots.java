package org.gridclear.worker.ignite;

import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import io.prometheus.client.Histogram;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ignite.Ignite;
import org.gridclear.clearing.ClearingProgress;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.scenario.resolved.ClearingOptions.SolverChoice;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.highs.HighsSolver;
import org.gridclear.solver.ojalgo.OjAlgoSolver;
import org.gridclear.work.ClearingWork;
import org.gridclear.work.Failure;
import org.gridclear.work.FailureReason;
import org.gridclear.work.WorkOutcome;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.Receipt;
import org.gridclear.worker.api.StoredOutcome;
import org.gridclear.worker.api.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The worker side of a node: does units that jobs bring, with the bases it has unpacked. */
final class WorkerSlots {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerSlots.class);
  private static final int BASES_MAX = 4;
  private static final Map<String, WorkerSlots> OF_NODE = new ConcurrentHashMap<>();

  private static final Counter UNITS =
      Counter.build("gridclear_units_total", "Work units done, by outcome.")
          .labelNames("outcome")
          .register();
  private static final Gauge BUSY =
      Gauge.build("gridclear_slots_busy", "Worker slots at work.").register();
  private static final Histogram SECONDS =
      Histogram.build("gridclear_unit_seconds", "Wall time of a work unit.")
          .buckets(0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000)
          .register();

  private final String name;
  private final Map<String, MarketDay> bases =
      new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MarketDay> eldest) {
          return size() > BASES_MAX;
        }
      };

  private WorkerSlots(String name) {
    this.name = name;
  }

  static void register(Ignite ignite, GridNodeOptions options) {
    OF_NODE.put(ignite.name(), new WorkerSlots(options.name()));
  }

  static void unregister(Ignite ignite) {
    OF_NODE.remove(ignite.name());
  }

  static WorkerSlots of(Ignite ignite) {
    return OF_NODE.get(ignite.name());
  }

  /** Does a unit, stores the outcome, and answers with the receipt. */
  byte[] work(Ignite ignite, byte[] packedUnit, Deadline cancelled) {
    WorkUnit unit = Wire.unpack(packedUnit, WorkUnit.class);
    long startedAtMillis = System.currentTimeMillis();
    long start = System.nanoTime();
    long cpuStart = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    BUSY.inc();
    WorkOutcome outcome;
    try {
      outcome = outcome(ignite, unit, start, cancelled);
    } finally {
      BUSY.dec();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long cpuEnd = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    SECONDS.observe(seconds);
    boolean solved = outcome instanceof WorkOutcome.Solved;
    Receipt receipt =
        new Receipt(
            unit.key().hex(),
            name,
            seconds,
            (cpuEnd - cpuStart) / 1e9,
            startedAtMillis,
            solved ? ((WorkOutcome.Solved) outcome).summary() : null,
            solved ? null : ((WorkOutcome.NotSolved) outcome).failure());
    UNITS
        .labels(
            solved
                ? "solved"
                : receipt.failure().reason().name().toLowerCase(java.util.Locale.ROOT))
        .inc();
    if (outcome instanceof WorkOutcome.Solved done) {
      GridNode.outcomes(ignite)
          .put(
              StoredOutcome.cacheKey(receipt),
              Wire.pack(new StoredOutcome(receipt, done.result())));
    }
    return Wire.pack(receipt);
  }

  private WorkOutcome outcome(Ignite ignite, WorkUnit unit, long start, Deadline cancelled) {
    long until = start + (long) (unit.options().secondsMax() * 1e9);
    Deadline searchUntil = () -> System.nanoTime() - until > 0;
    ClearingProgress progress = line -> LOG.debug("unit={} {}", unit.overlay().name(), line);
    try {
      return ClearingWork.run(
          unit, base(ignite, unit.baseHash()), solver(unit), searchUntil, cancelled, progress);
    } catch (OutOfMemoryError e) {
      return failed(unit, FailureReason.OUT_OF_MEMORY, e);
    } catch (ArithmeticException e) {
      return failed(unit, FailureReason.INVALID_INPUT, e);
    } catch (RuntimeException e) {
      return failed(unit, FailureReason.INTERNAL, e);
    }
  }

  private static WorkOutcome failed(WorkUnit unit, FailureReason reason, Throwable cause) {
    LOG.error("unit={} key={} failed", unit.overlay().name(), unit.key().hex(), cause);
    return new WorkOutcome.NotSolved(new Failure(reason, String.valueOf(cause)));
  }

  private static LinearSolver solver(WorkUnit unit) {
    if (unit.options().solver() == SolverChoice.OJALGO) {
      return new OjAlgoSolver();
    }
    return HighsSolver.find()
        .orElseGet(
            () -> {
              LOG.warn(
                  "HiGHS does not load here ({}); ojAlgo takes its place for small cases",
                  HighsSolver.failure());
              return new OjAlgoSolver();
            });
  }

  private MarketDay base(Ignite ignite, String hash) {
    synchronized (bases) {
      MarketDay base = bases.get(hash);
      if (base == null) {
        byte[] packed = GridNode.bases(ignite).get(hash);
        if (packed == null) {
          throw new IllegalStateException("The base %s is not in the grid.".formatted(hash));
        }
        base = CaseFiles.unpack(packed);
        bases.put(hash, base);
      }
      return base;
    }
  }
}
