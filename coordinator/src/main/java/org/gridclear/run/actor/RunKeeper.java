package org.gridclear.run.actor;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunPlan;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunRegistry;
import org.gridclear.run.RunResults;
import org.gridclear.run.RunStatus;
import org.gridclear.worker.api.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the transitions of a run, one after the other, and tells its submitter about each only
 * when it is stored. A record of a newer epoch ends that: somebody else owns the run.
 */
final class RunKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(RunKeeper.class);
  private static final Duration KEEP_TRYING = Duration.ofSeconds(60);
  private static final long PAUSE_MILLIS = 300;

  private final RunHandle handle;
  private final RunRegistry registry;
  private final Executor blocking;
  private final Runnable fenced;
  private final RunRecord mine;
  private CompletableFuture<Void> stored = CompletableFuture.completedFuture(null);
  private volatile boolean lost;

  RunKeeper(RunHandle handle, RunRegistry registry, Executor blocking, Runnable fenced) {
    this.handle = handle;
    this.registry = registry;
    this.blocking = blocking;
    this.fenced = fenced;
    this.mine = handle.record();
  }

  /** Stores a transition and announces it. */
  void announce(RunStatus status) {
    stored =
        stored.thenRunAsync(
            () -> {
              if (write(status)) {
                handle.update(status);
              }
            },
            blocking);
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
    stored = stored.thenRunAsync(() -> write(status), blocking);
    return true;
  }

  /** Stores the results, then the last transition, and announces it. */
  CompletableFuture<Void> end(RunStatus status, RunPlan plan, RunResults results) {
    stored =
        stored.thenRunAsync(
            () -> {
              tried(() -> keep(status.runId(), results), "its results");
              if (write(status)) {
                handle.result().complete(results.of(plan, status));
                handle.update(status);
              }
            },
            blocking);
    return stored;
  }

  private boolean keep(String runId, RunResults results) {
    registry.putResults(runId, Wire.pack(results));
    return true;
  }

  /** Writes the record; false only if another coordinator owns the run. */
  private boolean write(RunStatus status) {
    if (lost) {
      return false;
    }
    boolean owned = tried(() -> registry.write(mine.with(status), mine.epoch()), "its record");
    if (!owned) {
      lost = true;
      fenced.run();
    }
    return owned;
  }

  private interface Attempt {
    boolean run();
  }

  /** Tries until the grid takes it; what it does not take for a minute is logged and left. */
  private boolean tried(Attempt attempt, String what) {
    long until = System.nanoTime() + KEEP_TRYING.toNanos();
    while (true) {
      try {
        return attempt.run();
      } catch (RuntimeException e) {
        if (System.nanoTime() - until > 0) {
          LOG.error("run={} {} could not be stored", mine.status().runId(), what, e);
          return true;
        }
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return true;
      }
    }
  }
}
