package org.gridclear.run.ignite;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.gridclear.run.GridUnsettledException;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunState;
import org.gridclear.worker.ignite.GridCaches;
import org.gridclear.worker.ignite.IndexUpdate;

/**
 * The order of all runs and which are open, so that a list of runs costs what it shows and not what
 * there is. Ids are appended to pages; the place of an id is its number. A run is in here before it
 * has a record, so ids without one are nothing to wonder at.
 */
final class RunIndex {
  private static final int PAGE_LINES = 100;
  private static final String HEAD = "head";
  private static final String OPEN = "open";
  private static final String BUILDER = "builder";

  private final Ignite ignite;
  private final Supplier<List<RunRecord>> allRecords;

  /**
   * The index of a grid.
   *
   * @param allRecords reads all records there are, to build the index of runs that have none
   */
  RunIndex(Ignite ignite, Supplier<List<RunRecord>> allRecords) {
    this.ignite = ignite;
    this.allRecords = allRecords;
  }

  private static String page(long number) {
    return "page-%012d".formatted(number);
  }

  private static byte[] bytes(long value) {
    return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
  }

  /** The cache, with an index in it. */
  private IgniteCache<String, byte[]> cache() {
    IgniteCache<String, byte[]> index = GridCaches.of(ignite, GridCaches.INDEX);
    if (!index.containsKey(HEAD)) {
      build(index);
    }
    return index;
  }

  private static long head(IgniteCache<String, byte[]> index) {
    byte[] head = index.get(HEAD);
    return head == null ? 0 : ByteBuffer.wrap(head).getLong();
  }

  /** A run is about to get its first record. */
  void add(String runId, long atMillis) {
    IgniteCache<String, byte[]> index = cache();
    index.invoke(OPEN, new IndexUpdate(), IndexUpdate.OPEN, runId, Long.toString(atMillis));
    long head = head(index);
    while (append(index, head, runId) == IndexUpdate.FULL) {
      index.replace(HEAD, bytes(head), bytes(head + 1));
      head = head(index);
    }
  }

  private static long append(IgniteCache<String, byte[]> index, long page, String runId) {
    return index.invoke(
        page(page), new IndexUpdate(), IndexUpdate.APPEND, runId, Integer.toString(PAGE_LINES));
  }

  /** A run has its last record. */
  void ended(String runId, RunState state) {
    cache().invoke(OPEN, new IndexUpdate(), IndexUpdate.END, runId, state.name());
  }

  /** A run never got a record. */
  void dropped(String runId) {
    cache().invoke(OPEN, new IndexUpdate(), IndexUpdate.DROP, runId, "");
  }

  /** Ids of the open runs with the times at which they were put in here, milliseconds. */
  Map<String, Long> open() {
    Map<String, Long> open = new LinkedHashMap<>();
    for (String line : IndexUpdate.lines(cache().get(OPEN))) {
      if (!IndexUpdate.isCount(line)) {
        int space = line.indexOf(' ');
        open.put(line.substring(0, space), Long.parseLong(line.substring(space + 1)));
      }
    }
    return open;
  }

  /** How many runs ended in which state. */
  Map<RunState, Long> ended() {
    Map<RunState, Long> ended = new EnumMap<>(RunState.class);
    for (String line : IndexUpdate.lines(cache().get(OPEN))) {
      if (IndexUpdate.isCount(line)) {
        int space = line.indexOf(' ');
        ended.put(
            RunState.valueOf(line.substring(1, space)), Long.parseLong(line.substring(space + 1)));
      }
    }
    return ended;
  }

  /** The newest ids below a number, with their numbers from 1, from one page or two. */
  TreeMap<Long, String> below(long number, int limit) {
    IgniteCache<String, byte[]> index = cache();
    TreeMap<Long, String> found = new TreeMap<>(Comparator.reverseOrder());
    long last =
        Math.min(head(index), number == Long.MAX_VALUE ? number : (number - 2) / PAGE_LINES);
    for (long page = last; page >= 0 && found.size() < limit; page--) {
      List<String> ids = IndexUpdate.lines(index.get(page(page)));
      for (int slot = ids.size() - 1; slot >= 0 && found.size() < limit; slot--) {
        long own = page * PAGE_LINES + slot + 1;
        if (own < number) {
          found.put(own, ids.get(slot));
        }
      }
    }
    return found;
  }

  /** Builds the index of runs from before there was one, or of a backup, by one member alone. */
  private void build(IgniteCache<String, byte[]> index) {
    byte[] self = ignite.cluster().localNode().id().toString().getBytes();
    byte[] builder = index.getAndPutIfAbsent(BUILDER, self);
    boolean mine =
        builder == null
            || java.util.Arrays.equals(builder, self)
            || (ignite.cluster().node(UUID.fromString(new String(builder))) == null
                && index.replace(BUILDER, builder, self));
    if (!mine) {
      throw new GridUnsettledException(null);
    }
    List<String> open = new ArrayList<>();
    List<String> all = new ArrayList<>();
    Map<RunState, Long> ended = new EnumMap<>(RunState.class);
    for (RunRecord record : allRecords.get()) {
      String runId = record.status().runId();
      all.add(runId);
      if (record.status().state().ended()) {
        ended.merge(record.status().state(), 1L, Long::sum);
      } else {
        open.add(runId + " " + record.submittedAtMillis());
      }
    }
    ended.forEach((state, count) -> open.add(IndexUpdate.countLine(state.name(), count)));
    index.put(OPEN, IndexUpdate.bytes(open));
    for (int from = 0; from < all.size(); from += PAGE_LINES) {
      List<String> ids = all.subList(from, Math.min(all.size(), from + PAGE_LINES));
      index.put(page(from / PAGE_LINES), IndexUpdate.bytes(ids));
    }
    index.put(HEAD, bytes(Math.max(0, all.size() - 1) / PAGE_LINES));
    index.remove(BUILDER);
  }
}
