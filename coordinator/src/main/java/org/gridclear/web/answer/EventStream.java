package org.gridclear.web.answer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Server-sent events that other threads send. */
public final class EventStream {
  private EventStream() {}

  /**
   * A stream without end of its own. Its headers go out here, by the thread of the request: what
   * filters add to them when they return would else meet the first event of another thread, and an
   * answer's headers are made for one thread (seen with Tomcat 11 as status 500).
   *
   * @throws IOException if who asked is gone
   */
  public static SseEmitter open(HttpServletResponse response) throws IOException {
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.flushBuffer();
    return new SseEmitter(0L);
  }

  /** Does what belongs to the end of a stream, however it ends. */
  public static void atEnd(SseEmitter stream, Runnable end) {
    stream.onCompletion(end);
    stream.onError(failure -> end.run());
  }

  /** Sends an event and ends after the last one; who is gone is told no more. */
  public static void send(SseEmitter stream, SseEmitter.SseEventBuilder event, boolean last) {
    try {
      stream.send(event);
      if (last) {
        stream.complete();
      }
    } catch (IOException | IllegalStateException e) {
      broken(stream, e);
    }
  }

  /**
   * Ends a stream whose line is broken. Where the server saw that before, it has ended the stream
   * by itself and refuses to be told so.
   */
  public static void broken(SseEmitter stream, Exception why) {
    try {
      stream.completeWithError(why);
    } catch (IllegalStateException ended) {
      // What belongs to the end was done when the server ended it.
    }
  }
}
