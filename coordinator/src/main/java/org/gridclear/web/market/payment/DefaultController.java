package org.gridclear.web.market.payment;

import java.time.YearMonth;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.settlement.ServedProcess;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Defaults of members are proposed. */
@RestController
@RequestMapping("/api/v1/settlement/payments")
class DefaultController {
  private final ServedPayments served;

  DefaultController(ServedPayments served) {
    this.served = served;
  }

  /** Proposes the default of a member on a month. */
  @PostMapping("/defaults/{member}")
  @Needs(Right.SETTLE)
  Map<String, Object> proposeDefault(
      Caller caller, @PathVariable String member, @RequestParam YearMonth month) {
    return ServedProcess.asked(
        () ->
            Map.of("number", served.acts().proposeDefault(member, month.atDay(1), caller.name())));
  }
}
