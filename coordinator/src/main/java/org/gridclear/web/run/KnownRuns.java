package org.gridclear.web.run;

import org.gridclear.account.Right;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunRecord;
import org.gridclear.run.StudyRuns;
import org.gridclear.web.account.Caller;
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

  /**
   * A run that a caller may end.
   *
   * @throws ResponseStatusException 404 if there is none; 403 if it is another's
   */
  RunHandle toEnd(Caller caller, String runId) {
    RunHandle handle = handle(runId);
    if (!mayEnd(caller, handle.record())) {
      throw new ResponseStatusException(
          HttpStatus.FORBIDDEN, "The run belongs to %s.".formatted(handle.record().user()));
    }
    return handle;
  }

  /** Whether a caller may end a run: its own, or any with the right to manage the grid. */
  static boolean mayEnd(Caller caller, RunRecord run) {
    return run.mayBeEndedBy(caller.name(), caller.may(Right.MANAGE_GRID));
  }
}
