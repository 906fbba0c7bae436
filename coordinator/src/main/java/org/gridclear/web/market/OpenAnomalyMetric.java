package org.gridclear.web.market;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.market.anomaly.AnomalyDesk;
import org.springframework.stereotype.Component;

/** How many anomalies are not handled, for the metrics of a server. */
@Component
public class OpenAnomalyMetric {
  private final ServedMarket served;

  OpenAnomalyMetric(ServedMarket served) {
    this.served = served;
  }

  /** Anomalies about which nothing was done, by market and severity; none without a market. */
  public Map<AnomalyDesk.Group, Long> unsettled() {
    return served
        .served()
        .map(market -> new AnomalyDesk(market.database(), Clock.systemUTC()).unsettled())
        .orElseGet(TreeMap::new);
  }
}
