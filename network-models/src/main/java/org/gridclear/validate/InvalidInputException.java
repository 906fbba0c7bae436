package org.gridclear.validate;

import java.util.List;
import java.util.stream.Collectors;

/** The input cannot be used; carries every issue that was found. */
public final class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Issue> issues;

  /** Wraps all issues of a file. */
  public InvalidInputException(List<Issue> issues) {
    super(issues.stream().map(Issue::line).collect(Collectors.joining(System.lineSeparator())));
    this.issues = List.copyOf(issues);
  }

  /** Every issue, errors and warnings. */
  public List<Issue> issues() {
    return issues;
  }
}
