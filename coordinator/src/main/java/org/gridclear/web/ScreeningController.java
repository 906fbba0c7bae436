package org.gridclear.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.io.Json;
import org.gridclear.io.JsonFields;
import org.gridclear.network.Contingency;
import org.gridclear.network.Network;
import org.gridclear.report.ScreeningQueries;
import org.gridclear.report.ScreeningQueries.Filter;
import org.gridclear.run.Job;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunResult;
import org.gridclear.run.RunStatus;
import org.gridclear.run.ScreeningJobs;
import org.gridclear.run.StudyRuns;
import org.gridclear.scenario.ScreeningPlan;
import org.gridclear.scenario.ScreeningPlanReader;
import org.gridclear.scenario.resolved.ScreeningOptions;
import org.gridclear.synthetic.SyntheticSnapshots;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.gridclear.work.ScreeningScope;
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
  private final StudyRuns runs;
  private final CaseFolder folder;

  ScreeningController(StudyRuns runs, CaseFolder folder) {
    this.runs = runs;
    this.folder = folder;
  }

  /**
   * Submits a screening: {@code network} (a file of the server's folder or a built-in network),
   * {@code snapshots} (a number), and the fields of a study's screening section.
   */
  @PostMapping(path = "/screenings", consumes = "application/json")
  ResponseEntity<RunStatus> submit(@RequestBody String text, HttpServletRequest request) {
    IssueLog log = new IssueLog("request");
    JsonFields f =
        new JsonFields(
            Json.parse(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), log),
            "screening",
            log);
    log.throwIfErrors();
    String source = f.text("network");
    int snapshots = f.integer("snapshots", 1);
    Path root = folder.path().toAbsolutePath().normalize();
    if (!source.isEmpty() && !root.resolve(source).normalize().startsWith(root)) {
      log.add(Rule.FILE_READABLE, "screening", "network", source, "It lies outside the folder.");
    }
    log.throwIfErrors();
    CaseFiles.Loaded loaded = CaseFiles.load(source, root, Set.of());
    Network network = loaded.network();
    ScreeningPlanReader reader = new ScreeningPlanReader(log, root, true);
    List<Contingency> contingencies = reader.contingencies(f, network);
    ScreeningOptions options = reader.options(f);
    f.done();
    log.throwIfErrors();
    Job.Screening job =
        new Job.Screening(
            "screen " + network.name(),
            network,
            SyntheticSnapshots.ofDay(network, snapshots),
            new ScreeningScope(contingencies, null),
            options,
            loaded.log().issues());
    return accepted(runs.submit(Submission.of(job, request)));
  }

  /** Submits the screening of one case of a study that has been cleared. */
  @PostMapping("/runs/{runId}/cases/{caseName}/screening")
  ResponseEntity<RunStatus> screenCase(
      @PathVariable String runId, @PathVariable String caseName, HttpServletRequest request) {
    RunResult result = result(runId);
    if (!(result.job() instanceof Job.Clearing clearing)) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, "The run cleared no cases.");
    }
    ScreeningPlan plan =
        clearing
            .study()
            .screening()
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.CONFLICT, "The study has no screening section."));
    for (int c = 0; c < result.cases().size(); c++) {
      if (result.cases().get(c).name().equals(caseName)) {
        return ScreeningJobs.ofCase(result, c, plan, runs.store())
            .map(job -> accepted(runs.submit(Submission.of(job, request))))
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.CONFLICT, "The case has no schedule or takes no part."));
      }
    }
    throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such case.");
  }

  private static ResponseEntity<RunStatus> accepted(RunHandle handle) {
    return ResponseEntity.accepted()
        .header("Location", "/api/v1/runs/" + handle.status().runId())
        .body(handle.status());
  }

  /** Results of outages, filtered. */
  @GetMapping("/runs/{runId}/outages")
  List<Map<String, Object>> outages(
      @PathVariable String runId,
      @RequestParam(defaultValue = "") String snapshot,
      @RequestParam(defaultValue = "") String outage,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "1000") int rows) {
    return queries(runId).outages(new Filter(snapshot, outage, "", "", "", status, rows));
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
      @RequestParam(defaultValue = "1000") int rows) {
    return queries(runId)
        .loadings(new Filter(snapshot, outage, device, deviceKind, zone, "", rows));
  }

  /** What every snapshot shows. */
  @GetMapping("/runs/{runId}/snapshots")
  List<?> snapshots(@PathVariable String runId) {
    return queries(runId).snapshots();
  }

  private ScreeningQueries queries(String runId) {
    RunResult result = result(runId);
    if (!(result.job() instanceof Job.Screening)) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, "The run screened no outages.");
    }
    return new ScreeningQueries(result, runs.store());
  }

  private RunResult result(String runId) {
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
}
