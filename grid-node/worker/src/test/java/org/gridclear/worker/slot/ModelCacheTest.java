package org.gridclear.worker.slot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Values that several ask for: made once, the last used kept, failures told to all. */
class ModelCacheTest {
  private final List<String> made = new ArrayList<>();

  private String make(String key) {
    made.add(key);
    return "value of " + key;
  }

  private String get(ModelCache<String> cache, String key) {
    return cache.get(key, () -> make(key));
  }

  @Test
  void theLastUsedAreKeptAndNotTheLastMade() {
    ModelCache<String> cache = new ModelCache<>(2);
    assertEquals("value of a", get(cache, "a"));
    get(cache, "b");
    get(cache, "a");
    get(cache, "c");
    get(cache, "a");
    assertEquals(List.of("a", "b", "c"), made, "b had to go, for a was used after it");
    get(cache, "b");
    assertEquals(List.of("a", "b", "c", "b"), made);
  }

  @Test
  void aValueThatCouldNotBeMadeIsNotKept() {
    ModelCache<String> cache = new ModelCache<>(2);
    IllegalStateException failure = new IllegalStateException("no");
    assertSame(
        failure,
        assertThrows(
            IllegalStateException.class,
            () ->
                cache.get(
                    "a",
                    () -> {
                      throw failure;
                    })));
    assertEquals("value of a", get(cache, "a"));
  }

  /** Two ask at a time: one makes, the other waits and gets the same value. */
  @Test
  void twoThatAskAtATimeShareWhatIsMadeOnce() throws Exception {
    ModelCache<Object> cache = new ModelCache<>(2);
    AtomicInteger count = new AtomicInteger();
    CountDownLatch making = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CompletableFuture<Object> first =
        CompletableFuture.supplyAsync(
            () ->
                cache.get(
                    "a",
                    () -> {
                      making.countDown();
                      waited(go);
                      return "made " + count.incrementAndGet();
                    }));
    making.await();
    CompletableFuture<Object> second =
        CompletableFuture.supplyAsync(() -> cache.get("a", () -> "made by the second"));
    go.countDown();
    assertEquals("made 1", first.get());
    assertSame(first.get(), second.get());
  }

  /** Memory that ran out is that for whoever waited, and no defect of its own. */
  @Test
  void whoWaitsIsToldTheSameFailure() throws Exception {
    for (Throwable failure :
        List.of(new OutOfMemoryError("full"), new IllegalArgumentException("wrong"))) {
      ModelCache<Object> cache = new ModelCache<>(2);
      CountDownLatch making = new CountDownLatch(1);
      CountDownLatch go = new CountDownLatch(1);
      CompletableFuture<Object> first =
          CompletableFuture.supplyAsync(
              () ->
                  cache.get(
                      "a",
                      () -> {
                        making.countDown();
                        waited(go);
                        return thrown(failure);
                      }));
      making.await();
      Thread[] asker = new Thread[1];
      CompletableFuture<Throwable> told = new CompletableFuture<>();
      asker[0] =
          new Thread(
              () -> {
                try {
                  cache.get("a", () -> "made by the second");
                  told.complete(null);
                } catch (RuntimeException | Error e) {
                  told.complete(e);
                }
              });
      asker[0].start();
      while (asker[0].getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      go.countDown();
      assertSame(failure, told.get());
      assertInstanceOf(
          failure.getClass(), assertThrows(CompletionException.class, first::join).getCause());
      assertEquals("anew", cache.get("a", () -> "anew"));
    }
  }

  private static void waited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object thrown(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }
}
