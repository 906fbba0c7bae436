package org.gridclear.web.market.exchange;

import java.io.IOException;
import org.gridclear.account.Right;
import org.gridclear.market.exchange.ExchangeTables;
import org.gridclear.market.store.exchange.OutboxRow;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is handed over, and what was tried too often. */
@RestController
@RequestMapping("/api/v1/exchange")
class OutboxController {
  private final ServedExchange served;

  OutboxController(ServedExchange served) {
    this.served = served;
  }

  /** What was handed over a channel. */
  @GetMapping("/channels/{id}/outbox")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> outbox(
      Caller caller, @PathVariable String id, @RequestParam(defaultValue = "json") String format)
      throws IOException {
    String known = served.channel(id).id();
    return TableAnswer.of(
        ExchangeTables.outbox(served.outbox().store().of(known), served.clock()), format);
  }

  /** What was tried too often. */
  @GetMapping("/dead")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> dead(Caller caller, @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(
        ExchangeTables.outbox(served.outbox().store().of(OutboxRow.State.DEAD), served.clock()),
        format);
  }
}
