package org.gridclear.run.actor;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunPlan;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunRegistry;
import org.gridclear.run.RunResults;
import org.gridclear.run.RunStatus;
import org.gridclear.worker.api.Ticker;
import org.gridclear.worker.api.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the transitions of a run, one after the other, and tells its submitter about each only
 * when it is stored. A record of a newer epoch ends that: somebody else owns the run.
 */
final class RunRecorder {
  private static final Logger LOG = LoggerFactory.getLogger(RunRecorder.class);
  private static final Duration KEEP_TRYING = Duration.ofSeconds(60);
  private static final long PAUSE_MILLIS = 300;

  private final RunHandle handle;
  private final RunRegistry registry;
  private final Executor blocking;
  private final Ticker ticker;
  private final Runnable fenced;
  private final RunRecord mine;
  private CompletableFuture<Void> stored = CompletableFuture.completedFuture(null);
  private volatile boolean lost;

  RunRecorder(RunHandle handle, RunsSetting setting, Runnable fenced) {
    this.handle = handle;
    this.registry = setting.grid().registry();
    this.blocking = setting.blocking();
    this.ticker = setting.ticker();
    this.fenced = fenced;
    this.mine = handle.record();
  }

  /** Stores a transition and announces it. */
  void announce(RunStatus status) {
    stored =
        stored
            .thenCompose(before -> write(status))
            .thenAccept(
                owned -> {
                  if (owned) {
                    handle.update(status);
                  }
                });
  }

  /**
   * Stores how far the run is, unless something is being stored already.
   *
   * @return whether it will be stored
   */
  boolean progress(RunStatus status) {
    if (!stored.isDone()) {
      return false;
    }
    stored = stored.thenCompose(before -> write(status)).thenAccept(owned -> {});
    return true;
  }

  /** Stores the results, then the last transition, and announces it. */
  CompletableFuture<Void> end(RunStatus status, RunPlan plan, RunResults results) {
    stored =
        stored
            .thenCompose(before -> tried(() -> keep(status.runId(), results), "its results"))
            .thenCompose(before -> write(status))
            .thenAccept(
                owned -> {
                  if (owned) {
                    handle.result().complete(results.of(plan, status));
                    handle.update(status);
                  }
                });
    return stored;
  }

  private boolean keep(String runId, RunResults results) {
    registry.putResults(runId, Wire.pack(results));
    return true;
  }

  /** Writes the record; false only if another coordinator owns the run. */
  private CompletableFuture<Boolean> write(RunStatus status) {
    if (lost) {
      return CompletableFuture.completedFuture(false);
    }
    return tried(() -> registry.write(mine.with(status), mine.epoch()), "its record")
        .thenApply(
            owned -> {
              if (!owned) {
                lost = true;
                fenced.run();
              }
              return owned;
            });
  }

  /** Tries until the grid takes it; what it does not take for a minute is logged and left. */
  private CompletableFuture<Boolean> tried(BooleanSupplier attempt, String what) {
    return tried(attempt, what, blocking, ticker.nanos() + KEEP_TRYING.toNanos());
  }

  private CompletableFuture<Boolean> tried(
      BooleanSupplier attempt, String what, Executor on, long untilNanos) {
    return CompletableFuture.supplyAsync(attempt::getAsBoolean, on)
        .exceptionallyCompose(
            failure -> {
              if (ticker.nanos() - untilNanos > 0) {
                String runId = mine.status().runId();
                LOG.error("run={} {} could not be stored", runId, what, failure);
                return CompletableFuture.completedFuture(true);
              }
              Executor later =
                  CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, blocking);
              return tried(attempt, what, later, untilNanos);
            });
  }
}
