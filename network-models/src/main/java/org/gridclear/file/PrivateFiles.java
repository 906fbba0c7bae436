package org.gridclear.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders of their owner alone, where the file system has such rights. */
public final class PrivateFiles {
  private PrivateFiles() {}

  /**
   * Makes a folder that only its owner can look into; one that is there stays as it is.
   *
   * @throws IOException if it cannot be made
   */
  public static void makeFolder(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      Files.createDirectories(folder);
      restrict(folder, "rwx------");
    }
  }

  /**
   * Makes an empty file that only its owner can read, or takes others' rights to one that is there.
   *
   * @throws IOException if it cannot be made
   */
  public static void makeFile(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    restrict(file, "rw-------");
  }

  private static void restrict(Path path, String rights) throws IOException {
    if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }
  }
}
