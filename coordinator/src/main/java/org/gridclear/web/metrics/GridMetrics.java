package org.gridclear.web.metrics;

import io.prometheus.client.GaugeMetricFamily;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunRegistry;
import org.gridclear.run.RunState;
import org.gridclear.run.RunStatus;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.dispatch.WorkerNode;
import org.springframework.stereotype.Component;

/** Nodes, runs and losses of the grid, for the metrics of a server. */
@Component
class GridMetrics {
  private final StudyRuns runs;

  GridMetrics(StudyRuns runs) {
    this.runs = runs;
  }

  /** How they are now; of a grid that takes no runs, those of runs are 0. */
  List<GaugeMetricFamily> samples() {
    RunRegistry registry = runs.registry();
    boolean ready = registry.refusal().isEmpty();
    List<RunStatus> open =
        ready ? registry.open().stream().map(RunRecord::status).toList() : List.of();
    return List.of(
        gauge("gridclear_ready", "1 if runs can be submitted.", ready ? 1 : 0),
        gauge(
            "gridclear_quarantined_units",
            "Units that are not tried again.",
            ready ? runs.store().quarantined().size() : 0),
        gauge(
            "gridclear_backups_complete",
            "1 if one more node may be lost.",
            registry.backupsComplete() ? 1 : 0),
        gauge(
            "gridclear_lost_caches", "Caches with lost partitions.", registry.lostCaches().size()),
        gauge("gridclear_nodes", "Worker nodes in the grid.", runs.workers().size()),
        gauge(
            "gridclear_slots",
            "Worker slots in the grid.",
            runs.workers().stream().mapToInt(WorkerNode::slots).sum()),
        byState(ready ? registry.ended() : Map.of(), open),
        gauge(
            "gridclear_queue_units",
            "Cases that wait for a slot.",
            open.stream().mapToInt(RunStatus::waiting).sum()),
        gauge(
            "gridclear_running_units",
            "Units on nodes now.",
            open.stream().mapToInt(RunStatus::running).sum()));
  }

  private static GaugeMetricFamily gauge(String name, String help, double value) {
    return new GaugeMetricFamily(name, help, value);
  }

  private static GaugeMetricFamily byState(Map<RunState, Long> ended, List<RunStatus> open) {
    Map<RunState, Long> byState = new EnumMap<>(RunState.class);
    byState.putAll(ended);
    open.forEach(status -> byState.merge(status.state(), 1L, Long::sum));
    GaugeMetricFamily states =
        new GaugeMetricFamily("gridclear_runs", "Runs by state.", List.of("state"));
    for (RunState state : RunState.values()) {
      states.addMetric(
          List.of(state.name().toLowerCase(Locale.ROOT)), byState.getOrDefault(state, 0L));
    }
    return states;
  }
}
