package org.gridclear.monitoring.adequacy;

import java.util.List;

/**
 * Units and the load that they are for.
 *
 * @param units units, with ids of their own
 * @param loadKw load of the hours of each week, kW, {@code [week][168]}
 */
public record AdequacySystem(List<GeneratingUnit> units, long[][] loadKw) {
  /** Hours of a week. */
  public static final int HOURS = 168;

  public AdequacySystem {
    units = List.copyOf(units);
    for (long[] week : loadKw) {
      if (week.length != HOURS) {
        throw new IllegalArgumentException(
            "A week has %d hours and not %d.".formatted(HOURS, week.length));
      }
    }
    if (units.stream().map(GeneratingUnit::id).distinct().count() != units.size()) {
      throw new IllegalArgumentException("Two units have the same id.");
    }
  }

  /** Number of weeks. */
  public int weeks() {
    return loadKw.length;
  }

  /** Output of all units, kW. */
  public long capacityKw() {
    return units.stream().mapToLong(GeneratingUnit::kw).sum();
  }
}
