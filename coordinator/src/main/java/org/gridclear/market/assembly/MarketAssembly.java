package org.gridclear.market.assembly;

import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;

/** The assembly of a market folder: its registry and its declarations. */
public final class MarketAssembly {
  private MarketAssembly() {}

  /** The assembly of a market. */
  public static Assembly of(MarketFolder market) {
    return new Assembly(
        new PieceStore(market),
        new MarketClock(market.facts().zone()),
        (date, gate) -> {
          throw absent("registry");
        },
        (gate, day) -> {
          throw absent("offers");
        });
  }

  private static IllegalArgumentException absent(String part) {
    return new IllegalArgumentException(
        "This market has no %s yet; keep that of the network version: --from-network %s."
            .formatted(part, part));
  }
}
