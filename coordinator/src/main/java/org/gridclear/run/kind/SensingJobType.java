package org.gridclear.run.kind;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.run.Job;
import org.gridclear.run.JobType;
import org.gridclear.run.RunPlan;
import org.gridclear.run.RunSpecification;
import org.gridclear.work.WorkUnit;

/** Sensitivities: a unit a snapshot. */
public final class SensingJobType implements JobType<Job.Sensing, RunSpecification.Sensing> {
  @Override
  public String name() {
    return "sensing";
  }

  @Override
  public Class<Job.Sensing> job() {
    return Job.Sensing.class;
  }

  @Override
  public Class<RunSpecification.Sensing> specification() {
    return RunSpecification.Sensing.class;
  }

  @Override
  public RunSpecification.Sensing plan(Job.Sensing job, RunPlan.Draft draft) {
    String network = draft.put(job.network());
    List<String> points = new ArrayList<>();
    for (var snapshot : job.snapshots()) {
      String point = draft.put(snapshot);
      points.add(point);
      WorkUnit unit = WorkUnit.sensing(snapshot.name(), network, point, job.question());
      draft.add(snapshot.name(), unit);
    }
    return new RunSpecification.Sensing(job.name(), network, points, job.question(), job.remarks());
  }
}
