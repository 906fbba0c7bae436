package org.gridclear.web.result;

import java.io.IOException;
import org.gridclear.report.run.RunReport;
import org.gridclear.run.RunResult;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.listing.RunTables;
import org.gridclear.table.Figures;
import org.gridclear.table.RowRange;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.run.EndedRuns;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What runs that ended have come to. */
@RestController
@RequestMapping("/api/v1")
class RunResultController {
  private final StudyRuns runs;

  private final EndedRuns ended;

  RunResultController(StudyRuns runs, EndedRuns ended) {
    this.runs = runs;
    this.ended = ended;
  }

  /** Cases of a run that has ended: node, times, attempts; 409 while it is under way. */
  @GetMapping("/runs/{runId}/units")
  ResponseEntity<byte[]> units(
      @PathVariable String runId,
      @RequestParam(defaultValue = "0") long offset,
      @RequestParam(defaultValue = "1000000") int limit,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    RunResult result = ended.result(runId);
    ResponseEntity<byte[]> part =
        TableAnswer.of(RunTables.units(result, new RowRange(offset, limit)), format);
    return ResponseEntity.ok()
        .headers(part.getHeaders())
        .header("X-Total-Count", Integer.toString(result.cases().size()))
        .body(part.getBody());
  }

  /** The summary of a run that has ended, as in summary.json; 409 while it is under way. */
  @GetMapping("/runs/{runId}/results")
  JsonNode results(@PathVariable String runId) {
    return Figures.of(RunReport.summary(ended.result(runId), runs.store()));
  }
}
