package org.gridclear.web.result;

import java.io.IOException;
import java.util.List;
import org.gridclear.report.clearing.ResultQuery;
import org.gridclear.report.clearing.ResultTables;
import org.gridclear.run.RunResult;
import org.gridclear.table.RowRange;
import org.gridclear.web.run.EndedRuns;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tables of the cases of runs that have ended. */
@RestController
@RequestMapping("/api/v1/runs/{runId}")
class ResultController {
  private final EndedRuns ended;
  private final KeptResults kept;

  ResultController(EndedRuns ended, KeptResults kept) {
    this.ended = ended;
    this.kept = kept;
  }

  /** Names of the tables of a case. */
  @GetMapping("/cases/{number}/tables")
  List<String> tables(@PathVariable String runId, @PathVariable int number) throws IOException {
    return kept.ofCase(ended.result(runId), number, ResultTables::names);
  }

  /**
   * Rows of a table of a case as {@code format} json, csv, parquet or xlsx. How many there are in
   * all is in the header {@code X-Total-Count}, the address of the next part in {@code Link}.
   */
  @GetMapping("/cases/{number}/tables/{table}")
  ResponseEntity<byte[]> table(
      @PathVariable String runId,
      @PathVariable int number,
      @PathVariable String table,
      @RequestParam(required = false) String zone,
      @RequestParam(required = false) String unit,
      @RequestParam(required = false) String bus,
      @RequestParam(required = false) String period,
      @RequestParam(defaultValue = "0") long offset,
      @RequestParam(defaultValue = "100000") int limit,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    RowRange range = new RowRange(offset, limit);
    ResultQuery query = new ResultQuery(zone, unit, bus, period, range);
    RunResult result = ended.result(runId);
    return TableParts.of(
        () -> kept.ofCase(result, number, tables -> tables.page(table, query)), range, format);
  }
}
