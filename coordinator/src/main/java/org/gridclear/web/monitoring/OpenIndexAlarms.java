package org.gridclear.web.monitoring;

import java.util.List;
import org.gridclear.market.store.index.IndexAlarmStore;
import org.gridclear.web.market.ServedMarket;
import org.springframework.stereotype.Component;

/** Alarms of indices that nobody has cleared, for the metrics of a server. */
@Component
public class OpenIndexAlarms {
  private final ServedMarket served;

  OpenIndexAlarms(ServedMarket served) {
    this.served = served;
  }

  /** How many there are by market and severity; none without a market. */
  public List<IndexAlarmStore.Open> open() {
    return served
        .served()
        .map(market -> new IndexAlarmStore(market.database()).open())
        .orElseGet(List::of);
  }
}
