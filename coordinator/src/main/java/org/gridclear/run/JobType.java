package org.gridclear.run;

/**
 * A kind of job as coordinators plan it. Types register as a service, those of this house and those
 * from outside alike: a line in {@code META-INF/services/org.gridclear.run.JobType}.
 *
 * @param <J> what is asked for
 * @param <S> the same as it is stored
 */
public interface JobType<J extends Job, S extends RunSpecification> {
  /** What its tickets are marked with where they are written; no other kind has it. */
  String name();

  /** The class of its jobs; no other kind has it. */
  Class<J> job();

  /** The class of its tickets; no other kind has it. */
  Class<S> specification();

  /**
   * Cuts a job into units. They follow from the job alone, not from the grid, so that results are
   * found again and bits are the same anywhere.
   *
   * @param draft takes the data, the units and the cells
   * @return the ticket, whose {@link RunSpecification#job} gives a job that is planned alike
   */
  S plan(J job, RunPlan.Draft draft);
}
