package org.gridclear.web.market.payment;

import java.io.IOException;
import org.gridclear.account.Right;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.market.settlement.ServedProcess;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Invoices, payments and defaults: a member sees what is its own. */
@RestController
@RequestMapping("/api/v1/settlement/payments")
class PaymentController {
  private final ServedPayments served;

  PaymentController(ServedPayments served) {
    this.served = served;
  }

  /** What members owe and are owed, and what is open of it. */
  @GetMapping("/items")
  @Needs({Right.READ_OWN, Right.SETTLE})
  ResponseEntity<byte[]> items(
      Caller caller,
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(served.payments().items(ServedProcess.sees(caller), open), format);
  }

  /** Balances of all accounts; they add up to 0. */
  @GetMapping("/balances")
  @Needs(Right.SETTLE)
  ResponseEntity<byte[]> balances(Caller caller, @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(served.payments().balances(), format);
  }

  /** Defaults with their sums, and what of them falls on the members that the caller sees. */
  @GetMapping("/defaults")
  @Needs({Right.READ_OWN, Right.SETTLE})
  ResponseEntity<byte[]> defaults(Caller caller, @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(served.payments().defaults(ServedProcess.sees(caller)), format);
  }
}
