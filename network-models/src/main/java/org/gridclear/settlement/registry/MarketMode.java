package org.gridclear.settlement.registry;

/** How energy is traded. */
public enum MarketMode {
  /** All energy in the spot market, contracts are financial. */
  CENTRALISED,
  /** Contracts are delivered, the spot market trades what deviates. */
  DECENTRALISED
}
