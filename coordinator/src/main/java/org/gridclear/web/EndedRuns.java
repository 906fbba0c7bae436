package org.gridclear.web;

import org.gridclear.run.Job;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunResult;
import org.gridclear.run.StudyRuns;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Runs that have ended, by what they did. */
@Component
class EndedRuns {
  private final StudyRuns runs;

  EndedRuns(StudyRuns runs) {
    this.runs = runs;
  }

  /** The result of a run; 404 where there is none, 409 while it runs. */
  RunResult result(String runId) {
    RunHandle handle =
        runs.find(runId)
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no run '%s' here.".formatted(runId)));
    RunResult result = handle.result().getNow(null);
    if (result == null) {
      throw new ResponseStatusException(
          HttpStatus.CONFLICT, "The run is still " + handle.status().state() + ".");
    }
    return result;
  }

  /** The result of a run that did this kind of job; 409 where it did another. */
  RunResult of(String runId, Class<? extends Job> kind, String otherwise) {
    RunResult result = result(runId);
    if (!kind.isInstance(result.job())) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, otherwise);
    }
    return result;
  }

  /** Number of a case in a run that cleared some; 404 where there is none of the name. */
  int cleared(RunResult result, String caseName) {
    for (int c = 0; c < result.cases().size(); c++) {
      if (result.cases().get(c).name().equals(caseName)) {
        return c;
      }
    }
    throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such case.");
  }
}
