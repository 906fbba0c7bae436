package org.gridclear.cli.settlement.process;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A group of commands of the settlement process; by itself it says which there are. */
abstract class ProcessCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(out());
    return ExitCodes.DONE;
  }

  /** Where it prints. */
  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Prints a line; exit code {@link ExitCodes#DONE}. */
  final int said(String text, Object... values) {
    out().println(text.formatted(values));
    out().flush();
    return ExitCodes.DONE;
  }
}
