package org.gridclear.atrest;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

/** What is refused says why. */
public final class Refusals {
  private Refusals() {}

  /** Fails unless the work is refused in this way, with all these words. */
  public static void assertRefused(
      Class<? extends RuntimeException> type, Executable work, String... words) {
    String said = assertThrows(type, work).getMessage();
    for (String word : words) {
      assertTrue(said.contains(word), () -> "'%s' in: %s".formatted(word, said));
    }
  }
}
