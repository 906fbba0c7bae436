package org.gridclear.run.ignite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.cache.CacheException;
import org.apache.ignite.internal.mem.IgniteOutOfMemoryException;
import org.gridclear.run.GridRefusedException;
import org.junit.jupiter.api.Test;

/** Calls to a grid whose members come and go are made again, and nothing else is. */
class SettledPortTest {
  /** A port of a grid. */
  interface Port {
    String ask();
  }

  private static Port port(Supplier<String> target, Optional<String> refusal) {
    return SettledPort.of(Port.class, target::get, () -> refusal);
  }

  @Test
  void aCallThatFailsWhileMembersChangeIsMadeAgain() {
    AtomicInteger calls = new AtomicInteger();
    Port port =
        port(
            () -> {
              if (calls.incrementAndGet() < 3) {
                throw new CacheException("topology changes");
              }
              return "there";
            },
            Optional.empty());
    assertEquals("there", port.ask());
    assertEquals(3, calls.get());
  }

  @Test
  void aGridThatRefusesSaysWhyInPlaceOfWhatFailed() {
    Port port =
        port(
            () -> {
              throw new CacheException("no partition");
            },
            Optional.of("too few nodes"));
    String said = assertThrows(GridRefusedException.class, port::ask).getMessage();
    assertEquals("too few nodes", said);
  }

  @Test
  void whatIsNotOfMembersIsThrownAtOnce() {
    IllegalStateException own = new IllegalStateException("of the target");
    CacheException full = new CacheException(new IgniteOutOfMemoryException("full"));
    for (RuntimeException failure : new RuntimeException[] {own, full}) {
      AtomicInteger calls = new AtomicInteger();
      Port port =
          port(
              () -> {
                calls.incrementAndGet();
                throw failure;
              },
              Optional.of("refused"));
      assertSame(failure, assertThrows(RuntimeException.class, port::ask));
      assertEquals(1, calls.get());
    }
  }
}
