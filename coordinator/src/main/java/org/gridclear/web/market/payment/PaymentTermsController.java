package org.gridclear.web.market.payment;

import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.settlement.payment.PaymentState;
import org.gridclear.settlement.payment.PaymentTerms;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.settlement.ServedProcess;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Terms of payments and credit. */
@RestController
@RequestMapping("/api/v1/settlement/payments")
class PaymentTermsController {
  private final ServedPayments served;

  PaymentTermsController(ServedPayments served) {
    this.served = served;
  }

  /** Terms of payments and credit. */
  @GetMapping("/terms")
  @Needs({Right.READ_OWN, Right.SETTLE})
  PaymentTerms terms(Caller caller) {
    return served.ledger().ask(PaymentState::terms);
  }

  /** Proposes terms. */
  @PostMapping(path = "/terms", consumes = "application/json")
  @Needs(Right.SETTLE)
  Map<String, Object> proposeTerms(Caller caller, @RequestBody PaymentTerms terms) {
    return ServedProcess.asked(() -> Map.of("number", served.acts().propose(terms, caller.name())));
  }
}
