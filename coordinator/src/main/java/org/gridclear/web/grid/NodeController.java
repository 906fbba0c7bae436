package org.gridclear.web.grid;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.account.Right;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunStatus;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.dispatch.GridCapacity;
import org.gridclear.run.dispatch.GridMembers;
import org.gridclear.run.dispatch.WorkerNode;
import org.gridclear.web.account.Needs;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Nodes, how busy they are, and what an operator asks of them. */
@RestController
@RequestMapping("/api/v1/nodes")
class NodeController {
  private final StudyRuns runs;
  private final GridMembers members;
  private final Clock clock = Clock.systemUTC();

  NodeController(StudyRuns runs, GridMembers members) {
    this.runs = runs;
    this.members = members;
  }

  /** Nodes, queue, and what one more node would bring. */
  @GetMapping
  @Needs({Right.RUN, Right.READ_RESULTS, Right.MANAGE_GRID, Right.READ_METRICS})
  ShownNodes show() {
    List<WorkerNode> workers = List.copyOf(runs.workers());
    String refusal = runs.registry().refusal().orElse(null);
    int slots = workers.stream().mapToInt(WorkerNode::slots).sum();
    Map<String, String> quarantined = new TreeMap<>();
    if (refusal == null) {
      runs.store()
          .quarantined()
          .forEach((key, receipt) -> quarantined.put(key, String.valueOf(receipt.failure())));
    }
    return new ShownNodes(
        nodes(workers),
        GridCapacity.of(slots, workers.size(), refusal == null ? open() : List.of()),
        refusal,
        runs.registry().backupsComplete(),
        runs.registry().lostCaches(),
        quarantined);
  }

  private List<Node> nodes(List<WorkerNode> workers) {
    List<Node> nodes = new ArrayList<>();
    List<GridMembers.Load> loads = members.loads();
    for (GridMembers.Load load : loads) {
      boolean works = workers.stream().anyMatch(worker -> worker.id().equals(load.id()));
      String role = load.role().toLowerCase(Locale.ROOT);
      nodes.add(new Node(load.name(), role, works, load.slots(), load));
    }
    if (loads.isEmpty()) {
      workers.forEach(each -> nodes.add(new Node(each.name(), "worker", true, each.slots(), null)));
    }
    return nodes;
  }

  private List<GridCapacity.OpenRun> open() {
    long now = clock.millis();
    List<GridCapacity.OpenRun> open = new ArrayList<>();
    for (RunRecord record : runs.registry().open()) {
      RunStatus status = record.status();
      open.add(
          new GridCapacity.OpenRun(
              status.runId(),
              status.running(),
              status.waiting(),
              status.etaSeconds(),
              Duration.ofMillis(now - record.submittedAtMillis()).toSeconds()));
    }
    return open;
  }

  /** Asks the nodes of a name to take no more work and to stop when they are idle. */
  @PostMapping("/{name}/drain")
  @Needs(Right.MANAGE_GRID)
  ResponseEntity<Void> drain(@PathVariable String name) {
    members.drain(name);
    return ResponseEntity.status(HttpStatus.ACCEPTED).build();
  }

  /** Goes on without members that are missing. */
  @PostMapping("/activation")
  @Needs(Right.MANAGE_GRID)
  ResponseEntity<Void> activate() {
    members.activate();
    return ResponseEntity.noContent().build();
  }
}
