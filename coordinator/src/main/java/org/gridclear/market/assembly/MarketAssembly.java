package org.gridclear.market.assembly;

import java.time.Clock;
import org.gridclear.market.gate.MarketGate;
import org.gridclear.market.gate.RegisteredUnits;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;

/** The assembly of a market folder: its registry and its declarations. */
public final class MarketAssembly {
  private MarketAssembly() {}

  /** The assembly of a market. */
  public static Assembly of(MarketFolder market, Clock clock) {
    return new Assembly(
        new PieceStore(market),
        new MarketClock(market.facts().zone()),
        new RegisteredOnDate(new MarketRegistry(market, clock), market.content()),
        new DeclaredOffers(MarketGate.of(market, RegisteredUnits.of(market, clock), clock)));
  }
}
