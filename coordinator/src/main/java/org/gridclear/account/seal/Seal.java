package org.gridclear.account.seal;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text that is signed: which lines the audit log has, one after the other, behind those of the
 * seal before.
 *
 * @param number 1 for the first
 * @param at when, UTC, ISO 8601
 * @param before SHA-256 of the text of the seal before; {@link #NONE} for the first
 * @param key fingerprint of the key that signs it
 * @param nextKey the key that signs the next one; null for the same
 * @param lines the lines of the log that it seals
 */
record Seal(
    int number,
    String at,
    String before,
    String key,
    @Nullable PublicKey nextKey,
    List<Line> lines) {
  static final String NONE = "none";

  private static final String TITLE = "GridClear audit seal 1";
  private static final Pattern TEXT =
      Pattern.compile(
          TITLE
              + "\nseal: (\\d{1,9})\nat: ([0-9TZ:.-]+)\nbefore: (none|[0-9a-f]{64})"
              + "\nkey: ([0-9a-f]{64})\n(?:next-key: ([A-Za-z0-9+/=]+)\n)?lines: (\\d{1,9})\n(.*)",
          Pattern.DOTALL);
  private static final Pattern LINE = Pattern.compile("(\\d+|-) ([0-9a-f]{64})");

  /**
   * A line of the log.
   *
   * @param record number of the record; "-" where the line is no record
   * @param sha256 of the line without its end, in hexadecimal
   */
  record Line(String record, String sha256) {}

  Seal {
    lines = List.copyOf(lines);
  }

  String text() {
    StringBuilder text = new StringBuilder(TITLE);
    text.append("\nseal: ").append(number);
    text.append("\nat: ").append(at);
    text.append("\nbefore: ").append(before);
    text.append("\nkey: ").append(key);
    if (nextKey != null) {
      text.append("\nnext-key: ").append(SealKey.der(nextKey));
    }
    text.append("\nlines: ").append(lines.size()).append('\n');
    lines.forEach(
        line -> text.append(line.record()).append(' ').append(line.sha256()).append('\n'));
    return text.toString();
  }

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException if it is no seal
   */
  static Seal of(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("It is not the text of a seal.");
    }
    List<Line> lines = new ArrayList<>();
    for (String row : parts.group(7).lines().toList()) {
      Matcher line = LINE.matcher(row);
      if (!line.matches()) {
        throw new IllegalArgumentException("It is not the text of a seal: " + row);
      }
      lines.add(new Line(line.group(1), line.group(2)));
    }
    String next = parts.group(5);
    Seal seal =
        new Seal(
            Integer.parseInt(parts.group(1)),
            parts.group(2),
            parts.group(3),
            parts.group(4),
            next == null ? null : SealKey.publicKey(Base64.getDecoder().decode(next)),
            lines);
    if (!seal.text().equals(text)) {
      throw new IllegalArgumentException("It is not the text of a seal, to the byte.");
    }
    return seal;
  }

  /** Fingerprint of the key that signs the next one. */
  String keyAfter() {
    return nextKey == null ? key : SealKey.fingerprint(nextKey);
  }
}
