package org.gridclear.web.result;

import java.io.IOException;
import org.gridclear.report.TableFolder;
import org.gridclear.report.clearing.ResultTables;
import org.gridclear.report.security.SecurityTables;
import org.gridclear.run.Job;
import org.gridclear.run.RunResult;
import org.gridclear.run.StudyRuns;
import org.gridclear.web.run.EndedRuns;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Tables of runs that have ended: of each case of a clearing, and of a screening as a whole. */
@Component
class KeptResults implements DisposableBean {
  private final StudyRuns runs;
  private final EndedRuns ended;
  private final KeptTables<ResultTables> cases = new KeptTables<>();
  private final KeptTables<TableFolder> screenings = new KeptTables<>();

  KeptResults(StudyRuns runs, EndedRuns ended) {
    this.runs = runs;
    this.ended = ended;
  }

  /**
   * Asks the tables of a case of a run that has ended.
   *
   * @param number place of the case, 0 for the base
   */
  <T> T ofCase(RunResult result, int number, KeptTables.Question<ResultTables, T> question)
      throws IOException {
    var cleared = ended.cleared(result, number);
    return cases.with(
        result.status().runId() + " " + number,
        () -> ResultTables.of(cleared.clearingCase(), cleared.options(), cleared.result()),
        question);
  }

  /** Asks the tables of a screening, or of sensitivities; 409 where the run was neither. */
  <T> T ofRun(RunResult result, KeptTables.Question<TableFolder, T> question) throws IOException {
    if (!(result.job() instanceof Job.Screening) && !(result.job() instanceof Job.Sensing)) {
      throw EndedRuns.conflict(
          "The run has no tables as a whole: ask those of a case, /cases/{number}/tables.");
    }
    return screenings.with(
        result.status().runId(), () -> SecurityTables.of(result, runs.store()), question);
  }

  @Override
  public void destroy() throws IOException {
    cases.close();
    screenings.close();
  }
}
