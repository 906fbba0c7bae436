package org.gridclear.worker.slot;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * The few values used last, each made once even if several threads ask at a time. A value that
 * could not be made is not kept.
 */
final class ModelCache<T> {
  private final Map<String, CompletableFuture<T>> values;

  ModelCache(int sizeMax) {
    values =
        new LinkedHashMap<>(8, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<T>> eldest) {
            return size() > sizeMax;
          }
        };
  }

  T get(String key, Supplier<T> make) {
    CompletableFuture<T> mine = new CompletableFuture<>();
    CompletableFuture<T> theirs;
    synchronized (values) {
      theirs = values.putIfAbsent(key, mine);
      values.get(key);
    }
    if (theirs != null) {
      try {
        return theirs.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof Error error) {
          throw error;
        }
        throw e.getCause() instanceof RuntimeException cause ? cause : e;
      }
    }
    try {
      T value = make.get();
      mine.complete(value);
      return value;
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      synchronized (values) {
        values.remove(key, mine);
      }
      throw e;
    }
  }
}
