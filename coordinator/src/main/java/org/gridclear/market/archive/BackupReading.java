package org.gridclear.market.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.gridclear.file.PrivateFiles;
import org.gridclear.file.Sha256;
import org.gridclear.file.StoredFiles;
import org.gridclear.market.archive.BackupManifest.Part;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.archive.DatabaseCopy;
import org.gridclear.report.FolderSwap;

/**
 * Reads a backup: finds what is damaged, and makes a market of it.
 *
 * @param folder the backup
 * @param manifest what it holds
 */
public record BackupReading(Path folder, BackupManifest manifest) {
  /**
   * Opens a backup.
   *
   * @throws IllegalArgumentException if the folder is none
   */
  public static BackupReading of(Path folder) throws IOException {
    return new BackupReading(folder, BackupManifest.read(folder));
  }

  private Path holder(Part part) {
    return part.in().isEmpty() ? folder : folder.toAbsolutePath().resolve(part.in()).normalize();
  }

  private Path table(String name) {
    return MarketBackup.tableFile(
        holder(Objects.requireNonNull(manifest.tables().get(name))), name);
  }

  private Path file(String name) {
    return holder(Objects.requireNonNull(manifest.files().get(name)))
        .resolve(MarketBackup.FILES)
        .resolve(name);
  }

  /** What is missing or was changed; empty where every hash is that of the backup. */
  public List<String> findings() throws IOException {
    List<String> findings = new ArrayList<>();
    for (Map.Entry<String, Part> each : manifest.tables().entrySet()) {
      check(table(each.getKey()), each.getValue(), true, findings);
    }
    for (Map.Entry<String, Part> each : manifest.files().entrySet()) {
      check(file(each.getKey()), each.getValue(), false, findings);
    }
    return findings;
  }

  private static void check(Path file, Part part, boolean packed, List<String> findings)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      findings.add(file + ": is missing");
      return;
    }
    try (InputStream raw = new BufferedInputStream(StoredFiles.newInputStream(file));
        InputStream in = packed ? new GZIPInputStream(raw) : raw) {
      if (!Sha256.hex(in).equals(part.sha256())) {
        findings.add(file + ": was changed");
      }
    } catch (java.util.zip.ZipException | java.io.EOFException e) {
      findings.add(file + ": was changed");
    }
  }

  /**
   * Makes a market of the backup; its tables and files are the same, hash by hash.
   *
   * @param place an empty folder, or none
   * @param database {@link MarketDatabase#EMBEDDED}, or the address of an empty PostgreSQL
   * @throws IllegalArgumentException if anything of the backup is missing or was changed, with all
   *     of it, or the place or the database holds anything; nothing is left behind in the folder
   */
  public void restore(Path place, String database) throws IOException {
    List<String> findings = findings();
    if (!findings.isEmpty()) {
      throw new IllegalArgumentException(
          "The backup cannot be restored: %s.".formatted(String.join("; ", findings)));
    }
    boolean fresh = !Files.exists(place);
    MarketFolder.Facts facts =
        new MarketFolder.Facts(
            manifest.market(), manifest.timeZone(), manifest.currency(), database);
    try {
      MarketFolder.restore(place, facts, manifest.tablesVersion(), opened -> fill(place, opened));
    } catch (IOException | RuntimeException e) {
      if (fresh && Files.exists(place)) {
        FolderSwap.delete(place);
      }
      throw e;
    }
    // Brings tables of an earlier build up to date.
    MarketFolder.open(place).close();
  }

  private void fill(Path place, MarketDatabase database) throws IOException {
    DatabaseCopy copy = new DatabaseCopy(database);
    copy.load(
        manifest.tables().keySet(),
        name -> new GZIPInputStream(StoredFiles.newInputStream(table(name)), 1 << 16));
    Map<String, MessageDigest> digests = new TreeMap<>();
    copy.write(
        name -> {
          MessageDigest digest = Sha256.digest();
          digests.put(name, digest);
          return new java.security.DigestOutputStream(OutputStream.nullOutputStream(), digest);
        });
    for (Map.Entry<String, MessageDigest> each : digests.entrySet()) {
      String now = HexFormat.of().formatHex(each.getValue().digest());
      Part kept = manifest.tables().get(each.getKey());
      if (kept == null || !now.equals(kept.sha256())) {
        throw new IllegalStateException(
            "Table %s is not what the backup has.".formatted(each.getKey()));
      }
    }
    for (String name : manifest.files().keySet()) {
      Path to = place.resolve(name);
      PrivateFiles.makeFolder(Objects.requireNonNull(to.getParent()));
      Files.copy(file(name), to);
    }
  }
}
