package org.gridclear.web.market.publication;

import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.market.publication.Mailbox;
import org.gridclear.market.publication.MessageText;
import org.gridclear.market.publication.Recipient;
import org.gridclear.market.publication.WithdrawnException;
import org.gridclear.market.store.publication.MessageRow;
import org.gridclear.table.Table;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.market.ServedMarket;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Messages of the caller's recipient: its member, {@code regulator} or {@code operator}. Reading
 * records nothing; each message is acknowledged once, and again is the same answer.
 */
@RestController
@RequestMapping("/api/v1/messages")
class MessageController {
  private final ServedMarket served;

  MessageController(ServedMarket served) {
    this.served = served;
  }

  private Mailbox mailbox() {
    return new Mailbox(served.folder(), served.days(), Clock.systemUTC());
  }

  /** Messages after a number, at most 1000; ask again with {@code next} while there are more. */
  @GetMapping
  @Needs({Right.READ_OWN, Right.SUPERVISE, Right.OPERATE_MARKET})
  Map<String, Object> list(
      Caller caller,
      @RequestParam(defaultValue = "") String recipient,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "100") int limit) {
    Recipient whose = Callers.recipient(caller, recipient);
    Mailbox.Page page = mailbox().after(whose, caller.scope(), after, limit);
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
    return MessageText.fields(find(caller, Callers.recipient(caller, recipient), number));
  }

  private MessageRow find(Caller caller, Recipient recipient, long number) {
    return mailbox().find(recipient, caller.scope(), number).orElseThrow(() -> none(number));
  }

  private static ResponseStatusException none(long number) {
    return new ResponseStatusException(
        HttpStatus.NOT_FOUND, "There is no message %d.".formatted(number));
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
    Recipient whose = Callers.recipient(caller, recipient);
    MessageRow message = find(caller, whose, number);
    try {
      Table table = mailbox().content(whose, caller.scope(), message);
      return TableAnswer.of(table.withMoney(served.folder().facts().currency()), format);
    } catch (WithdrawnException e) {
      throw new ResponseStatusException(HttpStatus.GONE, e.getMessage(), e);
    }
  }

  /** Records that a message arrived, once; on disk before the answer. */
  @PostMapping("/{number}/acknowledgement")
  @Needs({Right.READ_OWN, Right.SUPERVISE, Right.OPERATE_MARKET})
  Map<String, Object> acknowledge(
      Caller caller, @PathVariable long number, @RequestParam(defaultValue = "") String recipient) {
    return acknowledged(caller, recipient, List.of(number)).stream()
        .findFirst()
        .orElseThrow(() -> none(number));
  }

  private List<Map<String, Object>> acknowledged(
      Caller caller, String recipient, List<Long> numbers) {
    Recipient whose = Callers.recipient(caller, recipient);
    if (whose instanceof Recipient.OfMember && caller.scope().members().all()) {
      throw new ResponseStatusException(
          HttpStatus.FORBIDDEN, "For a member acknowledges who has it named in the scope.");
    }
    return mailbox().acknowledge(whose, caller.scope(), numbers, caller.name()).stream()
        .map(MessageText::fields)
        .toList();
  }

  /**
   * Messages that arrived.
   *
   * @param numbers at most 1000; one that the recipient does not have is left out of the answer
   */
  record Arrived(List<Long> numbers) {}

  /** Records that messages arrived, each once; on disk before the answer. */
  @PostMapping(path = "/acknowledgements", consumes = "application/json")
  @Needs({Right.READ_OWN, Right.SUPERVISE, Right.OPERATE_MARKET})
  List<Map<String, Object>> acknowledgeAll(
      Caller caller,
      @RequestParam(defaultValue = "") String recipient,
      @RequestBody Arrived arrived) {
    if (arrived.numbers() == null || arrived.numbers().size() > Mailbox.LIMIT_MAX) {
      throw new IllegalArgumentException(
          "numbers must be a list of at most %d.".formatted(Mailbox.LIMIT_MAX));
    }
    return acknowledged(caller, recipient, arrived.numbers());
  }
}
