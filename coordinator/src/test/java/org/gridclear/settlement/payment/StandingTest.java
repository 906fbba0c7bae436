package org.gridclear.settlement.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sums of intervals follow what was read last. */
class StandingTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

  private final Map<String, byte[]> content = new HashMap<>();
  private final Standing standing = new Standing();

  private void read(int interval, String hash, Map<String, Long> amounts) {
    content.put(hash, Standing.bytes(amounts));
    standing.take(new PaymentEvent.Metered(DAY, interval, "-", hash, 0));
  }

  private byte[] kept(String hash) {
    byte[] bytes = content.get(hash);
    if (bytes == null) {
      throw new UncheckedIOException(new IOException(hash + " cannot be read"));
    }
    return bytes;
  }

  @Test
  void correctedIntervalTakesThePlaceOfTheOneBefore() {
    read(1, "a", Map.of("m", 100L, "n", -100L));
    read(2, "b", Map.of("m", 5L));
    assertEquals(Map.of("m", 105L, "n", -100L), standing.sums(DAY, this::kept));
    read(1, "c", Map.of("m", 40L, "n", -40L));
    assertEquals(Map.of("m", 45L, "n", -40L), standing.sums(DAY, this::kept));
  }

  @Test
  void failedReadLeavesTheSumsAsTheyAre() {
    read(1, "a", Map.of("m", 100L));
    assertEquals(Map.of("m", 100L), standing.sums(DAY, this::kept));
    read(1, "c", Map.of("m", 40L));
    content.remove("c");
    assertThrows(UncheckedIOException.class, () -> standing.sums(DAY, this::kept));
    assertThrows(UncheckedIOException.class, () -> standing.sums(DAY, this::kept));
    content.put("c", Standing.bytes(Map.of("m", 40L)));
    assertEquals(Map.of("m", 40L), standing.sums(DAY, this::kept));
  }
}
