package org.gridclear.market.series;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was known of a kind at a time. Of every subject and instant the delivery counts that was
 * known last and covers it; what it leaves empty is missing, and no older one fills it. Of a kind
 * whose subjects belong together a delivery counts whole.
 */
public final class SeriesChoice {
  private static final int MEAN_DECIMALS = DecimalColumn.DECIMALS_MAX;
  private static final int MINUTES_PER_HOUR = 60;

  private final SeriesKind kind;
  private final List<SeriesSet> sets;
  private final Set<SeriesSet> used = new LinkedHashSet<>();

  /**
   * A choice among deliveries.
   *
   * @param kind their kind; others are left out
   * @param known deliveries that were known, in any order
   */
  public SeriesChoice(SeriesKind kind, List<SeriesSet> known) {
    this.kind = kind;
    this.sets =
        known.stream()
            .filter(set -> set.kind() == kind)
            .sorted(Comparator.comparing(SeriesSet::knownAt).reversed())
            .toList();
  }

  /** Subjects that a delivery names which counts in a time, in order. */
  public List<String> subjects(Instant from, Instant to) {
    Set<String> subjects = new TreeSet<>();
    for (SeriesSet set : sets) {
      if (set.from().isBefore(to) && from.isBefore(set.to())) {
        if (!kind.whole() || counts(set, from, to)) {
          subjects.addAll(set.values().keySet());
        }
      }
    }
    return List.copyOf(subjects);
  }

  private boolean counts(SeriesSet set, Instant from, Instant to) {
    for (int k = 0; k < set.stepCount(); k++) {
      Instant time = set.at(k).isBefore(from) ? from : set.at(k);
      if (time.isBefore(to)
          && set.at(k + 1).isAfter(from)
          && latest(time, "").equals(Optional.of(set))) {
        return true;
      }
    }
    return false;
  }

  private Optional<SeriesSet> latest(Instant time, String subject) {
    return sets.stream()
        .filter(set -> set.covers(time))
        .filter(set -> kind.whole() || set.values().containsKey(subject))
        .findFirst();
  }

  /** The value at a time; empty if there is none. */
  public Optional<BigDecimal> at(String subject, Instant time) {
    Optional<SeriesSet> latest = latest(time, subject);
    latest.ifPresent(used::add);
    return latest
        .filter(set -> set.values().containsKey(subject))
        .flatMap(set -> Objects.requireNonNull(set.values().get(subject)).at(set.indexOf(time)));
  }

  /**
   * The value of a step with its length.
   *
   * @param value the value of the whole step
   * @param seconds length of the step, in s
   */
  public record StepValue(BigDecimal value, long seconds) {}

  /** The step in which a time lies; empty if its value is missing. */
  public Optional<StepValue> stepAt(String subject, Instant time) {
    Optional<BigDecimal> value = at(subject, time);
    return value.map(
        known -> {
          SeriesSet set = latest(time, subject).orElseThrow();
          int k = set.indexOf(time);
          return new StepValue(known, ChronoUnit.SECONDS.between(set.at(k), set.at(k + 1)));
        });
  }

  /**
   * The values of periods: that of the step in which a period lies, or the mean of the steps of
   * which it is made.
   *
   * @param from when the first period begins
   * @param minutes length of a period
   * @param count number of periods
   * @return one a period; empty where a value is missing in any part of it
   * @throws IllegalArgumentException if a period is made of different values that have no mean
   */
  public List<Optional<BigDecimal>> over(String subject, Instant from, int minutes, int count) {
    int part = part(from, minutes);
    List<Optional<BigDecimal>> values = new ArrayList<>();
    for (int t = 0; t < count; t++) {
      List<Optional<BigDecimal>> parts = new ArrayList<>();
      for (int m = 0; m < minutes; m += part) {
        parts.add(at(subject, from.plus((long) t * minutes + m, ChronoUnit.MINUTES)));
      }
      values.add(mean(subject, parts));
    }
    return values;
  }

  /** The longest part of a period in which every delivery has one value. */
  private int part(Instant from, int minutes) {
    int part = minutes;
    for (SeriesSet set : sets) {
      int step = set.step().unit() == ChronoUnit.MINUTES ? set.step().count() : MINUTES_PER_HOUR;
      int apart = (int) (ChronoUnit.MINUTES.between(from, set.from()) % step);
      part = gcd(gcd(part, step), Math.abs(apart));
    }
    return part;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  private Optional<BigDecimal> mean(String subject, List<Optional<BigDecimal>> parts) {
    if (parts.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    BigDecimal first = parts.get(0).orElseThrow();
    if (parts.stream().allMatch(part -> part.orElseThrow().compareTo(first) == 0)) {
      return Optional.of(first);
    }
    if (!kind.averages()) {
      throw new IllegalArgumentException(
          "The %s of %s changes within a period; a period needs one value."
              .formatted(kind, subject));
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Optional<BigDecimal> part : parts) {
      sum = sum.add(part.orElseThrow());
    }
    return Optional.of(
        sum.divide(BigDecimal.valueOf(parts.size()), MEAN_DECIMALS, RoundingMode.HALF_UP));
  }

  /** The deliveries from which a value was taken so far, in the order in which they were needed. */
  public List<SeriesSet> used() {
    return List.copyOf(used);
  }
}
