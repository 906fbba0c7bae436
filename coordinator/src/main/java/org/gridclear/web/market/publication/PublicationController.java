package org.gridclear.web.market.publication;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.publication.Mailbox;
import org.gridclear.market.publication.MessageText;
import org.gridclear.market.publication.Recipient;
import org.gridclear.market.publication.WithdrawnException;
import org.gridclear.market.store.publication.PublicationRow;
import org.gridclear.table.Table;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.market.ServedMarket;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What was published, as far as the caller's recipient may read it. */
@RestController
@RequestMapping("/api/v1/publications")
class PublicationController {
  private final ServedMarket served;

  PublicationController(ServedMarket served) {
    this.served = served;
  }

  private Mailbox mailbox() {
    return new Mailbox(served.folder(), served.days(), Clock.systemUTC());
  }

  /** Publications of trading dates, by their number. */
  @GetMapping
  @Needs({Right.READ_OWN, Right.SUPERVISE, Right.OPERATE_MARKET})
  List<Map<String, Object>> list(
      Caller caller,
      @RequestParam(defaultValue = "") String recipient,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String market) {
    if (!market.isEmpty()) {
      DayKey.market(market);
    }
    Recipient whose = Callers.recipient(caller, recipient, served.folder());
    return mailbox().publications(whose, caller.scope(), from, to, kind).stream()
        .filter(row -> market.isEmpty() || row.subject().market().equals(market))
        .map(MessageText::fields)
        .toList();
  }

  /** The rows of a publication; 410 if they were withdrawn. */
  @GetMapping("/{number}/rows")
  @Needs({Right.READ_OWN, Right.SUPERVISE, Right.OPERATE_MARKET})
  ResponseEntity<byte[]> rows(
      Caller caller,
      @PathVariable long number,
      @RequestParam(defaultValue = "") String recipient,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    Recipient whose = Callers.recipient(caller, recipient, served.folder());
    PublicationRow row =
        mailbox()
            .publication(whose, caller.scope(), number)
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no publication %d.".formatted(number)));
    try {
      Table table = mailbox().content(whose, caller.scope(), row);
      return TableAnswer.of(table.withMoney(served.folder().facts().currency()), format);
    } catch (WithdrawnException e) {
      throw new ResponseStatusException(HttpStatus.GONE, e.getMessage(), e);
    }
  }
}
