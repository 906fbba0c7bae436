package org.gridclear.web.metrics;

import io.prometheus.client.Collector;
import io.prometheus.client.GaugeMetricFamily;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gridclear.market.anomaly.AnomalyDesk;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.monitoring.evaluation.IndexAlarms;
import org.gridclear.web.market.ServedMarket;
import org.springframework.stereotype.Component;

/** How much of the served market waits for somebody, by market and severity; none without one. */
@Component
class OpenCounts {
  private final ServedMarket served;

  OpenCounts(ServedMarket served) {
    this.served = served;
  }

  /** So many of a market and a severity. */
  private record Count(String market, String severity, long open) {}

  /** The counts, one metric each. */
  List<Collector.MetricFamilySamples> samples() {
    return List.of(
        gauge(
            "gridclear_anomalies_open",
            "Anomalies of results about which nothing was done.",
            OpenCounts::anomalies),
        gauge(
            "gridclear_index_alarms_open",
            "Indices past a limit that nobody has cleared.",
            OpenCounts::indexAlarms));
  }

  private GaugeMetricFamily gauge(
      String name, String help, Function<MarketFolder, Stream<Count>> counts) {
    GaugeMetricFamily gauge = new GaugeMetricFamily(name, help, List.of("market", "severity"));
    served.served().stream()
        .flatMap(counts)
        .forEach(each -> gauge.addMetric(List.of(each.market(), each.severity()), each.open()));
    return gauge;
  }

  private static Stream<Count> anomalies(MarketFolder market) {
    return new AnomalyDesk(market.database(), Clock.systemUTC())
        .unsettled().entrySet().stream()
            .map(e -> new Count(e.getKey().market(), e.getKey().severity(), e.getValue()));
  }

  private static Stream<Count> indexAlarms(MarketFolder market) {
    return new IndexAlarms(market.database(), Clock.systemUTC())
        .open().stream().map(each -> new Count(each.market(), each.severity(), each.count()));
  }
}
