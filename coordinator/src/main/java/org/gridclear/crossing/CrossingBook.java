package org.gridclear.crossing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridclear.file.WrittenFile;

/** What was sent or taken in: a text with a line {@code NUMBER SHA-256} for each package. */
final class CrossingBook {
  private static final Pattern LINE = Pattern.compile("(\\d{1,6}) ([0-9a-f]{64})");

  private final Path file;
  private final TreeMap<Integer, String> packages = new TreeMap<>();

  CrossingBook(Path file) throws IOException {
    this.file = file;
    if (!Files.exists(file)) {
      return;
    }
    for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
      Matcher entry = LINE.matcher(line);
      if (!entry.matches() || Integer.parseInt(entry.group(1)) != last() + 1) {
        throw new IllegalArgumentException(
            "%s: the line '%s' is no package that follows %d; take the file from a backup."
                .formatted(file, line, last()));
      }
      packages.put(Integer.parseInt(entry.group(1)), entry.group(2));
    }
  }

  /** Where it lies. */
  Path file() {
    return file;
  }

  /** Number of the last one; 0 for none. */
  int last() {
    return packages.isEmpty() ? 0 : packages.lastKey();
  }

  /** SHA-256 of the last manifest. */
  String lastHash() {
    return packages.isEmpty() ? CrossingManifest.FIRST : packages.lastEntry().getValue();
  }

  /** SHA-256 by number. */
  Map<Integer, String> packages() {
    return packages;
  }

  void add(int number, String hash) throws IOException {
    packages.put(number, hash);
    StringBuilder text = new StringBuilder();
    packages.forEach((each, sha256) -> text.append("%d %s\n".formatted(each, sha256)));
    WrittenFile.write(file, text.toString().getBytes(StandardCharsets.US_ASCII));
  }
}
