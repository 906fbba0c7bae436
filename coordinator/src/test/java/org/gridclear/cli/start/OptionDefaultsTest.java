package org.gridclear.cli.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gridclear.cli.GridClear;
import org.gridclear.cli.Shell;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Defaults from a file and from the environment: what holds, what is said, what is refused. */
class OptionDefaultsTest {
  private static final String FILE =
      """
      clear:
        gap: 0.003
        quiet: true
        losses: false
        join: [a:1, b:2]
      settle:
        month:
          no-items: true
      """;

  @TempDir Path folder;

  /** What a command line was parsed to, and what the program says about its defaults. */
  private record Parsed(ParseResult command, List<String> said) {
    <T> T value(String option) {
      return command.commandSpec().findOption(option).getValue();
    }
  }

  private Parsed parse(String file, Map<String, String> environment, String... arguments)
      throws IOException {
    Path path = folder.resolve("defaults.yaml");
    Files.writeString(path, file);
    String[] all = List.of(arguments).toArray(new String[arguments.length + 2]);
    all[arguments.length] = "--config";
    all[arguments.length + 1] = path.toString();
    CommandLine line = GridClear.commandLine();
    OptionDefaults defaults = OptionDefaults.of(line, all, environment);
    line.setDefaultValueProvider(defaults);
    ParseResult parsed = line.parseArgs(all);
    List<String> said = defaults.lines(parsed);
    while (parsed.hasSubcommand()) {
      parsed = parsed.subcommand();
    }
    return new Parsed(parsed, said);
  }

  @Test
  void theFileSetsOptionsOfItsCommandAndEachIsSaid() throws Exception {
    Parsed parsed = parse(FILE, Map.of(), "clear", "ieee14");
    assertEquals(0.003, parsed.<Double>value("--gap"));
    assertTrue(parsed.<Boolean>value("--quiet"));
    assertFalse(parsed.<Boolean>value("--losses"));
    assertEquals(List.of("a:1", "b:2"), parsed.value("--join"));
    assertEquals(4, parsed.said().size(), parsed.said().toString());
    assertTrue(parsed.said().stream().allMatch(line -> line.endsWith("defaults.yaml")));
    assertTrue(parsed.said().get(0).startsWith("--"));
  }

  @Test
  void otherCommandsAreAsTheyWere() throws Exception {
    Parsed parsed = parse(FILE, Map.of(), "screen", "ieee14");
    assertFalse(parsed.<Boolean>value("--quiet"));
    assertEquals(List.of(), parsed.said());
    assertTrue(parse(FILE, Map.of(), "settle", "month", "x").<Boolean>value("--no-items"));
  }

  @Test
  void theCommandLineComesBeforeTheEnvironmentAndThatBeforeTheFile() throws Exception {
    Map<String, String> environment = Map.of("GRIDCLEAR_CLEAR_GAP", "0.004");
    Parsed byVariable = parse(FILE, environment, "clear", "ieee14");
    assertEquals(0.004, byVariable.<Double>value("--gap"));
    assertTrue(byVariable.said().contains("--gap 0.004 by GRIDCLEAR_CLEAR_GAP"));
    Parsed byHand = parse(FILE, environment, "clear", "ieee14", "--gap", "0.005");
    assertEquals(0.005, byHand.<Double>value("--gap"));
    assertFalse(byHand.said().stream().anyMatch(line -> line.startsWith("--gap")));
  }

  @Test
  void aFlagThatIsSetTwiceIsSetOnce() throws Exception {
    assertTrue(parse(FILE, Map.of(), "clear", "ieee14", "--quiet").<Boolean>value("--quiet"));
    assertTrue(parse(FILE, Map.of(), "clear", "ieee14", "-q").<Boolean>value("--quiet"));
    assertTrue(parse(FILE, Map.of(), "clear", "ieee14", "--losses").<Boolean>value("--losses"));
    String on = "clear: {losses: true}";
    assertTrue(parse(on, Map.of(), "clear", "ieee14", "--losses").<Boolean>value("--losses"));
    assertFalse(parse(on, Map.of(), "clear", "ieee14", "--no-losses").<Boolean>value("--losses"));
    Map<String, String> variable = Map.of("GRIDCLEAR_CLEAR_QUIET", "true");
    assertTrue(parse("{}", variable, "clear", "ieee14", "-q").<Boolean>value("--quiet"));
  }

  @Test
  void whatAFileOfArgumentsGivesIsGiven() throws Exception {
    Path more = folder.resolve("more");
    Files.writeString(more, "--quiet --losses");
    Parsed parsed = parse(FILE, Map.of(), "clear", "ieee14", "@" + more);
    assertTrue(parsed.<Boolean>value("--quiet"));
    assertTrue(parsed.<Boolean>value("--losses"));
    assertFalse(parsed.said().toString().contains("--quiet"), parsed.said()::toString);
  }

  @Test
  void aRequiredOptionMayHaveItsDefault() throws Exception {
    Parsed parsed = parse("explain: {period: 18:00}", Map.of(), "explain", "day", "--bus", "4");
    assertEquals("18:00", parsed.value("--period"));
  }

  @Test
  void anOptionOfAnInnerCommandHasItsVariable() throws Exception {
    Map<String, String> environment = Map.of("GRIDCLEAR_SETTLE_MONTH_OUT", "x");
    assertEquals(Path.of("x"), parse("{}", environment, "settle", "month", "y").value("--out"));
    assertNull(parse("{}", Map.of(), "settle", "month", "y").value("--out"));
  }

  @Test
  void whatNoCommandHasIsRefusedInAFileAndNamedInTheEnvironment() throws Exception {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> parse("clear: {gapp: 1}\nscren: {quiet: true}", Map.of(), "clear", "ieee14"));
    assertEquals(2, refused.issues().size());
    assertTrue(refused.issues().get(0).line().contains("Maybe you meant 'clear.gap'"));
    assertTrue(refused.issues().get(1).line().contains("Maybe you meant 'screen.quiet'"));
    Parsed parsed =
        parse(
            "{}",
            Map.of("GRIDCLEAR_CLEAR_GAPP", "1", "GRIDCLEAR_XMX", "2g", "PATH", "x"),
            "clear",
            "ieee14");
    assertEquals(1, parsed.said().size(), parsed.said().toString());
    assertTrue(parsed.said().get(0).contains("GRIDCLEAR_CLEAR_GAPP sets no option"));
  }

  @Test
  void aValueOfTheWrongKindOrNoneIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("wrong.yaml"), "clear: {gap: much}");
    Shell.Ended wrong = Shell.run("clear", "ieee14", "--config", file.toString());
    assertEquals(ExitCodes.BAD_INPUT, wrong.code(), wrong.text());
    assertTrue(wrong.text().contains("'--gap': 'much' is no number from 0"), wrong.text());
    assertThrows(
        InvalidInputException.class, () -> parse("clear: {gap: }", Map.of(), "clear", "ieee14"));
    assertThrows(
        InvalidInputException.class, () -> parse("clear: [gap]", Map.of(), "clear", "ieee14"));
    assertThrows(InvalidInputException.class, () -> parse("- x", Map.of(), "clear", "ieee14"));
  }

  @Test
  void aFileThatIsNotThereIsRefusedByName() {
    String[] arguments = {"clear", "ieee14", "--config=nowhere.yaml"};
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> OptionDefaults.of(GridClear.commandLine(), arguments, Map.of()));
    assertTrue(refused.getMessage().contains("nowhere.yaml"), refused.getMessage());
  }
}
