package org.gridclear.validate;

/** Notices about a unit's limits that its file gives and that cannot mean what they say. */
public final class LimitNotices {
  private static final double TOLERANCE = 1e-6;

  private LimitNotices() {}

  /** Notes a limit of a start or a stop that lies below the least output. */
  public static void startOrStop(
      IssueLog log, String unit, String field, double limitMw, double leastMw) {
    if (limitMw < leastMw - TOLERANCE) {
      log.notice(
          Rule.TAKEN_AS,
          "unit",
          unit,
          field,
          limitMw,
          "It lies below the least output; the unit then gives the least output, no more.");
    }
  }

  /** Notes a ramp that the file leaves open and that binds. */
  public static void noRamp(IssueLog log, String unit, String field) {
    log.notice(
        Rule.TAKEN_AS,
        "unit",
        unit,
        field,
        "not given",
        "In an hour it moves by its greatest output, in minutes by that share of it; give more"
            + " where there is no limit.");
  }

  /** Notes a first start category that begins later than the unit may start again. */
  public static void firstLag(
      IssueLog log, String unit, String field, double lagHours, double downHours) {
    if (lagHours > downHours + TOLERANCE) {
      log.notice(
          Rule.TAKEN_AS,
          "unit",
          unit,
          field,
          lagHours + " h",
          "The unit may start sooner; such a start counts as the hottest.");
    }
  }
}
