package org.gridclear.web.market.payment;

import java.io.IOException;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.settlement.payment.PaymentEvent;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.market.settlement.ServedProcess;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Guarantees and deposits of those who pay. */
@RestController
@RequestMapping("/api/v1/settlement/credit")
class GuaranteeController {
  private final ServedPayments served;

  GuaranteeController(ServedPayments served) {
    this.served = served;
  }

  /** Guarantees and what is left of them. */
  @GetMapping("/guarantees")
  @Needs({Right.READ_OWN, Right.SETTLE})
  ResponseEntity<byte[]> guarantees(
      Caller caller, @RequestParam(defaultValue = "json") String format) throws IOException {
    return TableAnswer.of(served.payments().guarantees(ServedProcess.sees(caller)), format);
  }

  /** Notes a guarantee that a member gave. */
  @PostMapping(path = "/guarantees", consumes = "application/json")
  @Needs(Right.SETTLE)
  Map<String, Object> guarantee(Caller caller, @RequestBody WantedGuarantee given) {
    if (given.member() == null || given.kind() == null || given.from() == null) {
      throw new IllegalArgumentException("Give member, kind, yuan and from.");
    }
    PaymentEvent.GuaranteeGiven event =
        new PaymentEvent.GuaranteeGiven(
            given.member(),
            given.kind(),
            YuanField.milliYuan("yuan", given.yuan()),
            given.from(),
            given.to(),
            given.note() == null ? "" : given.note());
    return ServedProcess.asked(
        () -> Map.of("number", served.desk().guarantee(event, caller.name())));
  }
}
