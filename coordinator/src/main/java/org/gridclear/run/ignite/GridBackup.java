package org.gridclear.run.ignite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.cache.CacheException;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteException;
import org.apache.ignite.cluster.ClusterNode;
import org.gridclear.file.PackFile;
import org.gridclear.json.Json;
import org.gridclear.run.GridRefusedException;
import org.gridclear.run.GridUnsettledException;
import org.gridclear.worker.ignite.GridCaches;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.WorkerFilter;
import org.gridclear.worker.ignite.value.EveryEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies what a grid holds to files and back (docs/grid.md §6). Caches are read in the order in
 * which runs write them last to first, so whatever a record in the copy names is in the copy too,
 * although the grid goes on meanwhile. All but records is named by its content or written once, so
 * an incremental copy holds only names that earlier ones do not have.
 */
public final class GridBackup {
  private static final int ATTEMPTS_MAX = 5;
  private static final long PAUSE_MILLIS = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(GridBackup.class);

  private final Ignite ignite;

  /** Backs up or restores the grid that a node is a member of. */
  public GridBackup(GridNode node) {
    ignite = node.ignite();
  }

  /**
   * What a backup holds.
   *
   * @param createdAt when it was made
   * @param since path of the backup that it builds on from the folder that this one lies in, "" for
   *     none
   * @param caches by name
   */
  public record Manifest(String createdAt, String since, Map<String, Content> caches) {}

  /**
   * What it holds of a cache.
   *
   * @param entries number of entries in this folder
   * @param bytes their size
   * @param total number of entries with those of earlier folders
   * @param hash SHA-256 of all names and values, with those of earlier folders
   */
  public record Content(long entries, long bytes, long total, String hash) {}

  /**
   * Writes a backup.
   *
   * @param folder where; it must be empty
   * @param since a backup that this one builds on; null for a full one
   */
  public Manifest write(Path folder, @Nullable Path since, String createdAt) throws IOException {
    BackupChain chain = since == null ? null : BackupChain.of(since);
    Map<String, Content> contents = new LinkedHashMap<>();
    for (String name : GridCaches.ALL) {
      contents.put(name, settled(name, folder, chain));
    }
    String link = since == null ? "" : BackupChain.link(folder, since);
    Manifest manifest = new Manifest(createdAt, link, contents);
    Files.write(
        folder.resolve(BackupChain.MANIFEST),
        Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
    return manifest;
  }

  /** Copies a cache, again from its beginning where a member that leaves breaks the copy off. */
  private Content settled(String name, Path folder, @Nullable BackupChain chain)
      throws IOException {
    RuntimeException broken = null;
    for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      try {
        Set<UUID> before = workers();
        Content content = write(name, folder, chain);
        if (before.equals(workers())) {
          return content;
        }
        LOG.info("backup of {} begins again, as members came or went meanwhile", name);
      } catch (CacheException | IgniteException e) {
        broken = e;
        makeSureOfData(name, e);
        LOG.info("backup of {} was broken off and begins again", name);
        LOG.debug("backup of {}", name, e);
        pause();
      }
    }
    throw new GridUnsettledException(broken);
  }

  /** Members that hold data: a copy over which they change may lack what moved. */
  private Set<UUID> workers() {
    return ignite.cluster().forPredicate(new WorkerFilter()).nodes().stream()
        .map(ClusterNode::id)
        .collect(Collectors.toSet());
  }

  private void makeSureOfData(String name, RuntimeException broken) {
    if (!GridCaches.lost(ignite).isEmpty()) {
      throw new GridRefusedException(
          "The copy of %s broke off: data were lost with the nodes that held them: %s. Nothing was written."
              .formatted(name, String.join(", ", GridCaches.lost(ignite))),
          broken);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GridRefusedException("The backup was interrupted.", e);
    }
  }

  private Content write(String name, Path folder, @Nullable BackupChain chain) throws IOException {
    SortedMap<String, String> hashes = chain == null ? new TreeMap<>() : chain.hashes(name);
    Set<String> known = Set.copyOf(hashes.keySet());
    boolean changes = name.equals(GridCaches.RUNS);
    long entries = 0;
    long bytes = 0;
    try (PackFile.Writer pack = new PackFile.Writer(BackupChain.pack(folder, name));
        EveryEntry all = GridCaches.every(ignite, name)) {
      while (all.hasNext()) {
        Map.Entry<String, byte[]> entry = all.next();
        if (changes || !known.contains(entry.getKey())) {
          pack.put(entry.getKey(), entry.getValue());
          hashes.put(entry.getKey(), BackupChain.hash(entry.getValue()));
          entries++;
          bytes += entry.getValue().length;
        }
      }
    }
    return new Content(entries, bytes, hashes.size(), BackupChain.hash(hashes));
  }

  /**
   * Puts a backup into an empty grid, and reads it back to compare.
   *
   * <p>A backup of an earlier build may have fewer caches; the others stay empty.
   *
   * @throws IllegalArgumentException if the folder is no backup, something of it is missing, was
   *     changed or is not known to this build, or the grid is not empty; nothing was written then
   * @throws IllegalStateException if what was read back differs
   */
  public Manifest restore(Path folder) throws IOException {
    BackupChain chain = BackupChain.of(folder);
    for (String name : GridCaches.ALL) {
      if (GridCaches.of(ignite, name).size() > 0) {
        throw new IllegalArgumentException(
            "The grid holds %s already; a backup is restored into an empty grid.".formatted(name));
      }
    }
    chain.requireWhole(GridCaches.ALL);
    List<String> lastFirst = new ArrayList<>(GridCaches.ALL);
    java.util.Collections.reverse(lastFirst);
    for (String name : lastFirst) {
      for (Path pack : chain.packs(name)) {
        put(pack, name);
      }
    }
    IgniteRunRegistry.index(ignite).rebuild();
    chain.manifest().caches().forEach(this::compare);
    return chain.manifest();
  }

  private void put(Path file, String name) throws IOException {
    try (PackFile.Reader pack = new PackFile.Reader(file);
        BulkPut entries = new BulkPut(GridCaches.of(ignite, name))) {
      for (String key : pack.names()) {
        entries.add(key, pack.get(key).orElseThrow());
      }
    }
  }

  private void compare(String name, Content expected) {
    SortedMap<String, String> hashes = new TreeMap<>();
    try (EveryEntry all = GridCaches.every(ignite, name)) {
      all.forEachRemaining(entry -> hashes.put(entry.getKey(), BackupChain.hash(entry.getValue())));
    }
    if (!BackupChain.hash(hashes).equals(expected.hash())) {
      throw new IllegalStateException(
          "What was restored of %s (%d entries) differs from the backup (%d entries)."
              .formatted(name, hashes.size(), expected.total()));
    }
  }
}
