package org.gridclear.monitoring.adequacy;

/**
 * A unit that fails and is repaired; both times are exponential.
 *
 * @param id its id, from which its random numbers are drawn
 * @param kw its output while it is not out, kW
 * @param meanUpHours mean time to failure, h
 * @param meanDownHours mean time to repair, h
 * @param zone the zone that it is in; empty in a system without zones
 */
public record GeneratingUnit(
    String id, long kw, double meanUpHours, double meanDownHours, String zone) {
  public GeneratingUnit {
    if (kw < 0 || !(meanUpHours > 0) || !(meanDownHours >= 0)) {
      throw new IllegalArgumentException(
          "Unit %s needs an output of 0 or more, a time to failure above 0, and one to repair of 0 or more."
              .formatted(id));
    }
  }

  /** A unit of a system without zones. */
  public GeneratingUnit(String id, long kw, double meanUpHours, double meanDownHours) {
    this(id, kw, meanUpHours, meanDownHours, "");
  }

  /** The share of time in which it is out. */
  public double unavailability() {
    return meanDownHours / (meanUpHours + meanDownHours);
  }
}
