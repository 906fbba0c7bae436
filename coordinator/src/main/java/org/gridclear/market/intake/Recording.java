package org.gridclear.market.intake;

import java.time.Instant;
import org.gridclear.market.series.MarketClock;

/**
 * Who records, and when.
 *
 * @param by the account
 * @param now the time
 */
public record Recording(String by, Instant now) {
  /**
   * Refuses what says that it is known later than now.
   *
   * @throws IllegalArgumentException if it is
   */
  void refuseFuture(Instant knownAt, MarketClock clock) {
    if (knownAt.isAfter(now)) {
      throw new IllegalArgumentException(
          "It says that it is known at %s, which is yet to come; now it is %s. Is the offset from UTC right?"
              .formatted(clock.show(knownAt), clock.show(now)));
    }
  }
}
