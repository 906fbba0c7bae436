package org.gridclear.market.check;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.gridclear.market.series.SeriesChoice;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.market.series.SeriesLookup;
import org.gridclear.market.series.SeriesSet;

/** Means of values at the same clock time of the days before: actual load where it is known. */
final class DayMeans {
  private final SeriesSet set;
  private final int days;
  private final List<SeriesChoice> history;

  DayMeans(SeriesLookup known, SeriesSet set, int days) {
    this.set = set;
    this.days = days;
    SeriesChoice same = before(known, set, days);
    this.history =
        set.kind().subject() == SeriesKind.Subject.SYSTEM && set.kind().averages()
            ? List.of(actual(known, set, days), same)
            : List.of(same);
  }

  private static SeriesChoice actual(SeriesLookup known, SeriesSet set, int days) {
    return known.choice(SeriesKind.LOAD_ACTUAL, daysBefore(set.from(), days, set.zone()), set.to());
  }

  /** What was known of the kind in the days before, the delivery itself left out. */
  static SeriesChoice before(SeriesLookup known, SeriesSet set, int days) {
    List<SeriesSet> sets =
        known.covering(set.kind(), daysBefore(set.from(), days, set.zone()), set.to()).stream()
            .filter(other -> !other.equals(set))
            .toList();
    return new SeriesChoice(set.kind(), sets);
  }

  static Instant daysBefore(Instant time, int days, ZoneId zone) {
    return time.atZone(zone).minusDays(days).toInstant();
  }

  /** The mean at this clock time of the days before; empty if none of them has a value. */
  OptionalDouble at(String subject, Instant time) {
    for (SeriesChoice choice : history) {
      OptionalDouble mean =
          IntStream.rangeClosed(1, days)
              .mapToObj(day -> daysBefore(time, day, set.zone()))
              .filter(earlier -> earlier.isBefore(set.from()))
              .map(earlier -> choice.at(subject, earlier))
              .flatMap(Optional::stream)
              .mapToDouble(BigDecimal::doubleValue)
              .average();
      if (mean.isPresent()) {
        return mean;
      }
    }
    return OptionalDouble.empty();
  }
}
