package org.gridclear.web.market.mailbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.market.publication.Mailbox;
import org.gridclear.market.publication.MessageText;
import org.gridclear.market.publication.Recipient;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Messages of the caller's recipient: its member, {@code regulator} or {@code operator}. Reading
 * records nothing; each message is acknowledged once, and again is the same answer.
 */
@RestController
@RequestMapping("/api/v1/messages")
class MessageController {
  private final ServedMailbox served;

  MessageController(ServedMailbox served) {
    this.served = served;
  }

  /** Messages after a number, at most 1000; ask again with {@code next} while there are more. */
  @GetMapping
  @Needs({Right.READ_OWN, Right.SUPERVISE, Right.OPERATE_MARKET})
  Map<String, Object> list(
      Caller caller,
      @RequestParam(defaultValue = "") String recipient,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "100") int limit) {
    Recipient whose = served.recipient(caller, recipient);
    Mailbox.Page page = served.mailbox().after(whose, caller.scope(), after, limit);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("recipient", whose.text());
    answer.put("messages", page.messages().stream().map(MessageText::fields).toList());
    answer.put("next", page.next());
    answer.put("more", page.more());
    return answer;
  }

  /** A message. */
  @GetMapping("/{number}")
  @Needs({Right.READ_OWN, Right.SUPERVISE, Right.OPERATE_MARKET})
  Map<String, Object> show(
      Caller caller, @PathVariable long number, @RequestParam(defaultValue = "") String recipient) {
    return MessageText.fields(served.find(caller, served.recipient(caller, recipient), number));
  }
}
