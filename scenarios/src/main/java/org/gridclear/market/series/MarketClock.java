package org.gridclear.market.series;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * Times of a market: an instant is read from a text with its offset from UTC, or from a local time
 * where that is said to be one of the market; it is shown as the clock there shows it.
 *
 * @param zone zone of time of its trading dates
 */
public record MarketClock(ZoneId zone) {
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  /** When a trading date begins. */
  public Instant startOf(LocalDate date) {
    return date.atStartOfDay(zone).toInstant();
  }

  /** When a trading date ends. */
  public Instant endOf(LocalDate date) {
    return startOf(date.plusDays(1));
  }

  /** The trading date of a time. */
  public LocalDate dateOf(Instant time) {
    return time.atZone(zone).toLocalDate();
  }

  /** Minutes of a trading date: 1440, and an hour less or more where the clocks change. */
  public int minutesOf(LocalDate date) {
    return (int) Duration.between(startOf(date), endOf(date)).toMinutes();
  }

  /**
   * What the clock shows, such as {@code 2026-10-01 19:00}; with its offset where it shows it
   * twice.
   */
  public String show(Instant time) {
    LocalDateTime local = LocalDateTime.ofInstant(time, zone);
    boolean twice = zone.getRules().getValidOffsets(local).size() > 1;
    return SHOWN.format(local) + (twice ? zone.getRules().getOffset(time).toString() : "");
  }

  /**
   * The instant of a text with its offset from UTC, such as {@code 2026-10-01T19:00+08:00}.
   *
   * @throws IllegalArgumentException if it is none, or has no offset
   */
  public static Instant exact(String text) {
    try {
      Instant time = OffsetDateTime.parse(text.strip().replace(' ', 'T')).toInstant();
      if (time.getNano() != 0) {
        throw new IllegalArgumentException(
            "'%s' has parts of a second; give whole seconds.".formatted(text));
      }
      return time;
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "'%s' is no time with its offset from UTC; give one such as 2026-10-01T19:00+08:00."
              .formatted(text),
          e);
    }
  }

  /**
   * The instant of a local time of the market, or of a text with an offset.
   *
   * @throws IllegalArgumentException if it is none, if the clocks skip it, or if they show it twice
   */
  public Instant local(String text) {
    String plain = text.strip().replace(' ', 'T');
    LocalDateTime time;
    try {
      time = LocalDateTime.parse(plain);
    } catch (DateTimeParseException e) {
      return exact(text);
    }
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
    if (offsets.size() != 1) {
      throw new IllegalArgumentException(
          "The clocks of %s %s %s: give it with its offset from UTC."
              .formatted(zone, offsets.isEmpty() ? "skip" : "show twice", text));
    }
    return time.toInstant(offsets.get(0));
  }

  /**
   * Minutes after midnight of a time of day, such as {@code 19:00}.
   *
   * @throws IllegalArgumentException if it is none, or no whole minute
   */
  public static int minuteOfDay(String text) {
    try {
      LocalTime time = LocalTime.parse(text);
      if (time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
        return time.get(ChronoField.MINUTE_OF_DAY);
      }
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "'%s' is no time of day; give one such as 19:00.".formatted(text), e);
    }
    throw new IllegalArgumentException(
        "'%s' is no whole minute; give a time of day such as 19:00.".formatted(text));
  }

  /**
   * A zone of time by its name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static MarketClock of(String zone) {
    try {
      return new MarketClock(ZoneId.of(zone));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "The zone of time (%s) is not known; give one such as Asia/Shanghai.".formatted(zone), e);
    }
  }
}
