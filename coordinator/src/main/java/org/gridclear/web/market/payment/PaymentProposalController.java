package org.gridclear.web.market.payment;

import java.io.IOException;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.answer.Verdict;
import org.gridclear.web.market.settlement.ServedProcess;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was proposed of payments and credit, and its decision by another account. */
@RestController
@RequestMapping("/api/v1/settlement/payments")
class PaymentProposalController {
  private final ServedPayments served;

  PaymentProposalController(ServedPayments served) {
    this.served = served;
  }

  /** Proposals by number, those that are open alone unless all are asked for. */
  @GetMapping("/proposals")
  @Needs(Right.SETTLE)
  ResponseEntity<byte[]> proposals(
      Caller caller,
      @RequestParam(defaultValue = "true") boolean open,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(served.payments().proposals(open), format);
  }

  /** Approves or rejects a proposal of another account. */
  @PostMapping(path = "/proposals/{number}/decision", consumes = "application/json")
  @Needs(Right.SETTLE)
  Map<String, Object> decide(
      Caller caller, @PathVariable long number, @RequestBody Verdict verdict) {
    boolean approved = verdict.isApproved();
    return ServedProcess.asked(
        () -> {
          served.requireAccount(served.acts().proposal(number).by());
          served.acts().decide(number, approved, verdict.why(), caller.name());
          return Map.of("number", number, "state", String.valueOf(verdict.decision()));
        });
  }
}
