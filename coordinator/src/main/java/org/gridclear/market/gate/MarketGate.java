package org.gridclear.market.gate;

import java.time.Clock;
import org.gridclear.market.declaration.UnitRegister;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.declaration.DeclarationStore;

/**
 * The declarations of a market folder.
 *
 * @param store what is kept
 * @param desk takes declarations
 * @param gate says what is in force
 * @param references offers that hold by default
 */
public record MarketGate(
    DeclarationStore store, DeclarationDesk desk, GateOperation gate, ReferenceOffers references) {
  /**
   * The declarations of a market.
   *
   * @param market the open folder
   * @param units who owns what
   * @param clock the time
   */
  public static MarketGate of(MarketFolder market, UnitRegister units, Clock clock) {
    DeclarationStore store = new DeclarationStore(market.database());
    DeclarationDesk desk = new DeclarationDesk(store, units, market.facts().zone(), clock);
    MarketParameters parameters = desk.parameters();
    return new MarketGate(
        store,
        desk,
        new GateOperation(store, units, parameters, clock),
        new ReferenceOffers(store, units, parameters));
  }

  /** What each market takes. */
  public MarketParameters parameters() {
    return desk.parameters();
  }
}
