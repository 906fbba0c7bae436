package org.gridclear.run.ignite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gridclear.file.PackFile;
import org.gridclear.json.Json;
import org.gridclear.work.Hashes;
import tools.jackson.core.JacksonException;

/**
 * A backup and those that it builds on, as they lie on disk.
 *
 * @param parts the oldest first
 */
record BackupChain(List<Part> parts) {
  static final String MANIFEST = "backup.json";

  BackupChain {
    parts = List.copyOf(parts);
  }

  /**
   * A folder of it.
   *
   * @param folder where it lies
   * @param manifest what it says of itself
   */
  record Part(Path folder, GridBackup.Manifest manifest) {}

  /**
   * Reads what a backup says of itself. What it builds on is looked for where its path leads from
   * the folder that it lies in, so backups that lie side by side may be moved together.
   *
   * @throws IllegalArgumentException if a folder of it is no backup or builds on itself
   */
  static BackupChain of(Path folder) {
    List<Part> parts = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    String since;
    Path part = real(folder);
    do {
      if (!seen.add(part)) {
        throw new IllegalArgumentException("The backup %s builds on itself.".formatted(part));
      }
      GridBackup.Manifest manifest = read(part);
      parts.add(0, new Part(part, manifest));
      since = manifest.since();
      part = part.resolveSibling(since).normalize();
    } while (!since.isEmpty());
    return new BackupChain(parts);
  }

  /** How a backup names one that it builds on: by the path from the folder that it lies in. */
  static String link(Path folder, Path since) {
    return real(folder).resolveSibling("").relativize(real(since)).toString();
  }

  /** Where a folder lies, whatever links lead there: a path from it leads to the same places. */
  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s is no backup: there is no such folder.".formatted(folder), e);
    }
  }

  /** The file of a cache in a folder. */
  static Path pack(Path folder, String cache) {
    return folder.resolve(cache + ".pack");
  }

  /** What the last one says of all. */
  GridBackup.Manifest manifest() {
    return parts.get(parts.size() - 1).manifest();
  }

  /** Files of a cache, the oldest first; those of an earlier build may have fewer caches. */
  List<Path> packs(String cache) {
    return parts.stream()
        .filter(part -> part.manifest().caches().containsKey(cache))
        .map(part -> pack(part.folder(), cache))
        .toList();
  }

  /** Hashes of the values of a cache by name; later folders stand before earlier ones. */
  SortedMap<String, String> hashes(String cache) throws IOException {
    SortedMap<String, String> hashes = new TreeMap<>();
    for (Path file : packs(cache)) {
      try (PackFile.Reader pack = new PackFile.Reader(file)) {
        for (String key : pack.names()) {
          hashes.put(key, hash(pack.get(key).orElseThrow()));
        }
      }
    }
    return hashes;
  }

  /**
   * That all of the backup is there, as it was written, and can be taken by this build.
   *
   * @param known caches of this build
   * @throws IllegalArgumentException with all that is missing, was changed or is not known
   */
  void requireWhole(Collection<String> known) {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, GridBackup.Content> cache : manifest().caches().entrySet()) {
      if (!known.contains(cache.getKey())) {
        wrong.add(
            "The backup has the cache %s, which this build does not know; restore it by the build that made it."
                .formatted(cache.getKey()));
        continue;
      }
      List<Path> away = packs(cache.getKey()).stream().filter(Files::notExists).toList();
      away.forEach(file -> wrong.add("%s is missing; take it from a copy.".formatted(file)));
      if (away.isEmpty()) {
        compare(cache.getKey(), cache.getValue(), wrong);
      }
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), wrong));
    }
  }

  private void compare(String cache, GridBackup.Content expected, List<String> wrong) {
    try {
      SortedMap<String, String> hashes = hashes(cache);
      if (!hash(hashes).equals(expected.hash())) {
        wrong.add(
            "What the backup has of %s (%d entries) is not what %s says (%d entries)."
                .formatted(cache, hashes.size(), MANIFEST, expected.total()));
      }
    } catch (IllegalArgumentException e) {
      wrong.add(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GridBackup.Manifest read(Path folder) {
    try {
      return Json.MAPPER.readValue(
          Files.readAllBytes(folder.resolve(MANIFEST)), GridBackup.Manifest.class);
    } catch (IOException | JacksonException e) {
      throw new IllegalArgumentException(
          "%s is no backup: %s".formatted(folder, Json.firstLine(String.valueOf(e.getMessage()))),
          e);
    }
  }

  /** SHA-256 of a value. */
  static String hash(byte[] value) {
    return new Hashes().add(value).hex();
  }

  /** SHA-256 over all names and hashes of values. */
  static String hash(SortedMap<String, String> hashes) {
    Hashes all = new Hashes();
    hashes.forEach((key, value) -> all.add(key).add(value));
    return all.hex();
  }
}
