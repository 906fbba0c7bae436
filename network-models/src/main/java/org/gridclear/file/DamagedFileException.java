package org.gridclear.file;

import java.nio.file.Path;

/** A file is not what was written: it was changed, cut off, or is gone. */
public final class DamagedFileException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * Names the file.
   *
   * @param file the file
   * @param what how it differs, such as {@code it has 3 bytes, 17 were written}
   */
  public DamagedFileException(Path file, String what) {
    super(
        "%s is not what was written: %s. Nothing in it is used; take it from a backup."
            .formatted(file, what));
  }
}
