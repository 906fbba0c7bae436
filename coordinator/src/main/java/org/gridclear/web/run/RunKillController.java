package org.gridclear.web.run;

import org.gridclear.account.Right;
import org.gridclear.run.RunStatus;
import org.gridclear.run.StudyRuns;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Runs that were cancelled and do not end. */
@RestController
@RequestMapping("/api/v1/runs/{runId}")
class RunKillController {
  private final StudyRuns runs;

  private final KnownRuns known;

  RunKillController(StudyRuns runs, KnownRuns known) {
    this.runs = runs;
    this.known = known;
  }

  /** Ends a run that was cancelled and has not ended; 409 if nobody cancelled it. */
  @PostMapping("/kill")
  @Needs(Right.RUN)
  ResponseEntity<RunStatus> kill(Caller caller, @PathVariable String runId) {
    known.toEnd(caller, runId);
    try {
      runs.kill(runId);
    } catch (IllegalStateException e) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
    }
    return ResponseEntity.accepted().body(known.handle(runId).status());
  }
}
