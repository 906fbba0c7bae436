package org.gridclear.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Folders of cleared cases inside the folder of a run. */
final class CaseFolders {
  private CaseFolders() {}

  /** The folder itself if it is that of a case, else the first case of the run. */
  static Path only(Path folder) {
    return Files.isRegularFile(folder) || Files.exists(folder.resolve("boundary.json"))
        ? folder
        : of(folder, "");
  }

  /**
   * The folder of a case of a run.
   *
   * @param name part of its name; "" for the first
   * @throws IllegalArgumentException if there is none
   */
  static Path of(Path run, String name) {
    Path cases = run.resolve("cases");
    if (Files.isDirectory(cases)) {
      try (Stream<Path> list = Files.list(cases)) {
        List<Path> sorted = list.sorted().toList();
        for (Path each : sorted) {
          if (each.getFileName().toString().contains(name)) {
            return each;
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new IllegalArgumentException(
        "The folder (%s) holds no cleared case%s; name the --out folder of clear or study."
            .formatted(run, name.isEmpty() ? "" : " '" + name + "'"));
  }
}
