package org.gridclear.web.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;

/**
 * Answers that many open pages ask for: made once from one change to the next. Safe for threads;
 * who asks for what is being made waits for it.
 */
final class KeptAnswers {
  private static final int ANSWERS_MAX = 200;

  private final Map<String, ResponseEntity<byte[]>> kept = new HashMap<>();
  private String change = "";

  /**
   * The answer to a query.
   *
   * @param standing the change since which nothing was seen to change; without one it is made anew
   */
  ResponseEntity<byte[]> of(
      Optional<String> standing, String query, Supplier<ResponseEntity<byte[]>> made) {
    if (standing.isEmpty()) {
      return made.get();
    }
    synchronized (this) {
      if (!change.equals(standing.get()) || kept.size() >= ANSWERS_MAX) {
        kept.clear();
        change = standing.get();
      }
      return kept.computeIfAbsent(query, each -> made.get());
    }
  }
}
