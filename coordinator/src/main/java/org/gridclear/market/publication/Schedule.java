package org.gridclear.market.publication;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When a kind of data is published. By hand it can be at any time.
 *
 * @param when what it waits for
 * @param at time of day on the market's clock, where it waits for one
 * @param daysBefore days before the trading date on which that is; negative for days after it
 * @param delay how long after that it is published
 */
public record Schedule(When when, LocalTime at, int daysBefore, Duration delay) {
  /** Somebody has to say so. */
  public static final Schedule BY_HAND =
      new Schedule(When.HAND, LocalTime.MIDNIGHT, 0, Duration.ZERO);

  /** What a publication waits for. */
  public enum When {
    /** Its approval. */
    APPROVAL,
    /** A time of day, and its approval if that comes later. */
    AT,
    /** Somebody who says so. */
    HAND
  }

  /** At once with its approval. */
  public static Schedule withApproval() {
    return new Schedule(When.APPROVAL, LocalTime.MIDNIGHT, 0, Duration.ZERO);
  }

  /**
   * When it is due.
   *
   * @param date trading date
   * @param approved when it was approved
   * @param zone the market's zone of time
   * @return empty if it is published by hand
   */
  public Optional<Instant> due(LocalDate date, Instant approved, ZoneId zone) {
    return switch (when) {
      case HAND -> Optional.empty();
      case APPROVAL -> Optional.of(approved.plus(delay));
      case AT -> {
        Instant time = date.minusDays(daysBefore).atTime(at).atZone(zone).toInstant().plus(delay);
        yield Optional.of(time.isBefore(approved) ? approved : time);
      }
    };
  }
}
