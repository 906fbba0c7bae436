package org.gridclear.cli;

import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear completion SHELL}: what makes the shell complete commands and options. */
@Command(
    name = "completion",
    description = {
      "Print what makes a shell complete commands and options with the tab key.",
      "bash and zsh: source <(gridclear completion bash); fish: gridclear completion fish | source"
    })
final class CompletionCommand implements Callable<Integer> {
  /** Shells that are known. */
  enum Shell {
    BASH,
    ZSH,
    FISH
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
  private Shell shell;

  @Override
  public Integer call() {
    CommandLine program = spec.root().commandLine();
    String script =
        shell == Shell.FISH ? fish(program) : AutoComplete.bash(spec.root().name(), program);
    spec.commandLine().getOut().print(script);
    spec.commandLine().getOut().flush();
    return ExitCodes.DONE;
  }

  private static String fish(CommandLine program) {
    StringBuilder script = new StringBuilder("complete -c gridclear -e\n");
    fish(program, "__fish_use_subcommand", script);
    return script.toString();
  }

  private static void fish(CommandLine command, String where, StringBuilder script) {
    String head = "complete -c gridclear -n '" + where + "'";
    for (OptionSpec option : command.getCommandSpec().options()) {
      script.append(head).append(" -l ").append(option.longestName().substring(2));
      script.append(option.arity().max() == 0 ? "" : " -r").append('\n');
    }
    command
        .getSubcommands()
        .forEach(
            (name, sub) -> {
              script.append(head).append(" -a ").append(name).append('\n');
              fish(sub, "__fish_seen_subcommand_from " + name, script);
            });
  }
}
