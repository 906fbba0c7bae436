package org.gridclear.web.market.rule;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.gridclear.market.rulebase.NoSuchProposalException;
import org.gridclear.market.rulebase.ProposalShadow;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.rulebase.StaleProposalException;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.PieceStore;
import org.gridclear.validate.UnknownNameException;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.ServerSecurity;
import org.gridclear.web.market.ServedMarket;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Rules of the served market. */
@Component
class ServedRules {
  private final ServedMarket served;
  private final ServerSecurity security;

  ServedRules(ServedMarket served, ServerSecurity security) {
    this.served = served;
    this.security = security;
  }

  /**
   * The rules.
   *
   * @throws ResponseStatusException 404 if the server has no market
   */
  RuleBase rules() {
    return new RuleBase(served.folder(), Clock.systemUTC());
  }

  /** The rules of a kind that hold now, as JSON. */
  ResponseEntity<byte[]> held(String kind) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(rules().at(kind, "", Instant.now()).content());
  }

  /** Sets rules of a kind for a caller alone. */
  PieceStore.Recorded set(String kind, String text, Caller caller) {
    return rules().set(kind, text.getBytes(StandardCharsets.UTF_8), "request", caller.name());
  }

  /**
   * What proposals would have made of what there is.
   *
   * @throws ResponseStatusException 404 if the server has no market
   */
  ProposalShadow shadow() {
    return new ProposalShadow(served.folder(), served.days(), Clock.systemUTC());
  }

  /** The market's clock. */
  MarketClock clock() {
    return new MarketClock(served.folder().facts().zone());
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

  /** The answer of a question: 404 for what there is not, 409 for what holds otherwise by now. */
  static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (NoSuchProposalException | UnknownNameException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
    } catch (StaleProposalException e) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
    }
  }
}
