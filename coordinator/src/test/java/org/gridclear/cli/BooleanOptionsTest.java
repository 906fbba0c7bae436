package org.gridclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Every boolean option of every command: absent, given, and negated where it can be. */
class BooleanOptionsTest {
  /** Made once: each parse begins with the values that a program begins with. */
  private final CommandLine program = GridClear.commandLine();

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everySwitchMeansWhatItsNameSays() {
    List<List<String>> commands = new ArrayList<>();
    collect(program, List.of(), commands);
    assertTrue(commands.size() > 20, commands::toString);
    return commands.stream()
        .flatMap(
            path ->
                at(path).getCommandSpec().options().stream()
                    .filter(option -> !option.usageHelp() && !option.versionHelp())
                    .filter(option -> option.typeInfo().isBoolean())
                    .map(OptionSpec::longestName)
                    .map(
                        name ->
                            DynamicTest.dynamicTest(
                                String.join(" ", path) + " " + name, () -> check(path, name))));
  }

  private static void collect(CommandLine command, List<String> path, List<List<String>> all) {
    all.add(path);
    command
        .getSubcommands()
        .forEach(
            (name, sub) ->
                collect(sub, Stream.concat(path.stream(), Stream.of(name)).toList(), all));
  }

  private CommandLine at(List<String> path) {
    CommandLine command = program;
    for (String name : path) {
      command = command.getSubcommands().get(name);
    }
    return command;
  }

  private void check(List<String> path, String name) {
    assertTrue(
        !name.startsWith("--no-") || !negatable(path, name), "a switch is named for its yes");
    boolean absent = value(path, name);
    if (negatable(path, name)) {
      String negated = "--no-" + name.substring(2);
      assertEquals(true, value(path, name, name));
      assertEquals(false, value(path, name, negated));
    } else {
      assertEquals(false, absent, "what is not negatable is off until it is given");
      assertEquals(true, value(path, name, name));
    }
  }

  private boolean negatable(List<String> path, String name) {
    return at(path).getCommandSpec().findOption(name).negatable();
  }

  /** What the option holds after these arguments; what else is missing does not matter here. */
  private boolean value(List<String> path, String name, String... arguments) {
    try {
      program.parseArgs(Stream.concat(path.stream(), Stream.of(arguments)).toArray(String[]::new));
    } catch (ParameterException e) {
      assertTrue(e.getMessage().startsWith("Missing required"), e.getMessage());
    }
    Object value = at(path).getCommandSpec().findOption(name).getValue();
    return value != null && (boolean) value;
  }

  @Test
  void lossesAreInBalanceAndPricesUnlessTheyAreLeftOut() throws IOException {
    double asked = lossPrices("--losses");
    assertNotEquals(0, asked);
    assertEquals(0, lossPrices("--no-losses"));
    assertEquals(asked, lossPrices());
  }

  /** The sum of the absolute loss components of all prices. */
  private double lossPrices(String... choice) throws IOException {
    Path out = folder.resolve("out" + String.join("", choice));
    List<String> arguments =
        new ArrayList<>(List.of("clear", "ieee14", "--periods", "2", "--quiet", "--out"));
    arguments.add(out.toString());
    arguments.addAll(List.of(choice));
    Shell.Ended ended = Shell.run(arguments.toArray(String[]::new));
    assertEquals(0, ended.code(), ended.text());
    List<String> rows = Files.readAllLines(out.resolve("cases/000-base/prices.csv"));
    int column = List.of(rows.get(0).split(",")).indexOf("lossYuanPerMwh");
    return rows.stream()
        .skip(1)
        .mapToDouble(row -> Math.abs(Double.parseDouble(row.split(",")[column])))
        .sum();
  }
}
