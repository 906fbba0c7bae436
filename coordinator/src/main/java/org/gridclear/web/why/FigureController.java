package org.gridclear.web.why;

import java.util.Map;
import org.gridclear.clearing.result.SecurityReport;
import org.gridclear.figures.ResultFigures;
import org.gridclear.figures.RunFigures;
import org.gridclear.report.page.NetworkFrames;
import org.gridclear.report.page.NetworkPicture;
import org.gridclear.report.security.SecurityBoard;
import org.gridclear.run.Job;
import org.gridclear.run.StudyRuns;
import org.gridclear.web.run.EndedRuns;
import org.gridclear.whatif.KeptCase;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What pages draw of a run that has ended: series, security, the picture of its network. */
@RestController
@RequestMapping("/api/v1/runs/{runId}")
class FigureController {
  private final EndedRuns ended;
  private final StudyRuns runs;
  private final Answers answers;

  FigureController(EndedRuns ended, StudyRuns runs, Answers answers) {
    this.ended = ended;
    this.runs = runs;
    this.answers = answers;
  }

  /** Series of a cleared case: by fuel, by unit, the band of prices with its peaks, reserve. */
  @GetMapping("/cases/{number}/figures")
  ResultFigures figures(@PathVariable String runId, @PathVariable int number) {
    KeptCase kept = answers.ofRun(ended, runId, number);
    return RunFigures.of(kept.clearingCase(), kept.result());
  }

  /** The AC check of a cleared case: its rounds with their cuts, and what is left. */
  @GetMapping("/cases/{number}/security")
  SecurityReport security(@PathVariable String runId, @PathVariable int number) {
    SecurityReport report = answers.ofRun(ended, runId, number).result().security();
    if (report == null) {
      throw EndedRuns.missing("AC check of this case");
    }
    return report;
  }

  /** Buses with their places and branches with their ends, of a cleared case. */
  @GetMapping("/cases/{number}/network")
  Map<?, ?> network(@PathVariable String runId, @PathVariable int number) {
    KeptCase kept = answers.ofRun(ended, runId, number);
    return answers.kept(
        "network of run " + runId + " " + number,
        Map.class,
        () -> NetworkPicture.of(kept.clearingCase().day().network()));
  }

  /** Prices of all buses and loadings of all branches in every period, as bytes. */
  @GetMapping(
      path = "/cases/{number}/network/frames",
      produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  byte[] frames(@PathVariable String runId, @PathVariable int number) {
    KeptCase kept = answers.ofRun(ended, runId, number);
    return NetworkFrames.of(kept.clearingCase(), kept.result());
  }

  /** A screening at a glance: how outages ended, the worst of a status, the worst devices. */
  @GetMapping("/security")
  SecurityBoard board(
      @PathVariable String runId,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "50") int rows) {
    return SecurityBoard.of(
        ended.of(runId, Job.Screening.class, "The run screened no outages."),
        runs.store(),
        status,
        rows);
  }
}
