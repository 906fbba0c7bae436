package org.gridclear.validate;

import java.util.List;

/** The input cannot be used; carries every issue that was found. */
public final class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Issue> issues;

  /** Wraps all issues of a file. */
  public InvalidInputException(List<Issue> issues) {
    super(String.join(System.lineSeparator(), IssueText.lines(issues)));
    this.issues = List.copyOf(issues);
  }

  /** Every issue, errors and warnings. */
  public List<Issue> issues() {
    return issues;
  }
}
