package org.gridclear.market.approval;

import java.time.LocalDate;
import java.util.List;
import org.gridclear.clearing.input.Market;

/** Where events of trading dates come from; each part of the market day has its own. */
@FunctionalInterface
public interface DayEvents {
  /** What happened to a date of a market; of one time in the order in which it happened. */
  List<DayEvent> of(Market market, LocalDate date);
}
