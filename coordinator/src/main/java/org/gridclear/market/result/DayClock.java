package org.gridclear.market.result;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.gridclear.market.day.BlockLayout;

/**
 * When the periods of a block are. Minutes are counted from the midnight at which the trading date
 * begins, so a day on which clocks are changed has 23 or 25 hours of 60 minutes.
 *
 * @param date trading date
 * @param zone zone of time
 * @param startMinute minute at which the first period begins
 * @param minutes length of a period
 * @param slots slots of the block
 * @param whole whether the last slot is of the whole horizon
 */
record DayClock(
    LocalDate date, ZoneId zone, int startMinute, int minutes, int slots, boolean whole) {
  private static final DateTimeFormatter TEXT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmxxx");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
  private static final String RANGE = "..";

  static DayClock of(BlockLayout layout, ZoneId zone) {
    return new DayClock(
        layout.origin().key().date(),
        zone,
        layout.startMinute(),
        layout.minutesPerPeriod(),
        layout.slots(),
        layout.whole());
  }

  private int periods() {
    return whole ? slots - 1 : slots;
  }

  /** When a period begins; of period {@code periods()}, when the last one ends. */
  ZonedDateTime start(int slot) {
    return date.atStartOfDay(zone).plusMinutes(startMinute + (long) slot * minutes);
  }

  ZonedDateTime end() {
    return start(periods());
  }

  /** When a slot begins, with the offset of its zone; "" for the whole horizon. */
  String text(int slot) {
    return whole && slot == slots - 1 ? "" : TEXT.format(start(slot));
  }

  /** Which slots a filter asks for; null for all. */
  boolean[] asked(String period) {
    if (period.isEmpty()) {
      return null;
    }
    boolean[] asked = new boolean[slots];
    if (NUMBER.matcher(period).matches()) {
      int number = Integer.parseInt(period);
      if (number < 1 || number > periods()) {
        throw new IllegalArgumentException(
            "period: %s must lie in 1..%d on %s.".formatted(period, periods(), date));
      }
      asked[number - 1] = true;
      return asked;
    }
    int range = period.indexOf(RANGE);
    LocalTime from = time(range < 0 ? period : period.substring(0, range), period);
    LocalTime to = range < 0 ? null : time(period.substring(range + RANGE.length()), period);
    for (int slot = 0; slot < periods(); slot++) {
      asked[slot] = to == null ? contains(slot, from) : within(slot, from, to);
    }
    return asked;
  }

  private boolean contains(int slot, LocalTime time) {
    long after = time.toSecondOfDay() / 60 - start(slot).toLocalTime().toSecondOfDay() / 60L;
    return after >= 0 && after < minutes;
  }

  private boolean within(int slot, LocalTime from, LocalTime to) {
    LocalTime start = start(slot).toLocalTime();
    boolean untilMidnight = to.equals(LocalTime.MIDNIGHT);
    return !start.isBefore(from) && (untilMidnight || start.isBefore(to));
  }

  private static LocalTime time(String text, String period) {
    try {
      return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "period: '%s' is no period; give a number, a time such as 18:00, or 08:00..20:00."
              .formatted(period),
          e);
    }
  }
}
