package org.gridclear.market.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Backups of a market day after day in one folder: a full one first and in each month, and between
 * them each has what the one before does not (U-04, U-05).
 *
 * @param folder where they lie, each by its date
 */
public record BackupSeries(Path folder) {
  private static final String NAME = "\\d{4}-\\d\\d-\\d\\d-(full|incremental)";

  /**
   * What was made.
   *
   * @param place the backup
   * @param manifest what it holds
   */
  public record Made(Path place, BackupManifest manifest) {}

  /** Makes that of a date; empty where it is there already. */
  public Optional<Made> make(MarketBackup backup, LocalDate date, String by) {
    try {
      Files.createDirectories(folder);
      List<String> there = names();
      if (there.stream().anyMatch(name -> name.startsWith(date.toString()))) {
        return Optional.empty();
      }
      String month = date.toString().substring(0, "2026-10".length());
      boolean full =
          there.stream()
              .noneMatch(name -> name.startsWith(month) && name.endsWith(BackupManifest.FULL));
      Optional<Path> since =
          full ? Optional.empty() : Optional.of(folder.resolve(there.get(there.size() - 1)));
      String kind = full ? BackupManifest.FULL : BackupManifest.INCREMENTAL;
      Path place = folder.resolve(date + "-" + kind);
      return Optional.of(new Made(place, backup.write(place, since, by)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names of the backups, the earliest first. */
  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> name.matches(NAME))
          .sorted()
          .toList();
    }
  }
}
