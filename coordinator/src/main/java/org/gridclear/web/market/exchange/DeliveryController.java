package org.gridclear.web.market.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What channels wait for is delivered, and tried again. */
@RestController
@RequestMapping("/api/v1/exchange")
class DeliveryController {
  private final ServedExchange served;

  DeliveryController(ServedExchange served) {
    this.served = served;
  }

  /** Collects what channels wait for, and delivers what is due. */
  @PostMapping("/sending")
  @Needs(Right.OPERATE_MARKET)
  List<Map<String, Object>> send(
      Caller caller, @RequestParam LocalDate from, @RequestParam LocalDate to) {
    served.collecting().run(from, to, caller.name());
    return served.outbox().send().stream().map(ServedExchange::fields).toList();
  }

  /** Lets what is dead be tried again by the next sending. */
  @PostMapping("/outbox/{number}/replay")
  @Needs(Right.OPERATE_MARKET)
  Map<String, Object> replay(Caller caller, @PathVariable long number) {
    return ServedExchange.fields(served.outbox().replay(number));
  }
}
