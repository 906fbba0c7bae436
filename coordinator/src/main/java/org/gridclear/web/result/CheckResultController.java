package org.gridclear.web.result;

import java.io.IOException;
import java.util.List;
import org.gridclear.report.TableFolder;
import org.gridclear.report.security.SecurityTables;
import org.gridclear.run.RunResult;
import org.gridclear.table.RowRange;
import org.gridclear.web.run.EndedRuns;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tables of screenings and of sensitivities that have ended. */
@RestController
@RequestMapping("/api/v1/runs/{runId}")
class CheckResultController {
  private final EndedRuns ended;
  private final KeptResults kept;

  CheckResultController(EndedRuns ended, KeptResults kept) {
    this.ended = ended;
    this.kept = kept;
  }

  /** Names of the tables of a screening, or of sensitivities. */
  @GetMapping("/tables")
  List<String> tables(@PathVariable String runId) throws IOException {
    return kept.ofRun(ended.result(runId), TableFolder::names);
  }

  /** Rows of a table of a screening, or of sensitivities, in the same formats and parts. */
  @GetMapping("/tables/{table}")
  ResponseEntity<byte[]> table(
      @PathVariable String runId,
      @PathVariable String table,
      @RequestParam(required = false) String snapshot,
      @RequestParam(required = false) String outage,
      @RequestParam(required = false) String device,
      @RequestParam(required = false) String element,
      @RequestParam(required = false) String zone,
      @RequestParam(defaultValue = "0") long offset,
      @RequestParam(defaultValue = "100000") int limit,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    RowRange range = new RowRange(offset, limit);
    SecurityTables.Rows rows = new SecurityTables.Rows(snapshot, outage, device, element, zone);
    RunResult result = ended.result(runId);
    return TableParts.of(
        () -> kept.ofRun(result, tables -> tables.page(table, rows::of, range)), range, format);
  }
}
