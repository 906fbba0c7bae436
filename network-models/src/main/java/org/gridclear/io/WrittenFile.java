package org.gridclear.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.gridclear.io.Aside;

/** A file that is there whole or not at all. */
final class WrittenFile {
  private WrittenFile() {}

  /** Writes aside, then moves; folders are made. */
  static void write(Path target, byte[] content) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path aside = Aside.file(folder);
    try {
      Files.write(aside, content);
      Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }
}
