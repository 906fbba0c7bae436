package org.gridclear.run.kind;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.run.Job;
import org.gridclear.run.JobType;
import org.gridclear.run.RunPlan;
import org.gridclear.run.RunSpecification;
import org.gridclear.security.input.ScreeningOptions.Method;
import org.gridclear.work.WorkUnit;

/** Outages on every snapshot: a unit a range of outages. */
public final class ScreeningJobType implements JobType<Job.Screening, RunSpecification.Screening> {
  /** Ranges that a screening is cut into, about; a property of the job, not of the grid. */
  private static final int RANGES = 32;

  private static final int DC_RANGE_MIN = 2048;
  private static final int AC_RANGE_MIN = 256;

  @Override
  public String name() {
    return "screening";
  }

  @Override
  public Class<Job.Screening> job() {
    return Job.Screening.class;
  }

  @Override
  public Class<RunSpecification.Screening> specification() {
    return RunSpecification.Screening.class;
  }

  @Override
  public RunSpecification.Screening plan(Job.Screening job, RunPlan.Draft draft) {
    String network = draft.putValue(job.network());
    String scope = draft.putValue(job.scope());
    int outages = job.scope().contingencies().size();
    int rangeMin = job.options().method() == Method.DC ? DC_RANGE_MIN : AC_RANGE_MIN;
    long total = (long) outages * job.snapshots().size();
    int range = (int) Math.min(outages, Math.max(rangeMin, (total + RANGES - 1) / RANGES));
    List<String> points = new ArrayList<>();
    for (var snapshot : job.snapshots()) {
      String point = draft.putValue(snapshot);
      points.add(point);
      for (int from = 0; from < Math.max(1, outages); from += Math.max(1, range)) {
        int to = Math.min(outages, from + range);
        String name = "%s %d..%d".formatted(snapshot.name(), from, to);
        draft.add(name, WorkUnit.screening(name, network, point, scope, from, to, job.options()));
      }
    }
    return new RunSpecification.Screening(
        job.name(), network, points, scope, job.options(), job.remarks());
  }
}
