package org.gridclear.web.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.gridclear.report.run.RunReport;
import org.gridclear.run.StudyRuns;
import org.gridclear.web.run.EndedRuns;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The report of runs that have ended. */
@RestController
@RequestMapping("/api/v1/runs/{runId}")
class RunReportController {
  /**
   * A report is one page with its scripts and data in it, which loads nothing from anywhere. They
   * run apart from the pages of the server and reach none of their calls; tables can be saved.
   */
  private static final String REPORT_POLICY =
      "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:"
          + " blob:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"
          + " allow-scripts allow-downloads";

  private final StudyRuns runs;
  private final EndedRuns ended;

  RunReportController(StudyRuns runs, EndedRuns ended) {
    this.runs = runs;
    this.ended = ended;
  }

  /** The report page of a run that has ended. */
  @GetMapping("/report")
  ResponseEntity<byte[]> report(@PathVariable String runId) throws IOException {
    byte[] page =
        RunReport.page(ended.result(runId), runs.store())
            .orElseThrow(() -> EndedRuns.missing("report of such a run"));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
        .header("Content-Security-Policy", REPORT_POLICY)
        .body(page);
  }
}
