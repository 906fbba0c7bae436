package org.gridclear.market.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Writes what several callers bring at once in one commit: while one waits for the disk the others
 * queue, and the next one takes all that queued.
 *
 * @param <T> what is brought
 * @param <R> what becomes of it
 */
final class GroupCommit<T, R> {
  private final Function<List<T>, List<R>> write;
  private final int most;
  private final ConcurrentLinkedQueue<Waiting<T, R>> queue = new ConcurrentLinkedQueue<>();
  private final ReentrantLock lock = new ReentrantLock(true);

  private record Waiting<T, R>(T item, CompletableFuture<R> result) {}

  /**
   * A group commit.
   *
   * @param write writes items, all or none; gives a result for each
   * @param most items of one commit
   */
  GroupCommit(Function<List<T>, List<R>> write, int most) {
    this.write = write;
    this.most = most;
  }

  /** Writes an item; returns when it is written. */
  R submit(T item) {
    Waiting<T, R> mine = new Waiting<>(item, new CompletableFuture<>());
    queue.add(mine);
    lock.lock();
    try {
      while (!mine.result().isDone()) {
        writeNext();
      }
    } finally {
      lock.unlock();
    }
    try {
      return mine.result().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void writeNext() {
    List<Waiting<T, R>> batch = new ArrayList<>();
    while (batch.size() < most && !queue.isEmpty()) {
      batch.add(queue.remove());
    }
    try {
      List<R> results = write.apply(batch.stream().map(Waiting::item).toList());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).result().complete(results.get(i));
      }
    } catch (RuntimeException | Error e) {
      batch.forEach(each -> each.result().completeExceptionally(e));
    }
  }
}
