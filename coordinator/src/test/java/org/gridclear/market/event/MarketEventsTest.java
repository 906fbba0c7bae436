package org.gridclear.market.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gridclear.market.publication.Woods;
import org.gridclear.market.store.event.EventRow;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events are numbered once, in the order in which they are seen, and gone on with by number. */
// Rows: I-11, I-12, M-14
class MarketEventsTest {
  private static final String KINDS = "org.gridclear.market.store.MarketDatabases#kinds";

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource(KINDS)
  void eachEventHasItsNumberOnceWhoeverLooks(String kind) throws Exception {
    try (Woods woods = Woods.on(kind, folder)) {
      MarketEvents events = new MarketEvents(woods.market, woods.clock());
      assertEquals(0, events.catchUp());
      assertEquals(0, events.last());
      woods.publishing.version(woods.approved(), List.of("prices"), "op");
      ExecutorService threads = Executors.newFixedThreadPool(4);
      try {
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          all.add(events::catchUp);
        }
        int added = 0;
        for (var each : threads.invokeAll(all)) {
          added += each.get();
        }
        assertEquals(5, added, "a version, three steps, a publication");
      } finally {
        threads.shutdownNow();
      }
      List<EventRow> found = events.after(0, 10);
      assertEquals(List.of(1L, 2L, 3L, 4L, 5L), found.stream().map(EventRow::number).toList());
      assertEquals(
          List.of("publication", "transition", "transition", "transition", "version"),
          found.stream().map(EventRow::kind).sorted().toList());
      assertEquals("CHECKED a test", found.get(1).words());
      woods.later(Duration.ofHours(2));
      woods.version();
      assertEquals(1, events.catchUp());
      assertEquals(6, events.after(5, 10).get(0).number());
      assertEquals(0, events.catchUp());
      assertEquals(6, events.from(null, " "));
      assertEquals(2, events.from(2L, null));
      assertEquals(5, events.from(2L, "5"));
      assertThrows(IllegalArgumentException.class, () -> events.from(2L, "5-x"));
      assertThrows(IllegalArgumentException.class, () -> events.from(-1L, null));
    }
  }

  /** Somebody's clock is 100 s slow: what it says comes later, and is not missed. */
  @ParameterizedTest
  @MethodSource(KINDS)
  void whatAnotherClockSaysLateIsNotMissed(String kind) {
    try (Woods woods = Woods.on(kind, folder)) {
      MarketEvents events = new MarketEvents(woods.market, woods.clock());
      woods.later(Duration.ofSeconds(100));
      woods.approved();
      int first = events.catchUp();
      assertTrue(first >= 4);
      woods.later(Duration.ofSeconds(-100));
      woods.publishing.version(
          woods.days.versions(Woods.DAY.market(), Woods.DATE, Woods.DATE).get(0),
          List.of("prices"),
          "op");
      woods.later(Duration.ofSeconds(100));
      assertEquals(1, events.catchUp());
      assertEquals("publication", events.after(first, 10).get(0).kind());
      assertThrows(IllegalArgumentException.class, () -> events.after(-1, 10));
      assertThrows(IllegalArgumentException.class, () -> events.after(0, 0));
    }
  }
}
