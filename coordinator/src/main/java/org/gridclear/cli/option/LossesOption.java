package org.gridclear.cli.option;

import picocli.CommandLine.Option;

/** Whether a clearing counts losses, as an option of a command. */
public final class LossesOption {
  @Option(
      names = "--losses",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Losses in balance, flows and prices (default: yes; --no-losses).")
  private boolean losses;

  /** Whether they are in balance, flows and prices. */
  public boolean counted() {
    return losses;
  }
}
