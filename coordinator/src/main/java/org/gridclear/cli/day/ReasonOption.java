package org.gridclear.cli.day;

import picocli.CommandLine.Option;

/** Why. */
public final class ReasonOption {
  @Option(names = "--reason", defaultValue = "", description = "Why.")
  private String reason;

  String text() {
    return reason;
  }
}
