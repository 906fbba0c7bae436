package org.gridclear.web.market.payment;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.settlement.payment.PaymentEvent;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.market.settlement.ServedProcess;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Guarantees and deposits of those who pay. */
@RestController
@RequestMapping("/api/v1/settlement/credit")
class GuaranteeController {
  private final ServedProcess served;

  GuaranteeController(ServedProcess served) {
    this.served = served;
  }

  /** Guarantees and what is left of them. */
  @GetMapping("/guarantees")
  @Needs({Right.READ_OWN, Right.SETTLE})
  ResponseEntity<byte[]> guarantees(
      Caller caller, @RequestParam(defaultValue = "json") String format) throws IOException {
    return TableAnswer.of(served.payments().guarantees(ServedProcess.sees(caller)), format);
  }

  /**
   * A guarantee.
   *
   * @param member the member
   * @param kind CASH, BANK_GUARANTEE, UNSECURED or OTHER
   * @param yuan amount
   * @param from first day
   * @param to last day; null for no end
   * @param note what it is
   */
  record Given(
      @Nullable String member,
      PaymentEvent.@Nullable Guarantee kind,
      @Nullable String yuan,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String note) {}

  /** Notes a guarantee that a member gave. */
  @PostMapping(path = "/guarantees", consumes = "application/json")
  @Needs(Right.SETTLE)
  Map<String, Object> guarantee(Caller caller, @RequestBody Given given) {
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
