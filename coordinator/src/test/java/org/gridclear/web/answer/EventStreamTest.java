package org.gridclear.web.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Events to those who may be gone. Tomcat refuses to end a stream that it has ended itself. */
class EventStreamTest {
  /** A stream whose line fails, and that the server has ended, or not. */
  private static final class Stream extends SseEmitter {
    private final List<String> done = new ArrayList<>();
    private final boolean fails;
    private final boolean ended;

    Stream(boolean fails, boolean ended) {
      this.fails = fails;
      this.ended = ended;
    }

    @Override
    public void send(SseEventBuilder event) throws IOException {
      done.add("send");
      if (fails) {
        throw new IOException("Broken pipe");
      }
    }

    @Override
    public void complete() {
      done.add("complete");
    }

    @Override
    public void completeWithError(Throwable failure) {
      done.add(failure.getMessage());
      if (ended) {
        throw new IllegalStateException("An error had occurred.");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoIsGoneIsToldNoMoreAndHoldsUpNobody(boolean ended) {
    Stream stream = new Stream(true, ended);
    EventStream.send(stream, SseEmitter.event().data("x"), true);
    assertEquals(List.of("send", "Broken pipe"), stream.done);
  }

  @Test
  void theLastEventEndsTheStreamAndNoOtherDoes() {
    Stream stream = new Stream(false, false);
    EventStream.send(stream, SseEmitter.event().data("x"), false);
    assertEquals(List.of("send"), stream.done);
    EventStream.send(stream, SseEmitter.event().data("y"), true);
    assertEquals(List.of("send", "send", "complete"), stream.done);
  }
}
