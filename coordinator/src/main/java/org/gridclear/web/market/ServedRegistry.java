package org.gridclear.web.market;

import java.time.Clock;
import java.util.Optional;
import org.gridclear.account.Actor;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.validate.NearestName;
import org.gridclear.web.account.ServerSecurity;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The registry of the served market. */
@Component
class ServedRegistry {
  private final ServedMarket served;
  private final ServerSecurity security;
  private final Optional<MarketRegistry> registry;

  ServedRegistry(ServedMarket served, ServerSecurity security) {
    this.served = served;
    this.security = security;
    this.registry = served.served().map(market -> new MarketRegistry(market, Clock.systemUTC()));
  }

  /**
   * The registry.
   *
   * @throws ResponseStatusException 404 if the server has no market
   */
  MarketRegistry open() {
    return registry.orElseGet(() -> new MarketRegistry(served.folder(), Clock.systemUTC()));
  }

  /**
   * That who proposed has an account here: a name that was typed may be anybody's.
   *
   * @throws IllegalArgumentException if it is none; never without accounts
   */
  void requireAccount(String name) {
    boolean known =
        !security.closed()
            || security.accounts().all().stream().anyMatch(a -> Actor.same(a.name(), name));
    if (!known) {
      throw new IllegalArgumentException(
          "It was proposed by '%s', who has no account here: let an account propose it again."
              .formatted(name));
    }
  }

  /** The kind of a label in an address. */
  static EntryKind kind(String label) {
    return EntryKind.of(label)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "There is no kind %s. %s"
                        .formatted(label, NearestName.advice(label, EntryKind.labels()))));
  }
}
