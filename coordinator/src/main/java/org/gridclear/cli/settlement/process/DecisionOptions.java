package org.gridclear.cli.settlement.process;

import picocli.CommandLine.Option;

/** What is decided of a proposal. */
final class DecisionOptions {
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
  void check() {
    if (approve == reject) {
      throw new IllegalArgumentException("Give either --approve or --reject.");
    }
  }

  boolean approved() {
    return approve;
  }

  String reason() {
    return reason;
  }

  /** What became of it, in a word. */
  String word() {
    return approve ? "approved" : "rejected";
  }
}
