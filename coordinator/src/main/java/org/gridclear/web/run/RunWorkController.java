package org.gridclear.web.run;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridclear.account.Right;
import org.gridclear.run.CaseResult;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunResult;
import org.gridclear.run.RunStatus;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.dispatch.WorkerNode;
import org.gridclear.run.trace.NodeWork;
import org.gridclear.run.trace.UnitSpan;
import org.gridclear.run.trace.UnitTrace;
import org.gridclear.web.account.Needs;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a run's units do on which node, and the end of a run that does not end by itself. */
@RestController
@RequestMapping("/api/v1/runs/{runId}")
class RunWorkController {
  private final StudyRuns runs;

  private final EndedRuns results;

  private final KnownRuns known;

  RunWorkController(StudyRuns runs, EndedRuns results, KnownRuns known) {
    this.runs = runs;
    this.results = results;
    this.known = known;
  }

  /** Nodes and units of a run, now or as they were; 204 while another coordinator owns it. */
  @GetMapping("/work")
  @Needs({Right.RUN, Right.READ_RESULTS})
  ResponseEntity<NodeWork> work(@PathVariable String runId) {
    RunHandle handle = known.handle(runId);
    if (handle.result().isDone()) {
      return ResponseEntity.ok(work(results.result(runId)));
    }
    UnitTrace trace = handle.trace();
    if (!trace.here()) {
      return ResponseEntity.noContent().build();
    }
    Map<String, Integer> slots =
        runs.workers().stream()
            .collect(Collectors.toMap(WorkerNode::name, WorkerNode::slots, Integer::sum));
    return ResponseEntity.ok(trace.view(slots));
  }

  private static NodeWork work(RunResult result) {
    List<CaseResult> cases = result.cases();
    List<UnitSpan> spans =
        IntStream.range(0, cases.size())
            .filter(number -> cases.get(number).attempts() > 0)
            .mapToObj(number -> span(number, cases.get(number)))
            .toList();
    RunStatus status = result.status();
    return NodeWork.ended(status.seconds(), spans, status.lostNodes());
  }

  private static UnitSpan span(int number, CaseResult each) {
    return new UnitSpan(
        number,
        each.name(),
        each.receipt().node(),
        each.attempts(),
        each.sentAtSeconds(),
        each.answeredAtSeconds(),
        each.receipt().seconds(),
        each.solved() ? "" : each.receipt().why().text());
  }
}
