package org.gridclear.market.declaration;

/**
 * What a user buys at which price (A-29, GAP-01), beyond what is in the load forecast.
 *
 * @param segments steps of quantity whose prices do not rise
 */
public record DemandBid(StepCurves segments) implements Terms {
  /** Name of the kind in files. */
  public static final String KIND = "demand";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean fits(UnitKind unit) {
    return unit == UnitKind.DEMAND;
  }

  @Override
  public DemandBid in(int[] periods) {
    return new DemandBid(segments.in(periods));
  }
}
