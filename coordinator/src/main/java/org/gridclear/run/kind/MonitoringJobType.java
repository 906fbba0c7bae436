package org.gridclear.run.kind;

import java.util.List;
import org.gridclear.run.Job;
import org.gridclear.run.JobType;
import org.gridclear.run.RunPlan;
import org.gridclear.run.RunSpecification;
import org.gridclear.work.WorkUnit;

/** Tasks of monitoring: a unit each. */
public final class MonitoringJobType
    implements JobType<Job.Monitoring, RunSpecification.Monitoring> {
  @Override
  public String name() {
    return "monitoring";
  }

  @Override
  public Class<Job.Monitoring> job() {
    return Job.Monitoring.class;
  }

  @Override
  public Class<RunSpecification.Monitoring> specification() {
    return RunSpecification.Monitoring.class;
  }

  @Override
  public RunSpecification.Monitoring plan(Job.Monitoring job, RunPlan.Draft draft) {
    job.tasks().forEach((name, task) -> draft.add(name, WorkUnit.monitoring(name, task)));
    draft.putAll(job.data());
    return new RunSpecification.Monitoring(
        job.name(), job.tasks(), List.copyOf(job.data().keySet()));
  }
}
