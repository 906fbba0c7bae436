package org.gridclear.run.actor;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.gridclear.run.GridAccess;
import org.gridclear.run.GridRefusedException;
import org.gridclear.run.RunLimits;
import org.gridclear.run.RunPlan;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunRequest;
import org.gridclear.run.RunStatus;
import org.gridclear.worker.api.Wire;

/** Takes a run in, if there is room for it: when its record is stored, it is acknowledged. */
final class Admission {
  private final GridAccess grid;
  private final RunLimits limits;
  private final Clock clock;

  Admission(GridAccess grid, RunLimits limits, Clock clock) {
    this.grid = grid;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Stores a run with its data and its record, in the order of docs/grid.md §1. Waits for the grid.
   *
   * @param others users of the runs that this coordinator is just storing, by run id
   * @throws RejectedExecutionException if it is more than may be under way
   * @throws GridRefusedException if the grid takes no work now
   */
  RunRecord store(RunRequest request, RunPlan plan, Map<String, String> others) {
    grid.registry()
        .refusal()
        .ifPresent(
            why -> {
              throw new GridRefusedException(why);
            });
    makeSureOfRoom(request.user(), others);
    RunRecord record = record(request, plan);
    plan.data().forEach(grid.store()::putData);
    grid.registry().putTicket(plan.runId(), Wire.pack(plan.ticket()));
    if (!grid.registry().write(record, 0)) {
      throw new IllegalStateException("There is a run %s already.".formatted(plan.runId()));
    }
    return record;
  }

  private RunRecord record(RunRequest request, RunPlan plan) {
    long now = clock.millis();
    return new RunRecord(
        RunStatus.submitted(plan.runId(), request.job().name(), plan.cells().size()),
        grid.registry().self(),
        grid.registry().selfName(),
        1,
        request.user(),
        request.priority(),
        now,
        request.deadline() == null ? 0 : now + request.deadline().toMillis());
  }

  private void makeSureOfRoom(String user, Map<String, String> others) {
    Map<String, String> open = new HashMap<>(others);
    grid.registry().open().forEach(run -> open.put(run.status().runId(), run.user()));
    if (open.size() >= limits.runsMax()) {
      throw new RejectedExecutionException(
          "%d runs are under way, the most there may be; wait for one to end."
              .formatted(open.size()));
    }
    long ofUser = open.values().stream().filter(user::equals).count();
    if (ofUser >= limits.runsOfUserMax()) {
      throw new RejectedExecutionException(
          "%d runs of %s are under way, the most one user may have; wait for one to end."
              .formatted(ofUser, user));
    }
  }
}
