package org.gridclear.market.declaration;

/** What can be declared for. */
public enum UnitKind {
  THERMAL(true),
  RENEWABLE(true),
  STORAGE(true),
  /** A user or a load that bids. */
  DEMAND(false);

  private final boolean mustOffer;

  UnitKind(boolean mustOffer) {
    this.mustOffer = mustOffer;
  }

  /** Whether a market day needs an offer of each; a load that does not bid is in the forecast. */
  public boolean mustOffer() {
    return mustOffer;
  }
}
