package org.gridclear.web.monitoring;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.monitoring.evaluation.IndexAlarms;
import org.gridclear.monitoring.evaluation.IndexEvaluation;
import org.gridclear.monitoring.evaluation.IndexQuery;
import org.gridclear.web.market.ServedMarket;
import org.springframework.stereotype.Component;

/** Indices of the served market. */
@Component
class ServedIndices {
  private final ServedMarket served;

  ServedIndices(ServedMarket served) {
    this.served = served;
  }

  MarketFolder folder() {
    return served.folder();
  }

  IndexEvaluation evaluation() {
    return new IndexEvaluation(served.folder(), served.days(), Clock.systemUTC());
  }

  IndexAlarms alarms() {
    return new IndexAlarms(served.folder().database(), Clock.systemUTC());
  }

  static IndexQuery query(
      String market, LocalDate from, LocalDate to, List<String> index, List<String> zone) {
    return new IndexQuery(DayKey.market(market), from, to, index, zone);
  }
}
