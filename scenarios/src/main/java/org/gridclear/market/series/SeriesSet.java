package org.gridclear.market.series;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One delivery of series of a kind: what a source knew at a time, of one or more subjects, over the
 * same steps. It is never changed; what is known later is another delivery.
 *
 * @param kind what the values say
 * @param source who gave it, such as EMS
 * @param knownAt since when it could be known
 * @param timeZone zone of time whose calendar its steps of days, months and years follow
 * @param step time from one value to the next
 * @param from when the first step begins
 * @param values by subject, all of one length, at least 1
 */
public record SeriesSet(
    SeriesKind kind,
    String source,
    Instant knownAt,
    String timeZone,
    Step step,
    Instant from,
    SortedMap<String, DecimalColumn> values) {
  public SeriesSet {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    if (values.isEmpty()
        || values.values().stream().mapToInt(DecimalColumn::size).distinct().count() != 1
        || Objects.requireNonNull(values.get(values.firstKey())).size() < 1) {
      throw new IllegalArgumentException(
          "A delivery (%s) needs one subject or more with values of the same steps."
              .formatted(kind));
    }
  }

  /** Number of steps. */
  public int stepCount() {
    return Objects.requireNonNull(values.get(values.firstKey())).size();
  }

  /** When step {@code k} begins, counted from 0. */
  public Instant at(int k) {
    return step.at(from, k, zone());
  }

  /** When the last step ends. */
  public Instant to() {
    return at(stepCount());
  }

  /** The step in which a time lies; outside of 0 to the number of steps it is not covered. */
  public int indexOf(Instant time) {
    return step.indexOf(from, time, zone());
  }

  /** Whether a time lies in a step of it. */
  public boolean covers(Instant time) {
    return !time.isBefore(from) && time.isBefore(to());
  }

  /**
   * Whether another covers a time of this one with a subject of this one, or with any subject where
   * those of a kind belong together.
   */
  public boolean meets(SeriesSet other) {
    return kind == other.kind
        && from.isBefore(other.to())
        && other.from.isBefore(to())
        && (kind.whole() || values.keySet().stream().anyMatch(other.values::containsKey));
  }

  /** The zone of time whose calendar it follows. */
  public ZoneId zone() {
    return ZoneId.of(timeZone);
  }
}
