package org.gridclear.web.run;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gridclear.run.RunHandle;
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
    // A client that reads slowly is waited for.
    Subscription listening =
        handle.listen(
            status ->
                EventStream.send(
                    emitter,
                    SseEmitter.event().name("status").data(status),
                    status.state().ended()));
    EventStream.atEnd(emitter, listening::close);
    return emitter;
  }
}
