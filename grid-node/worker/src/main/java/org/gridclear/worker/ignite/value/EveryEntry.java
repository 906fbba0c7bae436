package org.gridclear.worker.ignite.value;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import javax.cache.expiry.EternalExpiryPolicy;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.cache.query.QueryCursor;
import org.apache.ignite.cache.query.ScanQuery;

/**
 * Every entry of a cache in no order, once: keys and sizes are told first, then values are asked
 * for, some megabytes at a time. A page of a scan would be made on a node's heap, and values may
 * have megabytes each. An entry that goes meanwhile is left out; one that is written meanwhile is
 * as it was at some time between. Nothing is kept longer for having been read.
 */
public final class EveryEntry implements Iterator<Map.Entry<String, byte[]>>, AutoCloseable {
  /** Bytes of values that are asked for at a time; a value that is larger is asked for alone. */
  static final long BYTES_AT_A_TIME = 4 << 20;

  private static final int KEYS_AT_A_TIME = 1_024;

  private final IgniteCache<String, byte[]> cache;
  private final QueryCursor<String> told;
  private final Iterator<String> keys;
  private final Queue<Map.Entry<String, byte[]>> here = new ArrayDeque<>();
  private String last = "";

  /** The entries of a cache, which are read as they are asked for. */
  public EveryEntry(IgniteCache<String, byte[]> cache) {
    this.cache = cache.withExpiryPolicy(new EternalExpiryPolicy());
    told = told(cache);
    keys = told.iterator();
  }

  /** Every key of a cache; no value travels. */
  public static Set<String> keys(IgniteCache<String, byte[]> cache) {
    Set<String> keys = new TreeSet<>();
    try (QueryCursor<String> told = told(cache)) {
      told.forEach(each -> keys.add(SizedKey.key(each)));
    }
    return keys;
  }

  private static QueryCursor<String> told(IgniteCache<String, byte[]> cache) {
    ScanQuery<String, byte[]> scan = new ScanQuery<>();
    return cache.query(scan.setPageSize(KEYS_AT_A_TIME), new SizedKey());
  }

  @Override
  public boolean hasNext() {
    while (here.isEmpty() && (keys.hasNext() || !last.isEmpty())) {
      here.addAll(cache.getAll(some()).entrySet());
    }
    return !here.isEmpty();
  }

  /** The next keys: at least one, and no more than are asked for at a time. */
  private Set<String> some() {
    Set<String> some = new TreeSet<>();
    long bytes = 0;
    while (!last.isEmpty() || keys.hasNext()) {
      last = last.isEmpty() ? keys.next() : last;
      bytes += SizedKey.size(last);
      if (!some.isEmpty() && (bytes > BYTES_AT_A_TIME || some.size() == KEYS_AT_A_TIME)) {
        return some;
      }
      some.add(SizedKey.key(last));
      last = "";
    }
    return some;
  }

  @Override
  public Map.Entry<String, byte[]> next() {
    if (!hasNext()) {
      throw new NoSuchElementException("All entries have been read.");
    }
    return here.remove();
  }

  @Override
  public void close() {
    told.close();
  }
}
