package org.gridclear.market.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.gridclear.file.PrivateFiles;
import org.gridclear.file.Sha256;
import org.gridclear.file.StoredFiles;
import org.gridclear.market.archive.BackupManifest.Part;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.archive.DatabaseCopy;
import org.gridclear.report.FolderSwap;

/**
 * Copies all of a market into a folder: its database as it is at one moment, then content, days of
 * results, channels and the audit log, which only grow. The market goes on meanwhile. An
 * incremental backup has what an earlier one does not, and names where the rest lies.
 *
 * @param market the market
 * @param clock the time
 */
public record MarketBackup(MarketFolder market, Clock clock) {
  static final String DATABASE = "database";
  static final String FILES = "files";
  private static final List<String> PARTS = List.of("content", "days", "audit", "exchange");

  /**
   * Makes a backup.
   *
   * @param folder where; must not be there yet
   * @param since an earlier backup; empty for a full one
   * @param by the account
   * @throws IllegalArgumentException if the folder is there, or the earlier one is of another
   *     market
   */
  public BackupManifest write(Path folder, Optional<Path> since, String by) throws IOException {
    if (Files.exists(folder)) {
      throw new IllegalArgumentException(
          "%s exists; a backup never overwrites, name another folder.".formatted(folder));
    }
    Optional<Earlier> earlier = Optional.empty();
    if (since.isPresent()) {
      earlier = Optional.of(earlier(folder, since.get()));
    }
    Optional<Earlier> before = earlier;
    BackupManifest[] made = new BackupManifest[1];
    FolderSwap.writeOnce(
        folder,
        aside -> {
          made[0] = copied(aside, before, by);
          made[0].write(aside);
        });
    return made[0];
  }

  /** An earlier backup, as this one sees it. */
  private record Earlier(BackupManifest manifest, String path) {
    Optional<Part> same(Map<String, Part> parts, String name, String sha256) {
      return Optional.ofNullable(parts.get(name))
          .filter(part -> part.sha256().equals(sha256))
          .map(this::from);
    }

    Part from(Part part) {
      String in = part.in().isEmpty() ? path : Path.of(path).resolve(part.in()).normalize() + "";
      return new Part(part.sha256(), part.bytes(), part.rows(), in.replace('\\', '/'));
    }
  }

  private Earlier earlier(Path folder, Path since) throws IOException {
    BackupManifest manifest = BackupManifest.read(since);
    if (!manifest.market().equals(market.facts().name())) {
      throw new IllegalArgumentException(
          "%s is of the market %s, and this is %s."
              .formatted(since, manifest.market(), market.facts().name()));
    }
    Path to = folder.toAbsolutePath().normalize().relativize(since.toAbsolutePath().normalize());
    return new Earlier(manifest, to.toString().replace('\\', '/'));
  }

  private BackupManifest copied(Path aside, Optional<Earlier> earlier, String by)
      throws IOException {
    String at = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    PrivateFiles.makeFolder(aside.resolve(DATABASE));
    DatabaseCopy copy = new DatabaseCopy(market.database());
    Map<String, Part> tables = tables(aside, copy, earlier);
    Map<String, Part> files = files(aside, earlier);
    return new BackupManifest(
        BackupManifest.FORMAT,
        1,
        market.facts().name(),
        market.facts().timeZone(),
        market.facts().currency(),
        copy.tablesVersion(),
        earlier.isPresent() ? BackupManifest.INCREMENTAL : BackupManifest.FULL,
        at,
        by,
        tables,
        files);
  }

  /** Lines of a table on their way into a file, counted. */
  private static final class Counted extends DigestOutputStream {
    private long bytes;

    Counted(OutputStream out, MessageDigest digest) {
      super(out, digest);
    }

    @Override
    public void write(int value) throws IOException {
      super.write(value);
      bytes++;
    }

    @Override
    public void write(byte[] value, int from, int count) throws IOException {
      super.write(value, from, count);
      bytes += count;
    }
  }

  private static Map<String, Part> tables(Path aside, DatabaseCopy copy, Optional<Earlier> earlier)
      throws IOException {
    Map<String, Counted> streams = new TreeMap<>();
    Map<String, Long> rows =
        copy.write(
            table -> {
              OutputStream file =
                  new GZIPOutputStream(
                      StoredFiles.newOutputStream(tableFile(aside, table)), 1 << 16);
              Counted counted = new Counted(file, Sha256.digest());
              streams.put(table, counted);
              return counted;
            });
    Map<String, Part> tables = new TreeMap<>();
    for (Map.Entry<String, Counted> each : streams.entrySet()) {
      String name = each.getKey();
      String sha256 = HexFormat.of().formatHex(each.getValue().getMessageDigest().digest());
      Optional<Part> same =
          earlier.flatMap(before -> before.same(before.manifest().tables(), name, sha256));
      if (same.isPresent()) {
        Files.delete(tableFile(aside, name));
      }
      tables.put(
          name,
          same.orElse(
              new Part(sha256, each.getValue().bytes, Objects.requireNonNull(rows.get(name)), "")));
    }
    return tables;
  }

  static Path tableFile(Path backup, String table) {
    return backup.resolve(DATABASE).resolve(table + ".jsonl.gz");
  }

  private Map<String, Part> files(Path aside, Optional<Earlier> earlier) throws IOException {
    Map<String, Part> files = new TreeMap<>();
    for (String part : PARTS) {
      Path root = market.path().resolve(part);
      if (!Files.isDirectory(root)) {
        continue;
      }
      try (Stream<Path> all = Files.walk(root)) {
        all.filter(Files::isRegularFile)
            .sorted()
            .forEach(file -> file(file, aside, earlier, files));
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
    return files;
  }

  private void file(Path file, Path aside, Optional<Earlier> earlier, Map<String, Part> files) {
    String name = market.path().relativize(file).toString().replace('\\', '/');
    try {
      byte[] content = StoredFiles.readAllBytes(file);
      String sha256 = Sha256.hex(content);
      Optional<Part> same =
          earlier.flatMap(before -> before.same(before.manifest().files(), name, sha256));
      if (same.isEmpty()) {
        Path to = aside.resolve(FILES).resolve(name);
        PrivateFiles.makeFolder(Objects.requireNonNull(to.getParent()));
        StoredFiles.write(to, content);
      }
      files.put(name, same.orElse(new Part(sha256, content.length, 0, "")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
