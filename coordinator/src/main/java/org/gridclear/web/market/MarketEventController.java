package org.gridclear.web.market;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.gridclear.account.Right;
import org.gridclear.market.event.MarketEvents;
import org.gridclear.web.account.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What happens in the market, as server-sent events whose ids are their numbers. */
@RestController
@RequestMapping("/api/v1/market-events")
class MarketEventController {
  private final ServedMarket served;
  private final MarketEventListeners listeners;

  MarketEventController(ServedMarket served, MarketEventListeners listeners) {
    this.served = served;
    this.listeners = listeners;
  }

  /**
   * Events after a number: {@code after}, or the id that comes in {@code Last-Event-ID}; from now
   * on where there is neither. The stream ends with what is there where it is asked for {@code
   * once}.
   */
  @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY, Right.SUPERVISE})
  SseEmitter events(
      @RequestParam(required = false) @Nullable Long after,
      @RequestParam(defaultValue = "false") boolean once,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
      HttpServletResponse response)
      throws IOException {
    MarketEvents events = new MarketEvents(served.folder(), Clock.systemUTC());
    events.catchUp();
    long from = events.from(after, last);
    return listeners.listen(events, from, once, response);
  }
}
