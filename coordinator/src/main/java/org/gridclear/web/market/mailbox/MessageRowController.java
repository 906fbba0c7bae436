package org.gridclear.web.market.mailbox;

import java.io.IOException;
import org.gridclear.account.Right;
import org.gridclear.market.publication.Recipient;
import org.gridclear.market.publication.WithdrawnException;
import org.gridclear.market.store.publication.MessageRow;
import org.gridclear.table.Table;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Rows of messages of the caller's recipient. */
@RestController
@RequestMapping("/api/v1/messages")
class MessageRowController {
  private final ServedMailbox served;

  MessageRowController(ServedMailbox served) {
    this.served = served;
  }

  /** The rows of a message; 410 if they were withdrawn. */
  @GetMapping("/{number}/rows")
  @Needs({Right.READ_OWN, Right.SUPERVISE, Right.OPERATE_MARKET})
  ResponseEntity<byte[]> rows(
      Caller caller,
      @PathVariable long number,
      @RequestParam(defaultValue = "") String recipient,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    Recipient whose = served.recipient(caller, recipient);
    MessageRow message = served.find(caller, whose, number);
    try {
      Table table = served.mailbox().content(whose, caller.scope(), message);
      return TableAnswer.of(table.withMoney(served.currency()), format);
    } catch (WithdrawnException e) {
      throw new ResponseStatusException(HttpStatus.GONE, e.getMessage(), e);
    }
  }
}
