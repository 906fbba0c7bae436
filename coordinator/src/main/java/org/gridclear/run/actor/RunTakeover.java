package org.gridclear.run.actor;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.gridclear.run.GridAccess;
import org.gridclear.run.RunRecord;
import org.gridclear.worker.api.Daemons;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for runs that nobody works for: whose owner is gone, or which this coordinator owns but
 * does not have under way, because storing it was broken off. When a member leaves, when it starts,
 * and now and then.
 */
final class RunTakeover implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunTakeover.class);
  private static final long LOOK_SECONDS = 2;

  private final GridAccess grid;
  private final Predicate<String> underWayHere;
  private final Consumer<RunRecord> takeOver;
  private final AutoCloseable membership;
  private final Map<String, Long> failedEpochs = new HashMap<>();
  private final ScheduledExecutorService looker = Daemons.scheduler("orphans");

  /**
   * Starts to look.
   *
   * @param underWayHere whether this coordinator is at a run, by its id
   * @param takeOver takes a run over
   */
  RunTakeover(GridAccess grid, Predicate<String> underWayHere, Consumer<RunRecord> takeOver) {
    this.grid = grid;
    this.underWayHere = underWayHere;
    this.takeOver = takeOver;
    looker.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    membership =
        grid.registry()
            .onMembersChanged(
                () -> {
                  if (!looker.isShutdown()) {
                    looker.execute(this::look);
                  }
                });
  }

  private void look() {
    try {
      if (grid.dispatcher().workers().isEmpty() || grid.registry().refusal().isPresent()) {
        return;
      }
      for (RunRecord record : grid.registry().open()) {
        if (isOrphan(record)) {
          take(record);
        }
      }
    } catch (RuntimeException e) {
      LOG.debug("orphans cannot be looked for now", e);
    }
  }

  private boolean isOrphan(RunRecord record) {
    return record.owner().equals(grid.registry().self())
        ? !underWayHere.test(record.status().runId())
        : !grid.registry().lives(record.owner());
  }

  private void take(RunRecord record) {
    String runId = record.status().runId();
    LOG.warn(
        "run={} its owner {} is gone or does nothing for it; taking it over in epoch {}",
        runId,
        record.ownerName(),
        record.epoch() + 1);
    try {
      takeOver.accept(record);
    } catch (RuntimeException e) {
      if (!Long.valueOf(record.epoch()).equals(failedEpochs.put(runId, record.epoch()))) {
        LOG.error("run={} could not be taken over", runId, e);
      }
    }
  }

  @Override
  public void close() {
    looker.shutdownNow();
    try {
      membership.close();
    } catch (Exception e) {
      LOG.debug("membership listener was gone already", e);
    }
  }
}
