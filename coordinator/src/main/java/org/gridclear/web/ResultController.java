package org.gridclear.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gridclear.report.FolderSwap;
import org.gridclear.report.ResultPlace;
import org.gridclear.report.clearing.ReportFolder;
import org.gridclear.report.clearing.ResultQuery;
import org.gridclear.report.clearing.ResultTables;
import org.gridclear.report.security.ScreeningFolder;
import org.gridclear.run.Job;
import org.gridclear.run.RunResult;
import org.gridclear.run.StudyRuns;
import org.gridclear.table.TableFormat;
import org.gridclear.validate.UnknownNameException;
import org.gridclear.web.answer.TableAnswer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Results of runs that have ended: the tables of their cases, and the report. */
@RestController
@RequestMapping("/api/v1/runs/{runId}")
class ResultController {
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
  private final KeptResults kept;

  ResultController(StudyRuns runs, EndedRuns ended, KeptResults kept) {
    this.runs = runs;
    this.ended = ended;
    this.kept = kept;
  }

  /** Names of the tables of a case. */
  @GetMapping("/cases/{number}/tables")
  List<String> tables(@PathVariable String runId, @PathVariable int number) throws IOException {
    return kept.with(ended.result(runId), number, ResultTables::names);
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
    ResultQuery query = new ResultQuery(zone, unit, bus, period, offset, limit);
    TableFormat as = TableAnswer.format(format);
    ResultTables.Page page;
    try {
      page = kept.with(ended.result(runId), number, tables -> tables.page(table, query));
    } catch (UnknownNameException e) {
      HttpStatus status = e.kind().equals("table") ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST;
      throw new ResponseStatusException(status, e.getMessage(), e);
    }
    ResponseEntity<byte[]> answer = TableAnswer.of(page.table(), as);
    ResponseEntity.BodyBuilder whole =
        ResponseEntity.ok()
            .headers(answer.getHeaders())
            .header("X-Total-Count", Long.toString(page.total()));
    if (offset + limit < page.total()) {
      String next =
          ServletUriComponentsBuilder.fromCurrentRequest()
              .replaceQueryParam("offset", offset + limit)
              .build()
              .toUriString();
      whole.header("Link", "<%s>; rel=\"next\"".formatted(next));
    }
    return whole.body(answer.getBody());
  }

  /** The report page of a run that has ended. */
  @GetMapping("/report")
  ResponseEntity<byte[]> report(@PathVariable String runId) throws IOException {
    RunResult result = ended.result(runId);
    Path aside = Files.createTempDirectory("gridclear-report-");
    try {
      Path folder = aside.resolve("run");
      if (result.job() instanceof Job.Clearing) {
        ReportFolder.write(ResultPlace.fresh(folder), result, runs.store(), more -> {}, Set.of());
      } else if (result.job() instanceof Job.Screening) {
        ScreeningFolder.write(ResultPlace.fresh(folder), result, runs.store(), Set.of());
      } else {
        throw EndedRuns.missing("report of such a run");
      }
      return ResponseEntity.ok()
          .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
          .header("Content-Security-Policy", REPORT_POLICY)
          .body(Files.readAllBytes(folder.resolve("report.html")));
    } finally {
      FolderSwap.delete(aside);
    }
  }
}
