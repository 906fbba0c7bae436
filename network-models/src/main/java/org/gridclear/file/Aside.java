package org.gridclear.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * New files and folders beside their place, to be moved there when they are whole. Others may read
 * them as far as the process's umask lets them; the system's own temporary files are their owner's
 * alone, and stay so when they are moved.
 */
public final class Aside {
  private static final String PREFIX = ".gridclear-";

  private Aside() {}

  /**
   * Makes an empty folder with a name of its own.
   *
   * @throws IOException if it cannot be made
   */
  public static Path folder(Path parent) throws IOException {
    return Files.createDirectory(name(parent));
  }

  /**
   * Makes an empty file with a name of its own.
   *
   * @throws IOException if it cannot be made
   */
  public static Path file(Path folder) throws IOException {
    return Files.createFile(name(folder));
  }

  private static Path name(Path folder) {
    return folder.resolve(PREFIX + UUID.randomUUID());
  }

  /** Whether a name is one of these: what is being written, or broke off while it was. */
  public static boolean is(String name) {
    return name.startsWith(PREFIX);
  }
}
