package org.gridclear.web.run;

import org.gridclear.run.RunHandle;
import org.gridclear.run.StudyRuns;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Runs that the server knows. */
@Component
public class KnownRuns {
  private final StudyRuns runs;

  KnownRuns(StudyRuns runs) {
    this.runs = runs;
  }

  /**
   * A run by its id.
   *
   * @throws ResponseStatusException 404 if there is none
   */
  public RunHandle handle(String runId) {
    return runs.find(runId)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "There is no run '%s' here.".formatted(runId)));
  }
}
