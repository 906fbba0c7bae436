package org.gridclear.io.rtsgmlc;

import java.util.Arrays;
import java.util.List;

/** Lists of names in one cell: {@code (Gas CT,Gas CC)}. */
final class Names {
  private Names() {}

  static List<String> list(String cell) {
    String inner = cell.strip().replaceFirst("^\\(", "").replaceFirst("\\)$", "");
    return Arrays.stream(inner.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }
}
