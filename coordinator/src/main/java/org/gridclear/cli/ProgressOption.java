package org.gridclear.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** Whether progress is shown. */
final class ProgressOption {
  @Option(
      names = {"-q", "--quiet"},
      description = "No progress on the error stream.")
  private boolean quiet;

  /** Where progress goes: the error stream, or null for nowhere. */
  PrintWriter on(PrintWriter err) {
    return quiet ? null : err;
  }
}
