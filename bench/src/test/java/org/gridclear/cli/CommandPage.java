package org.gridclear.cli;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The page of all commands and options, as the program itself knows them. */
final class CommandPage {
  private static final String HEAD =
      """
      # Commands

      Every command with its options, as `./gridclear COMMAND --help` prints them; a test compares this page with the program. Exit codes: 0 done, 1 some cases
      failed, did not pass their audit, are not secure in AC or leave load unserved, or a screening asks for action ([security.md](security.md)), 2 bad input
      (nothing is written), 3 a defect, a broken machine or grid.

      **Defaults of one's own.** Every command takes `--config FILE` (or the variable `GRIDCLEAR_CONFIG`): YAML, a command and below it its options by their long
      names, such as `clear: {gap: 0.002, quiet: true}` or `settle: {month: {out: closes}}`. Every option also has a variable: `GRIDCLEAR_CLEAR_GAP=0.002`,
      `GRIDCLEAR_SETTLE_MONTH_OUT=closes`. What is given on the command line comes first, then the variable, then the file. Each default that holds is said on
      the error stream; a name in the file that no command has is refused, a variable that sets nothing is named. A case that says how it was cleared keeps that.
      `GRIDCLEAR_XMX` (memory) and `GRIDCLEAR_JAVA_OPTS` (flags of the virtual machine) are the launcher's. Help is in colour on a terminal unless `NO_COLOR` is
      set. `--format json` prints what `summary.json` holds, or the answer as data, and nothing else on the output stream.
      """;

  private CommandPage() {}

  /** Markdown, a section for each command of these trees. */
  static String of(CommandLine... programs) {
    StringBuilder page = new StringBuilder(HEAD);
    for (CommandLine program : programs) {
      section(program, page);
    }
    return page.toString();
  }

  private static void section(CommandLine command, StringBuilder page) {
    CommandSpec spec = command.getCommandSpec();
    if (!spec.name().equals("gridclear")) {
      page.append("\n## `").append(synopsis(spec)).append("`\n");
      page.append(words(spec.usageMessage().description())).append('\n');
      String rows = rows(spec);
      page.append(rows.isEmpty() ? "" : "\n| | |\n|---|---|\n" + rows);
    }
    command.getSubcommands().values().forEach(sub -> section(sub, page));
  }

  private static String synopsis(CommandSpec spec) {
    StringJoiner words = new StringJoiner(" ");
    words.add(spec.qualifiedName().replace("gridclear gridclear", "gridclear"));
    for (PositionalParamSpec positional : spec.positionalParameters()) {
      words.add(positional.required() ? label(positional) : "[" + label(positional) + "]");
    }
    return words.toString();
  }

  private static String label(PositionalParamSpec positional) {
    return positional.paramLabel().replaceAll("[<>]", "");
  }

  private static String rows(CommandSpec spec) {
    StringBuilder rows = new StringBuilder();
    for (PositionalParamSpec positional : spec.positionalParameters()) {
      rows.append(row(label(positional), positional.description()));
    }
    for (OptionSpec option : options(spec)) {
      String name = String.join("`, `", option.names());
      String value =
          option.arity().max() == 0 ? "" : " " + option.paramLabel().replaceAll("[<>]", "");
      String negated = option.negatable() ? "`, `--no-" + option.longestName().substring(2) : "";
      rows.append(row(name + negated + value, option.description()));
    }
    return rows.toString();
  }

  private static List<OptionSpec> options(CommandSpec spec) {
    return spec.options().stream()
        .filter(option -> !option.usageHelp() && !option.versionHelp())
        .filter(option -> !option.hidden() && !option.inherited())
        .toList();
  }

  private static String row(String name, String[] description) {
    return "| `%s` | %s |\n".formatted(name, words(description)).replace("|FILE", "\\|FILE");
  }

  private static String words(String[] lines) {
    return List.of(lines).stream()
        .collect(Collectors.joining(" "))
        .replace("%n", " ")
        .replace("<", "&lt;")
        .replaceAll("\\s+", " ")
        .trim();
  }
}
