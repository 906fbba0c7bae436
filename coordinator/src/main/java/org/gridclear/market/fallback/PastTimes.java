package org.gridclear.market.fallback;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.market.day.BlockLayout;
import org.gridclear.quantity.Horizon;

/**
 * Where the periods of today lie in versions of before, by what the clock on the wall shows: a
 * period that is longer there holds for each that it contains, shorter ones are taken together, and
 * an hour that a day of a clock change has not is that after it.
 */
final class PastTimes {
  private final List<Slots> periods = new ArrayList<>();

  /**
   * Periods of a version in the place of a period of today.
   *
   * @param source which of the versions
   * @param slots its periods, from 0
   */
  record Slots(int source, int[] slots) {}

  private PastTimes() {}

  /**
   * Finds every period of today in the first version that has all of it.
   *
   * @param layouts of each version, with the date that it is of
   * @throws NoFallbackException if a period lies in none of them
   */
  static PastTimes of(Horizon today, LocalDate date, ZoneId zone, List<BlockLayout> layouts) {
    PastTimes times = new PastTimes();
    for (int t = 0; t < today.periodCount(); t++) {
      times.periods.add(times.find(today, t, date, zone, layouts));
    }
    return times;
  }

  private Slots find(Horizon today, int t, LocalDate date, ZoneId zone, List<BlockLayout> layouts) {
    for (int v = 0; v < layouts.size(); v++) {
      int[] slots = slots(today, t, date, zone, layouts.get(v));
      if (slots.length > 0) {
        return new Slots(v, slots);
      }
    }
    throw new NoFallbackException(
        "Period %d (%s) of %s lies in no version that it could fall back on: %s."
            .formatted(
                t + 1,
                today.label(t),
                date,
                String.join(
                    ", ", layouts.stream().map(each -> each.origin().key().text()).toList())));
  }

  /** The periods of a version that make a period of today; none if one is missing. */
  private static int[] slots(
      Horizon today, int t, LocalDate date, ZoneId zone, BlockLayout layout) {
    int step = Math.min(today.minutesPerPeriod(), layout.minutesPerPeriod());
    int count = layout.whole() ? layout.slots() - 1 : layout.slots();
    LocalDate then = layout.origin().key().date();
    int[] slots = new int[today.minutesPerPeriod() / step];
    for (int i = 0; i < slots.length; i++) {
      int minute = today.startMinute() + t * today.minutesPerPeriod() + i * step;
      int there = minuteThen(minute, date, then, zone) - layout.startMinute();
      int slot = Math.floorDiv(there, layout.minutesPerPeriod());
      if (slot < 0 || slot >= count) {
        return new int[0];
      }
      slots[i] = slot;
    }
    return slots;
  }

  /** Minutes from the midnight of a day of before at which the clock shows the same time. */
  private static int minuteThen(int minute, LocalDate date, LocalDate then, ZoneId zone) {
    if (date.equals(then)) {
      return minute;
    }
    LocalDateTime shown = date.atStartOfDay(zone).plusMinutes(minute).toLocalDateTime();
    long days = Duration.between(date.atStartOfDay(), shown.toLocalDate().atStartOfDay()).toDays();
    ZonedDateTime same = shown.toLocalTime().atDate(then.plusDays(days)).atZone(zone);
    return (int) Duration.between(then.atStartOfDay(zone), same).toMinutes();
  }

  Slots at(int period) {
    return periods.get(period);
  }

  int count() {
    return periods.size();
  }
}
