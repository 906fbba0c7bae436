package org.gridclear.market.fallback;

import java.util.OptionalDouble;
import org.gridclear.market.day.DayVersion;

/**
 * A version that stands for a clearing.
 *
 * @param version the version
 * @param rule why this one: the day before, similar day, last run, plan above
 * @param distance how unlike its day is (AMB-40); empty but for a similar day
 */
public record FallbackSource(DayVersion version, String rule, OptionalDouble distance) {
  static FallbackSource of(DayVersion version, String rule) {
    return new FallbackSource(version, rule, OptionalDouble.empty());
  }

  /** In words, with the distance of a similar day. */
  public String text() {
    String like =
        distance.isEmpty()
            ? ""
            : String.format(java.util.Locale.ROOT, " of distance %.4f", distance.getAsDouble());
    return "%s (%s%s)".formatted(version.text(), rule, like);
  }
}
