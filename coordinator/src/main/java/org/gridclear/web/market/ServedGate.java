package org.gridclear.web.market;

import java.time.Clock;
import java.util.Optional;
import org.gridclear.market.gate.Declarant;
import org.gridclear.market.gate.MarketGate;
import org.gridclear.market.gate.RegisteredUnits;
import org.gridclear.web.account.Caller;
import org.springframework.stereotype.Component;

/**
 * The declarations of the served market: one desk, so that what comes at once is written at once.
 */
@Component
class ServedGate {
  private final ServedMarket served;
  private final Optional<MarketGate> gate;

  ServedGate(ServedMarket served) {
    this.served = served;
    this.gate =
        served
            .served()
            .map(
                market ->
                    MarketGate.of(
                        market, RegisteredUnits.of(market, Clock.systemUTC()), Clock.systemUTC()));
  }

  /**
   * The declarations.
   *
   * @throws org.springframework.web.server.ResponseStatusException 404 if the server has no market
   */
  MarketGate gate() {
    served.folder();
    return gate.orElseThrow();
  }

  /** The caller as one who declares, or reads what was declared. */
  static Declarant by(Caller caller) {
    return new Declarant(caller.name(), caller.scope());
  }
}
