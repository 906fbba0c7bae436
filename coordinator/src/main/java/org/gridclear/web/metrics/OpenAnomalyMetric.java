package org.gridclear.web.metrics;

import io.prometheus.client.GaugeMetricFamily;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import org.gridclear.market.anomaly.AnomalyDesk;
import org.gridclear.web.market.ServedMarket;
import org.springframework.stereotype.Component;

/** How many anomalies are not handled, for the metrics of a server. */
@Component
class OpenAnomalyMetric {
  private final ServedMarket served;

  OpenAnomalyMetric(ServedMarket served) {
    this.served = served;
  }

  /** Anomalies about which nothing was done, by market and severity; none without a market. */
  GaugeMetricFamily gauge() {
    GaugeMetricFamily unsettled =
        new GaugeMetricFamily(
            "gridclear_anomalies_open",
            "Anomalies of results about which nothing was done.",
            List.of("market", "severity"));
    served
        .served()
        .map(market -> new AnomalyDesk(market.database(), Clock.systemUTC()).unsettled())
        .orElseGet(TreeMap::new)
        .forEach(
            (group, count) ->
                unsettled.addMetric(List.of(group.market(), group.severity()), count));
    return unsettled;
  }
}
