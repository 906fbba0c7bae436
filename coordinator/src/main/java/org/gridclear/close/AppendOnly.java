package org.gridclear.close;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A CSV that is only ever added to.
 *
 * @param file the file
 * @param header its first line
 */
record AppendOnly(Path file, String header) {
  /** Rows below the header, cell by cell. */
  List<String[]> rows() {
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream().skip(1).map(row -> row.split(",", -1)).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if a cell has a comma or a line break
   */
  void add(String... cells) {
    for (String cell : cells) {
      if (cell.isBlank() || cell.matches("(?s).*[,\\n\\r\"].*")) {
        throw new IllegalArgumentException(
            "The text (%s) must not be empty nor hold commas, quotes or line breaks."
                .formatted(cell));
      }
    }
    try {
      String row = (Files.exists(file) ? "" : header + "\n") + String.join(",", cells) + "\n";
      Files.write(
          file,
          row.getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
