package org.gridclear.cli.day.option;

import picocli.CommandLine.Option;

/** Why. */
public final class ReasonOption {
  @Option(names = "--reason", defaultValue = "", description = "Why.")
  private String reason;

  public String text() {
    return reason;
  }
}
