package org.gridclear.run.ignite;

import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.ignite.IgniteCache;

/**
 * Puts many entries into a cache, some megabytes at a time, each time until all their owners have
 * them. Keys go in order, so that two who put the same entries never block each other. Ignite's
 * data streamer is faster, but once waited for ever for the answer of a node that had nothing left
 * to do.
 */
final class BulkPut implements AutoCloseable {
  private static final long BYTES_AT_A_TIME = 4 << 20;

  private final IgniteCache<String, byte[]> cache;
  private final SortedMap<String, byte[]> waiting = new TreeMap<>();
  private long bytes;

  BulkPut(IgniteCache<String, byte[]> cache) {
    this.cache = cache;
  }

  /** Takes an entry, which is there at the latest after {@link #close}. */
  void add(String key, byte[] value) {
    waiting.put(key, value);
    bytes += value.length;
    if (bytes >= BYTES_AT_A_TIME) {
      flush();
    }
  }

  @Override
  public void close() {
    flush();
  }

  private void flush() {
    if (!waiting.isEmpty()) {
      cache.putAll(waiting);
      waiting.clear();
      bytes = 0;
    }
  }
}
