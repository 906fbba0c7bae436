package org.gridclear.web.market.mailbox;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.gridclear.market.publication.Mailbox;
import org.gridclear.market.publication.MessageText;
import org.gridclear.market.publication.Recipient;
import org.gridclear.market.store.publication.MessageRow;
import org.gridclear.web.account.Caller;
import org.gridclear.web.market.ServedMarket;
import org.gridclear.web.market.publication.Callers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Messages of the served market. */
@Component
class ServedMailbox {
  private final ServedMarket served;

  ServedMailbox(ServedMarket served) {
    this.served = served;
  }

  Mailbox mailbox() {
    return new Mailbox(served.folder(), served.days(), Clock.systemUTC());
  }

  MessageRow find(Caller caller, Recipient recipient, long number) {
    return mailbox().find(recipient, caller.scope(), number).orElseThrow(() -> none(number));
  }

  static ResponseStatusException none(long number) {
    return new ResponseStatusException(
        HttpStatus.NOT_FOUND, "There is no message %d.".formatted(number));
  }

  List<Map<String, Object>> acknowledged(Caller caller, String recipient, List<Long> numbers) {
    Recipient whose = recipient(caller, recipient);
    if (whose instanceof Recipient.OfMember && caller.scope().members().all()) {
      throw new ResponseStatusException(
          HttpStatus.FORBIDDEN, "For a member acknowledges who has it named in the scope.");
    }
    return mailbox().acknowledge(whose, caller.scope(), numbers, caller.name()).stream()
        .map(MessageText::fields)
        .toList();
  }

  String currency() {
    return served.folder().facts().currency();
  }

  /** For whom a caller asks, as {@link Callers} says. */
  Recipient recipient(Caller caller, String asked) {
    return Callers.recipient(caller, asked, served.folder());
  }
}
