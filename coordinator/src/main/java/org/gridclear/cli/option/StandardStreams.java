package org.gridclear.cli.option;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Standard input and output where a file could stand, written {@code -}. */
public final class StandardStreams {
  /** What stands for them. */
  public static final String DASH = "-";

  private static final String NAME = "stdin";
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

  /** A case or network from standard input: JSON, gzipped or not, or MATPOWER text. */
  public static CaseFiles.Loaded load(byte[] bytes, Set<Rule> rulesOff) {
    if (isJson(bytes)) {
      return CaseFiles.load(bytes, NAME + ".json", rulesOff);
    }
    if (isMatpower(bytes)) {
      return CaseFiles.load(bytes, NAME + ".m", rulesOff);
    }
    IssueLog log = new IssueLog("standard input");
    log.add(
        Rule.SYNTAX,
        "document",
        "",
        bytes.length == 0 ? "empty" : "of another format",
        "Standard input takes JSON and MATPOWER text; give other formats as files.");
    log.throwIfErrors();
    throw new IllegalStateException("the issue is an error");
  }

  /** Whether a text is a JSON object, gzipped or not. */
  public static boolean isJson(byte[] bytes) {
    boolean packed = bytes.length > 1 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
    return packed || start(bytes).startsWith("{");
  }

  /** Whether a text is a MATPOWER case. */
  public static boolean isMatpower(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains("mpc.");
  }

  private static String start(byte[] bytes) {
    return new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.UTF_8)
        .replaceFirst("^\uFEFF", "")
        .stripLeading();
  }

  /** Writes to standard output, and nothing else. */
  public static void write(byte[] bytes) {
    System.out.write(bytes, 0, bytes.length);
    System.out.flush();
  }
}
