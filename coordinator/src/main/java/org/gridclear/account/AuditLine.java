package org.gridclear.account;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gridclear.file.Sha256;
import org.gridclear.json.Json;
import tools.jackson.core.JacksonException;

/**
 * A line of an audit log, as it lies there.
 *
 * @param file name of its file
 * @param row its row there, from 1
 * @param sha256 SHA-256 of its bytes without the end of the line, in hexadecimal
 * @param entry the record; empty where the line is none
 */
public record AuditLine(String file, int row, String sha256, Optional<AuditLog.Entry> entry) {
  /** All lines of the log of a folder, oldest first; no key is needed. */
  public static List<AuditLine> all(Path folder) {
    List<AuditLine> lines = new ArrayList<>();
    for (Path file : AuditReading.files(folder)) {
      int row = 0;
      for (byte[] line : AuditReading.lines(file, 0)) {
        row++;
        boolean ended = line[line.length - 1] == '\n';
        byte[] bytes = Arrays.copyOf(line, ended ? line.length - 1 : line.length);
        lines.add(
            new AuditLine(file.getFileName().toString(), row, Sha256.hex(bytes), entry(bytes)));
      }
    }
    return lines;
  }

  private static Optional<AuditLog.Entry> entry(byte[] line) {
    try {
      return Optional.ofNullable(Json.MAPPER.readValue(line, AuditLog.Entry.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** Where it is. */
  public String place() {
    return "%s line %d".formatted(file, row);
  }

  /** Number of the record; "-" where it is none. */
  public String number() {
    return entry.map(each -> Long.toString(each.number())).orElse("-");
  }
}
