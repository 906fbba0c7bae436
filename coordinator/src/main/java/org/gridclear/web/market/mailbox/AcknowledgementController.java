package org.gridclear.web.market.mailbox;

import java.util.List;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.market.publication.Mailbox;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Messages of the caller's recipient are acknowledged once, and again is the same answer. */
@RestController
@RequestMapping("/api/v1/messages")
class AcknowledgementController {
  private final ServedMailbox served;

  AcknowledgementController(ServedMailbox served) {
    this.served = served;
  }

  /** Records that a message arrived, once; on disk before the answer. */
  @PostMapping("/{number}/acknowledgement")
  @Needs({Right.READ_OWN, Right.SUPERVISE, Right.OPERATE_MARKET})
  Map<String, Object> acknowledge(
      Caller caller, @PathVariable long number, @RequestParam(defaultValue = "") String recipient) {
    return served.acknowledged(caller, recipient, List.of(number)).stream()
        .findFirst()
        .orElseThrow(() -> ServedMailbox.none(number));
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
    return served.acknowledged(caller, recipient, arrived.numbers());
  }
}
