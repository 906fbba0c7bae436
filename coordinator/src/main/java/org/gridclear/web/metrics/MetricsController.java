package org.gridclear.web.metrics;

import io.prometheus.client.Collector;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.GaugeMetricFamily;
import io.prometheus.client.exporter.common.TextFormat;
import io.prometheus.client.hotspot.DefaultExports;
import java.io.IOException;
import java.io.StringWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunState;
import org.gridclear.run.RunStatus;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.dispatch.WorkerNode;
import org.gridclear.web.market.OpenAnomalyMetric;
import org.gridclear.web.monitoring.OpenIndexAlarms;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Metrics for Prometheus, named in docs/operations.md. */
@RestController
class MetricsController {
  private final CollectorRegistry registry = CollectorRegistry.defaultRegistry;
  private final StudyRuns runs;
  private final OpenAnomalyMetric anomalies;
  private final OpenIndexAlarms indexAlarms;
  private final SafetyMetrics safety;

  MetricsController(
      StudyRuns runs,
      OpenAnomalyMetric anomalies,
      OpenIndexAlarms indexAlarms,
      SafetyMetrics safety) {
    this.indexAlarms = indexAlarms;
    this.safety = safety;
    this.runs = runs;
    this.anomalies = anomalies;
    DefaultExports.initialize();
  }

  /** All metrics in the text format 0.0.4. */
  @GetMapping("/metrics")
  ResponseEntity<String> metrics() throws IOException {
    StringWriter text = new StringWriter();
    TextFormat.write004(text, registry.metricFamilySamples());
    TextFormat.write004(text, java.util.Collections.enumeration(own()));
    TextFormat.write004(text, java.util.Collections.enumeration(safety.samples()));
    return ResponseEntity.ok()
        .header("Content-Type", TextFormat.CONTENT_TYPE_004)
        .body(text.toString());
  }

  private List<Collector.MetricFamilySamples> own() {
    GaugeMetricFamily nodes =
        new GaugeMetricFamily(
            "gridclear_nodes", "Worker nodes in the grid.", runs.workers().size());
    GaugeMetricFamily slots =
        new GaugeMetricFamily(
            "gridclear_slots",
            "Worker slots in the grid.",
            runs.workers().stream().mapToInt(WorkerNode::slots).sum());
    Map<RunState, Long> byState = new EnumMap<>(RunState.class);
    int waiting = 0;
    int running = 0;
    boolean ready = runs.registry().refusal().isEmpty();
    if (ready) {
      byState.putAll(runs.registry().ended());
      for (RunRecord record : runs.registry().open()) {
        RunStatus status = record.status();
        byState.merge(status.state(), 1L, Long::sum);
        running += status.running();
        waiting += status.waiting();
      }
    }
    GaugeMetricFamily states =
        new GaugeMetricFamily("gridclear_runs", "Runs by state.", List.of("state"));
    for (RunState state : RunState.values()) {
      states.addMetric(
          List.of(state.name().toLowerCase(Locale.ROOT)), byState.getOrDefault(state, 0L));
    }
    return List.of(
        unsettled(),
        indexAlarms(),
        new GaugeMetricFamily("gridclear_ready", "1 if runs can be submitted.", ready ? 1 : 0),
        new GaugeMetricFamily(
            "gridclear_quarantined_units",
            "Units that are not tried again.",
            ready ? runs.store().quarantined().size() : 0),
        new GaugeMetricFamily(
            "gridclear_backups_complete",
            "1 if one more node may be lost.",
            runs.registry().backupsComplete() ? 1 : 0),
        new GaugeMetricFamily(
            "gridclear_lost_caches",
            "Caches with lost partitions.",
            runs.registry().lostCaches().size()),
        nodes,
        slots,
        states,
        new GaugeMetricFamily("gridclear_queue_units", "Cases that wait for a slot.", waiting),
        new GaugeMetricFamily("gridclear_running_units", "Units on nodes now.", running));
  }

  private GaugeMetricFamily indexAlarms() {
    GaugeMetricFamily open =
        new GaugeMetricFamily(
            "gridclear_index_alarms_open",
            "Indices past a limit that nobody has cleared.",
            List.of("market", "severity"));
    indexAlarms
        .open()
        .forEach(
            each -> open.addMetric(List.of(each.market(), each.severity()), (double) each.count()));
    return open;
  }

  private GaugeMetricFamily unsettled() {
    GaugeMetricFamily unsettled =
        new GaugeMetricFamily(
            "gridclear_anomalies_open",
            "Anomalies of results about which nothing was done.",
            List.of("market", "severity"));
    anomalies
        .unsettled()
        .forEach(
            (group, count) ->
                unsettled.addMetric(List.of(group.market(), group.severity()), count));
    return unsettled;
  }
}
