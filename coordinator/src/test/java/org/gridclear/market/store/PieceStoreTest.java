package org.gridclear.market.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Versions of pieces, on each kind of database. */
class PieceStoreTest {
  private static final String KINDS = "org.gridclear.market.store.MarketDatabases#kinds";
  private static final Instant NOW = Instant.parse("2026-09-30T03:00:00.123Z");
  private static final PieceVersion.Key KEY = new PieceVersion.Key("ticket", "T1");

  @TempDir Path folder;

  private static PieceStore.Wanted wanted(String text, String startsAt, String knownAt) {
    return new PieceStore.Wanted(
        new PieceVersion.Facts(
            "OMS", "approved", Instant.parse(startsAt), Optional.empty(), Instant.parse(knownAt)),
        text.getBytes(StandardCharsets.UTF_8));
  }

  private static PieceStore.Wanted wanted(String text) {
    return wanted(text, "2026-10-01T00:00:00Z", "2026-09-30T02:00:00Z");
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void versionsAreCountedAndTheSameContentIsTheVersionItWas(String kind) {
    try (MarketDatabase database = MarketDatabases.open(kind, folder)) {
      PieceStore store = new PieceStore(database, new ContentStore(folder.resolve("content")));
      PieceStore.Recorded first = store.record(KEY, () -> wanted("a"), "anna", NOW);
      PieceStore.Recorded second = store.record(KEY, () -> wanted("b"), "ben", NOW);
      PieceStore.Recorded again = store.record(KEY, () -> wanted("a"), "carl", NOW);
      assertTrue(first.added() && second.added());
      assertFalse(again.added());
      assertEquals(first.version(), again.version());
      assertEquals(List.of(first.version(), second.version()), store.versions(KEY));
      assertArrayEquals("b".getBytes(StandardCharsets.UTF_8), store.content(second.version()));
      assertEquals(NOW, store.versions(KEY).get(0).recordedAt());
    }
  }

  /** Rules, or a network, that are gone back to count again. */
  @ParameterizedTest
  @MethodSource(KINDS)
  void earlierContentThatIsKnownAnewIsTheLastVersion(String kind) {
    try (MarketDatabase database = MarketDatabases.open(kind, folder)) {
      PieceStore store = new PieceStore(database, new ContentStore(folder.resolve("content")));
      String from = "2026-10-01T00:00:00Z";
      store.record(KEY, () -> wanted("a", from, "2026-09-30T02:00:00Z"), "anna", NOW);
      store.record(KEY, () -> wanted("b", from, "2026-09-30T02:00:01Z"), "ben", NOW);
      PieceStore.Recorded back =
          store.record(KEY, () -> wanted("a", from, "2026-09-30T02:00:02Z"), "carl", NOW);
      assertTrue(back.added());
      assertEquals(3, back.version().version());
      PieceStore.Recorded twice =
          store.record(KEY, () -> wanted("a", from, "2026-09-30T02:00:03Z"), "carl", NOW);
      assertFalse(twice.added());
      assertEquals(back.version(), twice.version());
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void onlyWhatWasKnownAtTheGateAndTouchesTheTimeIsFound(String kind) {
    try (MarketDatabase database = MarketDatabases.open(kind, folder)) {
      PieceStore store = new PieceStore(database, new ContentStore(folder.resolve("content")));
      store.record(
          KEY, () -> wanted("early", "2026-10-01T00:00:00Z", "2026-09-30T02:00:00Z"), "a", NOW);
      store.record(
          KEY, () -> wanted("late", "2026-10-01T00:00:00Z", "2026-09-30T02:00:01Z"), "a", NOW);
      store.record(
          KEY, () -> wanted("next", "2026-10-02T00:00:00Z", "2026-09-30T02:00:00Z"), "a", NOW);
      Instant from = Instant.parse("2026-10-01T00:00:00Z");
      Instant to = Instant.parse("2026-10-02T00:00:00Z");
      Instant gate = Instant.parse("2026-09-30T02:00:00Z");
      assertEquals(
          List.of(1),
          store.known("ticket", from, to, gate).stream().map(PieceVersion::version).toList());
      assertEquals(
          List.of(1, 2),
          store.known("ticket", from, to, gate.plusSeconds(1)).stream()
              .map(PieceVersion::version)
              .toList());
      assertEquals(List.of(), store.known("network", from, to, gate));
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void whoRecordAtOnceGetNumbersOfTheirOwn(String kind) throws Exception {
    int count = 16;
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try (MarketDatabase database = MarketDatabases.open(kind, folder)) {
      PieceStore store = new PieceStore(database, new ContentStore(folder.resolve("content")));
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int k = 0; k < count; k++) {
        String text = "content " + k;
        tasks.add(
            () ->
                store
                    .record(
                        KEY,
                        () -> {
                          store.versions(KEY);
                          return wanted(text);
                        },
                        "a",
                        NOW)
                    .version()
                    .version());
      }
      List<Integer> numbers = new ArrayList<>();
      for (var done : threads.invokeAll(tasks)) {
        numbers.add(done.get());
      }
      assertEquals(
          IntStream.rangeClosed(1, count).boxed().toList(), numbers.stream().sorted().toList());
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void whatIsRefusedLeavesNothing(String kind) {
    try (MarketDatabase database = MarketDatabases.open(kind, folder)) {
      PieceStore store = new PieceStore(database, new ContentStore(folder.resolve("content")));
      assertThrows(
          IllegalArgumentException.class,
          () ->
              store.record(
                  KEY,
                  () -> {
                    throw new IllegalArgumentException("no");
                  },
                  "a",
                  NOW));
      assertEquals(List.of(), store.versions(KEY));
    }
  }
}
