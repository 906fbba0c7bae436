package org.gridclear.run.actor;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.gridclear.run.GridAccess;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunPlan;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunResults;
import org.gridclear.worker.api.Daemons;
import org.gridclear.worker.api.MissingDataException;
import org.gridclear.worker.api.Wire;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs that another coordinator owns, from what the grid keeps. Each has one handle here, whoever
 * asks for it and how often, and is read twice a second while it is under way.
 */
final class RunFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunFollower.class);
  private static final long LOOK_MILLIS = 500;

  /** Ended runs whose results stay in memory. */
  private static final int ENDED_KEPT = 32;

  private final GridAccess grid;
  private final Function<RunRecord, RunHandle> make;
  private final Map<String, RunHandle> followed = new ConcurrentHashMap<>();
  private final Map<String, RunHandle> ended = new LinkedHashMap<>(16, 0.75f, true);
  private final ScheduledExecutorService looker = Daemons.scheduler("run-follower");

  /**
   * Follows nothing yet.
   *
   * @param make makes the handle of a run
   */
  RunFollower(GridAccess grid, Function<RunRecord, RunHandle> make) {
    this.grid = grid;
    this.make = make;
    looker.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** The handle of a run as it is now; nothing if the grid knows none of this id. */
  Optional<RunHandle> find(String runId) {
    RunHandle kept = kept(runId);
    if (kept != null) {
      return Optional.of(kept);
    }
    Optional<RunRecord> record = grid.registry().record(runId);
    if (record.isEmpty()) {
      return Optional.empty();
    }
    RunHandle handle = followed.computeIfAbsent(runId, id -> make.apply(record.get()));
    see(handle, record.get());
    return Optional.of(handle);
  }

  /** Follows a run whose handle others have already. */
  void follow(RunHandle handle) {
    String runId = handle.status().runId();
    RunHandle first = followed.putIfAbsent(runId, handle);
    if (first != null && first != handle) {
      first.listen(handle::update);
      first
          .result()
          .whenComplete(
              (result, failure) -> {
                if (failure == null) {
                  handle.result().complete(result);
                } else {
                  handle.result().completeExceptionally(failure);
                }
              });
    }
  }

  private void look() {
    followed.values().forEach(this::look);
  }

  private void look(RunHandle handle) {
    String runId = handle.status().runId();
    try {
      Optional<RunRecord> record = grid.registry().record(runId);
      if (record.isPresent()) {
        see(handle, record.get());
      } else {
        String text = "The grid does not know the run %s any more.".formatted(runId);
        handle.update(handle.status().failed(text));
        handle.result().completeExceptionally(new MissingDataException(text));
        followed.remove(runId, handle);
      }
    } catch (RuntimeException e) {
      LOG.debug("run={} cannot be read now", runId, e);
    }
  }

  /** Takes over what a record says; of a run that has ended also the result. */
  private void see(RunHandle handle, RunRecord record) {
    String runId = record.status().runId();
    if (record.status().state().ended() && !handle.result().isDone()) {
      try {
        RunPlan plan = RunPlan.again(runId, grid);
        RunResults results = Wire.unpack(packedResults(runId), RunResults.class);
        handle.result().complete(results.of(plan, record.status()));
      } catch (MissingDataException e) {
        handle.result().completeExceptionally(e);
      }
    }
    if (!record.equals(handle.record())) {
      handle.update(record);
    }
    if (record.status().state().ended()) {
      keep(handle);
    }
  }

  private byte[] packedResults(String runId) {
    return grid.registry()
        .results(runId)
        .orElseThrow(
            () -> new MissingDataException("The results of %s are gone.".formatted(runId)));
  }

  private @Nullable RunHandle kept(String runId) {
    synchronized (ended) {
      return ended.get(runId);
    }
  }

  private void keep(RunHandle handle) {
    String runId = handle.status().runId();
    synchronized (ended) {
      ended.put(runId, handle);
      Iterator<String> eldest = ended.keySet().iterator();
      while (ended.size() > ENDED_KEPT) {
        eldest.next();
        eldest.remove();
      }
    }
    followed.remove(runId, handle);
  }

  @Override
  public void close() {
    looker.shutdownNow();
  }
}
