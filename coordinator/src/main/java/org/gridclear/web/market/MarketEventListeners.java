package org.gridclear.web.market;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.gridclear.market.event.MarketEvents;
import org.gridclear.market.store.event.EventRow;
import org.gridclear.web.answer.EventStream;
import org.gridclear.worker.api.Daemons;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Who listens to the events of the market; each has a thread that tells it. */
@Component
class MarketEventListeners {
  private static final long LOOK_MILLIS = 1_000;
  private static final int AT_ONCE = 500;
  private static final int LISTENERS_MAX = 100;

  private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Daemons.pool("market-events");

  /**
   * A listener more.
   *
   * @param from number after which it hears events
   * @param once whether its stream ends with what is there
   * @param response the answer, whose headers go out here
   * @throws ResponseStatusException 503 if there are as many as there may be
   * @throws IOException if who asked is gone
   */
  SseEmitter listen(MarketEvents events, long from, boolean once, HttpServletResponse response)
      throws IOException {
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
