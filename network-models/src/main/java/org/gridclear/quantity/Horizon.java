package org.gridclear.quantity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time grid of a case: {@code periodCount} periods of equal length.
 *
 * @param periodCount number of periods, at least 1
 * @param minutesPerPeriod length of a period in minutes; divides 60 or is a multiple of 60
 * @param startMinute minute after midnight of the first day at which the first period begins
 * @param firstDay date of the first day, null where the data name none; it says nothing but when
 *     periods are
 */
public record Horizon(
    int periodCount,
    int minutesPerPeriod,
    int startMinute,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate firstDay) {
  /** The most periods that a case may have: four weeks of quarter hours. */
  public static final int PERIOD_COUNT_MAX = 2688;

  /** More than lie between any two periods: what takes as long never ends within a horizon. */
  public static final int PERIODS_COVERED_MAX = 1_000_000;

  private static final Pattern TIME =
      Pattern.compile("(?:(\\d{4}-\\d{2}-\\d{2})[T ]|D(\\d{1,3}) )?(\\d{1,2}):([0-5]\\d)");

  private static final Pattern OFFSET =
      Pattern.compile(".*\\d:\\d\\d(?::\\d\\d)?\\s*(?:Z|[-+]\\d\\d(?::?\\d\\d)?)");

  public Horizon {
    if (periodCount < 1 || periodCount > PERIOD_COUNT_MAX) {
      throw new IllegalArgumentException(
          "The periodCount (%d) must lie in 1..%d.".formatted(periodCount, PERIOD_COUNT_MAX));
    }
    if (minutesPerPeriod < 1 || (60 % minutesPerPeriod != 0 && minutesPerPeriod % 60 != 0)) {
      throw new IllegalArgumentException(
          "The minutesPerPeriod (%d) must divide an hour.".formatted(minutesPerPeriod));
    }
    if (startMinute < 0) {
      throw new IllegalArgumentException(
          "The startMinute (%d) must be 0 or more.".formatted(startMinute));
    }
  }

  /** A horizon without a date. */
  public Horizon(int periodCount, int minutesPerPeriod, int startMinute) {
    this(periodCount, minutesPerPeriod, startMinute, null);
  }

  /** A horizon that begins at midnight. */
  public Horizon(int periodCount, int minutesPerPeriod) {
    this(periodCount, minutesPerPeriod, 0);
  }

  /** Twenty-four hours of one hour each. */
  public static Horizon dayOfHours() {
    return new Horizon(24, 60);
  }

  /** Length of a period in hours. */
  public double hoursPerPeriod() {
    return minutesPerPeriod / 60.0;
  }

  /**
   * The number of periods that cover {@code hours}, rounded up to whole periods; at most {@link
   * #PERIODS_COVERED_MAX}, so that it can be added to any period.
   */
  public int periodsFor(double hours) {
    return (int) Math.min(PERIODS_COVERED_MAX, Math.ceil(hours / hoursPerPeriod() - 1e-9));
  }

  /** The day, counted from 0, to which period {@code t} belongs. */
  public int dayOf(int t) {
    return (int) ((startMinute + (long) t * minutesPerPeriod) / 1440);
  }

  /** The same periods from a date on; null for none. */
  public Horizon from(@Nullable LocalDate first) {
    return new Horizon(periodCount, minutesPerPeriod, startMinute, first);
  }

  /**
   * Start of period {@code t}: date and time as in ISO 8601 ({@code 2026-10-01T19:00}, local) where
   * there is a date; else as {@code HH:mm}, with the day in front from the second day on.
   */
  public String label(int t) {
    return labelOfMinute(startMinute + (long) t * minutesPerPeriod);
  }

  /** A minute after midnight of the first day, in words as {@link #label} has them. */
  public String labelOfMinute(long minutes) {
    if (firstDay != null) {
      return firstDay.atStartOfDay().plusMinutes(minutes).toString();
    }
    String time = "%02d:%02d".formatted(minutes % 1440 / 60, minutes % 60);
    return minutes < 1440 ? time : "D%d %s".formatted(minutes / 1440 + 1, time);
  }

  /**
   * The period, counted from 0, that a text names: its number counted from 1, or a time in it as
   * {@link #label} has them.
   *
   * @throws IllegalArgumentException if it is neither, or lies outside
   */
  public int periodOf(String text) {
    Matcher time = TIME.matcher(text);
    long period;
    if (text.matches("-?\\d{1,9}")) {
      period = Long.parseLong(text) - 1;
    } else if (time.matches() && (time.group(1) == null || firstDay != null)) {
      period = Math.floorDiv(minute(time, text) - startMinute, (long) minutesPerPeriod);
    } else {
      throw none(text);
    }
    if (period < 0 || period >= periodCount) {
      throw new IllegalArgumentException(
          "The period (%s) must lie in 1..%d, that is from %s to %s."
              .formatted(text, periodCount, label(0), label(periodCount)));
    }
    return (int) period;
  }

  private IllegalArgumentException none(String text) {
    if (OFFSET.matcher(text).matches()) {
      return new IllegalArgumentException(
          "'%s' has an offset from UTC, and a case has local times alone; give one such as %s."
              .formatted(text, label(0)));
    }
    return new IllegalArgumentException(
        "'%s' is no period; give a number of 1..%d or a time such as %s."
            .formatted(text, periodCount, label(0)));
  }

  private long minute(Matcher time, String text) {
    long days = time.group(2) == null ? 0 : Long.parseLong(time.group(2)) - 1;
    if (time.group(1) != null) {
      try {
        days = ChronoUnit.DAYS.between(firstDay, LocalDate.parse(time.group(1)));
      } catch (DateTimeParseException e) {
        throw none(text);
      }
    }
    return (days * 24 + Long.parseLong(time.group(3))) * 60 + Long.parseLong(time.group(4));
  }
}
