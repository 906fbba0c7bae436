package org.gridclear.web.run;

import org.gridclear.run.RunHandle;
import org.gridclear.run.RunStatus;
import org.gridclear.web.account.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Runs of the grid: list, status, cancel. */
@RestController
@RequestMapping("/api/v1")
class RunController {
  private final KnownRuns known;

  RunController(KnownRuns known) {
    this.known = known;
  }

  /** Status of a run. */
  @GetMapping("/runs/{runId}")
  RunStatus status(@PathVariable String runId) {
    return known.handle(runId).status();
  }

  /** Cancels a run; cases that are done stay done. */
  @DeleteMapping("/runs/{runId}")
  ResponseEntity<RunStatus> cancel(Caller caller, @PathVariable String runId) {
    RunHandle handle = known.toEnd(caller, runId);
    handle.cancel();
    return ResponseEntity.accepted().body(handle.status());
  }
}
