package org.gridclear.market.store.approval;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Papers of a record as they lie in a column: a line each, SHA-256 and name. */
final class Attachments {
  private Attachments() {}

  static String text(Map<String, String> hashByName) {
    return hashByName.entrySet().stream()
        .map(each -> each.getValue() + " " + each.getKey())
        .collect(Collectors.joining("\n"));
  }

  static Map<String, String> of(String text) {
    Map<String, String> hashByName = new LinkedHashMap<>();
    text.lines()
        .forEach(
            line -> {
              int at = line.indexOf(' ');
              hashByName.put(line.substring(at + 1), line.substring(0, at));
            });
    return hashByName;
  }
}
