package org.gridclear.web.market.exchange;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.market.exchange.Inbox;
import org.gridclear.market.store.exchange.InboxRow;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Envelopes and receipts of partners. */
@RestController
@RequestMapping("/api/v1/exchange")
class EnvelopeController {
  private final ServedExchange served;

  EnvelopeController(ServedExchange served) {
    this.served = served;
  }

  /**
   * Takes an envelope that is signed with the channel's secret, once by its id; the same again has
   * the same answer. 422: it is here and cannot be used.
   */
  @PostMapping(path = "/channels/{id}/inbox", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<Map<String, Object>> receive(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = "X-Gridclear-Time", defaultValue = "0") long seconds,
      @RequestHeader(name = "X-Gridclear-Signature", defaultValue = "") String signature,
      @RequestBody byte[] body) {
    Inbox.Received received =
        served.inbox().call(served.channel(id), body, seconds, signature, caller.name());
    boolean taken = received.row().state() == InboxRow.State.TAKEN;
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("channel", received.row().channel());
    fields.put("id", received.row().id());
    fields.put("sequence", received.row().sequence());
    fields.put("state", received.row().state().name().toLowerCase(Locale.ROOT));
    fields.put("said", received.row().said());
    fields.put("receivedAt", received.row().at().toString());
    return ResponseEntity.status(taken ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .body(fields);
  }
}
