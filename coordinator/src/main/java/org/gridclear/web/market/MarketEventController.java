package org.gridclear.web.market;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.gridclear.account.Right;
import org.gridclear.market.event.MarketEvents;
import org.gridclear.market.store.event.EventRow;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.EventStream;
import org.gridclear.worker.api.Daemons;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What happens in the market, as server-sent events whose ids are their numbers. */
@RestController
@RequestMapping("/api/v1/market-events")
class MarketEventController {
  private static final long LOOK_MILLIS = 1_000;
  private static final int AT_ONCE = 500;
  private static final int LISTENERS_MAX = 100;

  private final ServedMarket served;
  private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Daemons.pool("market-events");

  MarketEventController(ServedMarket served) {
    this.served = served;
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
    if (open.size() >= LISTENERS_MAX) {
      throw new ResponseStatusException(
          HttpStatus.SERVICE_UNAVAILABLE, "There are %d listeners.".formatted(open.size()));
    }
    SseEmitter emitter = EventStream.open(response);
    open.add(emitter);
    EventStream.atEnd(emitter, () -> open.remove(emitter));
    try {
      threads.execute(() -> tell(emitter, events, from, once));
    } catch (RejectedExecutionException e) {
      emitter.complete();
    }
    return emitter;
  }

  private void tell(SseEmitter emitter, MarketEvents events, long from, boolean once) {
    long number = from;
    try {
      while (open.contains(emitter)) {
        List<EventRow> found = events.after(number, AT_ONCE);
        for (EventRow event : found) {
          number = event.number();
          emitter.send(SseEmitter.event().id(Long.toString(number)).name(event.kind()).data(event));
        }
        if (found.isEmpty()) {
          if (once) {
            emitter.complete();
            return;
          }
          Thread.sleep(LOOK_MILLIS);
          events.catchUp();
        }
      }
    } catch (IOException | RuntimeException e) {
      EventStream.broken(emitter, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      emitter.complete();
    } finally {
      open.remove(emitter);
    }
  }

  /** Ends what is listened to before the server ends, so that it is asked for again. */
  @EventListener(ContextClosedEvent.class)
  void close() {
    List.copyOf(open)
        .forEach(
            emitter -> {
              open.remove(emitter);
              emitter.complete();
            });
    threads.shutdownNow();
  }
}
