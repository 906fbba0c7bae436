package org.gridclear.monitoring.conduct;

/**
 * By how much an offer may lie above its reference (EQ-14): by a share of the reference, and not by
 * more than an amount. The defaults follow US practice; they are the rule maker's to set.
 *
 * @param energyShare share of the reference price of a segment
 * @param energyYuanPerMwh at most this
 * @param startShare share of the reference cost of a start
 * @param noLoadShare share of the reference cost of running at least output
 */
public record ConductThresholds(
    double energyShare, double energyYuanPerMwh, double startShare, double noLoadShare) {
  /** 300 % or 100 yuan/MWh for energy, 200 % for a start, 300 % for running at least output. */
  public static final ConductThresholds DEFAULT = new ConductThresholds(3, 100, 2, 3);

  public ConductThresholds {
    if (!(energyShare >= 0 && energyYuanPerMwh >= 0 && startShare >= 0 && noLoadShare >= 0)) {
      throw new IllegalArgumentException("Thresholds of conduct must be 0 or more.");
    }
  }

  double energyYuanPerMwh(double reference) {
    return reference + Math.min(energyShare * Math.abs(reference), energyYuanPerMwh);
  }
}
