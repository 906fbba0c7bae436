package org.gridclear.run.kind;

import org.gridclear.run.Job;
import org.gridclear.run.JobType;
import org.gridclear.run.RunPlan;
import org.gridclear.run.RunSpecification;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.work.WorkUnit;

/** Charges of a month: a unit each eight blocks of entities. */
public final class ChargingJobType implements JobType<Job.Charging, RunSpecification.Charging> {
  private static final int BLOCKS_A_UNIT = RunPlan.ENTITIES_A_UNIT / EntityBlock.ENTITIES;

  @Override
  public String name() {
    return "charging";
  }

  @Override
  public Class<Job.Charging> job() {
    return Job.Charging.class;
  }

  @Override
  public Class<RunSpecification.Charging> specification() {
    return RunSpecification.Charging.class;
  }

  @Override
  public RunSpecification.Charging plan(Job.Charging job, RunPlan.Draft draft) {
    String month = draft.put(job.month());
    int blocks = job.month().blocks();
    int entities = job.month().entities().size();
    for (int first = 0; first < blocks; first += BLOCKS_A_UNIT) {
      int from = first;
      int to = Math.min(blocks, first + BLOCKS_A_UNIT);
      WorkUnit unit =
          WorkUnit.charging(
              month,
              job.priceHashes(),
              job.blockHashes().stream().map(ofDay -> ofDay.subList(from, to)).toList(),
              from * EntityBlock.ENTITIES,
              Math.min(entities, to * EntityBlock.ENTITIES));
      draft.add(unit.name(), unit);
    }
    return new RunSpecification.Charging(month, job.priceHashes(), job.blockHashes());
  }
}
