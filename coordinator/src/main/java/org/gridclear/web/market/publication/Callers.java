package org.gridclear.web.market.publication;

import java.time.Clock;
import java.util.SortedSet;
import org.gridclear.account.Right;
import org.gridclear.market.publication.Mailbox;
import org.gridclear.market.publication.Recipient;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.validate.UnknownNameException;
import org.gridclear.web.account.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** For whom a caller asks. */
public final class Callers {
  private Callers() {}

  /**
   * The recipient that a caller names, or the only one that it is.
   *
   * @param asked {@code member:ID}, {@code regulator}, {@code operator}; "" for the caller's own
   * @throws ResponseStatusException 404 if it is none of the caller's; 400 if one has to be named
   */
  public static Recipient recipient(Caller caller, String asked, MarketFolder market) {
    Recipient recipient = asked.isEmpty() ? own(caller) : Recipient.of(asked);
    if (!caller.may(recipient.right()) || !recipient.within(caller.scope())) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "There is no recipient %s.".formatted(recipient.text()));
    }
    if (caller.scope().members().all()) {
      known(recipient, market);
    }
    return recipient;
  }

  private static void known(Recipient recipient, MarketFolder market) {
    try {
      Mailbox.requireKnown(market, recipient, Clock.systemUTC());
    } catch (UnknownNameException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
    }
  }

  private static Recipient own(Caller caller) {
    SortedSet<String> members = caller.scope().members().ids();
    if (members.size() == 1) {
      return new Recipient.OfMember(members.first());
    }
    if (caller.scope().isAll() && caller.may(Right.OPERATE_MARKET)) {
      return new Recipient.Operator();
    }
    if (caller.scope().isAll() && caller.may(Right.SUPERVISE)) {
      return new Recipient.Regulator();
    }
    throw new IllegalArgumentException("Name the recipient: member:ID, regulator or operator.");
  }
}
