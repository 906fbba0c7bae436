package org.gridclear.market.declaration;

/** What can be declared for. */
public enum UnitKind {
  THERMAL(true),
  /** Dispatched like a thermal unit, or run-of-river. */
  HYDRO(true),
  /** Wind and solar. */
  RENEWABLE(false),
  STORAGE(true),
  /** A user or a load that bids. */
  DEMAND(false);

  private final boolean mustOffer;

  UnitKind(boolean mustOffer) {
    this.mustOffer = mustOffer;
  }

  /**
   * Whether a market day needs an offer of each. Without one a renewable unit follows its forecast,
   * and a load is in the forecast of the load.
   */
  public boolean mustOffer() {
    return mustOffer;
  }
}
