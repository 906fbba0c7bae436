package org.gridclear.security.verification;

/**
 * How much of an AC check was solved again.
 *
 * @param periods intact grids that were judged
 * @param ofPeriods periods of the day
 * @param outages outages that were judged, each in its period
 * @param ofOutages contingencies of the day times its periods
 * @param unsolved grids of the sample that the auditor found no solution of: nothing is said of
 *     them
 */
public record AuditExtent(int periods, int ofPeriods, int outages, int ofOutages, int unsolved) {
  /** The extent in words. */
  public String text() {
    return "AC check solved again for %d of %d periods and %d of %d outages%s"
        .formatted(
            periods,
            ofPeriods,
            outages,
            ofOutages,
            unsolved == 0 ? "" : ", " + unsolved + " more without a solution there");
  }
}
