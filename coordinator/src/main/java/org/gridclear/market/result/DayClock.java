package org.gridclear.market.result;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.zone.ZoneOffsetTransition;
import java.util.regex.Pattern;
import org.gridclear.market.day.BlockLayout;
import org.jspecify.annotations.Nullable;

/**
 * When the periods of a block are. Minutes are counted from the midnight at which the trading date
 * begins, so a day on which clocks are changed has 23 or 25 hours of 60 minutes.
 */
final class DayClock {
  private static final DateTimeFormatter TEXT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmxxx");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
  private static final String RANGE = "..";

  private final LocalDate date;
  private final ZoneId zone;
  private final int startMinute;
  private final int minutes;
  private final int slots;
  private final boolean whole;
  private final String[] texts;

  private DayClock(BlockLayout layout, ZoneId zone) {
    this.date = layout.origin().key().date();
    this.zone = zone;
    this.startMinute = layout.startMinute();
    this.minutes = layout.minutesPerPeriod();
    this.slots = layout.slots();
    this.whole = layout.whole();
    this.texts = told();
  }

  static DayClock of(BlockLayout layout, ZoneId zone) {
    return new DayClock(layout, zone);
  }

  LocalDate date() {
    return date;
  }

  int minutes() {
    return minutes;
  }

  int startMinute() {
    return startMinute;
  }

  private ZonedDateTime startOfDay() {
    return date.atStartOfDay(zone);
  }

  private int periods() {
    return whole ? slots - 1 : slots;
  }

  /** When a period begins; of period {@code periods()}, when the last one ends. */
  ZonedDateTime start(int slot) {
    return startOfDay().plusMinutes(startMinute + (long) slot * minutes);
  }

  ZonedDateTime end() {
    return start(periods());
  }

  /** When a slot begins, with the offset of its zone; "" for the whole horizon. */
  String text(int slot) {
    return texts[slot];
  }

  /** Of all slots: where the clocks are not changed, the minutes of the day say the time. */
  private String[] told() {
    String[] told = new String[slots];
    ZonedDateTime first = start(0);
    ZoneOffset offset = first.getOffset();
    ZoneOffsetTransition change = zone.getRules().nextTransition(first.toInstant());
    boolean plain =
        date.equals(end().minusMinutes(1).toLocalDate())
            && startOfDay().getOffset().equals(offset)
            && (change == null || !change.getInstant().isBefore(end().toInstant()));
    String before = date + "T";
    String after = offset.getTotalSeconds() == 0 ? "+00:00" : offset.getId();
    for (int slot = 0; slot < slots; slot++) {
      int minute = startMinute + slot * minutes;
      told[slot] =
          whole && slot == slots - 1
              ? ""
              : plain
                  ? before + two(minute / 60) + ":" + two(minute % 60) + after
                  : TEXT.format(start(slot));
    }
    return told;
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  /** Which slots a filter asks for; null for all. */
  boolean @Nullable [] asked(String period) {
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
    if (to != null && !to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
      throw new IllegalArgumentException(
          "period: %s ends where it begins or before; ask for parts up to 24:00 and from 00:00."
              .formatted(period));
    }
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
