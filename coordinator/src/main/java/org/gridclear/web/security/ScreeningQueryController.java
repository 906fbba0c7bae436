package org.gridclear.web.security;

import java.util.List;
import java.util.Map;
import org.gridclear.report.security.ScreeningFlows;
import org.gridclear.report.security.ScreeningQueries;
import org.gridclear.report.security.ScreeningQueries.Filter;
import org.gridclear.run.Job;
import org.gridclear.run.StudyRuns;
import org.gridclear.web.run.EndedRuns;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stored outcomes of screenings, asked over HTTP. */
@RestController
@RequestMapping("/api/v1/runs/{runId}")
class ScreeningQueryController {
  private static final String NO_SCREENING = "The run screened no outages.";

  private final StudyRuns runs;
  private final EndedRuns ended;

  ScreeningQueryController(StudyRuns runs, EndedRuns ended) {
    this.runs = runs;
    this.ended = ended;
  }

  /** Results of outages, filtered. */
  @GetMapping("/outages")
  List<Map<String, Object>> outages(
      @PathVariable String runId,
      @RequestParam(defaultValue = "") String snapshot,
      @RequestParam(defaultValue = "") String outage,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "1000") int rows) {
    return queries(runId).outages(new Filter(snapshot, outage, "", "", "", "", status, rows));
  }

  /** Heavy loadings and violations of base cases and outages, filtered. */
  @GetMapping("/loadings")
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
  @GetMapping("/flows")
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
  @GetMapping("/devices")
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
  @GetMapping("/contingencies")
  List<Map<String, Object>> contingencies(
      @PathVariable String runId,
      @RequestParam(defaultValue = "") String outage,
      @RequestParam(defaultValue = "1000") int rows) {
    return queries(runId).contingencies(new Filter("", outage, "", "", "", "", "", rows));
  }

  /**
   * How many periods, devices and outages have heavy load, violations, violations after outages.
   */
  @GetMapping("/overview")
  Map<String, Object> overview(@PathVariable String runId) {
    return queries(runId).overview();
  }

  /** What every snapshot shows. */
  @GetMapping("/snapshots")
  List<?> snapshots(@PathVariable String runId) {
    return queries(runId).snapshots();
  }

  private ScreeningQueries queries(String runId) {
    return new ScreeningQueries(ended.of(runId, Job.Screening.class, NO_SCREENING), runs.store());
  }
}
