package org.gridclear.web.why;

import java.util.Map;
import org.gridclear.clearing.result.SecurityReport;
import org.gridclear.figures.ResultFigures;
import org.gridclear.figures.RunFigures;
import org.gridclear.report.page.NetworkFrames;
import org.gridclear.report.page.NetworkPicture;
import org.gridclear.web.run.EndedRuns;
import org.gridclear.whatif.KeptCase;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What pages draw of a case of a run: series, security, the picture of its network. */
@RestController
@RequestMapping("/api/v1/runs/{runId}")
class FigureController {
  private final EndedRuns ended;
  private final Answers answers;

  FigureController(EndedRuns ended, Answers answers) {
    this.ended = ended;
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
}
