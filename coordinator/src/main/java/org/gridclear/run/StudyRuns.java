package org.gridclear.run;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gridclear.scenario.StudyDefinition;

/** Takes jobs and runs them. */
public interface StudyRuns extends AutoCloseable {
  /**
   * Starts a run. When this returns, the run is acknowledged (docs/grid.md §1).
   *
   * @throws java.util.concurrent.RejectedExecutionException if it is more than may be under way
   * @throws GridRefusedException if the grid takes no work now
   */
  RunHandle submit(RunRequest request);

  /** Starts a run of this machine's user. */
  default RunHandle submit(Job job) {
    return submit(RunRequest.of(job));
  }

  /** Starts a run that clears the cases of a study. */
  default RunHandle submit(StudyDefinition study) {
    return submit(new Job.Clearing(study));
  }

  /** The run with this id, whoever owns it. */
  Optional<RunHandle> find(String runId);

  /** All runs that the grid knows, oldest first. */
  Collection<RunRecord> all();

  /** What the grid keeps. */
  GridStore store();

  /** The nodes that do work now. */
  Collection<WorkerNode> workers();

  /** Why no run can be taken now; nothing if one can. */
  Optional<String> refusal();

  /** Whether every entry has its backup, so that one more node may be lost. */
  boolean backupsComplete();

  /** Caches of which data were lost; empty if all is well. */
  List<String> lostCaches();

  @Override
  void close();
}
