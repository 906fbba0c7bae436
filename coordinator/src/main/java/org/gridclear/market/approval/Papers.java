package org.gridclear.market.approval;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gridclear.market.store.ContentStore;

/** Papers that go with a record: kept by their content, named in it. */
final class Papers {
  private static final int NAME_MAX = 200;

  private Papers() {}

  /**
   * Keeps papers; returns their SHA-256 by name.
   *
   * @throws IllegalArgumentException if a name cannot be kept
   */
  static Map<String, String> kept(Map<String, byte[]> papers, ContentStore content) {
    papers.keySet().forEach(Papers::check);
    Map<String, String> hashes = new LinkedHashMap<>();
    papers.forEach((name, bytes) -> hashes.put(name, content.put(bytes)));
    return hashes;
  }

  private static void check(String name) {
    if (name.isBlank()
        || name.length() > NAME_MAX
        || name.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "The name of an attachment (%s) must be 1 to %d characters of one line."
              .formatted(name, NAME_MAX));
    }
  }
}
