package org.gridclear.web.security;

import jakarta.servlet.http.HttpServletRequest;
import org.gridclear.check.CheckedNetwork;
import org.gridclear.check.ScreeningJobs;
import org.gridclear.io.CaseFiles;
import org.gridclear.json.JsonFields;
import org.gridclear.run.Job;
import org.gridclear.run.RunResult;
import org.gridclear.run.RunStatus;
import org.gridclear.run.StudyRuns;
import org.gridclear.security.input.ScreeningPlan;
import org.gridclear.study.ScreeningPlanReader;
import org.gridclear.study.StudyDefinition;
import org.gridclear.validate.IssueLog;
import org.gridclear.web.run.EndedRuns;
import org.gridclear.web.run.Submission;
import org.gridclear.web.study.CaseFolder;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Screenings over HTTP: of a network, or of a case that has been cleared. */
@RestController
@RequestMapping("/api/v1")
class ScreeningController {
  private final StudyRuns runs;
  private final EndedRuns ended;
  private final CaseFolder folder;

  ScreeningController(StudyRuns runs, EndedRuns ended, CaseFolder folder) {
    this.runs = runs;
    this.ended = ended;
    this.folder = folder;
  }

  /**
   * Submits a screening: {@code network} (a file of the server's folder or a built-in network),
   * {@code snapshots} (a number), and the fields of a study's screening section.
   */
  @PostMapping(path = "/screenings", consumes = "application/json")
  ResponseEntity<RunStatus> submit(
      @RequestBody String text, @ParameterObject Submission wanted, HttpServletRequest request) {
    IssueLog log = new IssueLog("request");
    JsonFields f = folder.fields(text, "screening", log);
    int snapshots = f.integer("snapshots", 1);
    CaseFiles.Loaded loaded = folder.load(f.text("network"), log);
    ScreeningPlan plan =
        new ScreeningPlanReader(log, folder.path(), true).ofNetwork(f, loaded.network(), snapshots);
    log.throwIfErrors();
    Job.Screening job = ScreeningJobs.of(CheckedNetwork.ofDay(loaded, snapshots), plan);
    return wanted.submit(job, runs, request);
  }

  /**
   * Submits the screening of one case of a study that has been cleared: as the fields of the
   * request say, or without any as the study's own screening section does.
   */
  @PostMapping("/runs/{runId}/cases/{caseName}/screening")
  ResponseEntity<RunStatus> screenCase(
      @PathVariable String runId,
      @PathVariable String caseName,
      @RequestBody(required = false) @Nullable String text,
      @ParameterObject Submission wanted,
      HttpServletRequest request) {
    RunResult result = ended.of(runId, Job.Clearing.class, "The run cleared no cases.");
    ScreeningPlan plan = plan(text, result.study());
    Job.Screening job =
        ScreeningJobs.ofCase(result, ended.number(result, caseName), plan, runs.store())
            .orElseThrow(() -> EndedRuns.conflict("The case has no schedule or takes no part."));
    return wanted.submit(job, runs, request);
  }

  private ScreeningPlan plan(@Nullable String text, StudyDefinition study) {
    if (text == null || text.isBlank()) {
      return study
          .screening()
          .orElseThrow(
              () -> EndedRuns.conflict("The study has no screening section: send its fields."));
    }
    IssueLog log = new IssueLog("request");
    JsonFields f = folder.fields(text, "screening", log);
    return new ScreeningPlanReader(log, folder.path(), true).ofStudy(f, study);
  }
}
