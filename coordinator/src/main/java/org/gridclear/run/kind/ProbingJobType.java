package org.gridclear.run.kind;

import org.gridclear.run.Job;
import org.gridclear.run.JobType;
import org.gridclear.run.RunPlan;
import org.gridclear.run.RunSpecification;
import org.gridclear.work.WorkUnit;

/** Probes: a unit each. */
public final class ProbingJobType implements JobType<Job.Probing, RunSpecification.Probing> {
  @Override
  public String name() {
    return "probing";
  }

  @Override
  public Class<Job.Probing> job() {
    return Job.Probing.class;
  }

  @Override
  public Class<RunSpecification.Probing> specification() {
    return RunSpecification.Probing.class;
  }

  @Override
  public RunSpecification.Probing plan(Job.Probing job, RunPlan.Draft draft) {
    for (int number = 0; number < job.count(); number++) {
      WorkUnit unit = WorkUnit.probe(job.name(), number, job.steps());
      draft.add(unit.name(), unit);
    }
    return new RunSpecification.Probing(job.name(), job.count(), job.steps());
  }
}
