package org.gridclear.web.market.exchange;

import java.io.IOException;
import org.gridclear.account.Right;
import org.gridclear.market.exchange.ExchangeTables;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Exchange with other systems, for whoever operates the market, and for the accounts of partners
 * that have the same right. Addresses are set here and nowhere else.
 */
@RestController
@RequestMapping("/api/v1/exchange")
class ExchangeController {
  private final ServedExchange served;

  ExchangeController(ServedExchange served) {
    this.served = served;
  }

  /** What came over all channels. */
  @GetMapping("/inbox")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> inbox(Caller caller, @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(
        ExchangeTables.inbox(served.outbox().store().inbox(), served.clock()), format);
  }
}
