package org.gridclear.worker.slot;

import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import io.prometheus.client.Histogram;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import org.gridclear.clearing.context.ClearingProgress;
import org.gridclear.clearing.input.ClearingOptions.SolverChoice;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.warmstart.WarmStart;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.highs.HighsSolver;
import org.gridclear.solver.ojalgo.OjAlgoSolver;
import org.gridclear.work.ClearingWork;
import org.gridclear.work.Failure;
import org.gridclear.work.FailureReason;
import org.gridclear.work.ProbeKernel;
import org.gridclear.work.WorkOutcome;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.BlockStore;
import org.gridclear.worker.api.ChargeBytes;
import org.gridclear.worker.api.MissingDataException;
import org.gridclear.worker.api.Receipt;
import org.gridclear.worker.api.ScreeningBytes;
import org.gridclear.worker.api.StoreUnsettledException;
import org.gridclear.worker.api.StoredMonitoring;
import org.gridclear.worker.api.StoredOutcome;
import org.gridclear.worker.api.StoredSensitivities;
import org.gridclear.worker.api.TimedPhase;
import org.gridclear.worker.api.UnitBatch;
import org.gridclear.worker.api.Wire;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The worker side of a node: does units that jobs bring, with the data it has unpacked. */
public final class WorkerSlots {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerSlots.class);
  private static final int BASES_MAX = 4;

  /** Several cases of a study hand their outcome on at a time. */
  private static final int STARTS_MAX = 16;

  /** A search that gets so little of a core is stopped by the wall clock. */
  private static final double WALL_PER_CPU = 4;

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
  private final BlockStore store;
  private final @Nullable Isolation isolation;
  private final Semaphore kernels;
  private final ModelCache<MarketDay> bases = new ModelCache<>(BASES_MAX);
  private final ModelCache<WarmStart> starts = new ModelCache<>(STARTS_MAX);
  private final ScreeningSlot screening = new ScreeningSlot();
  private final ChargingSlot charging = new ChargingSlot();
  private final MonitoringSlot monitoring = new MonitoringSlot();

  /**
   * One slot for batches, without isolation; who brings units one by one bounds them by its
   * threads.
   *
   * @param name name of the node in receipts
   */
  public WorkerSlots(String name, BlockStore store) {
    this(name, store, null, 1);
  }

  /**
   * The slots of a node.
   *
   * @param isolation where units with native code run; null for here
   * @param slots kernels that run at a time, whatever number of threads brings units
   */
  public WorkerSlots(String name, BlockStore store, @Nullable Isolation isolation, int slots) {
    this.name = name;
    this.store = store;
    this.isolation = isolation;
    kernels = new Semaphore(slots, true);
  }

  /**
   * Does a packed batch, stores the outcomes together, and answers with the packed receipts. The
   * slot is free for the next batch while the outcomes are stored.
   */
  public byte[] work(byte[] packedBatch, Deadline cancelled) {
    UnitBatch batch = Wire.unpack(packedBatch, UnitBatch.class);
    Map<String, byte[]> outcomes = new LinkedHashMap<>();
    List<Receipt> receipts = new ArrayList<>();
    kernels.acquireUninterruptibly();
    try {
      MDC.put("run", batch.runId());
      for (WorkUnit unit : batch.units()) {
        MDC.put("unit", unit.name());
        receipts.add(work(unit, cancelled, outcomes::put));
      }
    } finally {
      kernels.release();
      MDC.clear();
    }
    if (!outcomes.isEmpty()) {
      store.putOutcomes(outcomes);
    }
    return Wire.pack(new UnitBatch.Receipts(receipts));
  }

  /** Does a unit, stores the outcome, and answers with the receipt. */
  public Receipt work(WorkUnit unit, Deadline cancelled) {
    return work(unit, cancelled, store::putOutcome);
  }

  private Receipt work(WorkUnit unit, Deadline cancelled, BiConsumer<String, byte[]> keep) {
    BUSY.inc();
    Receipt receipt;
    try {
      receipt =
          isolation != null && unit instanceof WorkUnit.Clearing clearing
              ? isolation.work(clearing, store, cancelled).from(name)
              : here(unit, cancelled, keep);
    } finally {
      BUSY.dec();
    }
    SECONDS.observe(receipt.seconds());
    UNITS
        .labels(
            receipt.summary() instanceof Failure failure
                ? failure.reason().name().toLowerCase(Locale.ROOT)
                : "solved")
        .inc();
    return receipt;
  }

  private Receipt here(WorkUnit unit, Deadline cancelled, BiConsumer<String, byte[]> keep) {
    long startedAtMillis = System.currentTimeMillis();
    long start = System.nanoTime();
    long cpuStart = cpuNanos();
    List<TimedPhase> phases = new ArrayList<>();
    WorkOutcome outcome = outcome(unit, start, cancelled, phases);
    Receipt receipt =
        new Receipt(
            unit.key().hex(),
            name,
            (System.nanoTime() - start) / 1e9,
            (cpuNanos() - cpuStart) / 1e9,
            startedAtMillis,
            phases,
            outcome.summary());
    keep(outcome, receipt, keep);
    return receipt;
  }

  private static void keep(WorkOutcome outcome, Receipt receipt, BiConsumer<String, byte[]> keep) {
    if (outcome instanceof WorkOutcome.Solved done) {
      keep.accept(receipt.cacheKey(), Wire.pack(new StoredOutcome(receipt, done.result())));
    } else if (outcome instanceof WorkOutcome.Screened done) {
      keep.accept(receipt.cacheKey(), ScreeningBytes.pack(receipt, done.block()));
    } else if (outcome instanceof WorkOutcome.Charged done) {
      keep.accept(receipt.cacheKey(), ChargeBytes.pack(receipt, done.result()));
    } else if (outcome instanceof WorkOutcome.Sensed done) {
      keep.accept(receipt.cacheKey(), Wire.pack(new StoredSensitivities(receipt, done.answer())));
    } else if (outcome instanceof WorkOutcome.Monitored done) {
      keep.accept(receipt.cacheKey(), Wire.pack(new StoredMonitoring(receipt, done.answer())));
    } else if (outcome instanceof WorkOutcome.Probed) {
      keep.accept(receipt.cacheKey(), Wire.pack(receipt));
    }
  }

  private WorkOutcome outcome(
      WorkUnit unit, long start, Deadline cancelled, List<TimedPhase> phases) {
    try {
      if (unit instanceof WorkUnit.Screening range) {
        return screening.work(range, store, cancelled);
      }
      if (unit instanceof WorkUnit.Sensing sensing) {
        return screening.work(sensing, store);
      }
      if (unit instanceof WorkUnit.Charging charging) {
        return this.charging.work(charging, store, cancelled);
      }
      if (unit instanceof WorkUnit.Monitoring task) {
        return monitoring.work(task, store);
      }
      if (unit instanceof WorkUnit.Probe probe) {
        return new WorkOutcome.Probed(ProbeKernel.run(probe));
      }
      return clearing((WorkUnit.Clearing) unit, start, cancelled, phases);
    } catch (OutOfMemoryError e) {
      return failed(unit, FailureReason.OUT_OF_MEMORY, e);
    } catch (MissingDataException e) {
      return failed(unit, FailureReason.DATA_LOST, e);
    } catch (StoreUnsettledException e) {
      throw e;
    } catch (ArithmeticException e) {
      LOG.debug("unit={} key={} has no answer", unit.name(), unit.key().hex(), e);
      return new WorkOutcome.NotSolved(
          new Failure(FailureReason.INVALID_INPUT, String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      return failed(unit, FailureReason.INTERNAL, e);
    }
  }

  private WorkOutcome clearing(
      WorkUnit.Clearing unit, long begun, Deadline cancelled, List<TimedPhase> phases) {
    double seconds = unit.options().secondsMax();
    long wallUntil = begun + (long) (seconds * WALL_PER_CPU * 1e9);
    long cpuUntil = cpuNanos() + (long) (seconds * 1e9);
    Deadline searchUntil =
        Deadline.when(() -> Math.min(cpuUntil - cpuNanos(), wallUntil - System.nanoTime()) / 1e9);
    ClearingProgress progress = new SlotProgress(unit.name(), phases);
    MarketDay base =
        bases.get(unit.baseHash(), () -> CaseFiles.unpack(store.data(unit.baseHash())));
    WorkOutcome outcome =
        ClearingWork.run(unit, base, start(unit), solver(unit), searchUntil, cancelled, progress);
    if (unit.startKey().isEmpty() && outcome instanceof WorkOutcome.Solved solved) {
      keepStart(unit, solved.result());
    }
    return outcome;
  }

  /** Cases that vary this one need not read here what it found out. */
  private void keepStart(WorkUnit.Clearing unit, ClearingResult result) {
    WarmStart start = result.start();
    if (start != null && result.status() != ClearingResult.Status.TIME_LIMITED) {
      starts.get(unit.key().hex(), () -> start);
    }
  }

  /** What the case before found out, or the base where that failed or the clock cut it. */
  private WarmStart start(WorkUnit.Clearing unit) {
    if (unit.startKey().isEmpty()) {
      return WarmStart.NONE;
    }
    WarmStart start = starts.get(unit.startKey(), () -> foundOut(unit.startKey()));
    if (start != WarmStart.NONE) {
      return start;
    }
    String ofBase = WorkUnit.baseOf(unit).key().hex();
    return starts.get(ofBase, () -> foundOut(ofBase));
  }

  private WarmStart foundOut(String key) {
    return store
        .outcome(key)
        .map(packed -> Wire.unpack(packed, StoredOutcome.class).result().start())
        .orElse(WarmStart.NONE);
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static WorkOutcome failed(WorkUnit unit, FailureReason reason, Throwable cause) {
    LOG.error("unit={} key={} failed", unit.name(), unit.key().hex(), cause);
    return new WorkOutcome.NotSolved(new Failure(reason, String.valueOf(cause)));
  }

  private static LinearSolver solver(WorkUnit.Clearing unit) {
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
}
