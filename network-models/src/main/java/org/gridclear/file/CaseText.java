package org.gridclear.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** The bytes of a file as text, or what they are instead. */
public final class CaseText {
  private static final List<Kind> KINDS =
      List.of(
          new Kind("a ZIP archive (or a workbook)", 'P', 'K', 3, 4),
          new Kind("a PDF", '%', 'P', 'D', 'F'),
          new Kind("a PNG picture", 0x89, 'P', 'N', 'G'),
          new Kind("a Parquet file", 'P', 'A', 'R', '1'),
          new Kind("an HDF5 or MATLAB v7.3 file", 0x89, 'H', 'D', 'F'),
          new Kind("a MATLAB .mat file", 'M', 'A', 'T', 'L', 'A', 'B', ' ', '5'));

  private record Kind(String name, int... start) {
    boolean matches(byte[] bytes) {
      for (int k = 0; k < start.length; k++) {
        if (k >= bytes.length || (bytes[k] & 0xff) != start[k]) {
          return false;
        }
      }
      return true;
    }
  }

  private CaseText() {}

  /**
   * Says what a file is that holds no text in UTF-8; does nothing otherwise.
   *
   * @return whether it is text
   */
  public static boolean check(byte[] bytes, IssueLog log) {
    for (Kind kind : KINDS) {
      if (kind.matches(bytes)) {
        log.add(Rule.SYNTAX, "document", "", kind.name(), "Give a file of text.");
        return false;
      }
    }
    for (int k = 0; k < bytes.length; k++) {
      if (isControl(bytes[k])) {
        String what = "a binary file (byte 0x%02X at %d)".formatted(bytes[k], k);
        log.add(Rule.SYNTAX, "document", "", what, "Give a file of text in UTF-8.");
        return false;
      }
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(in);
      return true;
    } catch (CharacterCodingException e) {
      notUtf8(bytes, in.position(), log);
      return false;
    }
  }

  /** Control characters that no text has: not tabs, line ends, form feeds, DOS's end, escape. */
  private static boolean isControl(byte value) {
    return value >= 0 && value < ' ' && "\t\n\u000b\f\r\u001a\u001b".indexOf(value) < 0;
  }

  private static void notUtf8(byte[] bytes, int at, IssueLog log) {
    int line = 1;
    for (int k = 0; k < at; k++) {
      line += bytes[k] == '\n' ? 1 : 0;
    }
    log.add(
        Rule.SYNTAX,
        "line " + line,
        "",
        "byte 0x%02X, which is not UTF-8".formatted(bytes[at] & 0xff),
        "The file is in another encoding, perhaps GBK; convert it, e.g. iconv -f GBK -t UTF-8.");
  }
}
