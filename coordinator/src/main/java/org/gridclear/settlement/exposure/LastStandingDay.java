package org.gridclear.settlement.exposure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.gridclear.settlement.reader.SettlementReader;
import org.jspecify.annotations.Nullable;

/**
 * The day of a settlement folder that was asked for last: its intervals come one after the other,
 * and it is made once for all of them unless its files change. Safe for threads.
 */
public final class LastStandingDay {
  private @Nullable String known;
  private @Nullable StandingDay day;

  /**
   * A day of a settlement folder.
   *
   * @throws UncheckedIOException if the folder cannot be listed
   */
  public synchronized StandingDay of(Path folder, LocalDate date) {
    String stamp =
        folder + " " + date + " " + stamp(folder) + stamp(SettlementReader.dayFolder(folder, date));
    if (day == null || !stamp.equals(known)) {
      day = StandingDay.of(SettlementReader.open(folder), date);
      known = stamp;
    }
    return day;
  }

  /** Names, sizes and times of the files of a folder. */
  private static String stamp(Path folder) {
    if (!Files.isDirectory(folder)) {
      return "";
    }
    try (Stream<Path> files = Files.list(folder)) {
      StringBuilder text = new StringBuilder();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        text.append(List.of(file, Files.size(file), Files.getLastModifiedTime(file)));
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
