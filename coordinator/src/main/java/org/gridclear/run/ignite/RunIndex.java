package org.gridclear.run.ignite;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.gridclear.run.GridUnsettledException;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunState;
import org.gridclear.worker.ignite.GridCaches;
import org.gridclear.worker.ignite.value.EveryEntry;
import org.gridclear.worker.ignite.value.IndexUpdate;

/**
 * The order of all runs and which are open, so that a list of runs costs what it shows and not what
 * there is. Ids are appended to pages; the place of an id is its number. A run is in here before it
 * has a record, so ids without one are nothing to wonder at.
 */
final class RunIndex {
  private static final int PAGE_LINES = 100;
  private static final String HEAD = "head";
  private static final String TAIL = "tail";
  private static final String OPEN = "open";
  private static final String BUILDER = "builder";

  /**
   * Oldest pages that are looked at when a page is begun: more than one, so they do not pile up.
   */
  private static final int SWEPT_PAGES = 2;

  private static final long BUILDER_NANOS_MAX = 60_000_000_000L;
  private static final long PAUSE_MILLIS = 50;

  private final Ignite ignite;
  private final Supplier<List<RunRecord>> allRecords;

  /** One thread of this member builds at a time; the entry {@link #BUILDER} is for the others. */
  private final ReentrantLock building;

  /**
   * The index of a grid.
   *
   * @param allRecords reads all records there are, to build the index of runs that have none
   */
  RunIndex(Ignite ignite, Supplier<List<RunRecord>> allRecords) {
    this.ignite = ignite;
    this.allRecords = allRecords;
    building =
        ignite
            .cluster()
            .<String, ReentrantLock>nodeLocalMap()
            .computeIfAbsent(RunIndex.class.getName(), name -> new ReentrantLock());
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
      building.lock();
      try {
        if (!begin(index)) {
          throw new GridUnsettledException(null);
        }
        if (!index.containsKey(HEAD)) {
          build(index);
        }
        index.remove(BUILDER);
      } finally {
        building.unlock();
      }
    }
    return index;
  }

  private static long number(IgniteCache<String, byte[]> index, String name) {
    byte[] number = index.get(name);
    return number == null ? 0 : ByteBuffer.wrap(number).getLong();
  }

  /** A run is about to get its first record. */
  void add(String runId, long atMillis) {
    IgniteCache<String, byte[]> index = cache();
    index.invoke(OPEN, new IndexUpdate(), IndexUpdate.OPEN, runId, Long.toString(atMillis));
    long head = number(index, HEAD);
    while (append(index, head, runId) == IndexUpdate.FULL) {
      if (index.replace(HEAD, bytes(head), bytes(head + 1))) {
        sweep(index);
      }
      head = number(index, HEAD);
    }
  }

  /** Puts a run in again that now has its record, if the index was built meanwhile without it. */
  void added(String runId, long atMillis) {
    if (!open().containsKey(runId)) {
      add(runId, atMillis);
    }
  }

  /** Drops the oldest pages if all their records are gone. */
  private void sweep(IgniteCache<String, byte[]> index) {
    for (int k = 0; k < SWEPT_PAGES; k++) {
      long tail = number(index, TAIL);
      if (!dropIfGone(index, tail)) {
        return;
      }
    }
  }

  /** Drops the pages of these numbers whose records are all gone. */
  void dropGone(long from, long to) {
    IgniteCache<String, byte[]> index = cache();
    for (long page = (from - 1) / PAGE_LINES; page <= (to - 1) / PAGE_LINES; page++) {
      dropIfGone(index, page);
    }
  }

  /**
   * Drops a page but the newest if none of its runs has a record or will get one. A run is open
   * before it is on a page and until its record says that it ended, so the open ones are read
   * first. Asking whether there is a record does not count as reading it.
   */
  private boolean dropIfGone(IgniteCache<String, byte[]> index, long page) {
    if (page >= number(index, HEAD)) {
      return false;
    }
    Set<String> open = open().keySet();
    IgniteCache<String, byte[]> records = GridCaches.of(ignite, GridCaches.RUNS);
    for (String id : IndexUpdate.lines(index.get(page(page)))) {
      if (open.contains(id) || records.containsKey(id)) {
        return false;
      }
    }
    index.remove(page(page));
    long tail = number(index, TAIL);
    if (tail == page) {
      index.put(TAIL, bytes(tail + 1));
    }
    return true;
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
        Math.min(
            number(index, HEAD), number == Long.MAX_VALUE ? number : (number - 2) / PAGE_LINES);
    long tail = number(index, TAIL);
    for (long page = last; page >= tail && found.size() < limit; page--) {
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

  /**
   * Drops the index and builds it of the records that there are, because they came or went past it.
   *
   * @throws GridUnsettledException if another member builds it all the time
   */
  void rebuild() {
    IgniteCache<String, byte[]> index = GridCaches.of(ignite, GridCaches.INDEX);
    building.lock();
    try {
      long until = System.nanoTime() + BUILDER_NANOS_MAX;
      while (!begin(index)) {
        if (System.nanoTime() - until > 0) {
          throw new GridUnsettledException(null);
        }
        LockSupport.parkNanos(PAUSE_MILLIS * 1_000_000);
      }
      index.remove(HEAD);
      Set<String> names = EveryEntry.keys(index);
      names.remove(BUILDER);
      index.removeAll(names);
      build(index);
      index.remove(BUILDER);
    } finally {
      building.unlock();
    }
  }

  /** Whether this member is the one that builds. */
  private boolean begin(IgniteCache<String, byte[]> index) {
    byte[] self = ignite.cluster().localNode().id().toString().getBytes(US_ASCII);
    byte[] builder = index.getAndPutIfAbsent(BUILDER, self);
    return builder == null
        || Arrays.equals(builder, self)
        || (ignite.cluster().node(UUID.fromString(new String(builder, US_ASCII))) == null
            && index.replace(BUILDER, builder, self));
  }

  /** Builds the index of runs from before there was one, or of a backup. */
  private void build(IgniteCache<String, byte[]> index) {
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
  }
}
