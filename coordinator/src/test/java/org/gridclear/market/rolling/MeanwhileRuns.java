package org.gridclear.market.rolling;

import java.util.Collection;
import java.util.Optional;
import org.gridclear.run.GridStore;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunRegistry;
import org.gridclear.run.RunRequest;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.dispatch.WorkerNode;

/**
 * Runs while each of which something else happens.
 *
 * @param runs where they run
 * @param meanwhile what happens before they begin
 */
record MeanwhileRuns(StudyRuns runs, Runnable meanwhile) implements StudyRuns {
  @Override
  public RunHandle submit(RunRequest request) {
    meanwhile.run();
    return runs.submit(request);
  }

  @Override
  public void kill(String runId) {
    runs.kill(runId);
  }

  @Override
  public Optional<RunHandle> find(String runId) {
    return runs.find(runId);
  }

  @Override
  public GridStore store() {
    return runs.store();
  }

  @Override
  public Collection<WorkerNode> workers() {
    return runs.workers();
  }

  @Override
  public RunRegistry registry() {
    return runs.registry();
  }

  @Override
  public void close() {
    runs.close();
  }
}
