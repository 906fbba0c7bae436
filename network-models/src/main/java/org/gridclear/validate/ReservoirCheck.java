package org.gridclear.validate;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gridclear.market.rule.Reservoir;
import org.gridclear.quantity.Series;

/**
 * Checks the reservoirs of a day: what they name, the order of their limits, and that water falls.
 */
final class ReservoirCheck {
  private static final double TOLERANCE = 1e-9;

  private final List<Reservoir> reservoirs;
  private final Set<String> units;
  private final int periods;
  private final IssueLog log;
  private final Map<String, String> below = new TreeMap<>();

  /**
   * The check of reservoirs.
   *
   * @param units ids of all units
   */
  ReservoirCheck(List<Reservoir> reservoirs, Set<String> units, int periods, IssueLog log) {
    this.reservoirs = reservoirs;
    this.units = units;
    this.periods = periods;
    this.log = log;
    reservoirs.forEach(each -> below.put(each.id(), each.downstream()));
  }

  void run() {
    for (Reservoir reservoir : reservoirs) {
      String element = "reservoir " + reservoir.id();
      reservoir.units().forEach(unit -> log.reference(element, "units", unit, units));
      quantities(element, reservoir);
      ordered(element, "minMm3", reservoir.minMm3(), "maxMm3", reservoir.maxMm3());
      ordered(
          element,
          "minReleaseM3PerS",
          reservoir.minReleaseM3PerS(),
          "maxReleaseM3PerS",
          reservoir.maxReleaseM3PerS());
      downstream(element, reservoir);
      volumes(element, reservoir);
    }
  }

  private void quantities(String element, Reservoir reservoir) {
    if (!(reservoir.m3PerMwh() > 0)) {
      log.add(
          Rule.QUANTITY_NOT_NEGATIVE,
          element,
          "m3PerMwh",
          reservoir.m3PerMwh(),
          "Give the water for one MWh.");
    }
    finite(element, "inflowM3PerS", reservoir.inflowM3PerS());
    finite(element, "minReleaseM3PerS", reservoir.minReleaseM3PerS());
    notNegative(element, "maxSpillM3PerS", reservoir.maxSpillM3PerS().min());
    notNegative(element, "delayHours", reservoir.delayHours());
    notNegative(element, "releaseBeforeM3PerS", reservoir.releaseBeforeM3PerS());
    reservoir
        .releasesBeforeM3PerS()
        .forEach(release -> notNegative(element, "releasesBeforeM3PerS", release));
    notNegative(element, "penaltyYuanPerMm3", reservoir.penaltyYuanPerMm3());
  }

  /** Water that came back to where it was would drive the same turbines again and again. */
  private void downstream(String element, Reservoir reservoir) {
    if (reservoir.downstream().isEmpty()) {
      return;
    }
    log.reference(element, "downstream", reservoir.downstream(), below.keySet());
    Set<String> passed = new HashSet<>();
    String at = reservoir.downstream();
    while (!at.equals(reservoir.id()) && passed.add(at) && below.containsKey(at)) {
      at = below.getOrDefault(at, "");
    }
    if (at.equals(reservoir.id())) {
      log.add(
          Rule.REFERENCE_EXISTS,
          element,
          "downstream",
          reservoir.downstream(),
          "Its water would come back to it; name the reservoir below, or none.");
    }
  }

  private void volumes(String element, Reservoir reservoir) {
    boolean within =
        reservoir.initialMm3() >= reservoir.minMm3().at(0) - TOLERANCE
            && reservoir.initialMm3() <= reservoir.maxMm3().at(0) + TOLERANCE;
    if (!within) {
      log.add(
          Rule.LEVELS_REACHABLE,
          element,
          "initialMm3",
          reservoir.initialMm3(),
          "It lies outside minMm3..maxMm3 of the first period.");
    }
    double last = reservoir.maxMm3().at(periods - 1);
    if (!(reservoir.endMinMm3() <= last + TOLERANCE)) {
      log.add(
          Rule.LEVELS_REACHABLE,
          element,
          "endMinMm3",
          reservoir.endMinMm3(),
          "It is above maxMm3 of the last period (%s).".formatted(last));
    }
  }

  private void ordered(String element, String least, Series lower, String most, Series upper) {
    for (int t = 0; t < periods; t++) {
      if (!(lower.at(t) <= upper.at(t))) {
        log.add(
            Rule.LIMITS_ORDERED,
            element,
            least + " in period " + (t + 1),
            lower.at(t),
            "The %s is %s.".formatted(most, upper.at(t)));
        return;
      }
    }
  }

  private void finite(String element, String field, Series series) {
    if (!Double.isFinite(series.sum())) {
      log.add(Rule.NUMBER_FINITE, element, field, series.sum(), "Give finite numbers.");
    }
  }

  private void notNegative(String element, String field, double value) {
    if (!(value >= 0)) {
      log.add(Rule.QUANTITY_NOT_NEGATIVE, element, field, value, "Give 0 or more.");
    }
  }
}
