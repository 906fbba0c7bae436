package org.gridclear.market.series;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Time from one value to the next: minutes that pass, or days, months and years of a calendar. A
 * day of 23 or 25 hours has so many steps of an hour and is one step of a day.
 *
 * @param count how many
 * @param unit MINUTES, DAYS, MONTHS or YEARS
 */
public record Step(int count, ChronoUnit unit) {
  private static final int MINUTES_PER_DAY = 1440;
  private static final Pattern TEXT = Pattern.compile("P(?:T(\\d{1,4})([MH])|(\\d{1,3})([DMY]))");

  public Step {
    boolean minutes = unit == ChronoUnit.MINUTES;
    if (count < 1 || minutes && MINUTES_PER_DAY % count != 0 || minutes && count > 720) {
      throw new IllegalArgumentException(
          "A step (%d %s) must be minutes that divide a day, or days, months or years."
              .formatted(count, unit));
    }
    if (!minutes
        && unit != ChronoUnit.DAYS
        && unit != ChronoUnit.MONTHS
        && unit != ChronoUnit.YEARS) {
      throw new IllegalArgumentException("A step is not counted in %s.".formatted(unit));
    }
  }

  /** A step of minutes. */
  public static Step minutes(int count) {
    return new Step(count, ChronoUnit.MINUTES);
  }

  /**
   * The step of a text as in ISO 8601: {@code PT15M}, {@code PT1H}, {@code P1D}, {@code P1M},
   * {@code P1Y}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Step parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "The step (%s) must be such as PT15M, PT1H, P1D, P1M or P1Y.".formatted(text));
    }
    if (parts.group(1) != null) {
      int count = Integer.parseInt(parts.group(1));
      return minutes(parts.group(2).equals("H") ? 60 * count : count);
    }
    int count = Integer.parseInt(parts.group(3));
    return new Step(
        count,
        switch (parts.group(4)) {
          case "D" -> ChronoUnit.DAYS;
          case "M" -> ChronoUnit.MONTHS;
          default -> ChronoUnit.YEARS;
        });
  }

  /** When step {@code k} begins, counted from 0, in a zone of time whose calendar counts. */
  public Instant at(Instant from, int k, ZoneId zone) {
    return unit == ChronoUnit.MINUTES
        ? from.plus((long) count * k, ChronoUnit.MINUTES)
        : from.atZone(zone).plus((long) count * k, unit).toInstant();
  }

  /** The step, counted from 0, in which a time lies; negative before the first. */
  public int indexOf(Instant from, Instant time, ZoneId zone) {
    if (time.isBefore(from)) {
      return -1;
    }
    if (unit == ChronoUnit.MINUTES) {
      return (int) (ChronoUnit.MINUTES.between(from, time) / count);
    }
    int k = (int) (unit.between(from.atZone(zone), time.atZone(zone)) / count);
    while (k > 0 && at(from, k, zone).isAfter(time)) {
      k--;
    }
    while (!at(from, k + 1, zone).isAfter(time)) {
      k++;
    }
    return k;
  }

  @Override
  public String toString() {
    return switch (unit) {
      case MINUTES -> count % 60 == 0 ? "PT%dH".formatted(count / 60) : "PT%dM".formatted(count);
      case DAYS -> "P%dD".formatted(count);
      case MONTHS -> "P%dM".formatted(count);
      default -> "P%dY".formatted(count);
    };
  }
}
