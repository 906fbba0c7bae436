package org.gridclear.web.grid;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunStatus;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.dispatch.GridCapacity;
import org.gridclear.run.dispatch.GridMembers;
import org.gridclear.run.dispatch.WorkerNode;
import org.jspecify.annotations.Nullable;

/**
 * The grid.
 *
 * @param nodes its members
 * @param capacity how busy it is
 * @param refusal why it takes no runs now; null if it takes them
 * @param backupsComplete whether one more node may be lost
 * @param lostCaches caches of which data were lost
 * @param quarantined units that are not tried again, with the reason
 */
record ShownNodes(
    List<Node> nodes,
    GridCapacity capacity,
    @Nullable String refusal,
    boolean backupsComplete,
    List<String> lostCaches,
    Map<String, String> quarantined) {
  /** The grid as it is now; of one that takes no runs, nothing of runs and units. */
  static ShownNodes of(StudyRuns runs, List<GridMembers.Load> loads, Clock clock) {
    List<WorkerNode> workers = List.copyOf(runs.workers());
    String refusal = runs.registry().refusal().orElse(null);
    int slots = workers.stream().mapToInt(WorkerNode::slots).sum();
    Map<String, String> quarantined = new TreeMap<>();
    if (refusal == null) {
      runs.store()
          .quarantined()
          .forEach((key, receipt) -> quarantined.put(key, receipt.why().toString()));
    }
    return new ShownNodes(
        nodes(workers, loads),
        GridCapacity.of(slots, workers.size(), refusal == null ? open(runs, clock) : List.of()),
        refusal,
        runs.registry().backupsComplete(),
        runs.registry().lostCaches(),
        quarantined);
  }

  private static List<Node> nodes(List<WorkerNode> workers, List<GridMembers.Load> loads) {
    List<Node> nodes = new ArrayList<>();
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

  private static List<GridCapacity.OpenRun> open(StudyRuns runs, Clock clock) {
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
}
