package org.gridclear.web.security;

import java.util.List;
import java.util.Map;
import org.gridclear.report.security.SensitivityFolder;
import org.gridclear.run.Job;
import org.gridclear.run.RunResult;
import org.gridclear.run.StudyRuns;
import org.gridclear.web.run.EndedRuns;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stored rows of sensitivities, asked over HTTP. */
@RestController
@RequestMapping("/api/v1")
class SensitivityQueryController {
  private final StudyRuns runs;
  private final EndedRuns ended;

  SensitivityQueryController(StudyRuns runs, EndedRuns ended) {
    this.runs = runs;
    this.ended = ended;
  }

  /** Sensitivities, filtered. */
  @GetMapping("/runs/{runId}/sensitivities")
  List<Map<String, Object>> sensitivities(
      @PathVariable String runId,
      @RequestParam(defaultValue = "") String snapshot,
      @RequestParam(defaultValue = "") String device,
      @RequestParam(defaultValue = "") String deviceKind,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String element,
      @RequestParam(defaultValue = "1000") int rows) {
    SensitivityFolder.Filter wanted =
        new SensitivityFolder.Filter(snapshot, device, deviceKind, by, element, rows);
    RunResult result = ended.of(runId, Job.Sensing.class, "The run computed no sensitivities.");
    return new SensitivityFolder(result, runs.store()).rows(wanted);
  }
}
