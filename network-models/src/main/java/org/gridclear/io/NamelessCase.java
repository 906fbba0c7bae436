package org.gridclear.io;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Cases and networks from standard input, whose format no name of a file tells. */
public final class NamelessCase {
  private static final String NAME = "stdin";

  private NamelessCase() {}

  /**
   * A case or network: JSON, gzipped or not, or MATPOWER text.
   *
   * @throws org.gridclear.validate.InvalidInputException if it is neither, or cannot be used
   */
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
}
