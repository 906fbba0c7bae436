package org.gridclear.cli.option;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that prints what it did. */
public abstract class PrintingCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /** Its name, the last word of the command. */
  protected final String name() {
    return spec.name();
  }

  /** Where data go. */
  protected final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Where words beside the data go. */
  protected final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** Prints a line; exit code {@link ExitCodes#DONE}. */
  protected final int said(String text, Object... values) {
    out().println(text.formatted(values));
    out().flush();
    return ExitCodes.DONE;
  }

  /** That it was asked for what cannot be, as picocli says it: with its usage. */
  protected final ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Says how it is used. */
  final void printUsage() {
    spec.commandLine().usage(out());
  }
}
