package org.gridclear.web.security;

import java.util.List;
import java.util.Map;
import org.gridclear.report.security.ScreeningFlows;
import org.gridclear.report.security.ScreeningQueries.Filter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stored outcomes of screenings, row by row, asked over HTTP. */
@RestController
@RequestMapping("/api/v1/runs/{runId}")
class ScreeningQueryController {
  private final AskedScreenings asked;

  ScreeningQueryController(AskedScreenings asked) {
    this.asked = asked;
  }

  /** Results of outages, filtered. */
  @GetMapping("/outages")
  List<Map<String, Object>> outages(
      @PathVariable String runId,
      @RequestParam(defaultValue = "") String snapshot,
      @RequestParam(defaultValue = "") String outage,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "1000") int rows) {
    return asked.of(runId).outages(new Filter(snapshot, outage, "", "", "", "", status, rows));
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
    return asked
        .of(runId)
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
    return asked
        .of(runId)
        .flows(new Filter(snapshot, outage, device, deviceKind, zone, kv, "", rows));
  }
}
