package org.gridclear.market.check;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.gridclear.market.series.DecimalColumn;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.series.SeriesChoice;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.market.series.SeriesLookup;
import org.gridclear.market.series.SeriesSet;

/**
 * Holds a delivery against the rules in effect, with what else was known. Of each rule and subject
 * the first breach is told with the count of those that follow.
 */
public final class SeriesChecks {

  private final CheckSet rules;
  private final SeriesLookup known;
  private final OptionalDouble capacityMw;

  /**
   * Checks with what is known.
   *
   * @param rules those in effect count
   * @param known what else was known when the delivery was
   * @param capacityMw what all units of the network can give; empty where that is not known
   */
  public SeriesChecks(CheckSet rules, SeriesLookup known, OptionalDouble capacityMw) {
    this.rules = rules;
    this.known = known;
    this.capacityMw = capacityMw;
  }

  /** What the rules find in a delivery, in the order of the rules. */
  public List<CheckFinding> of(SeriesSet set) {
    List<CheckFinding> findings = new ArrayList<>();
    for (CheckRule rule : rules.of(set.kind())) {
      Breaches breaches = new Breaches(rule, set);
      switch (rule.type()) {
        case RANGE -> range(breaches);
        case JUMP -> jump(breaches);
        case HISTORY -> history(breaches);
        case SHIFTED -> new ShiftedCurve(known).check(breaches);
        case REPEATED -> repeated(breaches);
        case CAPACITY -> capacity(breaches);
        case FACTOR_SUM -> factors(breaches);
        case BUS_SUM, ZONE_SUM -> sum(breaches, systemLoad(set));
        case MEMBER_SUM ->
            sum(
                breaches,
                List.of(known.choice(SeriesKind.RENEWABLE_FORECAST_TOTAL, set.from(), set.to())));
        case WHOLE -> whole(breaches);
        case TIMELY -> timely(breaches);
      }
      findings.addAll(breaches.findings());
    }
    return findings;
  }

  private static void range(Breaches breaches) {
    CheckRule.Threshold limits = breaches.rule().threshold();
    breaches.eachValue(
        (subject, k, value) -> {
          if (!(value >= limits.min() && value <= limits.max())) {
            breaches.add(
                subject,
                k,
                number(value),
                "Give %s to %s.".formatted(number(limits.min()), number(limits.max())));
          }
        });
  }

  private static void jump(Breaches breaches) {
    for (Map.Entry<String, DecimalColumn> entry : breaches.set().values().entrySet()) {
      DecimalColumn column = entry.getValue();
      double most =
          column.values().stream()
              .flatMap(Optional::stream)
              .mapToDouble(value -> Math.abs(value.doubleValue()))
              .max()
              .orElse(0);
      for (int k = 1; k < column.size(); k++) {
        if (column.at(k).isPresent() && column.at(k - 1).isPresent()) {
          double before = column.at(k - 1).get().doubleValue();
          double here = column.at(k).get().doubleValue();
          if (Math.abs(here - before) > breaches.rule().threshold().limit() * most) {
            breaches.add(
                entry.getKey(),
                k,
                "%s after %s".formatted(number(here), number(before)),
                "Is the unit right?");
          }
        }
      }
    }
  }

  private void history(Breaches breaches) {
    SeriesSet set = breaches.set();
    int days = breaches.rule().threshold().days();
    DayMeans means = new DayMeans(known, set, days);
    breaches.eachValue(
        (subject, k, value) -> {
          OptionalDouble mean = means.at(subject, set.at(k));
          if (mean.isPresent()
              && Math.abs(value - mean.getAsDouble())
                  > breaches.rule().threshold().limit() * Math.abs(mean.getAsDouble())) {
            breaches.add(
                subject,
                k,
                "%s, and %s on the mean of the days before"
                    .formatted(number(value), number(mean.getAsDouble())),
                "Are unit and day right?");
          }
        });
  }

  private void repeated(Breaches breaches) {
    SeriesSet set = breaches.set();
    int days = breaches.rule().threshold().days();
    SeriesChoice before = DayMeans.before(known, set, days);
    for (Map.Entry<String, DecimalColumn> entry : set.values().entrySet()) {
      boolean same =
          set.stepCount() > 1 && entry.getValue().values().stream().distinct().count() > 1;
      for (int k = 0; k < set.stepCount() && same; k++) {
        Instant earlier = DayMeans.daysBefore(set.at(k), days, set.zone());
        Optional<BigDecimal> value = entry.getValue().at(k);
        same =
            value.isPresent()
                && before.at(entry.getKey(), earlier).filter(value.get()::equals).isPresent();
      }
      if (same) {
        breaches.add(
            entry.getKey(),
            "all %d values are those of %d day(s) before".formatted(set.stepCount(), days),
            "Is it the delivery of another day?");
      }
    }
  }

  private void capacity(Breaches breaches) {
    if (capacityMw.isEmpty()) {
      return;
    }
    double most = breaches.rule().threshold().limit() * capacityMw.getAsDouble();
    breaches.eachValue(
        (subject, k, value) -> {
          if (value > most) {
            breaches.add(
                subject,
                k,
                "%s MW, and all units give %s MW"
                    .formatted(number(value), number(capacityMw.getAsDouble())),
                "Is it in MW?");
          }
        });
  }

  private static void factors(Breaches breaches) {
    SeriesSet set = breaches.set();
    BigDecimal limit = BigDecimal.valueOf(breaches.rule().threshold().limit());
    for (int k = 0; k < set.stepCount(); k++) {
      Optional<BigDecimal> sum = sumOf(set, k);
      if (sum.isPresent() && sum.get().subtract(BigDecimal.ONE).abs().compareTo(limit) > 0) {
        breaches.add("", k, "sum " + sum.get().toPlainString(), "Give the factors of all buses.");
      }
    }
  }

  /** The sum over subjects in a step; empty if one is missing. */
  static Optional<BigDecimal> sumOf(SeriesSet set, int k) {
    BigDecimal sum = BigDecimal.ZERO;
    for (DecimalColumn column : set.values().values()) {
      if (column.at(k).isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(column.at(k).get());
    }
    return Optional.of(sum);
  }

  /** The system's load by the kinds that have it, the latest first: a short one ends early. */
  private List<SeriesChoice> systemLoad(SeriesSet set) {
    return Stream.of(
            SeriesKind.LOAD_FORECAST_ULTRA_SHORT,
            SeriesKind.LOAD_FORECAST_SHORT,
            SeriesKind.LOAD_FORECAST_HORIZON)
        .map(kind -> known.choice(kind, set.from(), set.to()))
        .toList();
  }

  private static Optional<BigDecimal> total(List<SeriesChoice> wholes, Instant time) {
    return wholes.stream()
        .map(whole -> whole.at(SeriesKind.SYSTEM, time))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static void sum(Breaches breaches, List<SeriesChoice> wholes) {
    SeriesSet set = breaches.set();
    BigDecimal limit = BigDecimal.valueOf(breaches.rule().threshold().limit());
    for (int k = 0; k < set.stepCount(); k++) {
      Optional<BigDecimal> parts = sumOf(set, k);
      Optional<BigDecimal> total = total(wholes, set.at(k));
      if (parts.isPresent()
          && total.isPresent()
          && parts.get().subtract(total.get()).abs().compareTo(limit.multiply(total.get().abs()))
              > 0) {
        breaches.add(
            "",
            k,
            "sum %s, and the whole %s"
                .formatted(parts.get().toPlainString(), total.get().toPlainString()),
            "Is a part left out, or in another unit?");
      }
    }
  }

  private static void whole(Breaches breaches) {
    breaches
        .set()
        .values()
        .forEach(
            (subject, column) -> {
              for (int k = 0; k < column.size(); k++) {
                if (column.at(k).isEmpty()) {
                  breaches.add(subject, k, "absent", "A case of this time is refused.");
                }
              }
            });
  }

  private static void timely(Breaches breaches) {
    SeriesSet set = breaches.set();
    Instant due = set.from().minus(breaches.rule().threshold().minutes(), ChronoUnit.MINUTES);
    if (set.knownAt().isAfter(due)) {
      MarketClock clock = new MarketClock(set.zone());
      breaches.add(
          "",
          "known at %s, due %s".formatted(clock.show(set.knownAt()), clock.show(due)),
          "A case whose gate was before does not have it.");
    }
  }

  static String number(double value) {
    return Double.isInfinite(value)
        ? value < 0 ? "-Infinity" : "Infinity"
        : new BigDecimal(value)
            .round(new java.math.MathContext(9))
            .stripTrailingZeros()
            .toPlainString();
  }
}
