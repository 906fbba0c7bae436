package org.gridclear.run.actor;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gridclear.run.GridAccess;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunPlan;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunResults;
import org.gridclear.worker.api.Daemons;
import org.gridclear.worker.api.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps handles of runs that another coordinator owns up to date, from what the grid keeps. */
final class RunFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunFollower.class);
  private static final long LOOK_MILLIS = 500;

  private final GridAccess grid;
  private final Map<RunHandle, Boolean> handles = new ConcurrentHashMap<>();
  private final ScheduledExecutorService looker = Daemons.scheduler("run-follower");

  RunFollower(GridAccess grid) {
    this.grid = grid;
    looker.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Follows a run until it has ended; one that has ended is read at once. */
  void follow(RunHandle handle) {
    if (!read(handle)) {
      handles.put(handle, true);
    }
  }

  private void look() {
    handles.keySet().removeIf(this::read);
  }

  /** Reads the state of a run; true if it has ended and its result is known. */
  private boolean read(RunHandle handle) {
    String runId = handle.status().runId();
    try {
      RunRecord record = grid.registry().record(runId).orElse(handle.record());
      if (!record.status().equals(handle.status())) {
        handle.update(record);
      }
      if (!record.status().state().ended()) {
        return false;
      }
      RunPlan plan = RunPlan.again(runId, grid);
      RunResults results =
          Wire.unpack(grid.registry().results(runId).orElseThrow(), RunResults.class);
      handle.result().complete(results.of(plan, record.status()));
      return true;
    } catch (RuntimeException e) {
      LOG.debug("run={} cannot be read now", runId, e);
      return false;
    }
  }

  @Override
  public void close() {
    looker.shutdownNow();
  }
}
