package org.gridclear.web.market.payment;

import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.settlement.ServedProcess;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Guarantees are given back. */
@RestController
@RequestMapping("/api/v1/settlement/credit")
class GuaranteeReturnController {
  private final ServedPayments served;

  GuaranteeReturnController(ServedPayments served) {
    this.served = served;
  }

  /** How much. */
  record Amount(@Nullable String yuan) {}

  /** Gives a guarantee back, in whole or in part. */
  @PostMapping(path = "/guarantees/{number}/return", consumes = "application/json")
  @Needs(Right.SETTLE)
  Map<String, Object> giveBack(
      Caller caller, @PathVariable long number, @RequestBody Amount amount) {
    long milliYuan = YuanField.milliYuan("yuan", amount.yuan());
    return ServedProcess.asked(
        () -> {
          served.desk().giveBack(number, milliYuan, caller.name());
          return Map.of("number", number);
        });
  }
}
