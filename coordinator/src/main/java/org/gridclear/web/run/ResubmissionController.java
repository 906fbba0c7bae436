package org.gridclear.web.run;

import jakarta.servlet.http.HttpServletRequest;
import org.gridclear.run.Job;
import org.gridclear.run.RunRequest;
import org.gridclear.run.RunStatus;
import org.gridclear.run.StudyRuns;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a run did is sent once more. */
@RestController
@RequestMapping("/api/v1")
class ResubmissionController {
  private final StudyRuns runs;

  private final EndedRuns ended;

  private final KnownRuns known;

  ResubmissionController(StudyRuns runs, EndedRuns ended, KnownRuns known) {
    this.runs = runs;
    this.ended = ended;
    this.known = known;
  }

  /** Sends what a run did once more; outcomes that are there are used again. */
  @PostMapping("/runs/{runId}/resubmission")
  ResponseEntity<RunStatus> again(@PathVariable String runId, HttpServletRequest request) {
    Job job = ended.result(runId).job();
    RunRequest again = known.handle(runId).record().again(job, Submission.user(request));
    return Submission.accepted(runs.submit(again));
  }
}
