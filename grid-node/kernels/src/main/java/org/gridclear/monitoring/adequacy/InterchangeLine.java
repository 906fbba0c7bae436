package org.gridclear.monitoring.adequacy;

/**
 * A line between two zones that is in or out; both times are exponential.
 *
 * @param id its id, from which its random numbers are drawn
 * @param from zone at one end
 * @param to zone at the other end
 * @param kw what it carries in either direction while it is in, kW
 * @param failuresPerYear how often it fails in a year of 8 760 h in which it is in; 0 for never
 * @param repairHours mean time to repair, h
 */
public record InterchangeLine(
    String id, String from, String to, long kw, double failuresPerYear, double repairHours) {
  private static final double HOURS_OF_YEAR = 8760;

  public InterchangeLine {
    if (kw < 0 || !(failuresPerYear >= 0) || !(repairHours >= 0) || from.equals(to)) {
      throw new IllegalArgumentException(
          "Line %s needs a capacity, a failure rate and a time to repair of 0 or more, and two zones."
              .formatted(id));
    }
  }

  /** Mean time to failure, h; infinite for a line that never fails. */
  public double meanUpHours() {
    return HOURS_OF_YEAR / failuresPerYear;
  }

  /** The share of time in which it is out. */
  public double unavailability() {
    return repairHours / (meanUpHours() + repairHours);
  }
}
