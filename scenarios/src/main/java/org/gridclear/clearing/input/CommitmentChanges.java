package org.gridclear.clearing.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridclear.quantity.Horizon;

/**
 * Where the commitment of one run differs from that of another in the periods that both have (D-12,
 * E-09): day ahead against the day before, intraday against day ahead, real time against intraday.
 * Periods are matched by the minute of the day at which they begin. Times are dates and times (ISO
 * 8601) where both runs begin on the same date, else times of day.
 *
 * @param fromMinute first minute that both have, from midnight of the first day
 * @param toMinute one past the last
 * @param fromTime the time of the first minute
 * @param toTime the time of one past the last
 * @param changes by unit, in the order of the later run, then by time
 * @param onlyBefore units that the later run does not have
 * @param onlyNow units that the earlier run does not have
 */
public record CommitmentChanges(
    int fromMinute,
    int toMinute,
    String fromTime,
    String toTime,
    List<Change> changes,
    List<String> onlyBefore,
    List<String> onlyNow) {
  public CommitmentChanges {
    changes = List.copyOf(changes);
    onlyBefore = List.copyOf(onlyBefore);
    onlyNow = List.copyOf(onlyNow);
  }

  /**
   * A unit that runs in one of the two and not in the other.
   *
   * @param unit id of the unit
   * @param fromMinute minute from which the statuses differ
   * @param toMinute minute from which they do not
   * @param fromTime the first of them in words
   * @param toTime the other in words
   * @param on whether it runs now; it did not before, and the other way round
   * @param mwh what it gives in the run in which it runs
   */
  public record Change(
      String unit,
      int fromMinute,
      int toMinute,
      String fromTime,
      String toTime,
      boolean on,
      double mwh) {
    /** Its time, such as {@code 08:00 to 10:00}. */
    public String time() {
      return fromTime + " to " + toTime;
    }
  }

  /**
   * Compares two runs.
   *
   * @throws IllegalArgumentException if they have no minute in common
   */
  public static CommitmentChanges of(InitialConditions before, InitialConditions now) {
    int from = Math.max(before.horizon().startMinute(), now.horizon().startMinute());
    int to = Math.min(before.endMinute(), now.endMinute());
    if (from >= to) {
      throw new IllegalArgumentException(
          "The runs have no period in common: one begins at %s, the other at %s."
              .formatted(before.horizon().label(0), now.horizon().label(0)));
    }
    boolean sameDate = Objects.equals(before.horizon().firstDay(), now.horizon().firstDay());
    Horizon clock = sameDate ? now.horizon() : now.horizon().from(null);
    Map<String, InitialConditions.UnitPath> paths = before.pathOfUnit();
    List<Change> changes = new ArrayList<>();
    List<String> onlyNow = new ArrayList<>();
    for (InitialConditions.UnitPath path : now.units()) {
      InitialConditions.UnitPath was = paths.remove(path.unit());
      if (was == null) {
        onlyNow.add(path.unit());
      } else {
        changes.addAll(new Pair(before, now, clock, was, path).changes(from, to));
      }
    }
    List<String> onlyBefore =
        before.units().stream()
            .map(InitialConditions.UnitPath::unit)
            .filter(paths::containsKey)
            .toList();
    return new CommitmentChanges(
        from, to, clock.labelOfMinute(from), clock.labelOfMinute(to), changes, onlyBefore, onlyNow);
  }

  /** A unit in both runs. */
  private record Pair(
      InitialConditions before,
      InitialConditions now,
      Horizon clock,
      InitialConditions.UnitPath was,
      InitialConditions.UnitPath is) {
    List<Change> changes(int from, int to) {
      List<Change> list = new ArrayList<>();
      int start = -1;
      double mwMinutes = 0;
      for (int minute = from; minute <= to; minute++) {
        boolean goesOn = start >= 0 && minute < to && differs(minute) && on(minute) == on(start);
        if (start >= 0 && !goesOn) {
          list.add(
              new Change(
                  is.unit(),
                  start,
                  minute,
                  clock.labelOfMinute(start),
                  clock.labelOfMinute(minute),
                  on(start),
                  mwMinutes / 60));
          start = -1;
          mwMinutes = 0;
        }
        if (minute < to && differs(minute)) {
          start = start < 0 ? minute : start;
          mwMinutes +=
              on(minute) ? is.mw()[now.periodAt(minute)] : was.mw()[before.periodAt(minute)];
        }
      }
      return list;
    }

    private boolean on(int minute) {
      return is.on()[now.periodAt(minute)];
    }

    private boolean differs(int minute) {
      return on(minute) != was.on()[before.periodAt(minute)];
    }
  }
}
