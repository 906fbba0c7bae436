package org.gridclear.monitoring.conduct;

/**
 * Holds prices with an owner's offers against those with its references (EQ-14): the impact fails
 * where the difference is above a share of the price with references, or above an amount if that is
 * less.
 *
 * @param share share of the price with references
 * @param yuanPerMwh at most this
 */
public record ImpactTest(double share, double yuanPerMwh) {
  /** 200 % or 100 yuan/MWh. */
  public static final ImpactTest DEFAULT = new ImpactTest(2, 100);

  public ImpactTest {
    if (!(share >= 0 && yuanPerMwh >= 0)) {
      throw new IllegalArgumentException("Thresholds of impact must be 0 or more.");
    }
  }

  /** How much higher a price may be. */
  public double allowed(double referenceYuanPerMwh) {
    return Math.min(share * Math.abs(referenceYuanPerMwh), yuanPerMwh);
  }

  /** Whether a price fails against the one with references. */
  public boolean fails(double offeredYuanPerMwh, double referenceYuanPerMwh) {
    return offeredYuanPerMwh - referenceYuanPerMwh > allowed(referenceYuanPerMwh);
  }
}
