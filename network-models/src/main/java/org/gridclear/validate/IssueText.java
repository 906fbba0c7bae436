package org.gridclear.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Issues as lines. Many breaches of one rule in files of one name have one cause, such as a file
 * that is not there: the first of them are printed and the rest is counted.
 */
public final class IssueText {
  /** So many issues are printed per cause. */
  public static final int SHOWN = 20;

  private IssueText() {}

  /** A line per issue, in the order of the issues, and one per cause with what is not printed. */
  public static List<String> lines(List<Issue> issues) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    for (Issue issue : issues) {
      if (counts.merge(cause(issue), 1, Integer::sum) <= SHOWN) {
        lines.add(issue.line());
      }
    }
    counts.forEach(
        (cause, count) -> {
          if (count > SHOWN) {
            lines.add("… and %d more of %s".formatted(count - SHOWN, cause));
          }
        });
    return lines;
  }

  private static String cause(Issue issue) {
    String name = issue.file().substring(issue.file().lastIndexOf('/') + 1);
    return "%s in %s: %s".formatted(issue.rule().id(), name, issue.rule().text());
  }
}
