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
  private static final int LINE_MAX = 110;

  private static final String HEAD =
      """
      # Commands

      Every command with its options, as `./gridclear COMMAND --help` and `./gridclear help COMMAND` print them; a
      test compares this page with the program.

      | exit code | |
      |---|---|
      CODES
      **Streams and logs.** `-` stands for standard input where a case, a network, a study or
      `--contingencies` is read (JSON, gzipped or not, MATPOWER text, YAML of a study), and with `--out` for
      standard output where one file is written (`show`, `import`, `export`, `changes`); a folder of tables is no
      stream, and is refused. Everything that is wrong with a command line is said at once. What is said on the
      error stream is kept with times as `run.log` in the output folder of `study`, `clear`, `screen` and
      `powerflow`, and by any command appended to the file that `--log FILE` names.

      **Defaults of one's own.** Every command takes `--config FILE` (or the variable `GRIDCLEAR_CONFIG`): YAML, a
      command and below it its options by their long names, such as `clear: {gap: 0.002, quiet: true}` or
      `settle: {month: {out: closes}}`. Every option also has a variable: `GRIDCLEAR_CLEAR_GAP=0.002`,
      `GRIDCLEAR_SETTLE_MONTH_OUT=closes`. What is given on the command line comes first, then the variable, then
      the file. Each default that holds is said on the error stream; a name in the file that no command has is
      refused, a variable that sets nothing is named. A case that says how it was cleared keeps that.
      `GRIDCLEAR_XMX` (memory) and `GRIDCLEAR_JAVA_OPTS` (flags of the virtual machine) are the launcher's. Help is
      in colour on a terminal unless `NO_COLOR` is set. `--format json` prints what `summary.json` holds, or the
      answer as data, and nothing else on the output stream.

      **Keys.** Every command takes `--data-key KEYS` (or the variable `GRIDCLEAR_DATA_KEY`), the keys of data at
      rest, and `--sign-key DIR` (`GRIDCLEAR_SIGN_KEY`), the keys that closes, bills and publications are signed
      with (docs/protection.md).
      """;

  private CommandPage() {}

  /** Markdown, a section for each command of these trees. */
  static String of(CommandLine... programs) {
    StringBuilder codes = new StringBuilder();
    programs[0]
        .getCommandSpec()
        .usageMessage()
        .exitCodeList()
        .forEach((code, words) -> codes.append("| %s | %s |\n".formatted(code, words)));
    StringBuilder page = new StringBuilder(HEAD.replace("CODES", codes));
    for (CommandLine program : programs) {
      section(program, page);
    }
    return page.toString();
  }

  private static void section(CommandLine command, StringBuilder page) {
    CommandSpec spec = command.getCommandSpec();
    if (!spec.name().equals("gridclear")) {
      page.append("\n## `").append(synopsis(spec)).append("`\n");
      page.append(wrapped(words(spec.usageMessage().description()))).append('\n');
      String rows = rows(spec);
      page.append(rows.isEmpty() ? "" : "\n| | |\n|---|---|\n" + rows);
    }
    command.getSubcommands().values().forEach(sub -> section(sub, page));
  }

  /** Prose in lines of at most {@link #LINE_MAX}, where it has a space. */
  private static String wrapped(String prose) {
    StringBuilder lines = new StringBuilder();
    int length = 0;
    for (String word : prose.split(" ", -1)) {
      boolean fits = length + 1 + word.length() <= LINE_MAX;
      if (length > 0) {
        lines.append(fits ? ' ' : '\n');
      }
      lines.append(word);
      length = fits && length > 0 ? length + 1 + word.length() : word.length();
    }
    return lines.toString();
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
