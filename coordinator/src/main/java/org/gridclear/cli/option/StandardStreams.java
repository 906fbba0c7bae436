package org.gridclear.cli.option;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.gridclear.io.CaseFiles;

/** Standard input and output where a file could stand, written {@code -}. */
public final class StandardStreams {
  /** What stands for them. */
  public static final String DASH = "-";

  private static final int BYTES_MAX = (int) CaseFiles.FILE_BYTES_MAX;

  private StandardStreams() {}

  /** Whether a path means a stream; null does not. */
  public static boolean meant(Path path) {
    return path != null && path.toString().equals(DASH);
  }

  /** All of standard input. */
  public static byte[] read() {
    try {
      byte[] bytes = System.in.readNBytes(BYTES_MAX);
      if (bytes.length == BYTES_MAX) {
        throw new IllegalArgumentException("Standard input is too large; give a file.");
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Standard input as text in UTF-8. */
  public static String text() {
    return new String(read(), StandardCharsets.UTF_8);
  }

  /** Writes to standard output, and nothing else. */
  public static void write(byte[] bytes) {
    System.out.write(bytes, 0, bytes.length);
    System.out.flush();
  }
}
