package org.gridclear.web.market.settlement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.gridclear.settlement.exposure.StandingDay;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.web.study.CaseFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The operating day that is read interval by interval; it is read again when its files change. */
@Component
public class ServedDays {
  private final Path cases;
  private @Nullable String known;
  private @Nullable StandingDay day;

  ServedDays(CaseFolder cases) {
    this.cases = cases.path();
  }

  /**
   * A day of a settlement folder of the server.
   *
   * @throws ResponseStatusException 404 if there is no such folder
   */
  public synchronized StandingDay of(String folder, LocalDate date) {
    Path path = cases.resolve(folder).normalize();
    if (!folder.matches("[\\w.-]+")
        || !path.startsWith(cases)
        || !Files.exists(path.resolve("settlement.yaml"))) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "There is no settlement folder " + folder + " here.");
    }
    String stamp =
        folder + " " + date + " " + stamp(path) + stamp(SettlementReader.dayFolder(path, date));
    if (day == null || !stamp.equals(known)) {
      day = StandingDay.of(SettlementReader.open(path), date);
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
