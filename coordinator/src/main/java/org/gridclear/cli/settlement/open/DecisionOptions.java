package org.gridclear.cli.settlement.open;

import picocli.CommandLine.Option;

/** What is decided of a proposal. */
public final class DecisionOptions {
  @Option(names = "--approve", description = "Approve it.")
  private boolean approve;

  @Option(names = "--reject", description = "Reject it; needs --reason.")
  private boolean reject;

  @Option(names = "--reason", defaultValue = "", description = "Why.")
  private String reason;

  /**
   * Asks for one of the two.
   *
   * @throws IllegalArgumentException if both are given, or none
   */
  public void check() {
    if (approve == reject) {
      throw new IllegalArgumentException("Give either --approve or --reject.");
    }
  }

  /** Whether it is approved. */
  public boolean approved() {
    return approve;
  }

  /** Why. */
  public String reason() {
    return reason;
  }

  /** What became of it, in a word. */
  public String word() {
    return approve ? "approved" : "rejected";
  }
}
