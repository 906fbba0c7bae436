package org.gridclear.run;

import java.util.Collection;
import java.util.Optional;
import org.gridclear.scenario.StudyDefinition;

/** Takes jobs and runs them. */
public interface StudyRuns extends AutoCloseable {
  /**
   * Starts a run.
   *
   * @throws java.util.concurrent.RejectedExecutionException if too many runs are waiting
   */
  RunHandle submit(Job job);

  /** Starts a run that clears the cases of a study. */
  default RunHandle submit(StudyDefinition study) {
    return submit(new Job.Clearing(study));
  }

  /** The run with this id, if this coordinator has it. */
  Optional<RunHandle> find(String runId);

  /** All runs of this coordinator, oldest first. */
  Collection<RunHandle> all();

  /** What the grid keeps. */
  GridStore store();

  /** The nodes that do work now. */
  Collection<WorkerNode> workers();

  @Override
  void close();
}
