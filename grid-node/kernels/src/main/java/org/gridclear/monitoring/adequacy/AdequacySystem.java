package org.gridclear.monitoring.adequacy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Units and the load that they are for; in zones with lines between them, or all at one place.
 *
 * @param units units, with ids of their own
 * @param loadKw load of the hours of each week, kW, {@code [week][168]}
 * @param zones zones, with shares of the load that add up to 1; none for all at one place
 * @param lines lines between zones, with ids of their own
 */
public record AdequacySystem(
    List<GeneratingUnit> units,
    long[][] loadKw,
    List<LoadZone> zones,
    List<InterchangeLine> lines) {
  /** Hours of a week. */
  public static final int HOURS = 168;

  /** Most zones: every set of them is counted. */
  public static final int ZONES_MAX = 6;

  private static final double SHARES_TOLERANCE = 1e-9;

  public AdequacySystem {
    units = List.copyOf(units);
    zones = List.copyOf(zones);
    lines = List.copyOf(lines);
    for (long[] week : loadKw) {
      if (week.length != HOURS) {
        throw new IllegalArgumentException(
            "A week has %d hours and not %d.".formatted(HOURS, week.length));
      }
    }
    if (units.stream().map(GeneratingUnit::id).distinct().count() != units.size()) {
      throw new IllegalArgumentException("Two units have the same id.");
    }
    List<String> faults = faults(units, zones, lines);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join(" ", faults));
    }
  }

  /** Units and load at one place. */
  public AdequacySystem(List<GeneratingUnit> units, long[][] loadKw) {
    this(units, loadKw, List.of(), List.of());
  }

  /** What is wrong with zones and lines, a sentence each; nothing if they can be used. */
  public static List<String> faults(
      List<GeneratingUnit> units, List<LoadZone> zones, List<InterchangeLine> lines) {
    List<String> faults = new ArrayList<>();
    if (zones.size() > ZONES_MAX) {
      faults.add("%d zones are more than %d; join some.".formatted(zones.size(), ZONES_MAX));
    }
    Set<String> ids = new HashSet<>();
    zones.stream()
        .filter(zone -> zone.id().isEmpty() || !ids.add(zone.id()))
        .forEach(zone -> faults.add("Zone '%s' needs its own id.".formatted(zone.id())));
    double shares = zones.stream().mapToDouble(LoadZone::loadShare).sum();
    if (!zones.isEmpty() && Math.abs(shares - 1) > SHARES_TOLERANCE) {
      faults.add("The shares of the load add up to %s and not to 1.".formatted(shares));
    }
    units.stream()
        .filter(unit -> zones.isEmpty() ? !unit.zone().isEmpty() : !ids.contains(unit.zone()))
        .forEach(
            unit ->
                faults.add(
                    "Unit %s has the zone '%s'.".formatted(unit.id(), unit.zone())
                        + " Name one of the zones, of every unit or of none."));
    Set<String> lineIds = new HashSet<>();
    for (InterchangeLine line : lines) {
      if (!lineIds.add(line.id())) {
        faults.add("Two lines have the id %s.".formatted(line.id()));
      }
      Stream.of(line.from(), line.to())
          .filter(zone -> !ids.contains(zone))
          .forEach(
              zone -> faults.add("Line %s leads to '%s', no zone.".formatted(line.id(), zone)));
    }
    return faults;
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
