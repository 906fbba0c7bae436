package org.gridclear.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a check of an input found.
 *
 * @param source what the input is called
 * @param accepted whether it can be used
 * @param issues all of them, those that refuse it too
 */
public record CheckedInput(String source, boolean accepted, List<Issue> issues) {
  public CheckedInput {
    issues = List.copyOf(issues);
  }

  /** Checks; {@code check} returns warnings and notices, or throws with every issue. */
  public static CheckedInput of(String source, Supplier<List<Issue>> check) {
    try {
      return new CheckedInput(source, true, check.get());
    } catch (InvalidInputException e) {
      return new CheckedInput(source, false, e.issues());
    }
  }

  /**
   * The input and its issues as a tree of maps and lists, each issue with the words of its rule.
   */
  public Map<String, Object> data() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Issue issue : issues) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("severity", issue.rule().severity());
      row.put("rule", issue.rule().id());
      row.put("ruleText", issue.rule().text());
      row.put("file", issue.file());
      row.put("element", issue.element());
      row.put("field", issue.field());
      row.put("value", issue.value());
      row.put("advice", issue.advice());
      rows.add(row);
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("file", source);
    data.put("accepted", accepted);
    data.put("issues", rows);
    return data;
  }

  /** How many warnings and notices there are of an input that can be used, in a line. */
  public String line() {
    return "%s: no errors, %d warning(s), %d notice(s)."
        .formatted(
            source,
            Issue.lines(issues, Severity.WARNING).size(),
            Issue.lines(issues, Severity.NOTICE).size());
  }
}
