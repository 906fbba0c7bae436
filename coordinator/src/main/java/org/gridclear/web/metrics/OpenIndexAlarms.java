package org.gridclear.web.metrics;

import io.prometheus.client.GaugeMetricFamily;
import java.util.List;
import org.gridclear.market.store.index.IndexAlarmStore;
import org.gridclear.web.market.ServedMarket;
import org.springframework.stereotype.Component;

/** Alarms of indices that nobody has cleared, for the metrics of a server. */
@Component
class OpenIndexAlarms {
  private final ServedMarket served;

  OpenIndexAlarms(ServedMarket served) {
    this.served = served;
  }

  /** How many there are by market and severity; none without a market. */
  GaugeMetricFamily gauge() {
    GaugeMetricFamily open =
        new GaugeMetricFamily(
            "gridclear_index_alarms_open",
            "Indices past a limit that nobody has cleared.",
            List.of("market", "severity"));
    served
        .served()
        .map(market -> new IndexAlarmStore(market.database()).open())
        .orElseGet(List::of)
        .forEach(
            each -> open.addMetric(List.of(each.market(), each.severity()), (double) each.count()));
    return open;
  }
}
