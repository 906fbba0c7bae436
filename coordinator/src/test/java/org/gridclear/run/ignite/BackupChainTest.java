package org.gridclear.run.ignite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gridclear.file.PackFile;
import org.gridclear.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups as they lie on disk: a full one of an earlier build, and one that builds on it. */
class BackupChainTest {
  private static final List<String> KNOWN = List.of("runs", "blocks", "bases");

  @TempDir private Path folder;

  private Path full;
  private Path later;

  @BeforeEach
  void write() throws IOException {
    full = folder.resolve("here/full");
    later = Files.createDirectories(folder.resolve("here/later"));
    write(full, "", Map.of("runs", Map.of("r1", "open"), "blocks", Map.of("b1", "one")), Map.of());
    write(
        later,
        BackupChain.link(later, full),
        Map.of(
            "runs", Map.of("r1", "done", "r2", "open"),
            "blocks", Map.of("b2", "two"),
            "bases", Map.of("s1", "start")),
        Map.of("blocks", Map.of("b1", "one")));
  }

  /** Writes a folder; what a manifest counts with earlier folders is given beside its own. */
  private static void write(
      Path place,
      String since,
      Map<String, Map<String, String>> own,
      Map<String, Map<String, String>> earlier)
      throws IOException {
    Files.createDirectories(place);
    Map<String, GridBackup.Content> contents = new LinkedHashMap<>();
    for (Map.Entry<String, Map<String, String>> cache : own.entrySet()) {
      SortedMap<String, String> hashes = new TreeMap<>();
      earlier
          .getOrDefault(cache.getKey(), Map.of())
          .forEach((key, value) -> hashes.put(key, hash(value)));
      try (PackFile.Writer pack = new PackFile.Writer(BackupChain.pack(place, cache.getKey()))) {
        for (Map.Entry<String, String> entry : cache.getValue().entrySet()) {
          pack.put(entry.getKey(), entry.getValue().getBytes(StandardCharsets.UTF_8));
          hashes.put(entry.getKey(), hash(entry.getValue()));
        }
      }
      contents.put(
          cache.getKey(),
          new GridBackup.Content(
              cache.getValue().size(), 1, hashes.size(), BackupChain.hash(hashes)));
    }
    Files.write(
        place.resolve(BackupChain.MANIFEST),
        Json.MAPPER.writeValueAsBytes(new GridBackup.Manifest("now", since, contents)));
  }

  private static String hash(String value) {
    return BackupChain.hash(value.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> refused() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> BackupChain.of(later).requireWhole(KNOWN));
    return refused.getMessage().lines().collect(Collectors.toList());
  }

  @Test
  void laterValuesStandBeforeEarlierOnesAndCachesMayBeNewer() throws IOException {
    BackupChain chain = BackupChain.of(later);
    chain.requireWhole(KNOWN);
    assertEquals(Map.of("r1", hash("done"), "r2", hash("open")), chain.hashes("runs"));
    assertEquals(Map.of("b1", hash("one"), "b2", hash("two")), chain.hashes("blocks"));
    assertEquals(Map.of("s1", hash("start")), chain.hashes("bases"));
    assertEquals(List.of(), BackupChain.of(full).packs("bases"));
    BackupChain.of(full).requireWhole(KNOWN);
  }

  @Test
  void backupsThatLieSideBySideAreMovedTogether() throws IOException {
    assertFalse(Path.of(BackupChain.of(later).manifest().since()).isAbsolute());
    Path there = folder.resolve("there");
    Files.move(folder.resolve("here"), there);
    BackupChain.of(there.resolve("later")).requireWhole(KNOWN);
  }

  @Test
  void pathsLeadFromWhereFoldersLieAndNotFromLinksToThem() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("far/away/disk/next"));
    Path disk = Files.createSymbolicLink(folder.resolve("disk"), elsewhere.getParent());
    write(
        disk.resolve("next"),
        BackupChain.link(disk.resolve("next"), full),
        Map.of("runs", Map.of("r1", "done")),
        Map.of());
    BackupChain.of(disk.resolve("next")).requireWhole(KNOWN);
    BackupChain.of(elsewhere).requireWhole(KNOWN);
  }

  @Test
  void anEarlierBuildNamedTheOtherByItsWholePath() throws IOException {
    write(later, full.toString(), Map.of("runs", Map.of("r1", "done")), Map.of());
    assertEquals(2, BackupChain.of(later).packs("runs").size());
    BackupChain.of(later).requireWhole(KNOWN);
  }

  @Test
  void allThatIsMissingOrWasChangedIsNamedAtOnce() throws IOException {
    Files.delete(BackupChain.pack(full, "blocks"));
    Path runs = BackupChain.pack(later, "runs");
    byte[] bytes = Files.readAllBytes(runs);
    bytes[1] ^= 1;
    Files.write(runs, bytes);
    List<String> wrong = refused();
    assertEquals(2, wrong.size(), wrong.toString());
    assertTrue(
        wrong.stream()
            .anyMatch(line -> line.startsWith(BackupChain.pack(full, "blocks").toString())),
        wrong.toString());
    assertTrue(wrong.stream().anyMatch(line -> line.startsWith(runs.toString())), wrong.toString());
  }

  @Test
  void anotherWholeFileInTheSamePlaceIsNotWhatTheManifestSays() throws IOException {
    try (PackFile.Writer pack = new PackFile.Writer(BackupChain.pack(later, "bases"))) {
      pack.put("s1", "other".getBytes(StandardCharsets.UTF_8));
    }
    assertTrue(refused().get(0).startsWith("What the backup has of bases (1 entries)"));
  }

  @Test
  void aCacheOfALaterBuildIsRefusedByName() throws IOException {
    write(later, "full", Map.of("futures", Map.of("f", "x")), Map.of());
    assertTrue(refused().get(0).startsWith("The backup has the cache futures"));
  }

  @Test
  void aBackupThatBuildsOnItselfIsRefused() throws IOException {
    write(full, "later", Map.of("runs", Map.of()), Map.of());
    IllegalArgumentException round =
        assertThrows(IllegalArgumentException.class, () -> BackupChain.of(later));
    assertTrue(round.getMessage().endsWith("builds on itself."), round.getMessage());
  }

  @Test
  void aFolderWithoutAManifestIsNoBackup() throws IOException {
    Files.delete(full.resolve(BackupChain.MANIFEST));
    IllegalArgumentException none =
        assertThrows(IllegalArgumentException.class, () -> BackupChain.of(later));
    assertTrue(none.getMessage().contains("full is no backup"), none.getMessage());
  }
}
