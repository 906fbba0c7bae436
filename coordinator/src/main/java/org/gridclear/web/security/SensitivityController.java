package org.gridclear.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.gridclear.check.SensitivityJobs;
import org.gridclear.io.CaseFiles;
import org.gridclear.json.JsonFields;
import org.gridclear.run.Job;
import org.gridclear.run.RunResult;
import org.gridclear.run.RunStatus;
import org.gridclear.run.StudyRuns;
import org.gridclear.security.input.SensitivityQuestion;
import org.gridclear.security.input.SensitivityReader;
import org.gridclear.validate.IssueLog;
import org.gridclear.web.run.EndedRuns;
import org.gridclear.web.run.Submission;
import org.gridclear.web.study.CaseFolder;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sensitivities over HTTP: of a network, or of a case that has been cleared. */
@RestController
@RequestMapping("/api/v1")
class SensitivityController {
  private final StudyRuns runs;
  private final EndedRuns ended;
  private final CaseFolder folder;

  SensitivityController(StudyRuns runs, EndedRuns ended, CaseFolder folder) {
    this.runs = runs;
    this.ended = ended;
    this.folder = folder;
  }

  /** Submits sensitivities on a network: {@code network}, {@code snapshots}, and the question. */
  @PostMapping(path = "/sensitivities", consumes = "application/json")
  ResponseEntity<RunStatus> submit(
      @RequestBody String text, @ParameterObject Submission wanted, HttpServletRequest request) {
    IssueLog log = new IssueLog("request");
    JsonFields f = folder.fields(text, "sensitivities", log);
    CaseFiles.Loaded loaded = folder.load(f.text("network"), log);
    int snapshots = f.integer("snapshots", 1);
    Job.Sensing job = SensitivityJobs.ofDay(loaded, snapshots, question(f, log));
    return wanted.submit(job, runs, request);
  }

  /** Submits sensitivities on the periods of a cleared case. */
  @PostMapping(path = "/runs/{runId}/cases/{caseName}/sensitivities", consumes = "application/json")
  ResponseEntity<RunStatus> ofCase(
      @PathVariable String runId,
      @PathVariable String caseName,
      @RequestBody String text,
      @ParameterObject Submission wanted,
      HttpServletRequest request) {
    RunResult result = ended.of(runId, Job.Clearing.class, "The run cleared no cases.");
    IssueLog log = new IssueLog("request");
    JsonFields f = folder.fields(text, "sensitivities", log);
    int periods = result.study().base().periodCount();
    int from = f.integer("from", 0);
    int to = f.integer("to", periods);
    Job.Sensing job =
        SensitivityJobs.ofCase(
                result, ended.number(result, caseName), from, to, question(f, log), runs.store())
            .orElseThrow(() -> EndedRuns.conflict("The case has no schedule."));
    return wanted.submit(job, runs, request);
  }

  private static SensitivityQuestion question(JsonFields f, IssueLog log) {
    SensitivityQuestion question = SensitivityReader.read(f, log);
    f.done();
    log.throwIfErrors();
    return Objects.requireNonNull(question);
  }
}
