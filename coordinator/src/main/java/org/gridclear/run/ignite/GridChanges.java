package org.gridclear.run.ignite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.cache.Cache;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.cache.query.ContinuousQuery;
import org.apache.ignite.cache.query.QueryCursor;
import org.gridclear.site.GridLink;
import org.gridclear.worker.ignite.GridCaches;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.value.EveryEntry;

/**
 * What changes in a grid, for another site: names are noted as they change, values are read when
 * they are sent, as the caches hold them. Data come before what names them, records of runs last.
 */
public final class GridChanges implements GridLink {
  private static final List<String> ORDER =
      List.of(
          GridCaches.BASES,
          GridCaches.BLOCKS,
          GridCaches.OUTCOMES,
          GridCaches.TICKETS,
          GridCaches.QUARANTINE,
          GridCaches.RESULTS,
          GridCaches.RUNS);

  private final Ignite ignite;
  private final Runnable end;
  private final Map<String, Set<String>> changed = new HashMap<>();
  private final List<QueryCursor<Cache.Entry<String, byte[]>>> listening = new ArrayList<>();

  private GridChanges(Ignite ignite, Runnable end) {
    this.ignite = ignite;
    this.end = end;
    ORDER.forEach(name -> changed.put(name, new LinkedHashSet<>()));
  }

  /** The grid of an active site, whose node stays open when this is closed. */
  public static GridChanges of(GridNode node) {
    GridChanges changes = new GridChanges(node.ignite(), () -> {});
    ORDER.forEach(changes::listen);
    return changes;
  }

  /** The grid of a standby site; its node is closed with this. */
  public static GridChanges into(GridNode node) {
    return new GridChanges(node.ignite(), node::close);
  }

  private void listen(String name) {
    ContinuousQuery<String, byte[]> query = new ContinuousQuery<>();
    query.setLocalListener(events -> events.forEach(event -> note(name, event.getKey())));
    listening.add(GridCaches.of(ignite, name).query(query));
  }

  private synchronized void note(String name, String key) {
    Objects.requireNonNull(changed.get(name)).add(key);
  }

  @Override
  public void all() {
    for (String name : ORDER) {
      EveryEntry.keys(GridCaches.of(ignite, name)).forEach(key -> note(name, key));
    }
  }

  @Override
  public List<Entry> changed(long bytesMax) {
    List<Entry> entries = new ArrayList<>();
    long left = bytesMax;
    for (String name : ORDER) {
      while (left > 0) {
        Set<String> some = take(name);
        if (some.isEmpty()) {
          break;
        }
        for (Map.Entry<String, byte[]> each : GridCaches.of(ignite, name).getAll(some).entrySet()) {
          entries.add(new Entry(name, each.getKey(), each.getValue()));
          left -= each.getValue().length;
        }
      }
    }
    return entries;
  }

  private synchronized Set<String> take(String name) {
    Set<String> some = new TreeSet<>();
    var keys = Objects.requireNonNull(changed.get(name)).iterator();
    while (keys.hasNext() && some.size() < 64) {
      some.add(keys.next());
      keys.remove();
    }
    return some;
  }

  @Override
  public void put(List<Entry> entries) {
    Map<String, TreeMap<String, byte[]>> byCache = new HashMap<>();
    entries.forEach(
        entry ->
            byCache
                .computeIfAbsent(entry.cache(), name -> new TreeMap<>())
                .put(entry.key(), entry.value()));
    for (String name : ORDER) {
      if (byCache.containsKey(name)) {
        IgniteCache<String, byte[]> cache = GridCaches.of(ignite, name);
        try (BulkPut bulk = new BulkPut(cache)) {
          byCache.get(name).forEach(bulk::add);
        }
      }
    }
  }

  @Override
  public void close() {
    listening.forEach(QueryCursor::close);
    end.run();
  }
}
