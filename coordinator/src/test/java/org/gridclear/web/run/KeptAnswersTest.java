package org.gridclear.web.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

/** Answers that pages share. */
class KeptAnswersTest {
  private final KeptAnswers kept = new KeptAnswers();
  private final AtomicInteger made = new AtomicInteger();

  private String ask(Optional<String> standing, String query) {
    ResponseEntity<byte[]> answer =
        kept.of(
            standing,
            query,
            () ->
                ResponseEntity.ok(
                    ("answer " + made.incrementAndGet()).getBytes(StandardCharsets.UTF_8)));
    return new String(answer.getBody(), StandardCharsets.UTF_8);
  }

  @Test
  void anAnswerIsMadeOnceFromOneChangeToTheNext() {
    assertEquals("answer 1", ask(Optional.of("a-1"), "first"));
    assertEquals("answer 1", ask(Optional.of("a-1"), "first"));
    assertEquals("answer 2", ask(Optional.of("a-1"), "second"));
    assertEquals("answer 3", ask(Optional.of("a-2"), "first"), "something changed");
    assertEquals("answer 4", ask(Optional.of("a-2"), "second"));
  }

  @Test
  void withNobodyWhoLooksForChangesEveryAnswerIsNew() {
    assertEquals("answer 1", ask(Optional.empty(), "first"));
    assertEquals("answer 2", ask(Optional.empty(), "first"));
  }

  @Test
  void answersDoNotGrowWithoutEnd() {
    for (int k = 0; k < 201; k++) {
      ask(Optional.of("a-1"), "query " + k);
    }
    assertEquals("answer 202", ask(Optional.of("a-1"), "query 0"), "all were let go at once");
  }
}
