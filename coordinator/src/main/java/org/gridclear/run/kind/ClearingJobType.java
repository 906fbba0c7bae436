package org.gridclear.run.kind;

import java.util.Collections;
import java.util.List;
import org.gridclear.io.CaseFiles;
import org.gridclear.run.Job;
import org.gridclear.run.JobType;
import org.gridclear.run.RunPlan;
import org.gridclear.run.RunSpecification;
import org.gridclear.study.StudyDefinition;
import org.gridclear.study.WarmStartTree;
import org.gridclear.work.WorkUnit;

/** Cases of a study: a unit each, from the most similar one before it. */
public final class ClearingJobType implements JobType<Job.Clearing, RunSpecification.Clearing> {
  @Override
  public String name() {
    return "clearing";
  }

  @Override
  public Class<Job.Clearing> job() {
    return Job.Clearing.class;
  }

  @Override
  public Class<RunSpecification.Clearing> specification() {
    return RunSpecification.Clearing.class;
  }

  @Override
  public RunSpecification.Clearing plan(Job.Clearing job, RunPlan.Draft draft) {
    StudyDefinition study = job.study();
    String baseHash = draft.putPacked(CaseFiles.pack(study.base()));
    int cases = study.cases().size();
    List<Integer> starts =
        study.options().startFromBase()
            ? WarmStartTree.of(study)
            : Collections.nCopies(cases, WarmStartTree.NONE);
    WorkUnit[] units = new WorkUnit[cases];
    for (int k = 0; k < cases; k++) {
      draft.add(study.cases().get(k).name(), unit(study, baseHash, starts, k, units));
    }
    return new RunSpecification.Clearing(
        study.name(),
        baseHash,
        study.options(),
        study.cases(),
        study.screening().orElse(null),
        study.remarks());
  }

  /** The unit of a case, whose name depends on that of the case it starts from. */
  private static WorkUnit unit(
      StudyDefinition study, String baseHash, List<Integer> starts, int k, WorkUnit[] known) {
    if (known[k] == null) {
      int start = starts.get(k);
      String startKey =
          start == WarmStartTree.NONE
              ? ""
              : unit(study, baseHash, starts, start, known).key().hex();
      known[k] = WorkUnit.clearing(baseHash, study.cases().get(k), study.options(), startKey);
    }
    return known[k];
  }
}
