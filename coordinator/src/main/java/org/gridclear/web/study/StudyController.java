package org.gridclear.web.study;

import jakarta.servlet.http.HttpServletRequest;
import org.gridclear.run.Job;
import org.gridclear.run.RunStatus;
import org.gridclear.run.StudyRuns;
import org.gridclear.study.StudyDefinition;
import org.gridclear.web.run.Submission;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Studies over HTTP: submit. */
@RestController
@RequestMapping("/api/v1")
class StudyController {
  private final StudyRuns runs;

  private final CaseFolder folder;

  StudyController(StudyRuns runs, CaseFolder folder) {
    this.runs = runs;
    this.folder = folder;
  }

  /** Submits a study, YAML or JSON; answers 202 with the run's first status. */
  @PostMapping(
      path = "/studies",
      consumes = {"application/yaml", "application/json", "text/plain"})
  ResponseEntity<RunStatus> submit(
      @RequestBody String text, @ParameterObject Submission wanted, HttpServletRequest request) {
    StudyDefinition study = folder.study(text);
    return wanted.submit(new Job.Clearing(study), runs, request);
  }
}
