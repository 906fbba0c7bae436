package org.gridclear.cli.option;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether progress is shown. */
public final class ProgressOption {
  @Option(
      names = {"-q", "--quiet"},
      description = "No progress on the error stream.")
  private boolean quiet;

  /** Where progress goes: the error stream, or null for nowhere. */
  public @Nullable PrintWriter on(PrintWriter err) {
    return quiet ? null : err;
  }
}
