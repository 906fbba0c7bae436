package org.gridclear.web.market.exchange;

import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What partners did with something. */
@RestController
@RequestMapping("/api/v1/exchange")
class PartnerReceiptController {
  private final ServedExchange served;

  PartnerReceiptController(ServedExchange served) {
    this.served = served;
  }

  /** Records what the partner did with something, once. */
  @PostMapping(path = "/channels/{id}/receipts", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  Map<String, Object> receipt(
      Caller caller, @PathVariable String id, @RequestBody EnvelopeReceipt receipt) {
    if (receipt.id() == null || receipt.said() == null) {
      throw new IllegalArgumentException("Give id and said.");
    }
    return ServedExchange.fields(
        served.outbox().receipt(served.channel(id), receipt.id(), receipt.said()));
  }
}
