package org.gridclear.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.gridclear.web.account.Caller;
import org.gridclear.web.answer.EventStream;
import org.gridclear.worker.api.Daemons;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells pages and programs that something changed, so that they ask for it again. */
@RestController
@RequestMapping("/api/v1/events")
class DeskEvents {
  private final ChangeWatch watch;
  private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Daemons.pool("desk-events");

  DeskEvents(ChangeWatch watch) {
    this.watch = watch;
  }

  /**
   * Changes as server-sent events: topics, never contents. The first says what there is; it has no
   * topics if nothing changed since the event whose id comes in {@code Last-Event-ID}. It is the
   * only one where it is asked for {@code once}.
   */
  @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(
      Caller caller,
      @RequestParam(defaultValue = "false") boolean once,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
      HttpServletResponse response)
      throws IOException {
    SseEmitter emitter = EventStream.open(response);
    open.add(emitter);
    AtomicReference<Runnable> listening = new AtomicReference<>(() -> {});
    Runnable end =
        () -> {
          open.remove(emitter);
          Objects.requireNonNull(listening.get()).run();
        };
    EventStream.atEnd(emitter, end);
    if (once) {
      EventStream.send(emitter, event(first(last).forCaller(caller)), true);
      return emitter;
    }
    Listening page =
        new Listening(
            threads,
            change -> emitter.send(event(change)),
            failure -> EventStream.broken(emitter, failure));
    // It listens before it is told what there is, so that nothing is lost between the two.
    listening.set(watch.listen(change -> page.accept(change.forCaller(caller))));
    page.accept(first(last).forCaller(caller));
    return emitter;
  }

  private Change first(@Nullable String last) {
    Change now = watch.now();
    return now.id().equals(last) ? now.withoutTopics() : now;
  }

  /** Ends what pages listen to before the server ends, so that they ask again. */
  @EventListener(ContextClosedEvent.class)
  void close() {
    open.forEach(SseEmitter::complete);
  }

  private static SseEmitter.SseEventBuilder event(Change change) {
    return SseEmitter.event().id(change.id()).name("change").data(change);
  }
}
