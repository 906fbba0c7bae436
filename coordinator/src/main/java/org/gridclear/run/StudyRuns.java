package org.gridclear.run;

import java.util.Collection;
import java.util.Optional;
import org.gridclear.run.dispatch.WorkerNode;
import org.gridclear.study.StudyDefinition;

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

  /**
   * Ends a run that was cancelled and does not end: takes it from the coordinator that owns it.
   * What is on nodes is given up; of the cases that are done the outcomes stay, not where and how
   * long each was worked on.
   *
   * @throws IllegalStateException if nobody has asked to cancel it
   * @throws GridRefusedException if the grid takes no writes now
   */
  void kill(String runId);

  /** What the grid keeps. */
  GridStore store();

  /** The nodes that do work now. */
  Collection<WorkerNode> workers();

  /** What the grid knows about runs, and whether it takes any. */
  RunRegistry registry();

  @Override
  void close();
}
