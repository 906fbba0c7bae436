package org.gridclear.market.workflow.book;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** When the markets stop taking declarations. */
@FunctionalInterface
public interface GateTimes {
  /** No market has a gate. */
  GateTimes NONE = market -> date -> Optional.empty();

  /**
   * The gates of a market by trading date, as its parameters are now; empty for a date on which it
   * has none.
   *
   * @param market such as {@code da}
   */
  Function<LocalDate, Optional<Instant>> of(String market);
}
