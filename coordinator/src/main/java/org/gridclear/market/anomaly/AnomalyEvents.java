package org.gridclear.market.anomaly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.anomaly.rule.AnomalySeverity;
import org.gridclear.market.approval.DayEvent;
import org.gridclear.market.approval.DayEvents;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.store.anomaly.TransitionRow;

/**
 * Anomalies of a trading date and what became of them, for its history.
 *
 * @param desk the anomalies of the market
 */
public record AnomalyEvents(AnomalyDesk desk) implements DayEvents {
  @Override
  public List<DayEvent> of(Market market, LocalDate date) {
    List<DayEvent> events = new ArrayList<>();
    for (KeptAnomaly kept :
        desk.list(new AnomalyDesk.Query(DayKey.word(market), date, date, List.of()))) {
      if (kept.anomaly().severity() == AnomalySeverity.SEVERE || kept.step() > 0) {
        events.add(
            new DayEvent(
                kept.raisedAt(),
                kept.key().cycle(),
                kept.version(),
                "anomaly",
                "",
                kept.text(),
                "",
                Map.of()));
      }
      for (TransitionRow step :
          kept.step() == 0 ? List.<TransitionRow>of() : desk.steps(kept.number())) {
        events.add(
            new DayEvent(
                step.at(),
                kept.key().cycle(),
                kept.version(),
                "anomaly",
                step.by(),
                "%d %s %s".formatted(kept.number(), step.to(), step.measure()).strip(),
                step.remark(),
                Map.of()));
      }
    }
    return events;
  }
}
