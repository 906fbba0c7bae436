package org.gridclear.market.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.file.DamagedFileException;
import org.gridclear.file.StoredFiles;
import org.gridclear.json.Json;
import tools.jackson.core.JacksonException;

/**
 * What a backup of a market holds, {@code backup.json}.
 *
 * @param format {@code gridclear-market-backup}
 * @param version of the format, 1
 * @param market name of the market
 * @param timeZone its zone of time
 * @param currency what its money is counted in
 * @param tablesVersion number of the last change of tables
 * @param kind {@code full}, or {@code incremental} where parts lie in earlier backups
 * @param at when it was begun
 * @param by who made it
 * @param tables tables of the database by name
 * @param files files of the market folder by their path in it
 */
public record BackupManifest(
    String format,
    int version,
    String market,
    String timeZone,
    String currency,
    String tablesVersion,
    String kind,
    String at,
    String by,
    Map<String, Part> tables,
    Map<String, Part> files) {
  /** Of a backup that stands for itself. */
  public static final String FULL = "full";

  /** Of one that has what an earlier one does not. */
  public static final String INCREMENTAL = "incremental";

  static final String FORMAT = "gridclear-market-backup";
  private static final String FILE = "backup.json";

  public BackupManifest {
    tables = tables == null ? Map.of() : new TreeMap<>(tables);
    files = files == null ? Map.of() : new TreeMap<>(files);
  }

  /**
   * A table or a file.
   *
   * @param sha256 SHA-256 of its content
   * @param bytes size of its content
   * @param rows rows of a table; 0 for a file
   * @param in path from this backup to the one that has it; "" for this one
   */
  public record Part(String sha256, long bytes, long rows, String in) {}

  /**
   * Reads that of a backup.
   *
   * @throws IllegalArgumentException if the folder is none
   */
  public static BackupManifest read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "%s is no backup of a market: it has no %s.".formatted(folder, FILE));
    }
    try {
      BackupManifest read =
          Json.MAPPER.readValue(StoredFiles.readAllBytes(file), BackupManifest.class);
      if (!FORMAT.equals(read.format()) || read.version() != 1) {
        throw new IllegalArgumentException(
            "%s: the format (%s, version %d) must be %s, version 1."
                .formatted(file, read.format(), read.version(), FORMAT));
      }
      return read;
    } catch (JacksonException e) {
      throw new DamagedFileException(file, Json.firstLine(e.getMessage()));
    }
  }

  void write(Path folder) throws IOException {
    StoredFiles.write(
        folder.resolve(FILE), Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
  }

  /** How much lies in this backup itself, in bytes of content. */
  public long bytesHere() {
    return bytes(tables) + bytes(files);
  }

  private static long bytes(Map<String, Part> parts) {
    return parts.values().stream().filter(part -> part.in().isEmpty()).mapToLong(Part::bytes).sum();
  }

  /** What it is in one line. */
  public String text() {
    long here =
        tables.values().stream().filter(part -> part.in().isEmpty()).count()
            + files.values().stream().filter(part -> part.in().isEmpty()).count();
    return "%s backup of %s at %s: %d tables, %d files, %d of them here (%d bytes)"
        .formatted(kind, market, at, tables.size(), files.size(), here, bytesHere());
  }
}
