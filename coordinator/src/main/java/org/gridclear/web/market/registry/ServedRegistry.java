package org.gridclear.web.market.registry;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.gridclear.account.Right;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.registry.MarketRegistry.Revision;
import org.gridclear.market.registry.VisibleRecords;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.validate.Issue;
import org.gridclear.validate.NearestName;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.ServerSecurity;
import org.gridclear.web.market.ServedMarket;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The registry of the served market. */
@Component
public class ServedRegistry {
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
  public MarketRegistry open() {
    return registry.orElseGet(() -> new MarketRegistry(served.folder(), Clock.systemUTC()));
  }

  /**
   * That who proposed has an account here: a name that was typed may be anybody's.
   *
   * @throws IllegalArgumentException if it is none; never without accounts
   */
  void requireAccount(String name) {
    if (!security.knows(name)) {
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

  /** A revision; the last for null. */
  Revision at(@Nullable Long revision) {
    return RegistryErrors.asked(
        () -> open().at(revision == null ? OptionalLong.empty() : OptionalLong.of(revision)));
  }

  /** What of a revision a caller may see. */
  static VisibleRecords seen(Revision revision, Caller caller) {
    boolean owned =
        caller.may(Right.READ_OWN)
            || caller.may(Right.MANAGE_REGISTRY)
            || caller.may(Right.APPROVE_REGISTRY);
    return new VisibleRecords(revision.state(), caller.scope(), owned);
  }

  /** That a caller sees all; 403 if not. */
  static void seesAll(Caller caller) {
    if (!caller.scope().isAll()) {
      throw new ResponseStatusException(
          HttpStatus.FORBIDDEN, "Changes of the registry are for accounts that see all of it.");
    }
  }

  /** Issues as lines. */
  static List<String> lines(List<Issue> issues) {
    return issues.stream().map(Issue::line).toList();
  }
}
