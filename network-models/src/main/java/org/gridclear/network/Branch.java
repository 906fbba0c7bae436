package org.gridclear.network;

/**
 * A line or transformer. Positive flow runs from {@code from} to {@code to}. Impedances are in p.u.
 * of the network's base; a rating of 0 means unlimited.
 *
 * @param id unique among branches
 * @param from id of the bus at the sending end
 * @param to id of the bus at the receiving end
 * @param kind line or transformer
 * @param rPu series resistance
 * @param xPu series reactance; may be negative
 * @param bPu total charging susceptance
 * @param tapRatio off-nominal ratio at the {@code from} end; 1 for a line
 * @param shiftDeg phase shift in degrees, positive delays the {@code to} end
 * @param ratings MVA ratings
 * @param inService whether it is switched in
 */
public record Branch(
    String id,
    String from,
    String to,
    BranchKind kind,
    double rPu,
    double xPu,
    double bPu,
    double tapRatio,
    double shiftDeg,
    Ratings ratings,
    boolean inService) {

  /**
   * Ratings in MVA; 0 means unlimited.
   *
   * @param normalMva long-term rating (MATPOWER rateA)
   * @param shortTermMva short-term rating (rateB)
   * @param emergencyMva rating after an outage (rateC)
   */
  public record Ratings(double normalMva, double shortTermMva, double emergencyMva) {
    /** No limit at all. */
    public static final Ratings UNLIMITED = new Ratings(0, 0, 0);
  }

  /** Reactances closer to 0 than this are taken as this: a bus coupler. In p.u. */
  public static final double REACTANCE_MIN_PU = 1e-6;

  /** The DC susceptance in p.u.: the flow per radian, {@code 1 / (x · tap)}. */
  public double susceptancePu() {
    double x = Math.abs(xPu) < REACTANCE_MIN_PU ? REACTANCE_MIN_PU : xPu;
    return 1 / (x * tapRatio);
  }

  /** The same branch with other ratings. */
  public Branch withRatings(Ratings changed) {
    return new Branch(id, from, to, kind, rPu, xPu, bPu, tapRatio, shiftDeg, changed, inService);
  }

  /** The branch switched in or out. */
  public Branch withInService(boolean changed) {
    return new Branch(id, from, to, kind, rPu, xPu, bPu, tapRatio, shiftDeg, ratings, changed);
  }
}
