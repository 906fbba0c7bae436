package org.gridclear.web.metrics;

import io.prometheus.client.Collector;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import io.prometheus.client.hotspot.DefaultExports;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Metrics for Prometheus, named in docs/operations.md. */
@RestController
class MetricsController {
  private final CollectorRegistry registry = CollectorRegistry.defaultRegistry;
  private final GridMetrics grid;
  private final OpenCounts open;
  private final SafetyMetrics safety;

  MetricsController(GridMetrics grid, OpenCounts open, SafetyMetrics safety) {
    this.grid = grid;
    this.open = open;
    this.safety = safety;
    DefaultExports.initialize();
  }

  /** All metrics in the text format 0.0.4. */
  @GetMapping("/metrics")
  ResponseEntity<String> metrics() throws IOException {
    StringWriter text = new StringWriter();
    TextFormat.write004(text, registry.metricFamilySamples());
    TextFormat.write004(text, Collections.enumeration(own()));
    TextFormat.write004(text, Collections.enumeration(safety.samples()));
    return ResponseEntity.ok()
        .header("Content-Type", TextFormat.CONTENT_TYPE_004)
        .body(text.toString());
  }

  private List<Collector.MetricFamilySamples> own() {
    List<Collector.MetricFamilySamples> own = new ArrayList<>(open.samples());
    own.addAll(grid.samples());
    return own;
  }
}
