package org.gridclear.web.market.payment;

import java.io.IOException;
import org.gridclear.account.Right;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What members owe now, by the readings of intervals. */
@RestController
@RequestMapping("/api/v1/settlement/credit")
class StandingController {
  private final ServedPayments served;

  StandingController(ServedPayments served) {
    this.served = served;
  }

  /** Days of which intervals were read, and their balance. */
  @GetMapping("/standing")
  @Needs(Right.SETTLE)
  ResponseEntity<byte[]> standing(Caller caller, @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(served.payments().standing(), format);
  }
}
