package org.gridclear.worker.slot;

import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import io.prometheus.client.Histogram;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import org.gridclear.solver.Deadline;
import org.gridclear.work.Failure;
import org.gridclear.work.FailureReason;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.BlockStore;
import org.gridclear.worker.api.MissingDataException;
import org.gridclear.worker.api.NodeState;
import org.gridclear.worker.api.Receipt;
import org.gridclear.worker.api.StoreUnsettledException;
import org.gridclear.worker.api.TimedPhase;
import org.gridclear.worker.api.UnitBatch;
import org.gridclear.worker.api.Wire;
import org.gridclear.worker.api.WorkAnswer;
import org.gridclear.worker.api.WorkContext;
import org.gridclear.worker.api.WorkType;
import org.gridclear.worker.api.WorkTypes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The worker side of a node: does units that jobs bring, with the data it has unpacked. */
public final class WorkerSlots {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerSlots.class);

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
  private final Map<Class<?>, Begun<?>> kinds = new HashMap<>();

  /** A kind of work that has begun on this node. */
  private record Begun<U extends WorkUnit>(WorkType<U> type, WorkType.NodeWork<U> here) {
    static <U extends WorkUnit> Begun<U> of(WorkType<U> type, NodeState node) {
      return new Begun<>(type, type.open(node));
    }

    WorkAnswer work(WorkUnit unit, WorkContext context) {
      return here.work(type.unit().cast(unit), context);
    }

    OptionalDouble secondsApart(WorkUnit unit) {
      return type.secondsApart(type.unit().cast(unit));
    }
  }

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
    NodeState node = new NodeState();
    WorkTypes.all().forEach(type -> kinds.put(type.unit(), Begun.of(type, node)));
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
      receipt = apartOrHere(unit, cancelled, keep);
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

  private Receipt apartOrHere(WorkUnit unit, Deadline cancelled, BiConsumer<String, byte[]> keep) {
    Begun<?> kind = kinds.get(unit.getClass());
    if (kind == null) {
      throw new IllegalArgumentException(
          "No kind of work of this node does %s.".formatted(unit.getClass().getName()));
    }
    OptionalDouble apart = isolation == null ? OptionalDouble.empty() : kind.secondsApart(unit);
    return isolation != null && apart.isPresent()
        ? isolation.work(unit, apart.getAsDouble(), store, cancelled).from(name)
        : here(kind, unit, cancelled, keep);
  }

  private Receipt here(
      Begun<?> kind, WorkUnit unit, Deadline cancelled, BiConsumer<String, byte[]> keep) {
    long startedAtMillis = System.currentTimeMillis();
    long start = System.nanoTime();
    long cpuStart = cpuNanos();
    List<TimedPhase> phases = new ArrayList<>();
    WorkAnswer answer = answer(kind, unit, new WorkContext(store, cancelled, start, phases::add));
    Receipt receipt =
        new Receipt(
            unit.key().hex(),
            name,
            (System.nanoTime() - start) / 1e9,
            (cpuNanos() - cpuStart) / 1e9,
            startedAtMillis,
            phases,
            answer.summary());
    if (answer instanceof WorkAnswer.Done done) {
      keep.accept(receipt.cacheKey(), done.packing().apply(receipt));
    }
    return receipt;
  }

  private static WorkAnswer answer(Begun<?> kind, WorkUnit unit, WorkContext context) {
    try {
      return kind.work(unit, context);
    } catch (OutOfMemoryError e) {
      return failed(unit, FailureReason.OUT_OF_MEMORY, e);
    } catch (MissingDataException e) {
      return failed(unit, FailureReason.DATA_LOST, e);
    } catch (StoreUnsettledException e) {
      throw e;
    } catch (ArithmeticException e) {
      LOG.debug("unit={} key={} has no answer", unit.name(), unit.key().hex(), e);
      return new WorkAnswer.Failed(FailureReason.INVALID_INPUT, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return failed(unit, FailureReason.INTERNAL, e);
    }
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static WorkAnswer failed(WorkUnit unit, FailureReason reason, Throwable cause) {
    LOG.error("unit={} key={} failed", unit.name(), unit.key().hex(), cause);
    return new WorkAnswer.Failed(reason, String.valueOf(cause));
  }
}
