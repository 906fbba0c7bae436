package org.gridclear.web.market;

import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Papers that a body brings: content in Base64 by name. */
public final class AttachedPapers {
  private AttachedPapers() {}

  /**
   * The contents by name.
   *
   * @param papers as they came; null for none
   * @throws IllegalArgumentException for one without a content, or whose content is no Base64
   */
  public static Map<String, byte[]> read(@Nullable Map<String, @Nullable String> papers) {
    Map<String, byte[]> contents = new TreeMap<>();
    if (papers != null) {
      papers.forEach((name, text) -> contents.put(name, content(name, text)));
    }
    return contents;
  }

  private static byte[] content(String name, @Nullable String text) {
    if (text == null) {
      throw new IllegalArgumentException("papers: '%s' has no content.".formatted(name));
    }
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "papers: the content of '%s' is no Base64: %s.".formatted(name, e.getMessage()), e);
    }
  }
}
