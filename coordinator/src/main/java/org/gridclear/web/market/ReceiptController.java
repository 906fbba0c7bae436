package org.gridclear.web.market;

import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.market.gate.KeptAnswer;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What was told to who declared, by its number. */
@RestController
@RequestMapping("/api/v1/markets/{market}")
class ReceiptController {
  private final ServedGate served;

  ReceiptController(ServedGate served) {
    this.served = served;
  }

  /** A receipt with what was declared, or a refusal with its reasons, by number. */
  @GetMapping("/receipts/{number}")
  @Needs({Right.DECLARE, Right.READ_OWN, Right.READ_DECLARATIONS})
  Map<String, Object> receipt(
      Caller caller, @PathVariable String market, @PathVariable long number) {
    return KeptAnswer.of(served.gate().desk(), ServedGate.by(caller), market, number)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "There is no receipt %d.".formatted(number)));
  }
}
