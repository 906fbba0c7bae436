package org.gridclear.market.assembly;

import java.util.Locale;

/** What may stand as the network version has it, where that is asked for by name. */
public enum NetworkPart {
  /** Loads of buses. */
  LOADS,
  /** Forecasts of units that follow wind, sun or water. */
  RENEWABLES,
  /** Schedules of interchanges. */
  TIE_LINES,
  /** State of units and levels of storages before the first period. */
  STATE,
  /** Which units, storages and loads are in the market. */
  REGISTRY,
  /** Offers. */
  OFFERS;

  /** Name in commands. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
