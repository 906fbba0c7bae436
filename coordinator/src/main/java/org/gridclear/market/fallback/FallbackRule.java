package org.gridclear.market.fallback;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.approval.VersionsInForce;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.validate.UnknownNameException;

/**
 * Which versions stand for a run that is missing: of the day ahead the day before, or a similar
 * day; of intraday the runs before it, then the day ahead; of real time the runs before it, then
 * intraday, then the day ahead.
 */
public final class FallbackRule {
  private final DayStore days;
  private final VersionsInForce inForce;
  private final SimilarDay similar;

  FallbackRule(DayStore days, VersionsInForce inForce, SimilarDay similar) {
    this.days = days;
    this.inForce = inForce;
    this.similar = similar;
  }

  /** Of each run of a date the version in force; else the newest that nobody rejected. */
  private SortedMap<Integer, DayVersion> best(Market market, LocalDate date) {
    SortedMap<Integer, DayVersion> best = new TreeMap<>();
    days.versions(market, date, date).stream()
        .filter(DayVersion::stands)
        .forEach(version -> best.put(version.key().cycle(), version));
    inForce
        .between(market, date, date)
        .forEach(held -> best.put(held.version().key().cycle(), held.version()));
    return best;
  }

  private Optional<DayVersion> best(DayKey key) {
    return Optional.ofNullable(best(key.market(), key.date()).get(key.cycle()));
  }

  /** Which day takes the place of a day ahead. */
  public enum Choice {
    /** The day before; where it has no version, the most similar day. */
    BY_RULE,
    /** The day before alone. */
    DAY_BEFORE,
    /** The most similar day that has a version. */
    SIMILAR;

    /** Name in files and answers. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The choice of a name, such as {@code day-before}.
     *
     * @throws UnknownNameException if there is none
     */
    public static Choice of(String label) {
      List<String> known = Arrays.stream(values()).map(Choice::label).toList();
      return Arrays.stream(values())
          .filter(each -> each.label().equals(label))
          .findFirst()
          .orElseThrow(() -> new UnknownNameException("choice", label, known));
    }
  }

  /**
   * Versions in the order in which they are asked for a period.
   *
   * @throws NoFallbackException if there is none, with all that was looked for
   */
  List<FallbackSource> sources(DayKey key, Choice choice) {
    List<String> missing = new ArrayList<>();
    List<FallbackSource> found =
        switch (key.market()) {
          case DA -> dayAhead(key, choice, missing);
          case ID -> intraday(key, missing);
          case RT -> realTime(key, missing);
          case LT_RUC ->
              throw new NoFallbackException(
                  "%s has no fallback: the plan of the day before still holds where the long cycle does not come."
                      .formatted(key.text()));
        };
    if (found.isEmpty()) {
      throw new NoFallbackException(
          "There is nothing that %s could fall back on: %s."
              .formatted(key.text(), String.join(", ", missing)));
    }
    return found;
  }

  private List<FallbackSource> dayAhead(DayKey key, Choice choice, List<String> missing) {
    List<FallbackSource> found = new ArrayList<>();
    if (choice != Choice.SIMILAR) {
      take(new DayKey(Market.DA, key.date().minusDays(1)), "the day before", found, missing);
    }
    if (found.isEmpty() && choice != Choice.DAY_BEFORE) {
      similar(key, found, missing);
    }
    return found;
  }

  private void similar(DayKey key, List<FallbackSource> found, List<String> missing) {
    List<SimilarDay.Like> like;
    try {
      like = similar.of(key.date());
    } catch (IllegalArgumentException e) {
      missing.add("no similar day, for " + withoutDot(String.valueOf(e.getMessage())));
      return;
    }
    for (SimilarDay.Like each : like) {
      best(new DayKey(Market.DA, each.date()))
          .filter(version -> found.isEmpty())
          .ifPresent(
              version ->
                  found.add(
                      new FallbackSource(
                          version, "similar day", OptionalDouble.of(each.distance()))));
    }
    if (found.isEmpty()) {
      missing.add("none of %d similar days has a version".formatted(like.size()));
    }
  }

  private static String withoutDot(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private List<FallbackSource> intraday(DayKey key, List<String> missing) {
    List<FallbackSource> found = new ArrayList<>(runsBefore(key, Market.ID, "last run", missing));
    take(new DayKey(Market.DA, key.date()), "plan above", found, missing);
    return found;
  }

  private List<FallbackSource> realTime(DayKey key, List<String> missing) {
    List<FallbackSource> found = new ArrayList<>(runsBefore(key, Market.RT, "last run", missing));
    DayKey last = new DayKey(Market.ID, key.date(), Integer.MAX_VALUE);
    found.addAll(runsBefore(last, Market.ID, "plan above", missing));
    take(new DayKey(Market.DA, key.date()), "plan above", found, missing);
    return found;
  }

  /** A version of each run of the day before a run, the latest run first. */
  private List<FallbackSource> runsBefore(
      DayKey key, Market market, String rule, List<String> missing) {
    List<FallbackSource> found = new ArrayList<>();
    best(market, key.date())
        .forEach(
            (cycle, version) -> {
              // The day that runs make together (cycle 0) says nothing that they do not say.
              if (cycle > 0 && cycle < key.cycle()) {
                found.add(0, FallbackSource.of(version, rule));
              }
            });
    if (found.isEmpty()) {
      missing.add("%s of %s has no run before it".formatted(DayKey.word(market), key.date()));
    }
    return found;
  }

  private void take(DayKey key, String rule, List<FallbackSource> found, List<String> missing) {
    best(key)
        .ifPresentOrElse(
            version -> found.add(FallbackSource.of(version, rule)),
            () -> missing.add(key.text() + " has no version"));
  }
}
