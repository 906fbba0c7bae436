package org.gridclear.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.gridclear.check.CheckedNetwork;
import org.gridclear.check.ScreeningJobs;
import org.gridclear.io.CaseFiles;
import org.gridclear.json.JsonFields;
import org.gridclear.report.security.ScreeningFlows;
import org.gridclear.report.security.ScreeningQueries;
import org.gridclear.report.security.ScreeningQueries.Filter;
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
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Screenings over HTTP: submit, and ask their stored outcomes. */
@RestController
@RequestMapping("/api/v1")
class ScreeningController {
  private static final String NO_SCREENING = "The run screened no outages.";

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
      @RequestBody(required = false) String text,
      @ParameterObject Submission wanted,
      HttpServletRequest request) {
    RunResult result = ended.of(runId, Job.Clearing.class, "The run cleared no cases.");
    StudyDefinition study = ((Job.Clearing) result.job()).study();
    boolean asked = text != null && !text.isBlank();
    ScreeningPlan plan =
        asked
            ? plan(text, study)
            : study
                .screening()
                .orElseThrow(
                    () ->
                        new ResponseStatusException(
                            HttpStatus.CONFLICT,
                            "The study has no screening section: send its fields."));
    return ScreeningJobs.ofCase(result, ended.number(result, caseName), plan, runs.store())
        .map(job -> wanted.submit(job, runs, request))
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.CONFLICT, "The case has no schedule or takes no part."));
  }

  private ScreeningPlan plan(String text, StudyDefinition study) {
    IssueLog log = new IssueLog("request");
    JsonFields f = folder.fields(text, "screening", log);
    ScreeningPlan plan =
        new ScreeningPlanReader(log, folder.path(), true).read(f, study.base(), study.cases());
    log.throwIfErrors();
    return plan;
  }

  /** Results of outages, filtered. */
  @GetMapping("/runs/{runId}/outages")
  List<Map<String, Object>> outages(
      @PathVariable String runId,
      @RequestParam(defaultValue = "") String snapshot,
      @RequestParam(defaultValue = "") String outage,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "1000") int rows) {
    return queries(runId).outages(new Filter(snapshot, outage, "", "", "", "", status, rows));
  }

  /** Heavy loadings and violations of base cases and outages, filtered. */
  @GetMapping("/runs/{runId}/loadings")
  List<Map<String, Object>> loadings(
      @PathVariable String runId,
      @RequestParam(defaultValue = "") String snapshot,
      @RequestParam(defaultValue = "") String outage,
      @RequestParam(defaultValue = "") String device,
      @RequestParam(defaultValue = "") String deviceKind,
      @RequestParam(defaultValue = "") String zone,
      @RequestParam(defaultValue = "") String kv,
      @RequestParam(defaultValue = "1000") int rows) {
    return queries(runId)
        .loadings(new Filter(snapshot, outage, device, deviceKind, zone, kv, "", rows));
  }

  /**
   * Flows and voltages of every device at a snapshot, of the intact grid or after one outage,
   * whatever was kept: they are computed anew.
   */
  @GetMapping("/runs/{runId}/flows")
  ScreeningFlows flows(
      @PathVariable String runId,
      @RequestParam String snapshot,
      @RequestParam(defaultValue = "") String outage,
      @RequestParam(defaultValue = "") String device,
      @RequestParam(defaultValue = "") String deviceKind,
      @RequestParam(defaultValue = "") String zone,
      @RequestParam(defaultValue = "") String kv,
      @RequestParam(defaultValue = "1000") int rows) {
    return queries(runId)
        .flows(new Filter(snapshot, outage, device, deviceKind, zone, kv, "", rows));
  }

  /** Counts by device: snapshots with heavy load, violation, violation after outages. */
  @GetMapping("/runs/{runId}/devices")
  List<Map<String, Object>> devices(
      @PathVariable String runId,
      @RequestParam(defaultValue = "") String device,
      @RequestParam(defaultValue = "") String deviceKind,
      @RequestParam(defaultValue = "") String zone,
      @RequestParam(defaultValue = "") String kv,
      @RequestParam(defaultValue = "1000") int rows) {
    return queries(runId).devices(new Filter("", "", device, deviceKind, zone, kv, "", rows));
  }

  /** Counts by outage: snapshots with heavy load or violation after it, its worst device. */
  @GetMapping("/runs/{runId}/contingencies")
  List<Map<String, Object>> contingencies(
      @PathVariable String runId,
      @RequestParam(defaultValue = "") String outage,
      @RequestParam(defaultValue = "1000") int rows) {
    return queries(runId).contingencies(new Filter("", outage, "", "", "", "", "", rows));
  }

  /**
   * How many periods, devices and outages have heavy load, violations, violations after outages.
   */
  @GetMapping("/runs/{runId}/overview")
  Map<String, Object> overview(@PathVariable String runId) {
    return queries(runId).overview();
  }

  /** What every snapshot shows. */
  @GetMapping("/runs/{runId}/snapshots")
  List<?> snapshots(@PathVariable String runId) {
    return queries(runId).snapshots();
  }

  private ScreeningQueries queries(String runId) {
    return new ScreeningQueries(ended.of(runId, Job.Screening.class, NO_SCREENING), runs.store());
  }
}
