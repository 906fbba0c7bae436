package org.gridclear.web.market.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.gridclear.account.Right;
import org.gridclear.market.exchange.ExchangeTables;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.store.PieceStore;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Channels to other systems; addresses are set here and nowhere else. */
@RestController
@RequestMapping("/api/v1/exchange")
class ChannelController {
  private final ServedExchange served;

  ChannelController(ServedExchange served) {
    this.served = served;
  }

  /** The channels. */
  @GetMapping("/channels")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> channels(Caller caller, @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(ExchangeTables.channels(served.outbox().channels().all()), format);
  }

  /** Sets all channels, as docs/market-day.md shows them; earlier versions stay. */
  @PutMapping(path = "/channels", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  PieceStore.Recorded set(Caller caller, @RequestBody String text) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return served
        .outbox()
        .channels()
        .set(text.getBytes(StandardCharsets.UTF_8), "request", new Recording(caller.name(), now));
  }
}
