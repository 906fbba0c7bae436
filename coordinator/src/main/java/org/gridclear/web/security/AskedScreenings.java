package org.gridclear.web.security;

import org.gridclear.report.security.ScreeningQueries;
import org.gridclear.run.Job;
import org.gridclear.run.StudyRuns;
import org.gridclear.web.run.EndedRuns;
import org.springframework.stereotype.Component;

/** Screenings that have ended, to be asked. */
@Component
class AskedScreenings {
  private final StudyRuns runs;
  private final EndedRuns ended;

  AskedScreenings(StudyRuns runs, EndedRuns ended) {
    this.runs = runs;
    this.ended = ended;
  }

  /** Questions to a screening; 404 where there is no such run, 409 where it is none or runs. */
  ScreeningQueries of(String runId) {
    return new ScreeningQueries(
        ended.of(runId, Job.Screening.class, "The run screened no outages."), runs.store());
  }
}
