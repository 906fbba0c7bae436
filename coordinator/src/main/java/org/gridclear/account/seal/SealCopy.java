package org.gridclear.account.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.account.AuditLine;
import org.gridclear.account.AuditLog;

/** A copy of log, seals and public keys, without secrets, for somebody who verifies. */
public final class SealCopy {
  private SealCopy() {}

  /**
   * Copies while nobody adds a record.
   *
   * @param target a folder that is not there yet
   * @return number of files
   * @throws IOException if it is there, or cannot be written
   */
  public static int write(Path folder, AuditLog log, Path target) throws IOException {
    Files.createDirectories(target.toAbsolutePath().getParent());
    Files.createDirectory(target);
    try {
      return log.whileStill(lines -> copy(folder, lines, target));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static int copy(Path folder, List<AuditLine> lines, Path target) {
    List<Path> files = new ArrayList<>();
    lines.stream().map(AuditLine::file).distinct().forEach(file -> files.add(folder.resolve(file)));
    files.add(folder.resolve(AuditLog.HEAD));
    files.addAll(SealFolder.of(folder).files());
    try {
      for (Path file : files) {
        Path copy = target.resolve(folder.relativize(file));
        Files.createDirectories(copy.getParent());
        if (file.getFileName().toString().endsWith(".jsonl")) {
          // In clear, as it was sealed: who verifies it has no key of ours.
          AuditLine.copy(file, copy);
        } else {
          Files.copy(file, copy);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files.size();
  }
}
