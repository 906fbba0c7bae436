package org.gridclear.web.market.payment;

import java.time.LocalDate;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.settlement.ServedProcess;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Offsets, late fees and shares of what defaulters paid since. */
@RestController
@RequestMapping("/api/v1/settlement/payments")
class OffsetController {
  private final ServedPayments served;

  OffsetController(ServedPayments served) {
    this.served = served;
  }

  /** Sets off what a member owes and is owed. */
  @PostMapping("/offsets/{member}")
  @Needs(Right.SETTLE)
  Map<String, Object> offset(Caller caller, @PathVariable String member) {
    return ServedProcess.asked(
        () -> Map.of("yuan", FixedPoint.yuan(served.desk().offset(member, caller.name()))));
  }

  /** Charges late fees up to a day that has ended. */
  @PostMapping("/late-fees")
  @Needs(Right.SETTLE)
  Map<String, Object> lateFees(Caller caller, @RequestParam LocalDate to) {
    return ServedProcess.asked(
        () -> Map.of("yuan", FixedPoint.yuan(served.desk().lateFees(to, caller.name()))));
  }

  /** Shares what defaulters paid since among those who bore the gaps. */
  @PostMapping("/share-back")
  @Needs(Right.SETTLE)
  Map<String, Object> shareBack(Caller caller) {
    return ServedProcess.asked(
        () -> Map.of("yuan", FixedPoint.yuan(served.acts().shareBack(caller.name()))));
  }
}
