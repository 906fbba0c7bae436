package org.gridclear.web.market.payment;

import java.io.IOException;
import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.settlement.payment.Credit;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.market.settlement.ServedProcess;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Ratings, guarantees, deposits and exposure: a member sees its own. */
@RestController
@RequestMapping("/api/v1/settlement/credit")
class CreditController {
  private final ServedPayments served;

  CreditController(ServedPayments served) {
    this.served = served;
  }

  /** Deposits and exposure of rated members, as of now. */
  @GetMapping
  @Needs({Right.READ_OWN, Right.SETTLE})
  ResponseEntity<byte[]> show(Caller caller, @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(served.payments().credit(ServedProcess.sees(caller)), format);
  }

  /** Tells members whose deposit is short, with a deadline. */
  @PostMapping("/telling")
  @Needs(Right.SETTLE)
  List<String> tell(Caller caller) {
    return ServedProcess.asked(() -> new Credit(served.ledger()).tell(caller.name()));
  }
}
