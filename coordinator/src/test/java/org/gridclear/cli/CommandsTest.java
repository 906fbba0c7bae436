package org.gridclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gridclear.cli.option.ExitCodes;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** What is left out of a start is nothing that the command line can ask for. */
class CommandsTest {
  private static Set<String> commands(String line, Map<String, String> environment) {
    return Commands.of(line.split(" "), environment).getSubcommands().keySet();
  }

  /** Where they differ, what they should be lies in target. */
  @Test
  void theOverviewIsWhatTheCommandsSay() throws IOException {
    CommandLine all = GridClear.commandLine();
    for (boolean colour : new boolean[] {false, true}) {
      String text = all.getUsageMessage(colour ? Ansi.ON : Ansi.OFF);
      String name = colour ? "overview-colour.txt" : "overview.txt";
      Files.writeString(Files.createDirectories(Path.of("target")).resolve(name), text);
      assertEquals(text, Overview.text(colour), "copy coordinator/target/" + name);
    }
    assertEquals(Overview.text(false), Shell.run("--help").output());
    assertEquals(Overview.text(false), Shell.run().output());
  }

  @Test
  void aCommandIsDescribedAloneAndAllOfThemWhereTheyCanMatter() {
    assertEquals(Set.of("clear"), commands("clear ieee14 --help", Map.of("PATH", "x")));
    Set<String> all = GridClear.commandLine().getSubcommands().keySet();
    assertTrue(all.size() > 20, all.toString());
    for (String line :
        new String[] {"help clear", "completion bash", "cleer x", "--config x clear", "-V"}) {
      assertEquals(all, commands(line, Map.of()), line);
    }
    assertEquals(all, commands("clear ieee14 --config=x", Map.of()));
    assertEquals(all, commands("clear ieee14 --log x", Map.of()));
    assertEquals(all, commands("clear ieee14", Map.of("GRIDCLEAR_SCREEN_QUIET", "true")));
    assertEquals(Set.of("clear"), commands("clear ieee14", Map.of("GRIDCLEAR_XMX", "2g")));
  }

  @Test
  void everyNameIsThatOfItsCommand() {
    GridClear.commandLine()
        .getSubcommands()
        .forEach((name, command) -> assertEquals(name, command.getCommandSpec().name()));
  }

  @Test
  void everyClassOfACommandIsReachedByItsName() {
    Set<String> reached = new TreeSet<>(Set.of(GridClear.class.getName()));
    types(GridClear.commandLine(), reached);
    Set<String> there =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(GridClear.class.getPackageName())
                .stream()
                .filter(type -> type.isAnnotatedWith(CommandLine.Command.class))
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    there.removeAll(reached);
    assertEquals(Set.of(), there, "a command that neither commands.txt nor another one names");
  }

  private static void types(CommandLine command, Set<String> reached) {
    for (CommandLine each : command.getSubcommands().values()) {
      reached.add(each.getCommand().getClass().getName());
      types(each, reached);
    }
  }

  @Test
  void everyCommandSaysWhatItTakes() {
    everyHelp(GridClear.commandLine());
  }

  private static void everyHelp(CommandLine command) {
    CommandLine.Model.OptionSpec help = command.getCommandSpec().findOption("--help");
    boolean isHelp = command.getCommand() instanceof CommandLine.HelpCommand;
    assertTrue(
        isHelp || (help != null && help.usageHelp()),
        command.getCommandSpec().qualifiedName() + " has no --help: does an option hide it?");
    command.getSubcommands().values().forEach(CommandsTest::everyHelp);
  }

  @Test
  void aSlipIsAnsweredWithTheNearestCommand() {
    Shell.Ended ended = Shell.run("cleer", "ieee14");
    assertEquals(ExitCodes.BAD_INPUT, ended.code());
    assertTrue(ended.text().contains("clear"), ended.text());
  }
}
