package org.gridclear.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.cli.option.ExitCodes;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Everything that is wrong with a command line, said at once. */
final class UsageErrors {
  private UsageErrors() {}

  /** Makes the parser go on after an error, in all commands. */
  static void collect(CommandLine command) {
    command.getCommandSpec().parser().collectErrors(true);
    command.getSubcommands().values().forEach(UsageErrors::collect);
  }

  /** Runs what was parsed: help where it is asked for, else the command, unless it is wrong. */
  static int execute(ParseResult parsed) {
    Integer helped = CommandLine.executeHelpRequest(parsed);
    if (helped != null) {
      return helped;
    }
    List<ParameterException> wrong = of(parsed);
    if (!wrong.isEmpty()) {
      say(wrong, wrong.get(0).getCommandLine().getErr());
      return ExitCodes.BAD_INPUT;
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  /** Whether there is nothing to run. */
  static boolean helpOrWrong(ParseResult parsed) {
    boolean help = false;
    for (ParseResult command = parsed; command != null && !help; ) {
      help = command.isUsageHelpRequested() || command.isVersionHelpRequested();
      command = command.hasSubcommand() ? command.subcommand() : null;
    }
    return help || !of(parsed).isEmpty();
  }

  private static List<ParameterException> of(ParseResult parsed) {
    List<ParameterException> wrong = new ArrayList<>();
    for (ParseResult command = parsed; command != null; ) {
      command.errors().forEach(error -> wrong.add((ParameterException) error));
      command = command.hasSubcommand() ? command.subcommand() : null;
    }
    return wrong;
  }

  private static void say(List<ParameterException> wrong, PrintWriter err) {
    for (ParameterException error : wrong) {
      err.println(error.getMessage());
      UnmatchedArgumentException.printSuggestions(error, err);
    }
    String name = wrong.get(0).getCommandLine().getCommandSpec().qualifiedName();
    err.println("What it takes: %s --help".formatted(name));
  }
}
