package org.gridclear.web.security;

import java.util.List;
import java.util.Map;
import org.gridclear.report.security.ScreeningQueries.Filter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stored outcomes of screenings, counted by device, outage and snapshot. */
@RestController
@RequestMapping("/api/v1/runs/{runId}")
class ScreeningCountController {
  private final AskedScreenings asked;

  ScreeningCountController(AskedScreenings asked) {
    this.asked = asked;
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
    return asked.of(runId).devices(new Filter("", "", device, deviceKind, zone, kv, "", rows));
  }

  /** Counts by outage: snapshots with heavy load or violation after it, its worst device. */
  @GetMapping("/contingencies")
  List<Map<String, Object>> contingencies(
      @PathVariable String runId,
      @RequestParam(defaultValue = "") String outage,
      @RequestParam(defaultValue = "1000") int rows) {
    return asked.of(runId).contingencies(new Filter("", outage, "", "", "", "", "", rows));
  }

  /**
   * How many periods, devices and outages have heavy load, violations, violations after outages.
   */
  @GetMapping("/overview")
  Map<String, Object> overview(@PathVariable String runId) {
    return asked.of(runId).overview();
  }

  /** What every snapshot shows. */
  @GetMapping("/snapshots")
  List<?> snapshots(@PathVariable String runId) {
    return asked.of(runId).snapshots();
  }
}
