package org.gridclear.web.security;

import org.gridclear.report.security.ScreeningQueries;
import org.gridclear.report.security.SecurityBoard;
import org.gridclear.run.Job;
import org.gridclear.run.RunResult;
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
    return new ScreeningQueries(result(runId), runs.store());
  }

  /** A screening at a glance, of outages of a status; "" for all. */
  SecurityBoard board(String runId, String status, int rows) {
    return SecurityBoard.of(result(runId), runs.store(), status, rows);
  }

  private RunResult result(String runId) {
    return ended.of(runId, Job.Screening.class, "The run screened no outages.");
  }
}
