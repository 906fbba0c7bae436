package org.gridclear.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects the issues of one file; rules that are out of effect are not collected. */
public final class IssueLog {
  private final String file;
  private final Set<Rule> rulesOff;
  private final List<Issue> issues = new ArrayList<>();

  /**
   * An empty log.
   *
   * @param file name of the file, as it shall appear in messages
   * @param rulesOff rules out of effect; those that are not switchable stay in effect
   */
  public IssueLog(String file, Set<Rule> rulesOff) {
    this.file = file;
    this.rulesOff = Set.copyOf(rulesOff);
  }

  /** A log with every rule in effect. */
  public IssueLog(String file) {
    this(file, Set.of());
  }

  /** Adds an issue, unless its rule is out of effect. */
  public void add(Rule rule, String element, String field, Object value, String advice) {
    if (!rule.switchable() || !rulesOff.contains(rule)) {
      issues.add(new Issue(rule, file, element, field, String.valueOf(value), advice));
    }
  }

  /** All issues so far, in the order in which they were found. */
  public List<Issue> issues() {
    return List.copyOf(issues);
  }

  /** Number of issues so far. */
  public int count() {
    return issues.size();
  }

  /** Whether a breach of this rule was found. */
  public boolean has(Rule rule) {
    return issues.stream().anyMatch(issue -> issue.rule() == rule);
  }

  /** Whether an error was found. */
  public boolean hasErrors() {
    return issues.stream().anyMatch(issue -> issue.rule().severity() == Severity.ERROR);
  }

  /** Throws all issues at once if one of them is an error. */
  public void throwIfErrors() {
    if (hasErrors()) {
      throw new InvalidInputException(issues());
    }
  }
}
