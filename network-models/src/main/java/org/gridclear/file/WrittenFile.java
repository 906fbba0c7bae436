package org.gridclear.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** A file that is there whole or not at all. */
public final class WrittenFile {
  private WrittenFile() {}

  /**
   * Writes aside, then moves into the place of what is there; folders are made.
   *
   * @throws IOException if it cannot be written; what was there before stays
   */
  public static void write(Path target, byte[] content) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path aside = Aside.file(Objects.requireNonNull(folder));
    try {
      Files.write(aside, content);
      Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(aside);
    }
  }
}
