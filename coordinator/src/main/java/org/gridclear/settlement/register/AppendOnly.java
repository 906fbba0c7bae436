package org.gridclear.settlement.register;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.atrest.EncryptedBytes;
import org.gridclear.file.DamagedFileException;
import org.gridclear.file.StoredFiles;
import org.gridclear.file.WrittenFile;

/**
 * A CSV that is only ever added to.
 *
 * @param file the file
 * @param header its first line
 */
public record AppendOnly(Path file, String header) {
  /**
   * Rows below the header, cell by cell.
   *
   * @throws DamagedFileException if a row has fewer cells than the header, or the first line is not
   *     the header, which may lack its last columns as an earlier version wrote it
   */
  public List<String[]> rows() {
    try {
      List<String[]> rows = new ArrayList<>();
      int columns = 0;
      for (String line : Files.exists(file) ? StoredFiles.readAllLines(file) : List.<String>of()) {
        String[] cells = EncryptedBytes.openLine(name(), line).split(",", -1);
        if (rows.isEmpty()) {
          requireHeader(String.join(",", cells));
          columns = cells.length;
        }
        if (cells.length < columns) {
          throw new DamagedFileException(
              file,
              "line %d has %d cells, %d are needed"
                  .formatted(rows.size() + 1, cells.length, columns));
        }
        rows.add(cells);
      }
      return rows.isEmpty() ? rows : rows.subList(1, rows.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A header that is gone would take the first row with it. */
  private void requireHeader(String first) {
    if (!(header + ",").startsWith(first + ",")) {
      throw new DamagedFileException(file, "line 1 is not the header " + header);
    }
  }

  private String name() {
    return String.valueOf(file.getFileName());
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if a cell has a comma or a line break
   */
  public void add(String... cells) {
    for (String cell : cells) {
      if (cell.isBlank() || cell.matches("(?s).*[,\\n\\r\"].*")) {
        throw new IllegalArgumentException(
            "The text (%s) must not be empty nor hold commas, quotes or line breaks."
                .formatted(cell));
      }
    }
    try {
      if (Files.exists(file) && StoredFiles.isEncrypted(file)) {
        sealLines();
      }
      String row =
          (Files.exists(file) ? newLine() : header + "\n")
              + EncryptedBytes.sealLine(name(), String.join(",", cells))
              + "\n";
      Files.write(
          file,
          row.getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A row whose writing was cut off stays a row of its own, which is seen to be damaged. */
  private String newLine() throws IOException {
    try (RandomAccessFile end = new RandomAccessFile(file.toFile(), "r")) {
      if (end.length() == 0) {
        return header + "\n";
      }
      end.seek(end.length() - 1);
      return end.read() == '\n' ? "" : "\n";
    }
  }

  /** A file that was encrypted as a whole ('keys renew') is one of encrypted lines again. */
  private void sealLines() throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line : StoredFiles.readAllLines(file)) {
      boolean row = text.length() > 0 && !EncryptedBytes.isLine(line);
      text.append(row ? EncryptedBytes.sealLine(name(), line) : line).append('\n');
    }
    WrittenFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
