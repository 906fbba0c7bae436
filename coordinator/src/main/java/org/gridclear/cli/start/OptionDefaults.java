package org.gridclear.cli.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.process.RunLog;
import org.gridclear.cli.protection.DataKeys;
import org.gridclear.cli.protection.SigningOption;
import org.gridclear.cli.server.ServerOptions;
import org.gridclear.study.Yaml;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.JsonNode;

/**
 * Defaults of options from a file and from the environment. What the command line gives comes
 * first, then the environment, then the file, then what the program has.
 *
 * <p>The file is YAML: a command, below it its options by their long names without dashes. A
 * variable is {@code GRIDCLEAR_COMMAND_OPTION}.
 */
public final class OptionDefaults implements IDefaultValueProvider {
  /** The option and the variable that name the file. */
  public static final String OPTION = "--config";

  static final String VARIABLE = "GRIDCLEAR_CONFIG";

  private static final String PREFIX = "GRIDCLEAR_";
  private static final String ADVICE = "Write a command and below it its options: clear: {gap: 1}.";

  /** Variables of the launcher, which no command sees, and of all commands. */
  private static final Set<String> OF_LAUNCHER =
      Set.of(
          VARIABLE,
          PREFIX + "XMX",
          PREFIX + "JAVA_OPTS",
          GridOptions.GRID_VARIABLE,
          ActorOptions.VARIABLE,
          DataKeys.VARIABLE,
          SigningOption.VARIABLE,
          ServerOptions.VARIABLE);

  /**
   * A default that was set.
   *
   * @param value as it would be written on the command line
   * @param source file or variable
   */
  private record Setting(String value, String source) {}

  private final Map<String, Setting> settings = new TreeMap<>();
  private final List<String> notices = new ArrayList<>();

  private final Set<String> given;

  private final @Nullable Path log;

  private OptionDefaults(Set<String> given, @Nullable Path log) {
    this.given = given;
    this.log = log;
  }

  /** The file of {@link RunLog} that the command line names; null for none. */
  public @Nullable Path log() {
    return log;
  }

  /** Whether there is anything that could set a default, or a log that is asked for. */
  public static boolean asked(String[] arguments, Map<String, String> environment) {
    for (String argument : arguments) {
      if (argument.startsWith(OPTION) || argument.startsWith(RunLog.OPTION)) {
        return true;
      }
    }
    return environment.keySet().stream()
        .anyMatch(
            name ->
                name.startsWith(PREFIX) && (!OF_LAUNCHER.contains(name) || name.equals(VARIABLE)));
  }

  /**
   * Reads the file that the arguments or the environment name, and the environment.
   *
   * @throws org.gridclear.validate.InvalidInputException if the file names what no command has
   * @throws IOException if the file cannot be read
   */
  public static OptionDefaults of(
      CommandLine program, String[] arguments, Map<String, String> environment) throws IOException {
    if (!asked(arguments, environment)) {
      return new OptionDefaults(Set.of(), null);
    }
    List<ParseResult> parsed = asGiven(program, arguments);
    Set<String> given = new TreeSet<>();
    String file = environment.get(VARIABLE);
    Path log = null;
    for (ParseResult command : parsed) {
      command.matchedOptions().forEach(option -> given.add(path(option)));
      Path named = command.matchedOptionValue(OPTION, null);
      file = named == null ? file : named.toString();
      Path logged = command.matchedOptionValue(RunLog.OPTION, null);
      log = logged == null ? log : logged;
    }
    OptionDefaults defaults = new OptionDefaults(given, log);
    Map<String, OptionSpec> known = new TreeMap<>();
    options(program, "", known);
    if (file != null) {
      defaults.read(file, known);
    }
    defaults.read(environment, known);
    return defaults;
  }

  /**
   * What the arguments give, command by command from the outermost. They are parsed as they will be
   * again, with defaults; what is wrong with them is said then.
   */
  private static List<ParseResult> asGiven(CommandLine program, String[] arguments) {
    List<ParseResult> commands = new ArrayList<>();
    try {
      ParseResult command = program.parseArgs(arguments);
      commands.add(command);
      while (command.hasSubcommand()) {
        command = command.subcommand();
        commands.add(command);
      }
    } catch (CommandLine.ParameterException e) {
      return commands;
    }
    return commands;
  }

  /** All options that may have a default, by {@code command.option}. */
  private static void options(CommandLine command, String path, Map<String, OptionSpec> known) {
    for (OptionSpec option : command.getCommandSpec().options()) {
      if (!option.usageHelp() && !option.versionHelp() && !option.inherited() && !path.isEmpty()) {
        known.put(path + "." + name(option), option);
      }
    }
    command
        .getSubcommands()
        .forEach((name, sub) -> options(sub, path.isEmpty() ? name : path + "." + name, known));
  }

  private void read(String file, Map<String, OptionSpec> known) throws IOException {
    IssueLog log = new IssueLog(file);
    if (!Files.isReadable(Path.of(file))) {
      log.add(Rule.FILE_READABLE, "file", "", file, "Name the file of defaults that is meant.");
      log.throwIfErrors();
    }
    JsonNode document = Yaml.parse(Files.readString(Path.of(file)), log, ADVICE);
    Map<String, JsonNode> leaves = new LinkedHashMap<>();
    leaves(document, "", leaves);
    leaves.forEach((path, value) -> set(path, value, file, known, log));
    log.throwIfErrors();
  }

  private static void leaves(JsonNode node, String path, Map<String, JsonNode> leaves) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String inner = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
      if (field.getValue().isObject()) {
        leaves(field.getValue(), inner, leaves);
      } else {
        leaves.put(inner, field.getValue());
      }
    }
  }

  private void set(
      String path, JsonNode value, String file, Map<String, OptionSpec> known, IssueLog log) {
    if (!known.containsKey(path)) {
      Set<String> names = new TreeSet<>(known.keySet());
      log.add(Rule.FIELD_KNOWN, path, "", text(value), NearestName.advice(path, names));
    } else if (value.isNull() || value.isArray() && value.isEmpty()) {
      log.add(Rule.SYNTAX, path, "", "nothing", "Give the option a value, or leave it out.");
    } else {
      settings.put(path, new Setting(text(value), file));
    }
  }

  private static String text(JsonNode value) {
    if (!value.isArray()) {
      return value.asString();
    }
    List<String> parts = new ArrayList<>();
    value.forEach(part -> parts.add(part.asString()));
    return String.join(",", parts);
  }

  private void read(Map<String, String> environment, Map<String, OptionSpec> known) {
    Map<String, String> pathOfVariable = new TreeMap<>();
    known.keySet().forEach(path -> pathOfVariable.put(variable(path), path));
    environment.forEach(
        (name, value) -> {
          String path = pathOfVariable.get(name);
          if (path != null) {
            settings.put(path, new Setting(value, name));
          } else if (name.startsWith(PREFIX) && !OF_LAUNCHER.contains(name)) {
            notices.add(
                "the variable %s sets no option of any command. %s"
                    .formatted(name, NearestName.advice(name, pathOfVariable.keySet())));
          }
        });
  }

  private static String variable(String path) {
    return PREFIX + path.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    // Given a default of true, a flag on the command line would mean false: none for what is given.
    if (!(argument instanceof OptionSpec option) || given.contains(path(option))) {
      return null;
    }
    Setting setting = settings.get(path(option));
    return setting == null ? null : setting.value();
  }

  private static String path(OptionSpec option) {
    String command = option.command().qualifiedName(".");
    return command.substring(command.indexOf('.') + 1) + "." + name(option);
  }

  private static String name(OptionSpec option) {
    return option.longestName().replaceFirst("^-+", "");
  }

  /** A line for each default that holds in the command that was parsed, and for what names none. */
  public List<String> lines(ParseResult parsed) {
    List<String> lines = new ArrayList<>(notices);
    ParseResult command = parsed;
    while (command.hasSubcommand()) {
      command = command.subcommand();
    }
    for (OptionSpec option : command.commandSpec().options()) {
      Setting setting = settings.get(path(option));
      if (setting != null && !given.contains(path(option))) {
        lines.add("%s %s by %s".formatted(option.longestName(), setting.value(), setting.source()));
      }
    }
    return lines;
  }
}
