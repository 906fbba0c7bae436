package org.gridclear.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.gridclear.file.Aside;

/** Folders that results are to be written to, looked at before anything is computed. */
public final class WritableFolder {
  private WritableFolder() {}

  /** The first of a name and that name with 2, 3, … after it that nothing is in. */
  public static Path free(String name) throws IOException {
    Path folder = Path.of(name);
    for (int k = 2; FolderSwap.holdsAnything(folder); k++) {
      folder = Path.of(name + "-" + k);
    }
    return folder;
  }

  /**
   * Checks a folder that need not exist yet.
   *
   * @param out the folder
   * @throws IllegalArgumentException if nothing can be written there
   */
  public static void check(Path out) {
    Path there = out.toAbsolutePath().normalize();
    if (Files.exists(there) && !Files.isDirectory(there)) {
      throw new IllegalArgumentException("--out %s is a file, not a folder.".formatted(out));
    }
    while (!Files.exists(there)) {
      there = Objects.requireNonNull(there.getParent());
    }
    if (!Files.isDirectory(there)) {
      throw new IllegalArgumentException(
          "--out %s cannot be made: %s is a file.".formatted(out, there));
    }
    if (!Files.isWritable(there)) {
      throw new IllegalArgumentException(
          "--out %s cannot be written: no permission to write in %s.".formatted(out, there));
    }
    tryOut(out, there);
  }

  /** What permissions do not tell: read-only and special file systems, quotas. */
  private static void tryOut(Path out, Path there) {
    try {
      Files.delete(Aside.folder(there));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--out %s cannot be written: nothing can be made in %s.".formatted(out, there), e);
    }
  }
}
