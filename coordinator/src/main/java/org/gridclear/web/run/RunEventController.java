package org.gridclear.web.run;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunStatus;
import org.gridclear.run.Subscription;
import org.gridclear.web.answer.EventStream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Progress of runs as events. */
@RestController
@RequestMapping("/api/v1")
class RunEventController {
  private final KnownRuns known;

  RunEventController(KnownRuns known) {
    this.known = known;
  }

  /** Progress as server-sent events, one per change, until the run has ended. */
  @GetMapping(path = "/runs/{runId}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(@PathVariable String runId, HttpServletResponse response) throws IOException {
    RunHandle handle = known.handle(runId);
    SseEmitter emitter = EventStream.open(response);
    Subscription listening = handle.listen(status -> send(emitter, status));
    emitter.onCompletion(listening::close);
    emitter.onError(failure -> listening.close());
    return emitter;
  }

  /** Waits for a client that reads slowly; one that is gone is told no more. */
  private static void send(SseEmitter emitter, RunStatus status) {
    try {
      emitter.send(SseEmitter.event().name("status").data(status));
      if (status.state().ended()) {
        emitter.complete();
      }
    } catch (IOException | IllegalStateException e) {
      emitter.completeWithError(e);
    }
  }
}
