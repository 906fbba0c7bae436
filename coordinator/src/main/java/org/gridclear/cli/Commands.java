package org.gridclear.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.gridclear.cli.process.RunLog;
import org.gridclear.cli.start.OptionDefaults;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * The commands of the program, which {@code cli/commands.txt} lists: a line for each, its name and
 * its class. To load all of them and to describe them to the parser takes longer than most commands
 * run, so only those are loaded that a command line can need.
 */
final class Commands {
  private static final String FILE = "/cli/commands.txt";

  /** The names of classes by the names of commands, in the order of the overview. */
  private static final Map<String, String> CLASS_BY_NAME = read();

  /** Commands that look at the others. */
  private static final Set<String> OF_ALL = Set.of("completion", "help");

  private static final Set<String> SOLVING = Set.of("clear", "study");

  private Commands() {}

  private static Map<String, String> read() {
    Map<String, String> read = new LinkedHashMap<>();
    try (InputStream in = Commands.class.getResourceAsStream(FILE)) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        int gap = line.indexOf(' ');
        read.put(line.substring(0, gap), line.substring(gap + 1));
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Class<?> named(String name) {
    String type = CLASS_BY_NAME.get(name);
    try {
      return type == null ? null : Class.forName(type);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(FILE + " names a class that is not there: " + type, e);
    }
  }

  /** The program with all commands. */
  static CommandLine all() {
    CommandLine program = GridClear.bare();
    CLASS_BY_NAME.keySet().forEach(name -> program.addSubcommand(name, named(name)));
    return GridClear.settled(program);
  }

  /** The program as these arguments need it: with their one command, else with all. */
  static CommandLine of(String[] arguments, Map<String, String> environment) {
    String first = arguments.length == 0 ? "" : arguments[0];
    Class<?> command = OF_ALL.contains(first) ? null : named(first);
    if (command == null || OptionDefaults.asked(arguments, environment)) {
      return all();
    }
    return GridClear.settled(GridClear.bare().addSubcommand(first, command));
  }

  /** Whether the first argument is a command that may solve in this process. */
  static boolean solves(String... arguments) {
    return arguments.length > 0 && SOLVING.contains(arguments[0]);
  }

  /** Whether the first argument is a command that writes the output folder of a run. */
  static boolean runs(String... arguments) {
    Class<?> command = arguments.length == 0 ? null : named(arguments[0]);
    return command != null && RunLog.Run.class.isAssignableFrom(command);
  }
}
