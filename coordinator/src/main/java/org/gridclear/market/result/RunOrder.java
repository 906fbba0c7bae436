package org.gridclear.market.result;

import java.time.ZonedDateTime;
import org.gridclear.market.day.DayVersion;
import org.jspecify.annotations.Nullable;

/** Runs that follow each other: two that cover the same time would count it twice. */
final class RunOrder {
  private @Nullable DayVersion before;
  private @Nullable ZonedDateTime end;

  /**
   * Goes on to the next run.
   *
   * @throws IllegalArgumentException if it begins before the last one ends
   */
  void next(DayVersion version, DayClock clock) {
    if (before != null && end != null && clock.start(0).isBefore(end)) {
      throw new IllegalArgumentException(
          "%s and %s cover the same time; ask for one of them with cycle, or for one date."
              .formatted(before.text(), version.text()));
    }
    before = version;
    end = clock.end();
  }
}
