package org.gridclear.web.grid;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gridclear.account.Right;
import org.gridclear.run.CaseResult;
import org.gridclear.run.RunPlan;
import org.gridclear.run.RunResult;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.dispatch.NodeReplay;
import org.gridclear.run.dispatch.WorkerNode;
import org.gridclear.web.account.Needs;
import org.gridclear.web.run.EndedRuns;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What more nodes would have brought to a run that has ended. */
@RestController
@RequestMapping("/api/v1/runs/{runId}/replay")
class ReplayController {
  private static final List<Integer> MORE = List.of(0, 1, 2, 3, 4);

  private final StudyRuns runs;
  private final EndedRuns ended;

  ReplayController(StudyRuns runs, EndedRuns ended) {
    this.runs = runs;
    this.ended = ended;
  }

  /** The run's unit times on the nodes of now, and on up to four more; 409 while it goes on. */
  @GetMapping
  @Needs({Right.RUN, Right.READ_RESULTS})
  Replayed replay(@PathVariable String runId) {
    RunResult result = ended.result(runId);
    RunPlan plan = RunPlan.of(runId, result.job());
    Map<Integer, Double> seconds = new TreeMap<>();
    Set<String> nodes = new HashSet<>();
    for (int k = 0; k < result.cases().size(); k++) {
      CaseResult each = result.cases().get(k);
      if (each.attempts() > 0) {
        seconds.putIfAbsent(plan.cells().get(k).unit(), each.receipt().seconds());
        nodes.add(each.receipt().node());
      }
    }
    List<WorkerNode> workers = new ArrayList<>(runs.workers());
    boolean empty = seconds.isEmpty() || workers.isEmpty();
    List<NodeReplay.Point> points =
        empty ? List.of() : new NodeReplay(seconds, plan.leaders()).points(workers, MORE);
    return new Replayed(
        runId,
        result.status().study(),
        seconds.size(),
        seconds.values().stream().mapToDouble(each -> each).sum(),
        seconds.values().stream().mapToDouble(each -> each).max().orElse(0),
        nodes.size(),
        result.status().seconds(),
        points,
        empty ? null : points.get(0).seconds() - points.get(1).seconds());
  }
}
