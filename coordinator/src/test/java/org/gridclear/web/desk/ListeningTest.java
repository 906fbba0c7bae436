package org.gridclear.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListeningTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Change> heard = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch reads = new CountDownLatch(1);

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private static Change change(String id, int nodes, String... topics) {
    return new Change(id, new TreeSet<>(Set.of(topics)), Instant.EPOCH, "UTC", nodes, 0);
  }

  private void finished() throws InterruptedException {
    threads.shutdown();
    assertTrue(threads.awaitTermination(20, TimeUnit.SECONDS));
  }

  @Test
  void aPageThatDoesNotReadHoldsUpNobodyAndHearsTheRestAsOne() throws Exception {
    CountDownLatch stuck = new CountDownLatch(1);
    Listening slow =
        new Listening(
            threads,
            change -> {
              stuck.countDown();
              try {
                reads.await();
              } catch (InterruptedException e) {
                throw new IOException(e);
              }
              heard.add(change);
            },
            broken -> {});
    slow.accept(change("1", 2, "day"));
    assertTrue(stuck.await(20, TimeUnit.SECONDS));
    slow.accept(change("2", 2, "run"));
    slow.accept(change("3", 1, "anomaly", "run"));
    reads.countDown();
    finished();
    assertEquals(List.of(change("1", 2, "day"), change("3", 1, "anomaly", "run")), heard);
  }

  @Test
  void aBrokenLineIsSaidOnceAndNothingIsToldAfterIt() throws Exception {
    List<Exception> broken = Collections.synchronizedList(new ArrayList<>());
    Listening gone =
        new Listening(
            threads,
            change -> {
              heard.add(change);
              throw new IOException("gone");
            },
            broken::add);
    gone.accept(change("1", 2, "day"));
    while (broken.isEmpty()) {
      Thread.onSpinWait();
    }
    gone.accept(change("2", 2, "run"));
    finished();
    assertEquals(1, broken.size());
    assertEquals(1, heard.size());
  }
}
