package org.gridclear.validate;

import java.util.List;

/**
 * One thing that is wrong with the input.
 *
 * @param rule the rule that is broken
 * @param file name of the file
 * @param element which element, such as {@code unit G7}
 * @param field which field of it
 * @param value the offending value, as text
 * @param advice what to do about it
 */
public record Issue(
    Rule rule, String file, String element, String field, String value, String advice) {

  /** The lines of the issues of one severity, in their order. */
  public static List<String> lines(List<Issue> issues, Severity severity) {
    return issues.stream()
        .filter(issue -> issue.rule().severity() == severity)
        .map(Issue::line)
        .toList();
  }

  /** The issue on one line: severity, rule, place, value, what must hold, advice. */
  public String line() {
    String place = field.isEmpty() ? element : element + ", " + field;
    return "%s %s %s: %s = %s; rule: %s. %s"
        .formatted(rule.severity(), rule.id(), file, place, value, rule.text(), advice)
        .strip();
  }
}
