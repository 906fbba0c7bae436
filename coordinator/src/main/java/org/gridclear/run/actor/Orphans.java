package org.gridclear.run.actor;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.gridclear.run.GridAccess;
import org.gridclear.run.RunRecord;
import org.gridclear.worker.api.Daemons;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for runs whose owner is gone: when a member leaves, when it starts, and now and then. */
final class Orphans implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);
  private static final long LOOK_SECONDS = 2;

  private final GridAccess grid;
  private final Consumer<RunRecord> takeOver;
  private final AutoCloseable membership;
  private final Map<String, Long> failedEpochs = new HashMap<>();
  private final ScheduledExecutorService looker = Daemons.scheduler("orphans");

  Orphans(GridAccess grid, Consumer<RunRecord> takeOver) {
    this.grid = grid;
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
      for (RunRecord record : grid.registry().records()) {
        if (!record.status().state().ended() && !grid.registry().lives(record.owner())) {
          take(record);
        }
      }
    } catch (RuntimeException e) {
      LOG.debug("orphans cannot be looked for now", e);
    }
  }

  private void take(RunRecord record) {
    String runId = record.status().runId();
    LOG.warn(
        "run={} its owner {} is gone; taking it over in epoch {}",
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
